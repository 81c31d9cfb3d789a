public import HCLParser

extension Connect {
  /// `upstreams`: mesh upstream reachable through a local listener.
  public struct Upstream: Sendable, Hashable {
    /// Upstream service name.
    public var destinationName = ""
    /// Consul namespace of the upstream.
    public var destinationNamespace = ""
    /// Cluster peering name.
    public var destinationPeer = ""
    /// Consul admin partition.
    public var destinationPartition = ""
    /// Kind of destination.
    public var destinationType = ""
    /// Local listener port.
    public var localBindPort = 0
    /// Consul datacenter of the upstream.
    public var datacenter = ""
    /// Local listener address; 127.0.0.1 at runtime.
    public var localBindAddress = ""
    /// Unix socket used instead of address and port.
    public var localBindSocketPath = ""
    /// Mode bits of that socket.
    public var localBindSocketMode = ""
    /// Mesh gateway mode of an upstream.
    @OutOfLine public var meshGateway: Connect.MeshGateway?
    /// Opaque settings passed to the proxy.
    public var config: FreeFormBody?
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Upstream: BlockModel {
  public static let schema = BlockSchema<Connect.Upstream>(
    "upstreams", "Mesh upstream reachable through a local listener.",
    fields: [
      .attribute("destination_name", "DestinationName", \.destinationName, "Upstream service name."),
      .attribute(
        "destination_namespace", "DestinationNamespace", \.destinationNamespace, "Consul namespace of the upstream.",
        since: "1.2.9"),
      .attribute("destination_peer", "DestinationPeer", \.destinationPeer, "Cluster peering name.", since: "1.6.2"),
      .attribute(
        "destination_partition", "DestinationPartition", \.destinationPartition, "Consul admin partition.",
        since: "1.7.7"),
      .attribute("destination_type", "DestinationType", \.destinationType, "Kind of destination.", since: "1.6.2"),
      .attribute("local_bind_port", "LocalBindPort", \.localBindPort, "Local listener port.", default: "0"),
      .attribute("datacenter", "Datacenter", \.datacenter, "Consul datacenter of the upstream."),
      .attribute(
        "local_bind_address", "LocalBindAddress", \.localBindAddress, "Local listener address; 127.0.0.1 at runtime.",
        since: "1.1.0"),
      .attribute(
        "local_bind_socket_path", "LocalBindSocketPath", \.localBindSocketPath,
        "Unix socket used instead of address and port.", since: "1.6.2"),
      .attribute(
        "local_bind_socket_mode", "LocalBindSocketMode", \.localBindSocketMode, "Mode bits of that socket.",
        since: "1.6.2"),
      .block("mesh_gateway", "MeshGateway", \._meshGateway, "Mesh gateway mode of an upstream.", since: "1.1.1"),
      .freeForm("config", "Config", \.config, "Opaque settings passed to the proxy.", since: "1.5.0"),
    ])
}

extension Connect {
  /// `mesh_gateway`: mesh gateway mode of an upstream.
  public struct MeshGateway: Sendable, Hashable {
    /// How gateways are used.
    public var mode = ""
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.MeshGateway: BlockModel {
  public static let schema = BlockSchema<Connect.MeshGateway>(
    "mesh_gateway", "Mesh gateway mode of an upstream.",
    fields: [
      .attribute(
        "mode", "Mode", \.mode, "How gateways are used.", choices: ["local", "remote", "none"], since: "1.1.1")
    ])
}
