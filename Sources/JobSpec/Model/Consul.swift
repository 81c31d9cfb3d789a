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

extension Consul: BlockModel {
  public static let schema = BlockSchema<Consul>(
    "consul", "Consul settings of the group or task.",
    fields: [
      .attribute("namespace", "Namespace", \.namespace, "Consul namespace.", since: "1.1.0", change: .destructive),
      .attribute("cluster", "Cluster", \.cluster, "Consul cluster.", default: "default", since: "1.7.0"),
      .attribute("partition", "Partition", \.partition, "Consul admin partition; never defaulted.", since: "1.7.3"),
    ])
}
