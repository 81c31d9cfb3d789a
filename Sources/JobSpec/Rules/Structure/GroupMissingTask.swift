import HCLParser

struct GroupMissingTask: ValidationRule {
  let facts = RuleFacts(
    "group-missing-task", .server, covers: [36], finds: "a group without a task",
    because: """
      A group without a task has nothing to run. Only a group whose service is a Consul gateway needs none: the server \
      adds the gateway's task.
      """,
    failing: .group("count = 2"), passing: .groupPart("count = 2"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups where placed.group.tasks.isEmpty {
      // What the server would have generated a task for has its own reports.
      if placed.group.services.contains(where: { $0.connect?.gateway != nil }), placed.group.networks.isEmpty {
        continue
      }
      report(
        "group \"\(placed.group.name)\" has no task", at: placed.group.headerRange,
        help: "add a task, or remove the group")
    }
  }
}
