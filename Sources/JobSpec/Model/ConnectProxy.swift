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

extension Connect.Proxy: BlockModel {
  public static let schema = BlockSchema<Connect.Proxy>(
    "proxy", "Proxy configuration.",
    fields: [
      .attribute(
        "local_service_address", "LocalServiceAddress", \.localServiceAddress,
        "Address where the local service listens."),
      .attribute(
        "local_service_port", "LocalServicePort", \.localServicePort, "Port where the local service listens.",
        default: "0"),
      .block("expose", "Expose", \._expose, "Paths reachable outside the mesh."),
      .block("", "ExposeConfig", \._exposeConfig, "Old spelling of Expose in API JSON."),
      .blocks("upstreams", "Upstreams", \.upstreams, "Mesh upstream reachable through a local listener."),
      .block(
        "transparent_proxy", "TransparentProxy", \._transparentProxy,
        "Redirect all traffic of the namespace through Envoy.", since: "1.8.0"),
      .freeForm("config", "Config", \.config, "Opaque settings passed to the proxy."),
    ])
}

extension Connect {
  /// `expose`: paths reachable outside the mesh.
  public struct Expose: Sendable, Hashable {
    /// Path reachable outside the mesh.
    public var paths: [Connect.ExposedPath] = []
    /// Old spelling of Paths in API JSON.
    public var path: [Connect.ExposedPath] = []
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Expose: BlockModel {
  public static let schema = BlockSchema<Connect.Expose>(
    "expose", "Paths reachable outside the mesh.",
    fields: [
      .blocks("path", "Paths", \.paths, "Path reachable outside the mesh."),
      .blocks("", "Path", \.path, "Old spelling of Paths in API JSON."),
    ])
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

extension Connect.ExposedPath: BlockModel {
  public static let schema = BlockSchema<Connect.ExposedPath>(
    "path", "One exposed path.",
    fields: [
      .attribute("path", "Path", \.path, "HTTP or gRPC path."),
      .attribute("protocol", "Protocol", \.protocol, "http or http2.", choices: ["http", "http2"]),
      .attribute(
        "local_path_port", "LocalPathPort", \.localPathPort, "Port of the local service for this path.", default: "0"),
      .attribute("listener_port", "ListenerPort", \.listenerPort, "Port label for the exposing listener."),
    ])
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

extension Connect.TransparentProxy: BlockModel {
  public static let schema = BlockSchema<Connect.TransparentProxy>(
    "transparent_proxy", "Redirect all traffic of the namespace through Envoy.",
    fields: [
      .attribute("uid", "UID", \.uid, "UID Envoy runs as.", since: "1.8.0"),
      .attribute(
        "outbound_port", "OutboundPort", \.outboundPort, "Envoy outbound listener port.", in: 0...65535, default: "0",
        since: "1.8.0"),
      .attribute(
        "exclude_inbound_ports", "ExcludeInboundPorts", \.excludeInboundPorts,
        "Ports or labels not redirected inbound.", since: "1.8.0"),
      .attribute(
        "exclude_outbound_ports", "ExcludeOutboundPorts", \.excludeOutboundPorts, "Ports not redirected outbound.",
        in: 0...65535, since: "1.8.0"),
      .attribute(
        "exclude_outbound_cidrs", "ExcludeOutboundCIDRs", \.excludeOutboundCIDRs, "CIDRs not redirected outbound.",
        since: "1.8.0"),
      .attribute("exclude_uids", "ExcludeUIDs", \.excludeUids, "UIDs whose traffic is not redirected.", since: "1.8.0"),
      .attribute("no_dns", "NoDNS", \.noDNS, "Do not redirect DNS to Consul.", since: "1.8.0"),
    ])
}
