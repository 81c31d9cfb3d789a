import HCLParser

struct SystemAffinity: ValidationRule {
  let facts = RuleFacts(
    "system-affinity", .server, covers: [13, 40, 195], finds: "an affinity in a system job",
    because: "A system job runs on every node that fits, so there is no choice that an affinity could influence.",
    failing: .jobPart("type = \"system\"\n\naffinity {\n  attribute = \"${node.class}\"\n  value     = \"fast\"\n}"),
    passing: .jobPart("type = \"system\"\n\nconstraint {\n  attribute = \"${node.class}\"\n  value     = \"fast\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard checked.isSystem else { return }
    for affinity in checked.affinities {
      report(
        "a system job cannot have an affinity", at: affinity.headerRange,
        help: "use a constraint to leave nodes out, or remove the block")
    }
  }
}
