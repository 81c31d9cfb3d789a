public import HCLParser

/// `parameterized`: job that is dispatched with parameters.
public struct Parameterized: Sendable, Hashable {
  /// Payload rule.
  public var payload = ""
  /// Meta keys a dispatch must set.
  public var metaRequired: [String]?
  /// Meta keys a dispatch may set.
  public var metaOptional: [String]?
  public var origin = Origin()

  public init() {}
}

extension Parameterized: BlockModel {
  public static let schema = BlockSchema<Parameterized>(
    "parameterized", "Job that is dispatched with parameters.",
    fields: [
      .attribute(
        "payload", "Payload", \.payload, "Payload rule.", default: "optional",
        choices: ["optional", "required", "forbidden"]),
      .attribute("meta_required", "MetaRequired", \.metaRequired, "Meta keys a dispatch must set."),
      .attribute("meta_optional", "MetaOptional", \.metaOptional, "Meta keys a dispatch may set."),
    ])
}
