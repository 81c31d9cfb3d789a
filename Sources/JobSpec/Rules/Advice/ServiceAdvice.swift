import HCLParser

struct ServiceWithoutCheck: ValidationRule {
  let facts = RuleFacts(
    "service-without-check", .advice, .info, finds: "a service without a check",
    because: """
      Without a check a service counts as healthy as soon as its task runs: an update goes on, and clients are sent \
      there, before it answers.
      """,
    failing: .groupPart("network {\n  port \"http\" {}\n}\n\nservice {\n  name = \"web\"\n  port = \"http\"\n}"),
    passing: .groupPart(
      "network {\n  port \"http\" {}\n}\n\nservice {\n  name = \"web\"\n  port = \"http\"\n\n  check {\n    type     = \"tcp\"\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard checked.type == "service" || checked.type == "system" else { return }
    for placed in checked.services where placed.service.checks.isEmpty && !placed.service.port.isEmpty {
      // A sidecar and a gateway have checks of their own.
      if placed.service.connect != nil { continue }
      report(
        "service \"\(placed.service.name)\" has no check", at: placed.service.headerRange, help: "add a check block")
    }
  }
}

struct ServiceUnknownTask: ValidationRule {
  let facts = RuleFacts(
    "service-unknown-task", .advice, .warning, finds: "a service of a group that belongs to a task nobody declared",
    because:
      "The task of a service runs its script checks and is restarted by check_restart; an unknown one does neither.",
    failing: .groupPart("service {\n  name = \"web\"\n  task = \"srever\"\n}"),
    passing: .groupPart("service {\n  name = \"web\"\n  task = \"server\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.services where placed.owner == nil && !placed.service.task.isEmpty {
      let names = placed.group.tasks.map(\.name)
      let task = placed.service.task
      // Of a native service's task a server rule speaks.
      if placed.service.connect?.native == true || task.isInterpolated { continue }
      if names.contains(where: { $0.isSame(as: task) }) { continue }
      report(
        "group \"\(placed.group.name)\" has no task \"\(task)\"", at: placed.service.range(of: \.task),
        help: NameSuggestion.nearest(to: task, among: names).map { "did you mean \"\($0)\"?" })
    }
  }
}

struct CheckRestartWithoutLimit: ValidationRule {
  let facts = RuleFacts(
    "check-restart-without-limit", .advice, .warning, finds: "a check_restart block without a limit",
    because: "The task is restarted after \"limit\" failures in a row; without the key, or with 0, it never is.",
    failing: .check("type = \"tcp\"\n\ncheck_restart {\n  grace = \"30s\"\n}\n"),
    passing: .check("type = \"tcp\"\n\ncheck_restart {\n  limit = 3\n  grace = \"30s\"\n}\n"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks {
      guard let restart = placed.check.checkRestart, restart.limit == 0 else { continue }
      report("check_restart has no effect without a limit", at: restart.range(of: \.limit), help: "add \"limit\"")
    }
  }
}

struct CheckThresholdNegative: ValidationRule {
  let facts = RuleFacts(
    "check-threshold-negative", .advice, .warning, covers: [158, 159], finds: "a negative threshold of a check",
    because: "The server takes a negative number of successes or failures for 0.",
    failing: .check("type = \"tcp\"\nsuccess_before_passing = -1"),
    passing: .check("type = \"tcp\"\nsuccess_before_passing = 2"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for check in checked.written.groups.flatMap({ $0.services + $0.tasks.flatMap(\.services) }).flatMap(\.checks) {
      if check.successBeforePassing < 0 {
        look("success_before_passing", check.range(of: \.successBeforePassing), &report)
      }
      if check.failuresBeforeCritical < 0 {
        look("failures_before_critical", check.range(of: \.failuresBeforeCritical), &report)
      }
      if check.failuresBeforeWarning < 0 {
        look("failures_before_warning", check.range(of: \.failuresBeforeWarning), &report)
      }
    }
  }

  private func look(_ key: String, _ range: SourceRange, _ report: inout RuleReporter) {
    report("a negative \"\(key)\" counts as 0", at: range)
  }
}

struct ServiceMissingShutdownDelay: ValidationRule {
  let facts = RuleFacts(
    "service-missing-shutdown-delay", .server, .warning, covers: [282], since: NomadRelease(2, 0, 1), needsTarget: true,
    finds: "services without a shutdown delay",
    because: """
      A stopping task is taken out of service discovery and gets its signal at the same time, so requests on their way \
      are lost. shutdown_delay of task or group lets some time pass between the two. Servers warn of this since 2.0.1.
      """,
    failing: .groupPart("service {\n  name = \"web\"\n}"),
    passing: .groupPart("shutdown_delay = \"5s\"\n\nservice {\n  name = \"web\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups where (placed.group.shutdownDelay ?? .zero) == .zero {
      if !placed.group.services.isEmpty,
        placed.group.tasks.filter({ $0.kind.isEmpty }).allSatisfy({ $0.shutdownDelay == .zero })
      {
        report(
          "group \"\(placed.group.name)\" has services and no shutdown_delay", at: placed.group.services[0].headerRange,
          help: "add shutdown_delay = \"5s\" to the group")
      }
      for task in placed.group.tasks where !task.services.isEmpty && task.shutdownDelay == .zero {
        report(
          "task \"\(task.name)\" has services and no shutdown_delay", at: task.services[0].headerRange,
          help: "add shutdown_delay = \"5s\" to the task or the group")
      }
    }
  }
}
