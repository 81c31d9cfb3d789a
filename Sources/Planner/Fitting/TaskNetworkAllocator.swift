/// Gives a task the network it asks for in its resources: the deprecated form, with bandwidth (scheduler.md 4.3).
enum TaskNetworkAllocator {
  enum Answer {
    case network(Allotment.TaskNetwork)
    case exhausted(Exhaustion)
  }

  /// - Parameters:
  ///   - ports: the node's ports, with those of the group and of earlier tasks of the same instance taken.
  ///   - bandwidth: what live allocations and earlier tasks use of each device.
  static func assign(
    _ network: RequestedNetwork, task: String, on ports: NodePorts, bandwidth: [Holdings.Bandwidth]
  ) -> Answer {
    var last = Exhaustion("network: no networks available", .noTaskNetworks(task: task))
    var mostBandwidth = Int.min
    for candidate in ports.taskNetworks {
      let used = bandwidth.filter { $0.device.utf8.elementsEqual(candidate.device.utf8) }
        .reduce(0) { LifecyclePeak.sum($0, $1.mbits) }
      if LifecyclePeak.sum(used, network.mbits) > candidate.mbits {
        // The last device's trouble is told; how much is left is told of the device that comes nearest.
        mostBandwidth = max(mostBandwidth, candidate.mbits &- used)
        last = Exhaustion(
          "network: bandwidth exceeded", .bandwidth(task: task), needed: network.mbits, available: mostBandwidth)
        continue
      }
      switch assign(network, on: ports, address: candidate.address) {
      case .ports(let assigned):
        return .network(
          Allotment.TaskNetwork(
            device: candidate.device, ip: ports.addresses[candidate.address], mbits: network.mbits, ports: assigned))
      case .exhausted(let exhaustion): last = exhaustion
      }
    }
    return .exhausted(last)
  }

  private static func assign(
    _ network: RequestedNetwork, on ports: NodePorts, address: Int
  ) -> PortAllocator.Answer {
    // Such a network knows no host networks: all its ports go to the one address.
    var result: [Allotment.Port] = []
    let ip = ports.addresses[address]
    for port in network.staticPorts {
      guard port.value <= 65_535 else {
        return .exhausted(
          Exhaustion("network: invalid port \(port.value) (out of range)", .portOutOfRange(port)))
      }
      if ports.taken[address].contains(port.value) {
        return .exhausted(
          Exhaustion("network: reserved port collision \(port.label)=\(port.value)", .staticPort(port, ip: ip)))
      }
      result.append(
        Allotment.Port(
          label: port.label, value: port.value, to: port.to, hostIP: ip, hostNetwork: port.hostNetwork,
          isDynamic: false))
    }
    var excluded = network.staticPorts.map(\.value)
    for port in network.dynamicPorts {
      guard let value = ports.taken[address].lowestFree(in: ports.dynamicRange, excluding: excluded) else {
        return .exhausted(
          Exhaustion(
            "network: dynamic port selection failed", .dynamicPorts(port, alias: port.hostNetwork), needed: 1))
      }
      excluded.append(value)
      result.append(
        Allotment.Port(
          label: port.label, value: value, to: port.to == -1 ? value : port.to, hostIP: ip,
          hostNetwork: port.hostNetwork, isDynamic: true))
    }
    return .ports(result)
  }
}
