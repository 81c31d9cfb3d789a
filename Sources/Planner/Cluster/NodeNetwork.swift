/// A network a node offers to allocations: a mode, and for mode `host` an address.
public struct NodeNetwork: Sendable, Hashable {
  /// `host`, `bridge`, `cni/NAME`; empty counts as `host`.
  public var mode: String
  public var device: String
  public var ip: String
  public var cidr: String
  public var mbits: Int

  public init(mode: String, device: String = "", ip: String = "", cidr: String = "", mbits: Int = 0) {
    self.mode = mode
    self.device = device
    self.ip = ip
    self.cidr = cidr
    self.mbits = mbits
  }

  public var effectiveMode: String { mode.isEmpty ? "host" : mode }
}

/// An address of a node under the name of a host network.
///
/// One address may stand under several names, and one name may have several addresses; ports are taken per address.
public struct NodeAddress: Sendable, Hashable {
  /// The host network's name: `default`, `public`, …
  public var alias: String
  public var address: String
  /// `ipv4` or `ipv6`.
  public var family: String
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

  public var effectiveMode: String { mode.isEmpty ? "host" : mode }
}
