import HCLParser

struct RescheduleAmbiguous: ValidationRule {
  let facts = RuleFacts(
    "reschedule-ambiguous", .server, covers: [79, 80],
    finds: "a reschedule policy that is limited and unlimited at once",
    because: """
      A policy counts its attempts within an interval, or goes on without limit. A service is rescheduled without limit \
      unless the policy says "unlimited = false".
      """,
    failing: .groupPart("reschedule {\n  attempts = 3\n  interval = \"1h\"\n}"),
    passing: .groupPart("reschedule {\n  attempts  = 3\n  interval  = \"1h\"\n  unlimited = false\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for policy in checked.reschedules {
      guard let attempts = policy.attempts, attempts > 0 else { continue }
      if let interval = policy.interval, interval <= .zero {
        report(
          attempts == 1
            ? "1 attempt needs an interval to be counted in" : "\(attempts) attempts need an interval to be counted in",
          at: policy.range(of: \.attempts),
          help: "add \"interval\"")
      }
      if policy.unlimited == true {
        reportBoth(policy, attempts, &report)
      }
    }
  }

  /// Which of the two was not written, but comes with the job's type, decides on the way out.
  private func reportBoth(_ policy: ReschedulePolicy, _ attempts: Int, _ report: inout RuleReporter) {
    let summary = "the policy has \(attempts == 1 ? "1 attempt" : "\(attempts) attempts") and is unlimited"
    if !policy.wrote(\.attempts) {
      report(
        summary, at: policy.range(of: \.unlimited),
        detail: "\"attempts\" is not set; for this job's type it is \(attempts).", help: "add attempts = 0")
    } else if !policy.wrote(\.unlimited) {
      report(
        summary, at: policy.range(of: \.attempts),
        detail: "\"unlimited\" is not set; for this job's type it is true.",
        help: "add unlimited = false, or remove \"attempts\"")
    } else {
      report(
        summary, at: policy.range(of: \.attempts), related: [.init("unlimited", policy.range(of: \.unlimited))],
        help: "remove one of them")
    }
  }
}

struct RescheduleDelay: ValidationRule {
  static let functions = ["constant", "exponential", "fibonacci"]

  let facts = RuleFacts(
    "reschedule-delay", .server, covers: [46, 81, 82, 83, 84],
    finds: "delays of a reschedule policy that are too short or out of order",
    because: """
      An allocation is rescheduled after a delay of at least 5s, which stays the same ("constant") or grows \
      ("exponential", "fibonacci") up to max_delay. Attempts are counted in an interval of at least 15s.
      """,
    failing: .groupPart("reschedule {\n  delay = \"1s\"\n}"), passing: .groupPart("reschedule {\n  delay = \"10s\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for policy in checked.reschedules {
      guard let delay = policy.delay, let function = policy.delayFunction, let most = policy.maxDelay else { continue }
      if delay < .seconds(5) { report("the delay is \(delay); the least is 5s", at: policy.range(of: \.delay)) }
      if !RescheduleDelay.functions.contains(function) {
        report.unknown(function, "delay function", of: RescheduleDelay.functions, at: policy.range(of: \.delayFunction))
      }
      if function != "constant" {
        if most < .seconds(5) {
          report("max_delay is \(most); the least is 5s", at: policy.range(of: \.maxDelay))
        } else if most < delay {
          report(
            "max_delay, \(most), is below the delay, \(delay)",
            at: policy.wrote(\.maxDelay) ? policy.range(of: \.maxDelay) : policy.range(of: \.delay),
            detail: policy.wrote(\.maxDelay) && policy.wrote(\.delay)
              ? "" : "\(policy.wrote(\.maxDelay) ? "delay" : "max_delay") is not set; the value is its default.")
        }
      }
      if policy.unlimited != true, let interval = policy.interval, interval > .zero, interval < .seconds(15) {
        report("the interval is \(interval); the least is 15s", at: policy.range(of: \.interval))
      }
    }
  }
}

struct RescheduleImpossible: ValidationRule {
  let facts = RuleFacts(
    "reschedule-impossible", .server, covers: [85], finds: "more rescheduling attempts than fit into the interval",
    because: "The delays between attempts add up; all attempts have to fit into the interval they are counted in.",
    failing: .groupPart(
      "reschedule {\n  attempts       = 10\n  interval       = \"1m\"\n  delay          = \"30s\"\n  delay_function = \"constant\"\n  unlimited      = false\n}"
    ),
    passing: .groupPart(
      "reschedule {\n  attempts       = 2\n  interval       = \"1m\"\n  delay          = \"30s\"\n  delay_function = \"constant\"\n  unlimited      = false\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for policy in checked.reschedules {
      guard policy.unlimited != true, let attempts = policy.attempts, attempts > 0, let interval = policy.interval,
        interval >= .seconds(15), let delay = policy.delay, delay >= .seconds(5), let function = policy.delayFunction,
        let fit = RescheduleFit(
          function, attempts: attempts, delay: delay, ceiling: policy.maxDelay ?? .zero, in: interval)
      else { continue }
      guard fit.possible < attempts else { continue }
      report(
        "only \(fit.possible) of \(attempts) attempts fit into \(interval)", at: policy.range(of: \.attempts),
        detail:
          "The delay is \(delay), \(function == "constant" ? "the same each time" : "growing (\(function)) up to \(policy.maxDelay ?? .zero)").",
        related: policy.wrote(\.interval) ? [.init("the interval", policy.range(of: \.interval))] : [],
        // The growing sum has to stay below the interval, where the others may reach it.
        help: function == "exponential"
          ? "set the interval above \(fit.recommendedInterval)"
          : "set the interval to at least \(fit.recommendedInterval)")
    }
  }
}

/// How many rescheduling attempts fit into an interval. `reference/jobspec.md`, notes to the table of rules.
struct RescheduleFit {
  var possible: Int
  var recommendedInterval: Duration

  /// Nil for a delay function that does not exist.
  init?(_ function: String, attempts: Int, delay: Duration, ceiling: Duration, in interval: Duration) {
    // Beyond this the sums have long passed any interval.
    let counted = min(attempts, 100_000)
    switch function {
    case "constant":
      recommendedInterval = delay * attempts
      possible = recommendedInterval <= interval ? attempts : Int(interval.nanoseconds / max(1, delay.nanoseconds))
    case "exponential":
      var total = Duration.zero
      var fitting = 0
      var next = delay
      for attempt in 0..<counted {
        if attempt > 0 { next = next * 2 }
        if next > ceiling {
          next = ceiling
          total = total + ceiling
        } else {
          total = next
        }
        if total < interval { fitting += 1 }
      }
      possible = fitting == counted ? attempts : fitting
      recommendedInterval = total
    case "fibonacci":
      var slots = [delay, delay]
      var isCapped = false
      while slots.count < counted {
        let last = slots[slots.count - 1]
        let sum = last + slots[slots.count - 2]
        if isCapped || sum > ceiling {
          slots.append(isCapped ? last + ceiling : ceiling)
          isCapped = true
        } else {
          slots.append(sum)
        }
      }
      slots = Array(slots.prefix(counted))
      possible = slots.last.map { $0 <= interval } ?? true ? attempts : slots.firstIndex { $0 > interval } ?? attempts
      recommendedInterval = slots.last ?? delay
    default: return nil
    }
  }
}

extension CheckedGroups {
  /// The reschedule policies that can have an effect.
  var reschedules: [ReschedulePolicy] {
    guard !isSystem, type != "sysbatch" else { return [] }
    return groups.compactMap(\.group.reschedule).filter { ($0.attempts ?? 0) > 0 || $0.unlimited == true }
  }
}
