/// The addresses of one node and the ports taken on each.
///
/// Ports are taken per address, never per node or per host network: two host networks that share an address share its
/// ports (scheduler.md 4.1).
struct NodePorts: Sendable {
  /// An address under a host network's name.
  struct Alias: Sendable {
    var name: String
    /// The address's place in `addresses`.
    var address: Int
  }

  /// A network of the deprecated kind: a device with its address and speed.
  struct TaskNetwork: Sendable {
    var device: String
    var address: Int
    var mbits: Int
  }

  /// Each address once. Those of the node come first; allocations may name others.
  private(set) var addresses: [String] = []
  /// In the order of the snapshot; a name may stand several times.
  private(set) var aliases: [Alias] = []
  private(set) var taskNetworks: [TaskNetwork] = []
  private(set) var taken: [PortSet] = []
  let dynamicRange: ClosedRange<Int>
  /// Host networks that exist, but whose addresses the snapshot does not tell.
  let aliasesWithoutAddress: [String]
  /// False where a list of reserved ports cannot be read: nothing can be placed on such a node.
  private(set) var isValid = true
  /// Two allocations hold the same port of one address: nothing more can be placed.
  private(set) var hasCollision = false

  init(_ node: Node) {
    dynamicRange = node.resources.dynamicPorts
    aliasesWithoutAddress = node.resources.aliasesWithoutAddress
    for network in node.resources.networks where !network.device.isEmpty {
      taskNetworks.append(
        TaskNetwork(device: network.device, address: number(of: network.ip), mbits: network.mbits))
    }
    for address in node.resources.addresses {
      let number = number(of: address.address)
      aliases.append(Alias(name: address.alias, address: number))
      reserve(address.reservedPorts, onAddress: number)
    }
    if PortSpecification(node.reserved.hostPorts) == nil { isValid = false }
    for address in addresses.indices { reserve(node.reserved.hostPorts, onAddress: address) }
  }

  private mutating func reserve(_ text: String, onAddress address: Int) {
    guard !text.isEmpty else { return }
    guard let specification = PortSpecification(text) else {
      isValid = false
      return
    }
    for range in specification.ranges { taken[address].insert(range) }
  }

  private mutating func number(of ip: String) -> Int {
    if let number = addresses.firstIndex(where: { $0.utf8.elementsEqual(ip.utf8) }) { return number }
    addresses.append(ip)
    taken.append(PortSet())
    return addresses.count - 1
  }

  /// Takes the ports of an allocation.
  mutating func add(_ holdings: Holdings) {
    for port in holdings.ports {
      let address = number(of: port.ip)
      if !taken[address].insert(port.value) { hasCollision = true }
    }
  }

  /// Takes one port on an address.
  mutating func take(_ port: Int, onAddress address: Int) {
    if !taken[address].insert(port) { hasCollision = true }
  }

  /// The places of a host network's addresses, in order.
  func addresses(ofAlias alias: String) -> [Int] {
    var result: [Int] = []
    for entry in aliases where entry.name.utf8.elementsEqual(alias.utf8) { result.append(entry.address) }
    return result
  }
}
