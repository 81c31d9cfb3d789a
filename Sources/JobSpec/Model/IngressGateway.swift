public import HCLParser

extension Connect.Gateway {
  /// `ingress`: ingress gateway entry.
  public struct Ingress: Sendable, Hashable {
    /// TLS of the ingress gateway or, overriding it, of one service.
    @OutOfLine public var tls: Connect.Gateway.TLS?
    /// Ingress listener.
    public var listeners: [Connect.Gateway.Listener] = []
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Gateway.Ingress: BlockModel {
  public static let schema = BlockSchema<Connect.Gateway.Ingress>(
    "ingress", "Ingress gateway entry.",
    fields: [
      .block("tls", "TLS", \._tls, "TLS of the ingress gateway or, overriding it, of one service."),
      .blocks("listener", "Listeners", \.listeners, "Ingress listener."),
    ])
}

extension Connect.Gateway {
  /// `tls`: TLS of the ingress gateway or, overriding it, of one service.
  public struct TLS: Sendable, Hashable {
    /// Turn TLS on.
    public var enabled = false
    /// Lowest TLS version.
    public var tlsMinVersion = ""
    /// Highest TLS version.
    public var tlsMaxVersion = ""
    /// Suites for TLS up to 1.2.
    public var cipherSuites: [String]?
    /// External secret discovery for the certificate.
    @OutOfLine public var sds: Connect.Gateway.SDS?
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Gateway.TLS: BlockModel {
  public static let schema = BlockSchema<Connect.Gateway.TLS>(
    "tls", "TLS of the ingress gateway or, overriding it, of one service.",
    fields: [
      .attribute("enabled", "Enabled", \.enabled, "Turn TLS on."),
      .attribute(
        "tls_min_version", "TLSMinVersion", \.tlsMinVersion, "Lowest TLS version.",
        choices: ["TLS_AUTO", "TLSv1_0", "TLSv1_1", "TLSv1_2", "TLSv1_3"], since: "1.3.2"),
      .attribute(
        "tls_max_version", "TLSMaxVersion", \.tlsMaxVersion, "Highest TLS version.",
        choices: ["TLS_AUTO", "TLSv1_0", "TLSv1_1", "TLSv1_2", "TLSv1_3"], since: "1.3.2"),
      .attribute("cipher_suites", "CipherSuites", \.cipherSuites, "Suites for TLS up to 1.2.", since: "1.3.2"),
      .block("sds", "SDS", \._sds, "External secret discovery for the certificate.", since: "1.7.7"),
    ])
}

extension Connect.Gateway {
  /// `sds`: external secret discovery for the certificate.
  public struct SDS: Sendable, Hashable {
    /// SDS cluster.
    public var clusterName = ""
    /// SDS resource.
    public var certResource = ""
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Gateway.SDS: BlockModel {
  public static let schema = BlockSchema<Connect.Gateway.SDS>(
    "sds", "External secret discovery for the certificate.",
    fields: [
      .attribute("cluster_name", "ClusterName", \.clusterName, "SDS cluster.", since: "1.7.7"),
      .attribute("cert_resource", "CertResource", \.certResource, "SDS resource.", since: "1.7.7"),
    ])
}

extension Connect.Gateway {
  /// `listener`: ingress listener.
  public struct Listener: Sendable, Hashable {
    /// Listener port.
    public var port = 0
    /// Listener protocol.
    public var `protocol` = ""
    /// Service behind an ingress listener.
    public var services: [Connect.Gateway.IngressService] = []
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Gateway.Listener: BlockModel {
  public static let schema = BlockSchema<Connect.Gateway.Listener>(
    "listener", "Ingress listener.",
    fields: [
      .attribute("port", "Port", \.port, "Listener port.", default: "0"),
      .attribute(
        "protocol", "Protocol", \.protocol, "Listener protocol.", default: "tcp",
        choices: ["tcp", "http", "http2", "grpc"]),
      .blocks("service", "Services", \.services, "Service behind an ingress listener."),
    ])
}

extension Connect.Gateway {
  /// `service`: service behind an ingress listener.
  public struct IngressService: Sendable, Hashable {
    /// Service name or *.
    public var name = ""
    /// Host names matched.
    public var hosts: [String]?
    /// TLS of the ingress gateway or, overriding it, of one service.
    @OutOfLine public var tls: Connect.Gateway.TLS?
    /// Header changes on requests.
    @OutOfLine public var requestHeaders: Connect.Gateway.HeaderModifiers?
    /// Header changes on responses.
    @OutOfLine public var responseHeaders: Connect.Gateway.HeaderModifiers?
    /// HTTP/1.1 connection limit.
    public var maxConnections: Int?
    /// Queued request limit.
    public var maxPendingRequests: Int?
    /// HTTP/2 concurrent request limit.
    public var maxConcurrentRequests: Int?
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Gateway.IngressService: BlockModel {
  public static let schema = BlockSchema<Connect.Gateway.IngressService>(
    "service", "Service behind an ingress listener.",
    fields: [
      .attribute("name", "Name", \.name, "Service name or *."),
      .attribute("hosts", "Hosts", \.hosts, "Host names matched."),
      .block("tls", "TLS", \._tls, "TLS of the ingress gateway or, overriding it, of one service.", since: "1.7.7"),
      .block("request_headers", "RequestHeaders", \._requestHeaders, "Header changes on requests.", since: "1.7.7"),
      .block("response_headers", "ResponseHeaders", \._responseHeaders, "Header changes on responses.", since: "1.7.7"),
      .attribute(
        "max_connections", "MaxConnections", \.maxConnections, "HTTP/1.1 connection limit.", in: 0...4_294_967_295,
        since: "1.7.7"),
      .attribute(
        "max_pending_requests", "MaxPendingRequests", \.maxPendingRequests, "Queued request limit.",
        in: 0...4_294_967_295, since: "1.7.7"),
      .attribute(
        "max_concurrent_requests", "MaxConcurrentRequests", \.maxConcurrentRequests, "HTTP/2 concurrent request limit.",
        in: 0...4_294_967_295, since: "1.7.7"),
    ])
}

extension Connect.Gateway {
  /// `request_headers`: header changes on requests.
  public struct HeaderModifiers: Sendable, Hashable {
    /// Headers appended.
    public var add: StringMap?
    /// Headers set, replacing existing ones.
    public var set: StringMap?
    /// Header names removed.
    public var remove: [String]?
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Gateway.HeaderModifiers: BlockModel {
  public static let schema = BlockSchema<Connect.Gateway.HeaderModifiers>(
    "request_headers", "Header changes on requests.",
    fields: [
      .texts("add", "Add", \.add, "Headers appended.", since: "1.7.7"),
      .texts("set", "Set", \.set, "Headers set, replacing existing ones.", since: "1.7.7"),
      .attribute("remove", "Remove", \.remove, "Header names removed.", since: "1.7.7"),
    ])
}
