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

extension Connect.Gateway.Terminating: BlockModel {
  public static let schema = BlockSchema<Connect.Gateway.Terminating>(
    "terminating", "Terminating gateway entry.",
    fields: [
      .blocks("service", "Services", \.services, "External service reached through the gateway.", since: "1.0.4")
    ])
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

extension Connect.Gateway.LinkedService: BlockModel {
  public static let schema = BlockSchema<Connect.Gateway.LinkedService>(
    "service", "External service reached through the gateway.",
    fields: [
      .attribute("name", "Name", \.name, "Linked service name.", since: "1.0.4"),
      .attribute("ca_file", "CAFile", \.caFile, "CA bundle path.", since: "1.0.4"),
      .attribute("cert_file", "CertFile", \.certFile, "Client certificate path.", since: "1.0.4"),
      .attribute("key_file", "KeyFile", \.keyFile, "Client key path.", since: "1.0.4"),
      .attribute("sni", "SNI", \.sni, "SNI name.", since: "1.0.4"),
    ])
}

extension Connect.Gateway {
  /// `mesh`: marks a mesh gateway; empty body.
  public struct Mesh: Sendable, Hashable {
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Gateway.Mesh: BlockModel {
  public static let schema = BlockSchema<Connect.Gateway.Mesh>(
    "mesh", "Marks a mesh gateway; empty body.",
    fields: [])
}
