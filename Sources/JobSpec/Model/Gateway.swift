public import HCLParser

extension Connect {
  /// `gateway`: consul gateway run by this service; exactly one of ingress, terminating, mesh.
  public struct Gateway: Sendable, Hashable {
    /// Envoy tuning of the gateway.
    @OutOfLine public var proxy: Connect.Gateway.Proxy?
    /// Ingress gateway entry.
    @OutOfLine public var ingress: Connect.Gateway.Ingress?
    /// Terminating gateway entry.
    @OutOfLine public var terminating: Connect.Gateway.Terminating?
    /// Marks a mesh gateway; empty body.
    @OutOfLine public var mesh: Connect.Gateway.Mesh?
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Gateway: BlockModel {
  public static let schema = BlockSchema<Connect.Gateway>(
    "gateway", "Consul gateway run by this service; exactly one of ingress, terminating, mesh.",
    fields: [
      .block("proxy", "Proxy", \._proxy, "Envoy tuning of the gateway."),
      .block("ingress", "Ingress", \._ingress, "Ingress gateway entry."),
      .block("terminating", "Terminating", \._terminating, "Terminating gateway entry.", since: "1.0.4"),
      .block("mesh", "Mesh", \._mesh, "Marks a mesh gateway; empty body.", since: "1.1.1"),
    ])
}

extension Connect.Gateway {
  /// `proxy`: envoy tuning of the gateway.
  public struct Proxy: Sendable, Hashable {
    /// Upstream connect timeout.
    public var connectTimeout: Duration?
    /// Bind the service's tagged addresses too.
    public var envoyGatewayBindTaggedAddresses = false
    /// Listener address per name.
    public var envoyGatewayBindAddresses: [Connect.Gateway.BindAddress] = []
    /// Do not bind the default address.
    public var envoyGatewayNoDefaultBind = false
    /// Envoy DNS discovery.
    public var envoyDNSDiscoveryType = ""
    /// Opaque settings passed to the proxy.
    public var config: FreeFormBody?
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Gateway.Proxy: BlockModel {
  public static let schema = BlockSchema<Connect.Gateway.Proxy>(
    "proxy", "Envoy tuning of the gateway.",
    fields: [
      .attribute("connect_timeout", "ConnectTimeout", \.connectTimeout, "Upstream connect timeout.", default: "5s"),
      .attribute(
        "envoy_gateway_bind_tagged_addresses", "EnvoyGatewayBindTaggedAddresses", \.envoyGatewayBindTaggedAddresses,
        "Bind the service's tagged addresses too."),
      .keyedBlocks(
        "envoy_gateway_bind_addresses", "EnvoyGatewayBindAddresses", \.envoyGatewayBindAddresses, key: \.name,
        "Listener address per name."),
      .attribute(
        "envoy_gateway_no_default_bind", "EnvoyGatewayNoDefaultBind", \.envoyGatewayNoDefaultBind,
        "Do not bind the default address."),
      .attribute(
        "envoy_dns_discovery_type", "EnvoyDNSDiscoveryType", \.envoyDNSDiscoveryType, "Envoy DNS discovery.",
        choices: ["STRICT_DNS", "LOGICAL_DNS"], since: "1.0.4"),
      .freeForm("config", "Config", \.config, "Opaque settings passed to the proxy."),
    ])
}

extension Connect.Gateway {
  /// `envoy_gateway_bind_addresses`: listener address per name.
  public struct BindAddress: Sendable, Hashable {
    /// Listener name.
    public var name = ""
    /// IP to bind.
    public var address = ""
    /// Port to bind; -1 lets Nomad fill it.
    public var port = 0
    public var origin = Origin()

    public init() {}
  }
}

extension Connect.Gateway.BindAddress: BlockModel {
  public static let schema = BlockSchema<Connect.Gateway.BindAddress>(
    "envoy_gateway_bind_addresses", "Listener address per name.",
    fields: [
      .label("name", "Name", \.name, "Listener name."),
      .attribute("address", "Address", \.address, "IP to bind."),
      .attribute("port", "Port", \.port, "Port to bind; -1 lets Nomad fill it.", default: "0"),
    ])
}
