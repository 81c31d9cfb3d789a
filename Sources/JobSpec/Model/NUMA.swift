public import HCLParser

/// `numa`: NUMA placement.
public struct NUMA: Sendable, Hashable {
  /// Strictness.
  public var affinity = ""
  /// Devices that must share the node with the cores.
  public var devices: [String]?
  public var origin = Origin()

  public init() {}
}
