import HCLParser

struct ServiceUnknownOnUpdate: ValidationRule {
  static let values = ["require_healthy", "ignore_warnings", "ignore"]

  let facts = RuleFacts(
    "service-unknown-on-update", .server, covers: [123, 146], finds: "a value of \"on_update\" that does not exist",
    because: "The key says how a check's state counts while a new version is rolled out.",
    failing: .groupPart("service {\n  name      = \"web\"\n  on_update = \"healthy\"\n}"),
    passing: .groupPart("service {\n  name      = \"web\"\n  on_update = \"require_healthy\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.services {
      look(at: placed.service.onUpdate, placed.service.range(of: \.onUpdate), &report)
      for each in placed.checks where each.check.wrote(\.onUpdate) {
        look(at: each.check.onUpdate, each.check.range(of: \.onUpdate), &report)
      }
    }
  }

  private func look(at value: String, _ range: SourceRange, _ report: inout RuleReporter) {
    guard !value.isEmpty, !ServiceUnknownOnUpdate.values.contains(value) else { return }
    report.unknown(value, "value of \"on_update\"", of: ServiceUnknownOnUpdate.values, at: range)
  }
}
