public import HCLParser

/// `constraint`: hard placement rule.
public struct Constraint: Sendable, Hashable {
  /// Left side, usually an interpolation.
  public var attribute = ""
  /// Right side.
  public var value = ""
  /// Comparison.
  public var `operator` = ""
  public var origin = Origin()

  public init() {}
}

extension Constraint: TargetComparing {}

extension Constraint: BlockModel {
  public static let schema = BlockSchema<Constraint>(
    "constraint", "Hard placement rule.",
    readsInRowOrder: true,
    fields: [
      .attribute("attribute", "LTarget", \.attribute, "Left side, usually an interpolation.", nullKeeps: true),
      .attribute("value", "RTarget", \.value, "Right side.", nullKeeps: true),
      .attribute(
        "operator", "Operand", \.operator, "Comparison.", default: "=",
        choices: [
          "=", "==", "is", "!=", "not", ">", ">=", "<", "<=", "distinct_hosts", "distinct_property", "regexp",
          "set_contains", "set_contains_all", "set_contains_any", "version", "semver", "is_set", "is_not_set",
        ], nullKeeps: true),
      .operatorShorthand("version", for: [\.operator, \.value]),
      .operatorShorthand("semver", for: [\.operator, \.value]),
      .operatorShorthand("regexp", for: [\.operator, \.value]),
      .operatorShorthand("set_contains", for: [\.operator, \.value]),
      .shorthand(
        "distinct_hosts", "bool", "Short form: the operator distinct_hosts, true or false.", for: [\.operator, \.value]
      ) {
        $0.operator = "distinct_hosts"
        $0.value = $1
      },
      .shorthand(
        "distinct_property", "string",
        "Short form: the operator distinct_property on this attribute; value stays the limit.",
        for: [\.operator, \.attribute]
      ) {
        $0.operator = "distinct_property"
        $0.attribute = $1
      },
      .shorthand("set_contains_all", "string", "Accepted and ignored by Nomad.", for: []) { _, _ in },
      .shorthand("set_contains_any", "string", "Accepted and ignored by Nomad.", for: []) { _, _ in },
      .shorthand("is_set", "string", "Accepted and ignored by Nomad.", for: []) { _, _ in },
      .shorthand("is_not_set", "string", "Accepted and ignored by Nomad.", for: []) { _, _ in },
    ]
  ) { if $0.operator.isEmpty { $0.operator = "=" } }
}
