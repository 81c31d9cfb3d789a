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
