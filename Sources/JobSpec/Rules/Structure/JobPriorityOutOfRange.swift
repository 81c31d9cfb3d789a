import HCLParser

struct JobPriorityOutOfRange: ValidationRule {
  let facts = RuleFacts(
    "job-priority-out-of-range", .server, covers: [28], finds: "a priority outside 1 to 100",
    because: "Priorities run from 1 to 100, unless the servers are configured for more (\"job_max_priority\").",
    failing: .jobPart("priority = 500"), passing: .jobPart("priority = 80"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let priority = checked.job.priority, !(1...100).contains(priority) else { return }
    report(
      "the priority \(priority) is not within 1 to 100", at: checked.job.range(of: \.priority),
      help: (101...32766).contains(priority)
        ? "servers with a higher \"job_max_priority\" take it; then switch this rule off" : nil)
  }
}
