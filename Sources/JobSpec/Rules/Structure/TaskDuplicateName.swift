import HCLParser

struct TaskDuplicateName: ValidationRule {
  let facts = RuleFacts(
    "task-duplicate-name", .server, covers: [53], finds: "two tasks of a group that share a name",
    because: "Each task of an allocation has a folder of its name; two tasks of one name could not have their own.",
    failing: .group("task \"server\" {\n  driver = \"docker\"\n}\n\ntask \"server\" {\n  driver = \"exec\"\n}"),
    passing: .group("task \"server\" {\n  driver = \"docker\"\n}\n\ntask \"logs\" {\n  driver = \"exec\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      guard placed.group.tasks.count > 1 else { continue }
      var seen = FirstSeen<PlacedTask>()
      for each in placed.tasks {
        guard let first = seen.first(named: each.task.name, orRemember: each) else { continue }
        report(
          "task \"\(each.task.name)\" is declared twice in group \"\(placed.group.name)\"", at: each.task.labelRange(),
          related: [.init("first declared here", first.task.labelRange())])
      }
    }
  }
}
