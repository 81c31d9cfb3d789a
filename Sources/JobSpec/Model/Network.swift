public import HCLParser

/// `network`: network needs of the group (or, legacy, of one task).
public struct Network: Sendable, Hashable {
  /// Network isolation mode.
  public var mode = ""
  /// Legacy: interface name.
  public var device = ""
  /// Legacy: address range.
  public var cidr = ""
  /// Legacy: requested IP.
  public var ip = ""
  /// DNS settings of the allocation.
  @OutOfLine public var dns: Network.DNS?
  /// JSON field name that leaks into HCL; same body as port.
  public var reservedPorts: [Network.Port] = []
  /// Named port request.
  public var dynamicPorts: [Network.Port] = []
  /// Hostname for the allocation's network namespace; interpolation allowed; bridge mode.
  public var hostname = ""
  /// Bandwidth request.
  public var mbits: Int?
  /// Arguments for CNI plugins.
  @OutOfLine public var cni: Network.CNI?
  public var origin = Origin()

  public init() {}
}

extension Network {
  /// `port`: named port request.
  public struct Port: Sendable, Hashable {
    /// Port label, unique in the group.
    public var label = ""
    /// Fixed host port; absent or <= 0 means a dynamic port.
    public var `static` = 0
    /// Port inside the namespace; -1 means same as the host port.
    public var to = 0
    /// Client host_network to allocate from.
    public var hostNetwork = ""
    /// Allows a static port shared with other allocations on the node.
    public var ignoreCollision = false
    public var origin = Origin()

    public init() {}
  }
}

extension Network {
  /// `dns`: DNS settings of the allocation.
  public struct DNS: Sendable, Hashable {
    /// Name servers.
    public var servers: [String]?
    /// Search domains.
    public var searches: [String]?
    /// Resolver options.
    public var options: [String]?
    public var origin = Origin()

    public init() {}
  }
}

extension Network {
  /// `cni`: arguments for CNI plugins.
  public struct CNI: Sendable, Hashable {
    /// CNI_ARGS key/value pairs; attribute form only.
    public var args: StringMap?
    public var origin = Origin()

    public init() {}
  }
}
