#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// How little harm pushing out allocations does, from the priorities of the jobs they belong to (scheduler.md 6.7).
enum PreemptionScore {
  /// Close to 1 for few allocations of low priority, falling towards 0 as their priorities add up.
  static func score(of priorities: [Int]) -> Double {
    guard let highest = priorities.max() else { return 1 }
    let sum = priorities.reduce(0) { LifecyclePeak.sum($0, $1) }
    let net = Double(highest) + Double(sum) / Double(highest)
    return 1 / (1 + exp(0.0048 * (net - 2048)))
  }
}
