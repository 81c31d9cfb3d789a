import HCLParser

struct TaskDuplicateName: ValidationRule {
  let facts = RuleFacts(
    "task-duplicate-name", .server, covers: [53], finds: "two tasks of a group that share a name",
    because: "Each task of an allocation has a folder of its name; two tasks of one name could not have their own.",
    failing: .group("task \"server\" {\n  driver = \"docker\"\n}\n\ntask \"server\" {\n  driver = \"exec\"\n}"),
    passing: .group("task \"server\" {\n  driver = \"docker\"\n}\n\ntask \"logs\" {\n  driver = \"exec\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      var seen = FirstSeen<Task>()
      for task in placed.group.tasks {
        guard let first = seen.first(named: task.name, orRemember: task) else { continue }
        report(
          "task \"\(task.name)\" is declared twice in group \"\(placed.group.name)\"", at: task.labelRange(),
          related: [.init("first declared here", first.labelRange())])
      }
    }
  }
}
