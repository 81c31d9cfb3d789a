import HCLParser

struct JobMissingGroup: ValidationRule {
  let facts = RuleFacts(
    "job-missing-group", .server, covers: [11], finds: "a job without a group",
    because: "Groups hold the tasks; a job without one has nothing to run.",
    failing: .job("datacenters = [\"dc1\"]"), passing: .jobPart("datacenters = [\"dc1\"]"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard checked.job.groups.isEmpty else { return }
    report("job \"\(checked.job.id)\" has no group", at: checked.job.headerRange, help: "add a group with a task")
  }
}
