import HCLParser

/// The shape that constraints and affinities share: left side, operator, right side.
///
/// One rule speaks of both, wherever they stand.
struct TargetComparison: Sendable {
  /// What the block is called in messages.
  var kind: String
  var attribute: String
  var comparison: String
  var value: String
  var header: SourceRange
  var attributeRange: SourceRange
  var comparisonRange: SourceRange
  var valueRange: SourceRange

  init(_ constraint: Constraint) {
    kind = "constraint"
    attribute = constraint.attribute
    comparison = constraint.operator
    value = constraint.value
    header = constraint.headerRange
    attributeRange = constraint.range(of: \.attribute)
    comparisonRange = constraint.range(of: \.operator)
    valueRange = constraint.range(of: \.value)
  }

  init(_ affinity: Affinity) {
    kind = "affinity"
    attribute = affinity.attribute
    comparison = affinity.operator
    value = affinity.value
    header = affinity.headerRange
    attributeRange = affinity.range(of: \.attribute)
    comparisonRange = affinity.range(of: \.operator)
    valueRange = affinity.range(of: \.value)
  }

  static let orderings: Set<String> = ["=", "==", "is", "!=", "not", "<", "<=", ">", ">="]
  static let sets: Set<String> = ["set_contains", "set_contains_all", "set_contains_any"]
  /// The operators of constraints, in the order of the docs.
  static let constraintOperators = [
    "=", "==", "is", "!=", "not", ">", ">=", "<", "<=", "distinct_hosts", "distinct_property", "regexp", "set_contains",
    "set_contains_all", "set_contains_any", "version", "semver", "is_set", "is_not_set",
  ]
  static let affinityOperators = [
    "=", "==", "is", "!=", "not", ">", ">=", "<", "<=", "regexp", "set_contains", "set_contains_all",
    "set_contains_any", "version", "semver",
  ]
}
