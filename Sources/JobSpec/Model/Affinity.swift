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
      .attribute("weight", "Weight", \.weight, "Score weight.", in: -128...127, default: "50"),
      .shorthand("version", "string", "Short form: the operator version with this value.", for: [\.operator, \.value]) {
        $0.operator = "version"
        $0.value = $1
      },
      .shorthand("semver", "string", "Short form: the operator semver with this value.", for: [\.operator, \.value]) {
        $0.operator = "semver"
        $0.value = $1
      },
      .shorthand("regexp", "string", "Short form: the operator regexp with this value.", for: [\.operator, \.value]) {
        $0.operator = "regexp"
        $0.value = $1
      },
      .shorthand(
        "set_contains_any", "string", "Short form: the operator set_contains_any with this value.",
        for: [\.operator, \.value]
      ) {
        $0.operator = "set_contains_any"
        $0.value = $1
      },
      .shorthand(
        "set_contains_all", "string", "Short form: the operator set_contains_all with this value.",
        for: [\.operator, \.value]
      ) {
        $0.operator = "set_contains_all"
        $0.value = $1
      },
      .shorthand(
        "set_contains", "string", "Short form: the operator set_contains with this value.", for: [\.operator, \.value]
      ) {
        $0.operator = "set_contains"
        $0.value = $1
      },
    ]
  ) { if $0.operator.isEmpty { $0.operator = "=" } }
}
