import HCLParser

struct RestartMalformed: ValidationRule {
  static let modes = ["fail", "delay"]

  let facts = RuleFacts(
    "restart-malformed", .server, covers: [44, 75, 76, 77], finds: "a restart policy that contradicts itself",
    because: """
      After the last attempt a task fails (mode "fail") or waits for the next interval (mode "delay"), and the interval \
      is at least 5s. Waiting makes no sense where no attempt is allowed.
      """,
    failing: .groupPart("restart {\n  attempts = 0\n  mode     = \"delay\"\n}"),
    passing: .groupPart("restart {\n  attempts = 0\n  mode     = \"fail\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for restart in checked.restarts {
      let mode = restart.mode ?? "fail"
      if !RestartMalformed.modes.contains(mode) {
        report.unknown(mode, "restart mode", of: RestartMalformed.modes, at: restart.range(of: \.mode))
      }
      if restart.attempts == 0, mode == "delay" {
        report(
          "mode \"\(mode)\" with 0 attempts is ambiguous",
          at: restart.wrote(\.attempts) ? restart.range(of: \.attempts) : restart.range(of: \.mode),
          help: "use mode \"fail\" for no restarts, or allow attempts")
      }
      if let interval = restart.interval, interval < .seconds(5) {
        report("the interval is \(interval); the least is 5s", at: restart.range(of: \.interval))
      }
    }
  }
}

struct RestartImpossible: ValidationRule {
  let facts = RuleFacts(
    "restart-impossible", .server, covers: [78], finds: "more restarts than fit into the interval",
    because: "Each attempt waits for the delay, so attempts times delay has to fit into the interval.",
    failing: .groupPart("restart {\n  attempts = 10\n  delay    = \"30s\"\n  interval = \"2m\"\n}"),
    passing: .groupPart("restart {\n  attempts = 4\n  delay    = \"30s\"\n  interval = \"2m\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for restart in checked.restarts {
      guard let attempts = restart.attempts, let delay = restart.delay, let interval = restart.interval, attempts > 0
      else { continue }
      let needed = delay * attempts
      guard needed > interval else { continue }
      let place =
        restart.wrote(\.attempts)
        ? restart.range(of: \.attempts)
        : restart.wrote(\.delay) ? restart.range(of: \.delay) : restart.range(of: \.interval)
      report(
        "\(attempts) attempts with a delay of \(delay) take \(needed), and the interval is \(interval)", at: place,
        detail: restart.unwritten, help: "allow fewer attempts, a shorter delay or an interval of at least \(needed)")
    }
  }
}

extension RestartPolicy {
  /// Which of the values are defaults.
  fileprivate var unwritten: String {
    var names: [String] = []
    if !wrote(\.attempts) { names.append("attempts") }
    if !wrote(\.delay) { names.append("delay") }
    if !wrote(\.interval) { names.append("interval") }
    return names.isEmpty ? "" : "Not set, so the default counts: \(names.joined(separator: ", "))."
  }
}

extension CheckedGroups {
  /// The restart policies of groups. The server does not look at those that tasks write themselves.
  var restarts: [RestartPolicy] { groups.compactMap(\.group.restart) }
}
