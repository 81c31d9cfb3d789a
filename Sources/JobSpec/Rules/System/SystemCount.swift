import HCLParser

struct SystemCount: ValidationRule {
  let facts = RuleFacts(
    "system-count-above-one", .server, covers: [22], finds: "a count above 1 in a system job",
    because: "A system job runs each group once on every node that fits; there is nothing to count.",
    failing: .job(
      "type = \"system\"\n\ngroup \"logs\" {\n  count = 3\n\n  task \"ship\" {\n    driver = \"docker\"\n  }\n}"),
    passing: .job("type = \"system\"\n\ngroup \"logs\" {\n  task \"ship\" {\n    driver = \"docker\"\n  }\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard checked.isSystem else { return }
    for placed in checked.groups {
      guard let count = placed.group.count, count > 1 else { continue }
      report(
        "group \"\(placed.group.name)\" of a system job has a count of \(count)", at: placed.group.range(of: \.count),
        help: "remove \"count\": the group runs once on each node")
    }
  }
}
