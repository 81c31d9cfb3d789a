public import HCLParser

/// `consul`: consul settings of the group or task.
public struct Consul: Sendable, Hashable {
  /// Consul namespace.
  public var namespace = ""
  /// Consul cluster.
  public var cluster = ""
  /// Consul admin partition; never defaulted.
  public var partition = ""
  public var origin = Origin()

  public init() {}
}
