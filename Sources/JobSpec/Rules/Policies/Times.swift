import HCLParser

struct DurationNegative: ValidationRule {
  let facts = RuleFacts(
    "duration-negative", .server, covers: [19, 189, 191, 223], finds: "a negative time",
    because: "How long Nomad waits before it stops, kills or restarts something cannot be below 0.",
    failing: .groupPart("shutdown_delay = \"-5s\""), passing: .groupPart("shutdown_delay = \"5s\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      refuse(placed.group.shutdownDelay, "shutdown_delay", placed.group.range(of: \.shutdownDelay), &report)
      for each in placed.tasks {
        refuse(each.task.shutdownDelay, "shutdown_delay", each.task.range(of: \.shutdownDelay), &report)
        refuse(each.task.killTimeout, "kill_timeout", each.task.range(of: \.killTimeout), &report)
        for each in each.templates {
          refuse(each.template.splay, "splay", each.template.range(of: \.splay), &report)
        }
      }
    }
  }

  private func refuse(
    _ time: Duration?, _ name: String, _ range: @autoclosure () -> SourceRange, _ report: inout RuleReporter
  ) {
    guard let time, time < .zero else { return }
    report("\(name) is negative: \(time)", at: range())
  }
}

struct KillTimeoutTooLong: ValidationRule {
  let facts = RuleFacts(
    "kill-timeout-too-long", .server, covers: [190], finds: "a kill timeout beyond the update's progress deadline",
    because: """
      An update stops old instances and has to make progress within progress_deadline; a task that may take longer than \
      that to stop would let every update fail.
      """,
    failing: .taskPart("kill_timeout = \"20m\""), passing: .taskPart("kill_timeout = \"2m\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard checked.type == "service" else { return }
    for placed in checked.tasks {
      guard let update = placed.group.update, let deadline = update.progressDeadline, deadline > .zero,
        let timeout = placed.task.killTimeout, timeout > deadline
      else { continue }
      report(
        "kill_timeout, \(timeout), is above progress_deadline, \(deadline)", at: placed.task.range(of: \.killTimeout),
        detail: update.wrote(\.progressDeadline) ? "" : "progress_deadline is not set; the value is its default.",
        related: update.wrote(\.progressDeadline)
          ? [.init("progress_deadline", update.range(of: \.progressDeadline))] : [])
    }
  }
}

struct DisconnectMalformed: ValidationRule {
  static let strategies = ["best_score", "longest_running", "keep_original", "keep_replacement"]

  let facts = RuleFacts(
    "disconnect-malformed", .server, covers: [258, 259], since: NomadRelease(1, 8),
    finds: "a disconnect block that contradicts itself",
    because: """
      When a client loses contact its allocations are kept as unknown for lost_after, or stopped by the client after \
      stop_on_client_after: a group can have one of the two.
      """,
    failing: .groupPart("disconnect {\n  lost_after           = \"1h\"\n  stop_on_client_after = \"10m\"\n}"),
    passing: .groupPart("disconnect {\n  lost_after = \"1h\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      guard let policy = placed.group.disconnect else { continue }
      if let time = policy.lostAfter, time < .zero {
        report("lost_after is negative: \(time)", at: policy.range(of: \.lostAfter))
      }
      if let time = policy.stopOnClientAfter, time < .zero {
        report("stop_on_client_after is negative: \(time)", at: policy.range(of: \.stopOnClientAfter))
      }
      if let lost = policy.lostAfter, lost != .zero, let stop = policy.stopOnClientAfter, stop != .zero {
        report(
          "lost_after and stop_on_client_after exclude each other", at: policy.nameRange(of: \.stopOnClientAfter),
          related: [.init("lost_after", policy.nameRange(of: \.lostAfter))], help: "keep one of them")
      }
      if let strategy = policy.reconcile, !DisconnectMalformed.strategies.contains(strategy) {
        report.unknown(
          strategy, "way to reconcile", of: DisconnectMalformed.strategies, at: policy.range(of: \.reconcile))
      }
    }
  }
}
