import HCLParser

struct TaskMalformedName: ValidationRule {
  let facts = RuleFacts(
    "task-malformed-name", .server, covers: [52, 187],
    finds: "a task name that is empty, or has a slash or a null character in it",
    because: "A task's name is the name of its folder inside the allocation, so it cannot hold a slash.",
    failing: .group("task \"web/server\" {\n  driver = \"docker\"\n}"),
    passing: .group("task \"web-server\" {\n  driver = \"docker\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      if placed.task.name.isEmpty { report("a task has an empty name", at: placed.task.labelRange()) }
      if placed.task.name.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
        report(
          "the task name \"\(placed.task.name)\" has a slash in it", at: placed.task.labelRange(),
          help: "a task's name is also the name of its folder")
      }
      if placed.task.name.utf8.contains(0) {
        report("the name of a task has a null character in it", at: placed.task.labelRange())
      }
    }
  }
}
