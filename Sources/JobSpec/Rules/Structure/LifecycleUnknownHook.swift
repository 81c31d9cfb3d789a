import HCLParser

struct LifecycleUnknownHook: ValidationRule {
  static let hooks = ["prestart", "poststart", "poststop"]

  let facts = RuleFacts(
    "lifecycle-unknown-hook", .server, covers: [198], finds: "a lifecycle hook that does not exist",
    because: """
      The hook says when a task runs: before the main tasks (\"prestart\"), beside them once they have started \
      (\"poststart\"), or after them (\"poststop\"). A task without a lifecycle block is a main task.
      """,
    failing: .taskPart("lifecycle {\n  hook = \"before\"\n}"),
    passing: .taskPart("lifecycle {\n  hook = \"prestart\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      guard let lifecycle = placed.task.lifecycle, !LifecycleUnknownHook.hooks.contains(lifecycle.hook) else {
        continue
      }
      // Reading a job file says it before; a job in JSON may come without.
      if lifecycle.hook.isEmpty, !lifecycle.wrote(\.hook), checked.tree != nil { continue }
      report(
        lifecycle.hook.isEmpty
          ? "the lifecycle block has no hook" : "no lifecycle hook is called \"\(lifecycle.hook)\"",
        at: lifecycle.range(of: \.hook), detail: "The hooks are \(LifecycleUnknownHook.hooks.quotedList).",
        help: NameSuggestion.nearest(to: lifecycle.hook, among: LifecycleUnknownHook.hooks).map {
          "did you mean \"\($0)\"?"
        })
    }
  }
}
