import HCLParser

struct ServiceForeignTask: ValidationRule {
  let facts = RuleFacts(
    "service-foreign-task", .server, covers: [112, 113],
    finds: "a service of a task, or a check of it, that names another task",
    because: "A service inside a task belongs to that task. To speak of another one, move it into the group.",
    failing: .group(
      "task \"server\" {\n  driver = \"docker\"\n\n  service {\n    name = \"web\"\n    task = \"logs\"\n  }\n}\n\ntask \"logs\" {\n  driver = \"docker\"\n}"
    ),
    passing: .group(
      "task \"server\" {\n  driver = \"docker\"\n\n  service {\n    name = \"web\"\n  }\n}\n\ntask \"logs\" {\n  driver = \"docker\"\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.services {
      guard let owner = placed.owner else { continue }
      let task = owner.task.name
      if !placed.service.task.isEmpty, !placed.service.task.isSame(as: task) {
        report(
          "a service of task \"\(task)\" cannot belong to task \"\(placed.service.task)\"",
          at: placed.service.range(of: \.task),
          help: "remove \"task\", or move the service into the group")
      }
      for check in placed.service.checks where !check.task.isEmpty && !check.task.isSame(as: task) {
        report(
          "a check in task \"\(task)\" cannot run in task \"\(check.task)\"", at: check.range(of: \.task),
          help: "remove \"task\", or move the service into the group")
      }
    }
  }
}
