import HCLParser

struct CheckUnknownTask: ValidationRule {
  let facts = RuleFacts(
    "check-unknown-task", .server, covers: [117], finds: "a check that is to run in a task nobody declared",
    because: "A script check of a group's service runs inside one of the group's tasks.",
    failing: .check("type = \"script\"\ntask = \"srever\"\ncommand = \"/bin/ok\""),
    passing: .check("type = \"script\"\ntask = \"server\"\ncommand = \"/bin/ok\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks where placed.owner == nil && !placed.check.task.isEmpty {
      let names = placed.group.tasks.map(\.name)
      guard !names.contains(where: { $0.isSame(as: placed.check.task) }) else { continue }
      report(
        "group \"\(placed.group.name)\" has no task \"\(placed.check.task)\"", at: placed.check.range(of: \.task),
        help: NameSuggestion.nearest(to: placed.check.task, among: names).map { "did you mean \"\($0)\"?" })
    }
  }
}

struct CheckScriptMissingTask: ValidationRule {
  let facts = RuleFacts(
    "check-script-missing-task", .server, covers: [58], finds: "a script check of a group's service without a task",
    because: "A script runs inside a task; for a service of the group the check has to say in which.",
    failing: .check("type = \"script\"\ncommand = \"/bin/ok\""),
    passing: .check("type = \"script\"\ntask = \"server\"\ncommand = \"/bin/ok\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks {
      guard placed.owner == nil, placed.check.type.lowercased() == "script", placed.check.task.isEmpty,
        placed.service.task.isEmpty
      else { continue }
      report(
        "a script check of a group's service needs a task to run in", at: placed.check.headerRange,
        help: placed.group.tasks.count == 1 ? "add task = \"\(placed.group.tasks[0].name)\"" : "add \"task\"")
    }
  }
}

struct CheckDuplicateName: ValidationRule {
  let facts = RuleFacts(
    "check-duplicate-name", .server, covers: [130], finds: "two checks of a task's service that share a name",
    because: "Checks are registered by name. Without one a check is called after its service, so two need names.",
    failing: .taskPart(
      "service {\n  name = \"web\"\n\n  check {\n    name     = \"up\"\n    type     = \"script\"\n    command  = \"/bin/a\"\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n\n  check {\n    name     = \"up\"\n    type     = \"script\"\n    command  = \"/bin/b\"\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n}"
    ),
    passing: .taskPart(
      "service {\n  name = \"web\"\n\n  check {\n    name     = \"up\"\n    type     = \"script\"\n    command  = \"/bin/a\"\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n\n  check {\n    name     = \"ready\"\n    type     = \"script\"\n    command  = \"/bin/b\"\n    interval = \"10s\"\n    timeout  = \"2s\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.services where placed.owner != nil {
      let checks = placed.service.checks
      for (index, check) in checks.enumerated() {
        guard let first = checks[..<index].first(where: { $0.name.isSame(as: check.name) }) else { continue }
        report(
          check.wrote(\.name) ? "check \"\(check.name)\" is declared twice" : "a second check without a name",
          at: check.range(of: \.name), related: [.init("the first one", first.range(of: \.name))],
          help: check.wrote(\.name) ? nil : "without names both are called \(check.name); name them")
      }
    }
  }
}
