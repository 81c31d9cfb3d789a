/// Gives ports to one instance of a group: static ones as asked, dynamic ones the lowest free number first.
///
/// Collisions are per address: a port taken on one address leaves the same port free on every other, and two host
/// networks that share an address share its ports. Within one ask static ports do not look at one another, as in the
/// reference (scheduler.md 4.2).
enum PortAllocator {
  enum Answer {
    case ports([Allotment.Port])
    case exhausted(Exhaustion)
  }

  /// - Parameter resolve: the host network a name stands for on the node; nil where a reference leads nowhere.
  static func assign(
    _ network: RequestedNetwork, on node: NodePorts, triesFurtherAddresses: Bool = false,
    resolve: (String) -> String?
  ) -> Answer {
    var ports: [Allotment.Port] = []
    for port in network.staticPorts {
      let alias = resolve(port.hostNetwork) ?? port.hostNetwork
      let addresses = node.addresses(ofAlias: alias)
      guard let first = addresses.first else {
        // Where the host network is known to exist but not where, nothing speaks against the port.
        if node.aliasesWithoutAddress.contains(alias) {
          ports.append(port.allotted(value: port.value, ip: "", alias: alias))
          continue
        }
        return .exhausted(.noAddress(port, alias: alias))
      }
      guard port.value <= 65_535 else { return .exhausted(.outOfRange(port)) }
      var address = first
      if !port.ignoresCollisions, node.taken[first].contains(port.value) {
        // The baseline looks at the first address only.
        guard triesFurtherAddresses, let other = addresses.first(where: { !node.taken[$0].contains(port.value) }) else {
          return .exhausted(.collision(port, ip: node.addresses[first]))
        }
        address = other
      }
      ports.append(port.allotted(value: port.value, ip: node.addresses[address], alias: alias))
    }
    var picked: [Int] = []
    for port in network.dynamicPorts {
      let alias = resolve(port.hostNetwork) ?? port.hostNetwork
      let addresses = node.addresses(ofAlias: alias)
      if addresses.isEmpty {
        guard node.aliasesWithoutAddress.contains(alias) else { return .exhausted(.noAddress(port, alias: alias)) }
        ports.append(port.allotted(value: node.dynamicRange.lowerBound, ip: "", alias: alias))
        continue
      }
      // Numbers picked for this ask are passed over on every address; its static ports on their own host network only,
      // by the names that references stand for here.
      let excluded =
        picked
        + ports.lazy.filter { !$0.isDynamic && $0.hostNetwork.utf8.elementsEqual(alias.utf8) }.map(\.value)
      var answer: (address: Int, value: Int)?
      for address in addresses {
        if let value = node.taken[address].lowestFree(in: node.dynamicRange, excluding: excluded) {
          answer = (address, value)
          break
        }
      }
      guard let answer else { return .exhausted(.noDynamicPort(port, alias: alias)) }
      picked.append(answer.value)
      ports.append(port.allotted(value: answer.value, ip: node.addresses[answer.address], alias: alias))
    }
    return .ports(ports)
  }
}

extension RequestedPort {
  /// The port as an allocation gets it. −1 inside means the same number as outside; a static port keeps the −1.
  fileprivate func allotted(value: Int, ip: String, alias: String) -> Allotment.Port {
    Allotment.Port(
      label: label, value: value, to: to == -1 && !isStatic ? value : to, hostIP: ip, hostNetwork: alias,
      isDynamic: !isStatic, ignoresCollisions: ignoresCollisions)
  }
}

extension Exhaustion {
  fileprivate static func noAddress(_ port: RequestedPort, alias: String) -> Exhaustion {
    Exhaustion("network: no addresses available for \(alias) network", .noAddress(port, alias: alias))
  }

  fileprivate static func outOfRange(_ port: RequestedPort) -> Exhaustion {
    Exhaustion("network: invalid port \(port.value) (out of range)", .portOutOfRange(port))
  }

  fileprivate static func collision(_ port: RequestedPort, ip: String) -> Exhaustion {
    Exhaustion("network: reserved port collision \(port.label)=\(port.value)", .staticPort(port, ip: ip))
  }

  fileprivate static func noDynamicPort(_ port: RequestedPort, alias: String) -> Exhaustion {
    Exhaustion("network: dynamic port selection failed", .dynamicPorts(port, alias: alias), needed: 1)
  }
}
