public import JobSpec

extension PortSurvey {
  /// Looks at every node of a cluster, and at what jobs ask of it.
  public init(of state: ClusterState, for jobs: [ValidatedJob] = []) {
    for number in state.nodes.indices { nodes.append(NodeUse(number, in: state)) }
    var state = state
    for job in jobs { add(job.job, in: &state) }
    shortages = findShortages()
  }
}

extension PortSurvey.NodeUse {
  fileprivate init(_ number: Int, in state: ClusterState) {
    let facts = state.nodes[number]
    let ports = NodePorts(facts)
    node = number
    name = facts.name
    var taken = [[PortSurvey.TakenPort]](repeating: [], count: ports.addresses.count)
    var addresses = ports.addresses
    for live in state.allocationsOnNode[number] {
      let allocation = state.allocations[live]
      for port in state.holdings(of: allocation)?.ports ?? [] {
        let place = addresses.firstIndex { $0.utf8.elementsEqual(port.ip.utf8) }
        if place == nil {
          addresses.append(port.ip)
          taken.append([])
        }
        taken[place ?? addresses.count - 1].append(
          PortSurvey.TakenPort(
            port: port.value, label: port.label, holder: state.name(of: live),
            namespace: state.jobs.namespace(of: allocation.job), jobID: state.jobs.id(of: allocation.job),
            group: state.jobs.group(allocation.group)))
      }
    }
    self.addresses = addresses.enumerated().compactMap { place, address in
      // Networks without an address, bridges among them, have no ports.
      if address.isEmpty, taken[place].isEmpty { return nil }
      let held = taken[place].sorted { $0.port < $1.port }
      // An address that only allocations name has nothing kept back.
      let isKnown = place < ports.addresses.count
      var set = isKnown ? ports.taken[place] : PortSet()
      let reserved = set
      for port in held { set.insert(port.port) }
      return PortSurvey.AddressUse(
        address: address, hostNetworks: ports.aliases.filter { $0.address == place }.map(\.name),
        reserved: reserved.ranges, taken: held, clashes: PortSurvey.NodeUse.clashes(held, reserved),
        dynamicPorts: ports.dynamicRange,
        dynamicFree: ports.dynamicRange.count - set.count(in: ports.dynamicRange))
    }
    if !ports.isValid {
      let lists = [facts.reserved.hostPorts] + facts.resources.addresses.map(\.reservedPorts)
      unreadable = lists.first { !$0.isEmpty && PortSpecification($0) == nil } ?? ""
    }
  }

  private static func clashes(_ held: [PortSurvey.TakenPort], _ reserved: PortSet) -> [PortSurvey.Clash] {
    var clashes: [PortSurvey.Clash] = []
    var index = 0
    while index < held.count {
      let port = held[index].port
      let same = held[index...].prefix { $0.port == port }
      let parties = same.map(\.holder) + (reserved.contains(port) ? ["the node's agent"] : [])
      if parties.count > 1 { clashes.append(PortSurvey.Clash(port: port, parties: parties)) }
      index += same.count
    }
    return clashes
  }
}

extension PortSet {
  /// The taken ports, ascending, neighbours joined.
  var ranges: [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for port in ports {
      if let last = ranges.last, last.upperBound == port - 1 {
        ranges[ranges.count - 1] = last.lowerBound...port
      } else {
        ranges.append(port...port)
      }
    }
    return ranges
  }
}
