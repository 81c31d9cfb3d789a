import HCLParser

struct JobUnknownType: ValidationRule {
  static let types = ["service", "batch", "system", "sysbatch"]

  let facts = RuleFacts(
    "job-unknown-type", .server, covers: [8, 26], finds: "a job type that no scheduler knows",
    because: """
      The type chooses the scheduler: \"service\" keeps instances running, \"batch\" runs them to their end, \"system\" \
      and \"sysbatch\" do so on every node. \"core\" is for the servers themselves.
      """,
    failing: .jobPart("type = \"daemon\""), passing: .jobPart("type = \"service\""))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    let job = checked.job
    guard let type = job.type, !JobUnknownType.types.contains(type) else { return }
    let place = job.range(of: \.type)
    if type == "core" {
      report("a job cannot be of type \"core\"", at: place, help: "that type is for the servers' own work")
    } else if type.isEmpty {
      report("the job's type is empty", at: place, help: "the types are \(JobUnknownType.types.quotedList)")
    } else {
      let nearest = NameSuggestion.nearest(to: type, among: JobUnknownType.types)
      report(
        "no job type is called \"\(type)\"", at: place, detail: "The types are \(JobUnknownType.types.quotedList).",
        help: nearest.map { "did you mean \"\($0)\"?" })
    }
  }
}
