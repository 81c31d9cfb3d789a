import HCLParser

struct SystemSpread: ValidationRule {
  let facts = RuleFacts(
    "system-spread", .server, covers: [15, 42], finds: "a spread in a system job",
    because: "A system job runs on every node that fits, so there is nothing to spread.",
    failing: .jobPart("type = \"system\"\n\nspread {\n  attribute = \"${node.datacenter}\"\n}"),
    passing: .jobPart("type = \"system\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard checked.isSystem else { return }
    for spread in checked.spreads {
      report("a system job cannot have a spread", at: spread.headerRange, help: "remove the block")
    }
  }
}
