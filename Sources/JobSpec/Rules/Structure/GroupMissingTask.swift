import HCLParser

struct GroupMissingTask: ValidationRule {
  let facts = RuleFacts(
    "group-missing-task", .server, covers: [36], finds: "a group without a task",
    because: """
      A group without a task has nothing to run. Only a group whose service is a Consul gateway needs none: the server \
      adds the gateway's task.
      """,
    failing: .group("count = 2"), passing: .groupPart("count = 2"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for group in checked.job.groups where group.tasks.isEmpty {
      // What the server would have generated a task for has its own reports.
      if group.services.contains(where: { $0.connect?.gateway != nil }), group.networks.isEmpty { continue }
      report("group \"\(group.name)\" has no task", at: group.headerRange, help: "add a task, or remove the group")
    }
  }
}
