/// How well an allocation fits beside what a node already holds: from 0 to 1, by the shares left free.
///
/// The reference formula (scheduler.md 6.2): two powers of ten of the free shares, their sum taken from twenty or lessened
/// by two, held between 0 and 18, and divided by 18. Shares may be negative, or not a number where a node has nothing;
/// such a node is never the best.
struct FitScore: Sendable {
  let algorithm: SchedulerSettings.Algorithm
  private let power = PowerOfTen()

  init(_ algorithm: SchedulerSettings.Algorithm) { self.algorithm = algorithm }

  /// - Parameters:
  ///   - usedCPU, usedMemory: what would be in use with the allocation in place.
  ///   - availableCPU, availableMemory: what the node has, less what is reserved.
  func score(usedCPU: Int, usedMemory: Int, availableCPU: Int, availableMemory: Int) -> Double {
    score(
      ofTotal: freePower(used: usedCPU, available: availableCPU)
        + freePower(used: usedMemory, available: availableMemory))
  }

  /// Ten to the power of the share left free.
  func freePower(used: Int, available: Int) -> Double { power(1 - Double(used) / Double(available)) }

  /// The score that belongs to the sum of both powers.
  func score(ofTotal total: Double) -> Double {
    switch algorithm {
    case .binpack: FitScore.clamped(20 - total) / 18
    case .spread: FitScore.clamped(total - 2) / 18
    }
  }

  private static func clamped(_ value: Double) -> Double {
    if value > 18 { return 18 }
    if value < 0 { return 0 }
    return value
  }
}
