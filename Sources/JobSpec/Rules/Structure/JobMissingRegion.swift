import HCLParser

struct JobMissingRegion: ValidationRule {
  let facts = RuleFacts(
    "job-missing-region", .server, covers: [1], finds: "an empty region",
    because: "A job belongs to one region unless it is a multiregion job. Without the key it is \"global\".",
    failing: .jobPart("region = \"\""), passing: .jobPart("region = \"global\""))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard checked.job.multiregion == nil, checked.job.region == "" else { return }
    report(
      "the job's region is empty", at: checked.job.range(of: \.region), help: "name a region, or leave the key out")
  }
}
