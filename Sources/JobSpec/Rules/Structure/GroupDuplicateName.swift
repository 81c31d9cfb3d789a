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
    guard checked.job.groups.count > 1 else { return }
    var seen = FirstSeen<PlacedGroup>()
    for placed in checked.groups {
      guard let first = seen.first(named: placed.group.name, orRemember: placed) else { continue }
      report(
        "group \"\(placed.group.name)\" is declared twice", at: placed.group.labelRange(),
        related: [.init("first declared here", first.group.labelRange())])
    }
  }
}
