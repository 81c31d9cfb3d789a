public import HCLParser

/// `device`: device request.
public struct Device: Sendable, Hashable {
  /// Type, vendor/type or vendor/type/model.
  public var name = ""
  /// Number of instances.
  public var count: Int?
  /// Hard placement rule.
  public var constraints: [Constraint] = []
  /// Soft placement preference.
  public var affinities: [Affinity] = []
  public var origin = Origin()

  public init() {}
}

extension Device: BlockModel {
  public static let schema = BlockSchema<Device>(
    "device", "Device request.",
    fields: [
      .label("name", "Name", \.name, "Type, vendor/type or vendor/type/model."),
      .attribute("count", "Count", \.count, "Number of instances.", in: 0...Int.max, default: "1"),
      .blocks("constraint", "Constraints", \.constraints, "Hard placement rule."),
      .blocks("affinity", "Affinities", \.affinities, "Soft placement preference."),
    ])
}
