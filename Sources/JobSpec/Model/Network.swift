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
  /// Static port under its JSON name; kept only where no port block stands beside it.
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

extension Network: BlockModel {
  public static let schema = BlockSchema<Network>(
    "network", "Network needs of the group (or, legacy, of one task).",
    hints: [
      "dynamic_ports": "write one block for each port: port \"http\" {}",
      "reserved_ports": "write one block for each port: port \"http\" { static = 8080 }",
      "ports": "write one block for each port: port \"http\" {}",
    ],
    fields: [
      .attribute(
        "mode", "Mode", \.mode, "Network isolation mode.", choices: ["none", "bridge", "host"], change: .destructive),
      .attribute("device", "Device", \.device, "Legacy: interface name."),
      .attribute("cidr", "CIDR", \.cidr, "Legacy: address range."),
      .attribute("ip", "IP", \.ip, "Legacy: requested IP."),
      .block("dns", "DNS", \._dns, "DNS settings of the allocation.", change: .destructive),
      .blocks(
        "reserved_ports", "ReservedPorts", \.reservedPorts,
        "Static port under its JSON name; kept only where no port block stands beside it.",
        deprecated: Deprecation(since: "always", replacement: "port with static", effect: "accepted"),
        change: .destructive,
        fieldsDecide: true),
      .blocks("port", "DynamicPorts", \.dynamicPorts, "Named port request.", change: .destructive, fieldsDecide: true),
      .attribute(
        "hostname", "Hostname", \.hostname,
        "Hostname for the allocation's network namespace; interpolation allowed; bridge mode.", since: "1.1.5",
        change: .destructive),
      .attribute(
        "mbits", "MBits", \.mbits, "Bandwidth request.",
        deprecated: Deprecation(since: "0.12.0", effect: "accepted with warning"), change: .destructive),
      .block("cni", "CNI", \._cni, "Arguments for CNI plugins.", since: "1.8.2", change: .destructive),
    ])
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

extension Network.Port: BlockModel {
  public static let schema = BlockSchema<Network.Port>(
    "port", "Named port request.",
    hints: [
      "host": "the fixed port of the host is \"static\"",
      "container": "the port inside the network namespace is \"to\"",
    ],
    fields: [
      .label("label", "Label", \.label, "Port label, unique in the group.", change: .destructive),
      .attribute(
        "static", "Value", \.static, "Fixed host port; absent or <= 0 means a dynamic port.", default: "0",
        change: .destructive),
      .attribute(
        "to", "To", \.to, "Port inside the namespace; -1 means same as the host port.", default: "0",
        change: .destructive),
      .attribute(
        "host_network", "HostNetwork", \.hostNetwork, "Client host_network to allocate from.",
        change: .destructive),
      .attribute(
        "ignore_collision", "IgnoreCollision", \.ignoreCollision,
        "Allows a static port shared with other allocations on the node.", since: "1.9.0"),
    ])
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

extension Network.DNS: BlockModel {
  public static let schema = BlockSchema<Network.DNS>(
    "dns", "DNS settings of the allocation.",
    fields: [
      .attribute("servers", "Servers", \.servers, "Name servers."),
      .attribute("searches", "Searches", \.searches, "Search domains."),
      .attribute("options", "Options", \.options, "Resolver options."),
    ])
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

extension Network.CNI: BlockModel {
  public static let schema = BlockSchema<Network.CNI>(
    "cni", "Arguments for CNI plugins.",
    fields: [
      .attribute("args", "Args", \.args, "CNI_ARGS key/value pairs; attribute form only.", since: "1.8.2")
    ])
}
