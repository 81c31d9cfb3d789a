import HCLParser

struct JobEmptyDatacenter: ValidationRule {
  let facts = RuleFacts(
    "job-empty-datacenter", .server, covers: [10], finds: "an empty text in \"datacenters\"",
    because: "Each entry is the name of a datacenter or a pattern with \"*\". An empty one matches nothing.",
    failing: .jobPart("datacenters = [\"dc1\", \"\"]"), passing: .jobPart("datacenters = [\"dc1\", \"dc2\"]"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for (index, name) in (checked.job.datacenters ?? []).enumerated() where name.isEmpty {
      report(
        "the name of a datacenter is empty", at: checked.job.range(of: \.datacenters, item: index),
        help: "remove the entry; without the key, or with [\"*\"], every datacenter will do")
    }
  }
}
