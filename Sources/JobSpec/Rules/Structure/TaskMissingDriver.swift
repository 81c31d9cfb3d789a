import HCLParser

struct TaskMissingDriver: ValidationRule {
  let facts = RuleFacts(
    "task-missing-driver", .server, covers: [188], finds: "a task without a driver",
    because:
      "The driver runs the task: \"docker\", \"exec\", \"java\" or whatever the nodes offer. There is no default.",
    failing: .task("config {\n  image = \"shop/web:1.4\"\n}"),
    passing: .task("driver = \"docker\"\n\nconfig {\n  image = \"shop/web:1.4\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks where placed.task.driver.isEmpty {
      report(
        "task \"\(placed.task.name)\" has no driver", at: placed.task.range(of: \.driver),
        help: "add driver = \"docker\", or whatever runs it"
      )
    }
  }
}
