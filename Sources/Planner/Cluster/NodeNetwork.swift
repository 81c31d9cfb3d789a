/// A network a node offers to allocations: a mode, and for mode `host` an address.
public struct NodeNetwork: Sendable, Hashable {
  /// `host`, `bridge`, `cni/NAME`; empty counts as `host`.
  public var mode: String
  /// The interface, such as `eth0`; only entries that name one can be given to tasks (scheduler.md 4.1).
  public var device: String
  /// The interface's address; empty for modes other than `host`.
  public var ip: String
  /// The same with the length of its prefix: `10.0.0.5/32`.
  public var cidr: String
  /// Speed in MBit/s, of which networks of tasks take their bandwidth; 0 for modes other than `host`.
  public var mbits: Int

  public init(mode: String, device: String = "", ip: String = "", cidr: String = "", mbits: Int = 0) {
    self.mode = mode
    self.device = device
    self.ip = ip
    self.cidr = cidr
    self.mbits = mbits
  }

  /// The mode as a group's wish is compared with it (scheduler.md 3.5).
  public var effectiveMode: String { mode.isEmpty ? "host" : mode }
}

/// An address of a node under the name of a host network.
///
/// One address may stand under several names, and one name may have several addresses; ports are taken per address.
public struct NodeAddress: Sendable, Hashable {
  /// The host network's name: `default`, `public`, …
  public var alias: String
  /// An IPv4 or IPv6 address.
  public var address: String
  /// `ipv4` or `ipv6`.
  public var family: String
  /// The interface that has the address, such as `eth0`.
  public var device: String
  /// The mode of the network the address belongs to; empty counts as `host`.
  public var mode: String
  /// Ports kept back on this address, as given: `80,443`.
  public var reservedPorts: String

  public init(
    alias: String, address: String, family: String = "ipv4", device: String = "", mode: String = "host",
    reservedPorts: String = ""
  ) {
    self.alias = alias
    self.address = address
    self.family = family
    self.device = device
    self.mode = mode
    self.reservedPorts = reservedPorts
  }

  /// The mode with `host` in place of nothing.
  public var effectiveMode: String { mode.isEmpty ? "host" : mode }
}
