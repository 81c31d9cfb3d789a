public import HCLParser

extension Connect.Gateway {
  /// `terminating`: terminating gateway entry.
  public struct Terminating: Sendable, Hashable {
    /// External service reached through the gateway.
    public var services: [Connect.Gateway.LinkedService] = []
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Gateway {
  /// `service`: external service reached through the gateway.
  public struct LinkedService: Sendable, Hashable {
    /// Linked service name.
    public var name = ""
    /// CA bundle path.
    public var caFile = ""
    /// Client certificate path.
    public var certFile = ""
    /// Client key path.
    public var keyFile = ""
    /// SNI name.
    public var sni = ""
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Gateway {
  /// `mesh`: marks a mesh gateway; empty body.
  public struct Mesh: Sendable, Hashable {
    public var origin = Origin()

    public init() {}
  }
}
