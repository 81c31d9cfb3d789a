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
