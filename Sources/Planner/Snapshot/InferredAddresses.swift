import HCLParser

/// The addresses of host networks, for snapshots that list none: `nomad node status -json` drops them.
///
/// `reference/node-snapshot.md` section 1. What is found is marked on the node, since an address on an interface other
/// than the default one cannot be seen.
extension SnapshotFields {
  mutating func inferAddresses(_ node: inout Node, _ hostNetworks: JSONNode?) {
    node.unknown.insert(.addressesInferred)
    let known = node.resources.networks.filter {
      $0.effectiveMode == "host" && !$0.device.isEmpty && !$0.ip.isEmpty
    }
    for network in known {
      node.resources.addresses.append(address(of: network, alias: "default", reservedPorts: ""))
    }
    guard let hostNetworks else { return }
    for member in members(hostNetworks, "HostNetworks").sorted(by: {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }) where !member.value.isNull {
      var cidr = ""
      var interface = ""
      var reservedPorts = ""
      for field in members(member.value, "HostNetworks.\(member.key)") where !field.value.isNull {
        switch field.key {
        case "CIDR": read(field.value, "HostNetworks.\(member.key).CIDR", into: &cidr)
        case "Interface": read(field.value, "HostNetworks.\(member.key).Interface", into: &interface)
        case "ReservedPorts": read(field.value, "HostNetworks.\(member.key).ReservedPorts", into: &reservedPorts)
        default: break
        }
      }
      let blocks = cidr.isEmpty ? [] : cidr.split(separator: ",").compactMap { AddressBlock(String($0)) }
      let matching = known.filter { network in
        (interface.isEmpty || network.device.utf8.elementsEqual(interface.utf8))
          && (cidr.isEmpty || blocks.contains { $0.contains(network.ip) })
      }
      for network in matching {
        node.resources.addresses.append(address(of: network, alias: member.key, reservedPorts: reservedPorts))
      }
      if matching.isEmpty { node.resources.aliasesWithoutAddress.append(member.key) }
    }
  }

  private func address(of network: NodeNetwork, alias: String, reservedPorts: String) -> NodeAddress {
    NodeAddress(
      alias: alias, address: network.ip, family: network.ip.utf8.contains(UInt8(ascii: ":")) ? "ipv6" : "ipv4",
      device: network.device, mode: "host", reservedPorts: reservedPorts)
  }
}
