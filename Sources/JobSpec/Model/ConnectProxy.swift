public import HCLParser

extension Connect {
  /// `proxy`: proxy configuration.
  public struct Proxy: Sendable, Hashable {
    /// Address where the local service listens.
    public var localServiceAddress = ""
    /// Port where the local service listens.
    public var localServicePort = 0
    /// Paths reachable outside the mesh.
    @OutOfLine public var expose: Connect.Expose?
    /// Old spelling of Expose in API JSON.
    @OutOfLine public var exposeConfig: Expose?
    /// Mesh upstream reachable through a local listener.
    public var upstreams: [Connect.Upstream] = []
    /// Redirect all traffic of the namespace through Envoy.
    @OutOfLine public var transparentProxy: Connect.TransparentProxy?
    /// Opaque settings passed to the proxy.
    public var config: FreeFormBody?
    public var origin = Origin()

    public init() {}
  }
}

extension Connect {
  /// `expose`: paths reachable outside the mesh.
  public struct Expose: Sendable, Hashable {
    /// One exposed path.
    public var paths: [Connect.ExposedPath] = []
    /// Old spelling of Paths in API JSON.
    public var path: [Connect.ExposedPath] = []
    public var origin = Origin()

    public init() {}
  }
}

extension Connect {
  /// `path`: one exposed path.
  public struct ExposedPath: Sendable, Hashable {
    /// HTTP or gRPC path.
    public var path = ""
    /// http or http2.
    public var `protocol` = ""
    /// Port of the local service for this path.
    public var localPathPort = 0
    /// Port label for the exposing listener.
    public var listenerPort = ""
    public var origin = Origin()

    public init() {}
  }
}

extension Connect {
  /// `transparent_proxy`: redirect all traffic of the namespace through Envoy.
  public struct TransparentProxy: Sendable, Hashable {
    /// UID Envoy runs as.
    public var uid = ""
    /// Envoy outbound listener port.
    public var outboundPort = 0
    /// Ports or labels not redirected inbound.
    public var excludeInboundPorts: [String]?
    /// Ports not redirected outbound.
    public var excludeOutboundPorts: [Int]?
    /// CIDRs not redirected outbound.
    public var excludeOutboundCIDRs: [String]?
    /// UIDs whose traffic is not redirected.
    public var excludeUids: [String]?
    /// Do not redirect DNS to Consul.
    public var noDNS = false
    public var origin = Origin()

    public init() {}
  }
}
