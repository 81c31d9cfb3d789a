import HCLParser

struct MultiregionNeedsEnterprise: ValidationRule {
  let facts = RuleFacts(
    "multiregion-needs-enterprise", .advice, .warning, covers: [25], finds: "a job for several regions",
    because: "Only Nomad Enterprise deploys one job to several regions; other servers refuse the job.",
    failing: .jobPart("multiregion {\n  region \"west\" {\n    count = 2\n  }\n}"),
    passing: .jobPart("region = \"west\""))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let multiregion = checked.job.multiregion else { return }
    report("a multiregion job needs Nomad Enterprise", at: multiregion.headerRange)
  }
}
