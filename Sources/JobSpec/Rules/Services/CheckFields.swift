import HCLParser

struct CheckScriptMissingCommand: ValidationRule {
  let facts = RuleFacts(
    "check-script-missing-command", .server, covers: [141], finds: "a script check without a command",
    because: "A script check runs a program inside the task and reads its exit code.",
    failing: .check("type = \"script\"\ntask = \"server\""),
    passing: .check("type = \"script\"\ntask = \"server\"\ncommand = \"/bin/ok\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks where placed.check.type.lowercased() == "script" && placed.check.command.isEmpty {
      report("the script check has no command", at: placed.check.range(of: \.command), help: "add \"command\"")
    }
  }
}

struct CheckMissingInterval: ValidationRule {
  let facts = RuleFacts(
    "check-missing-interval", .server, covers: [142, 143],
    finds: "a check without interval or timeout, or with one below a second",
    because: "Every check says how often it runs and how long it may take; both are at least one second.",
    failing: .check("type = \"tcp\"\ninterval = \"500ms\""),
    passing: .check("type = \"tcp\"\ninterval = \"10s\"\ntimeout = \"2s\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks {
      look(
        at: placed.check.interval, "interval", placed.check.range(of: \.interval),
        isWritten: placed.check.wrote(\.interval), &report)
      look(
        at: placed.check.timeout, "timeout", placed.check.range(of: \.timeout),
        isWritten: placed.check.wrote(\.timeout), &report)
    }
  }

  private func look(
    at duration: Duration, _ name: String, _ range: @autoclosure () -> SourceRange,
    isWritten: @autoclosure () -> Bool, _ report: inout RuleReporter
  ) {
    guard duration < .second else { return }
    if isWritten() {
      report("\"\(name)\" is \(duration); the least is 1s", at: range())
    } else {
      report("the check has no \(name)", at: range(), help: "add \(name) = \"\(name == "interval" ? "10s" : "2s")\"")
    }
  }
}

struct CheckUnknownStatus: ValidationRule {
  static let states = ["passing", "warning", "critical"]

  let facts = RuleFacts(
    "check-unknown-status", .server, covers: [144], finds: "an initial status that does not exist",
    because: "Before its first run a check is in the state the key gives, \"critical\" without it.",
    failing: .check("type = \"tcp\"\ninitial_status = \"healthy\""),
    passing: .check("type = \"tcp\"\ninitial_status = \"passing\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks {
      let status = placed.check.initialStatus
      guard !status.isEmpty, !CheckUnknownStatus.states.contains(status) else { continue }
      report.unknown(
        status, "state of a check", of: CheckUnknownStatus.states, at: placed.check.range(of: \.initialStatus))
    }
  }
}

struct CheckUnknownAddressMode: ValidationRule {
  static let modes = ["alloc", "driver", "host"]

  let facts = RuleFacts(
    "check-unknown-address-mode", .server, covers: [145], finds: "an address mode of a check that does not exist",
    because: "A check connects to the allocation's, the driver's or the host's address. \"auto\" is for services only.",
    failing: .check("type = \"tcp\"\naddress_mode = \"auto\""),
    passing: .check("type = \"tcp\"\naddress_mode = \"alloc\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks {
      let mode = placed.check.addressMode
      guard !mode.isEmpty, !CheckUnknownAddressMode.modes.contains(mode) else { continue }
      report(
        "a check has no address mode \"\(mode)\"", at: placed.check.range(of: \.addressMode),
        detail: "Known are \(CheckUnknownAddressMode.modes.quotedList).",
        help: mode == "auto" ? "remove the key: a check follows its service" : nil)
    }
  }
}
