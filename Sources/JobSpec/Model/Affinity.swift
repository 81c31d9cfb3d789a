public import HCLParser

/// `affinity`: soft placement preference.
public struct Affinity: Sendable, Hashable {
  /// Left side, usually an interpolation.
  public var attribute = ""
  /// Right side.
  public var value = ""
  /// Comparison.
  public var `operator` = ""
  /// Score weight.
  public var weight: Int?
  public var origin = Origin()

  public init() {}
}

extension Affinity: TargetComparing {}

extension Affinity: BlockModel {
  public static let schema = BlockSchema<Affinity>(
    "affinity", "Soft placement preference.",
    readsInRowOrder: true,
    fields: [
      .attribute("attribute", "LTarget", \.attribute, "Left side, usually an interpolation.", nullKeeps: true),
      .attribute("value", "RTarget", \.value, "Right side.", nullKeeps: true),
      .attribute(
        "operator", "Operand", \.operator, "Comparison.", default: "=",
        choices: [
          "=", "==", "is", "!=", "not", ">", ">=", "<", "<=", "regexp", "set_contains", "set_contains_all",
          "set_contains_any", "version", "semver",
        ], nullKeeps: true),
      .attribute("weight", "Weight", \.weight, "Score weight.", in: -128...127, default: "50", cutsFractions: true),
      .operatorShorthand("version", for: [\.operator, \.value]),
      .operatorShorthand("semver", for: [\.operator, \.value]),
      .operatorShorthand("regexp", for: [\.operator, \.value]),
      .operatorShorthand("set_contains_any", for: [\.operator, \.value]),
      .operatorShorthand("set_contains_all", for: [\.operator, \.value]),
      .operatorShorthand("set_contains", for: [\.operator, \.value]),
    ]
  ) { if $0.operator.isEmpty { $0.operator = "=" } }
}
