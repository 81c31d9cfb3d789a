import HCLParser

struct GroupDuplicateName: ValidationRule {
  let facts = RuleFacts(
    "group-duplicate-name", .server, covers: [18], finds: "two groups of a job that share a name",
    because: "An allocation is named after its group; two groups of one name could not be told apart.",
    failing: .job(
      "group \"web\" {\n  task \"a\" {\n    driver = \"docker\"\n  }\n}\n\ngroup \"web\" {\n  task \"b\" {\n    driver = \"docker\"\n  }\n}"
    ),
    passing: .job(
      "group \"web\" {\n  task \"a\" {\n    driver = \"docker\"\n  }\n}\n\ngroup \"api\" {\n  task \"b\" {\n    driver = \"docker\"\n  }\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    var seen = FirstSeen<TaskGroup>()
    for group in checked.job.groups {
      guard let first = seen.first(named: group.name, orRemember: group) else { continue }
      report(
        "group \"\(group.name)\" is declared twice", at: group.labelRange(),
        related: [.init("first declared here", first.labelRange())])
    }
  }
}
