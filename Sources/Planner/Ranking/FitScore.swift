#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How well an allocation fits beside what a node already holds: from 0 to 1, by the shares left free.
///
/// The reference formula (scheduler.md 6.2), to the letter: two powers of ten of the free shares, their sum taken
/// from twenty or lessened by two, held between 0 and 18, and divided by 18. Shares may be negative or not a number
/// where a node has nothing or gives more than it has; the bounds deal with that.
enum FitScore {
  /// - Parameters:
  ///   - used: what would be in use with the allocation in place.
  ///   - available: what the node has, less what is reserved.
  static func score(
    usedCPU: Int, usedMemory: Int, availableCPU: Int, availableMemory: Int,
    algorithm: SchedulerSettings.Algorithm
  ) -> Double {
    let total =
      freePower(used: usedCPU, available: availableCPU) + freePower(used: usedMemory, available: availableMemory)
    return score(ofTotal: total, algorithm: algorithm)
  }

  /// Ten to the power of the share left free.
  static func freePower(used: Int, available: Int) -> Double {
    pow(10, 1 - Double(used) / Double(available))
  }

  /// The score that belongs to the sum of both powers.
  static func score(ofTotal total: Double, algorithm: SchedulerSettings.Algorithm) -> Double {
    switch algorithm {
    case .binpack: clamped(20 - total) / 18
    case .spread: clamped(total - 2) / 18
    }
  }

  private static func clamped(_ value: Double) -> Double {
    if value > 18 { return 18 }
    if value < 0 { return 0 }
    return value
  }
}
