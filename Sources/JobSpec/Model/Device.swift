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
