import HCLParser
import JobSpec

/// Whether a failed instance is placed anew, and when.
enum RescheduleDecision: Sendable, Hashable {
  case now
  /// After a delay; until then it counts as existing.
  case later
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
    let (due, overflow) = failedAt.addingReportingOverflow(delay(policy, tries: instance.rescheduleTimes.count))
    // What is due within a second is not put off.
    return !overflow && due &- now <= 1_000_000_000 ? .now : .later
  }

  /// The delay before the next try, in nanoseconds.
  private static func delay(_ policy: ReschedulePolicy, tries: Int) -> Int {
    let first = Int(clamping: policy.delay?.nanoseconds ?? 0)
    let ceiling = policy.maxDelay.map { Int(clamping: $0.nanoseconds) }.flatMap { $0 > 0 ? $0 : nil } ?? Int.max
    var (previous, delay) = (0, first)
    if policy.delayFunction != "constant" {
      for _ in 0..<min(tries, 64) where delay < ceiling {
        let next = policy.delayFunction == "fibonacci" ? max(previous, first) : delay
        let (sum, overflow) = delay.addingReportingOverflow(next)
        (previous, delay) = (delay, overflow ? ceiling : sum)
      }
    }
    return min(delay, ceiling)
  }
}
