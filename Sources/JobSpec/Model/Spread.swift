public import HCLParser

/// `spread`: spread preference.
public struct Spread: Sendable, Hashable {
  /// Node attribute to spread over.
  public var attribute = ""
  /// Relative weight.
  public var weight: Int?
  /// Desired share of one attribute value.
  public var targets: [Spread.Target] = []
  public var origin = Origin()

  public init() {}
}

extension Spread: BlockModel {
  public static let schema = BlockSchema<Spread>(
    "spread", "Spread preference.",
    fields: [
      .attribute("attribute", "Attribute", \.attribute, "Node attribute to spread over."),
      .attribute("weight", "Weight", \.weight, "Relative weight.", in: -128...127, default: "50"),
      .blocks("target", "SpreadTarget", \.targets, "Desired share of one attribute value."),
    ])
}

extension Spread {
  /// `target`: desired share of one attribute value.
  public struct Target: Sendable, Hashable {
    /// Attribute value.
    public var value = ""
    /// Share in percent.
    public var percent = 0
    public var origin = Origin()

    public init() {}
  }
}

extension Spread.Target: BlockModel {
  public static let schema = BlockSchema<Spread.Target>(
    "target", "Desired share of one attribute value.",
    fields: [
      .label("value", "Value", \.value, "Attribute value."),
      .attribute("percent", "Percent", \.percent, "Share in percent.", in: 0...255, default: "0"),
    ])
}
