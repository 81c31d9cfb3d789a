import HCLParser

struct ConstraintUnknownOperator: ValidationRule {
  let facts = RuleFacts(
    "constraint-unknown-operator", .server, covers: [12, 39, 194, 211, 235],
    finds: "a constraint with an operator nobody knows",
    because: "The operator says how the attribute is compared with the value; an unknown one can never hold.",
    failing: .jobPart(
      "constraint {\n  attribute = \"${node.class}\"\n  operator  = \"like\"\n  value     = \"fast\"\n}"),
    passing: .jobPart(
      "constraint {\n  attribute = \"${node.class}\"\n  operator  = \"regexp\"\n  value     = \"^fast\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for constraint in checked.constraints + checked.devices.flatMap(\.constraints) {
      if TargetComparison.constraintOperators.contains(constraint.operator) { continue }
      let comparison = TargetComparison(constraint)
      report.unknown(
        comparison.comparison, "operator of a constraint", of: TargetComparison.constraintOperators,
        at: comparison.comparisonRange)
    }
  }
}

struct AffinityUnknownOperator: ValidationRule {
  let facts = RuleFacts(
    "affinity-unknown-operator", .server, covers: [14, 41, 244], finds: "an affinity with an operator it does not have",
    because:
      "An affinity compares like a constraint, but knows no distinct_hosts, distinct_property, is_set or is_not_set.",
    failing: .jobPart("affinity {\n  attribute = \"${meta.ssd}\"\n  operator  = \"is_set\"\n}"),
    passing: .jobPart("affinity {\n  attribute = \"${meta.ssd}\"\n  value     = \"true\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    let affinities = (checked.isSystem ? [] : checked.affinities) + checked.devices.flatMap(\.affinities)
    for affinity in affinities {
      if TargetComparison.affinityOperators.contains(affinity.operator) { continue }
      let comparison = TargetComparison(affinity)
      if TargetComparison.constraintOperators.contains(comparison.comparison) {
        report(
          "an affinity cannot have the operator \"\(comparison.comparison)\"", at: comparison.comparisonRange,
          help: "only constraints can")
      } else {
        report.unknown(
          comparison.comparison, "operator of an affinity", of: TargetComparison.affinityOperators,
          at: comparison.comparisonRange)
      }
    }
  }
}

struct ConstraintMissingAttribute: ValidationRule {
  let facts = RuleFacts(
    "constraint-missing-attribute", .server, covers: [243, 246], finds: "a constraint or affinity without an attribute",
    because: "The attribute is what is compared; only distinct_hosts does without.",
    failing: .jobPart("constraint {\n  value = \"linux\"\n}"),
    passing: .jobPart("constraint {\n  attribute = \"${attr.kernel.name}\"\n  value     = \"linux\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for comparison in checked.comparisons
    where comparison.attribute.isEmpty && comparison.comparison != "distinct_hosts" {
      report(
        comparison.comparison == "distinct_property"
          ? "distinct_property needs an attribute" : "the \(comparison.kind) has no attribute",
        at: comparison.attributeRange, help: "add \"attribute\", for example \"${attr.kernel.name}\"")
    }
  }
}

struct ConstraintMissingValue: ValidationRule {
  let facts = RuleFacts(
    "constraint-missing-value", .server, covers: [236, 237, 245], finds: "a constraint or affinity without a value",
    because: "Most operators compare the attribute with a value. To ask only whether it is there, use is_set.",
    failing: .jobPart("constraint {\n  attribute = \"${meta.ssd}\"\n}"),
    passing: .jobPart("constraint {\n  attribute = \"${meta.ssd}\"\n  operator  = \"is_set\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for comparison in checked.comparisons where comparison.value.isEmpty {
      guard
        TargetComparison.orderings.contains(comparison.comparison)
          || TargetComparison.sets.contains(comparison.comparison)
      else { continue }
      report(
        "operator \"\(comparison.comparison)\" needs a value", at: comparison.valueRange,
        help: comparison.kind == "constraint"
          ? "add \"value\", or use operator is_set to ask whether the attribute is there" : "add \"value\"")
    }
  }
}

struct ConstraintSuperfluousValue: ValidationRule {
  let facts = RuleFacts(
    "constraint-superfluous-value", .server, covers: [242], finds: "is_set or is_not_set with a value",
    because: "The two operators ask whether the attribute is there at all; a value has no meaning.",
    failing: .jobPart(
      "constraint {\n  attribute = \"${meta.ssd}\"\n  operator  = \"is_set\"\n  value     = \"true\"\n}"),
    passing: .jobPart("constraint {\n  attribute = \"${meta.ssd}\"\n  operator  = \"is_set\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for constraint in checked.constraints + checked.devices.flatMap(\.constraints) {
      guard constraint.operator == "is_set" || constraint.operator == "is_not_set", !constraint.value.isEmpty else {
        continue
      }
      let comparison = TargetComparison(constraint)
      report(
        "operator \"\(comparison.comparison)\" takes no value", at: comparison.valueRange, help: "remove \"value\"")
    }
  }
}
