import HCLParser
import JobSpec

/// Whether a failed instance is placed anew, and when.
enum RescheduleDecision: Sendable, Hashable {
  case now
  /// After a delay, at a time in nanoseconds since 1970; until then it counts as existing.
  case later(Int)
  /// The policy allows no further try.
  case never

  /// `now` is in nanoseconds since 1970; nil where the plan has no clock, and then every delay counts as over.
  static func decide(_ instance: RunningInstance, _ policy: ReschedulePolicy?, now: Int?) -> RescheduleDecision {
    if instance.forcesReschedule { return .now }
    guard let policy else { return .never }
    let isUnlimited = policy.unlimited ?? false
    let attempts = policy.attempts ?? 0
    guard isUnlimited || attempts > 0 else { return .never }
    let failedAt = instance.failedAt > 0 ? instance.failedAt : now ?? 0
    if !isUnlimited {
      let interval = Int(clamping: policy.interval?.nanoseconds ?? 0)
      let recent = instance.rescheduleTimes.filter { failedAt &- $0 <= interval }
      if recent.count >= attempts { return .never }
    }
    guard let now else { return .now }
    let (due, overflow) = failedAt.addingReportingOverflow(delay(policy, instance))
    if overflow { return .later(.max) }
    // What is due within a second is not put off.
    return due &- now <= 1_000_000_000 ? .now : .later(due)
  }

  /// The delay before the next try, in nanoseconds. It grows from what the last tries waited, where that was noted.
  private static func delay(_ policy: ReschedulePolicy, _ instance: RunningInstance) -> Int {
    let first = Int(clamping: policy.delay?.nanoseconds ?? 0)
    let ceiling = policy.maxDelay.map { Int(clamping: $0.nanoseconds) }.flatMap { $0 > 0 ? $0 : nil } ?? Int.max
    if policy.delayFunction == "constant" || instance.rescheduleTimes.isEmpty { return min(first, ceiling) }
    func sum(_ left: Int, _ right: Int) -> Int {
      let (sum, overflow) = left.addingReportingOverflow(right)
      return overflow ? ceiling : min(sum, ceiling)
    }
    let isFibonacci = policy.delayFunction == "fibonacci"
    if let last = instance.rescheduleDelays.last, last > 0 {
      let before = instance.rescheduleDelays.dropLast().last ?? 0
      return isFibonacci ? (before > 0 ? sum(last, before) : min(last, ceiling)) : sum(last, last)
    }
    var (previous, delay) = (0, first)
    for _ in 0..<min(instance.rescheduleTimes.count, 64) where delay < ceiling {
      (previous, delay) = (delay, sum(delay, isFibonacci ? (previous > 0 ? previous : 0) : delay))
    }
    return min(delay, ceiling)
  }
}
