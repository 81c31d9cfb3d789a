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

extension Connect {
  /// `mesh_gateway`: mesh gateway mode of an upstream.
  public struct MeshGateway: Sendable, Hashable {
    /// How gateways are used.
    public var mode = ""
    public var origin = Origin()

    public init() {}
  }
}
