import HCLParser

struct GroupSeveralLeaders: ValidationRule {
  let facts = RuleFacts(
    "group-several-leaders", .server, covers: [54], finds: "more than one leader in a group",
    because: "When the leader ends, the group's other tasks are stopped. Only one task can have that say.",
    failing: .group(
      "task \"server\" {\n  driver = \"docker\"\n  leader = true\n}\n\ntask \"logs\" {\n  driver = \"docker\"\n  leader = true\n}"
    ),
    passing: .group(
      "task \"server\" {\n  driver = \"docker\"\n  leader = true\n}\n\ntask \"logs\" {\n  driver = \"docker\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      let leaders = placed.group.tasks.filter(\.leader)
      for task in leaders.dropFirst() {
        report(
          "group \"\(placed.group.name)\" has a second leader, task \"\(task.name)\"", at: task.range(of: \.leader),
          related: [.init("task \"\(leaders[0].name)\" leads already", leaders[0].range(of: \.leader))])
      }
    }
  }
}
