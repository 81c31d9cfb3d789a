import HCLParser
import JobSpec

extension PortSurvey {
  /// Adds the static ports of a job's groups.
  mutating func add(_ job: Job, in state: inout ClusterState) {
    for group in job.groups {
      let asked = PlacementRequest(group, of: job)
      guard let network = asked.network, network.mode != "none", !network.staticPorts.isEmpty else { continue }
      let candidates = state.candidates(datacenters: asked.datacenters, pool: asked.nodePool)
      for port in network.staticPorts {
        var request = Request(
          jobID: asked.jobID, namespace: asked.namespace, group: asked.group, label: port.label, port: port.value,
          hostNetwork: port.hostNetwork, wanted: asked.count, range: port.valueRange ?? port.range,
          ignoresCollisions: port.ignoresCollisions)
        for number in candidates.nodes { answer(&request, number, state.nodes[number]) }
        if asked.jobKind.runsOnEveryNode {
          // One on each node that is of the right kind.
          request.wanted =
            asked.count == 0
            ? 0 : request.grants.count + request.refusals.count { $0.reason != .noHostNetwork }
        }
        requests.append(request)
      }
    }
  }

  /// What one node says to a request.
  private func answer(_ request: inout Request, _ number: Int, _ node: Node) {
    let use = nodes[number]
    func refuse(_ reason: Refusal.Reason) {
      request.refusals.append(Refusal(node: number, nodeName: node.name, reason: reason))
    }
    if use.unreadable != nil { return refuse(.unreadableReservedPorts) }
    guard let alias = HostNetworkName.resolved(request.hostNetwork, on: node) else { return refuse(.noHostNetwork) }
    // As on placement, the first address of the name counts.
    let address = node.resources.addresses.first { $0.alias.utf8.elementsEqual(alias.utf8) }?.address
    guard let address, let place = use.addresses.first(where: { $0.address.utf8.elementsEqual(address.utf8) }) else {
      let isUnseen = node.resources.aliasesWithoutAddress.contains { $0.utf8.elementsEqual(alias.utf8) }
      guard isUnseen else { return refuse(.noHostNetwork) }
      request.grants.append(Grant(node: number, nodeName: node.name, address: "", isHeld: false))
      return
    }
    func grant(isHeld: Bool) {
      request.grants.append(Grant(node: number, nodeName: node.name, address: address, isHeld: isHeld))
    }
    if request.ignoresCollisions { return grant(isHeld: false) }
    let holders = place.taken.filter { $0.port == request.port }
    let asking = request
    if let other = holders.first(where: {
      !$0.jobID.isSame(as: asking.jobID) || !$0.namespace.isSame(as: asking.namespace)
        || !$0.group.isSame(as: asking.group)
    }) {
      return refuse(.taken(by: other.holder))
    }
    if !holders.isEmpty { return grant(isHeld: true) }
    if place.reserved.contains(where: { $0.contains(request.port) }) { return refuse(.keptBack) }
    grant(isHeld: false)
  }

  /// Requests for one port that meet at some address compete for it; where all of them together want more than there
  /// is, some instance will have no place whatever the scheduler does.
  func findShortages() -> [Shortage] {
    let asking = requests.indices.filter { !requests[$0].ignoresCollisions && requests[$0].wanted > 0 }
    var leader = Array(requests.indices)
    func find(_ index: Int) -> Int {
      var index = index
      while leader[index] != index { index = leader[index] }
      return index
    }
    var first: [Place: Int] = [:]
    for index in asking {
      for grant in requests[index].grants {
        let place = Place(port: requests[index].port, node: grant.node, address: grant.address)
        guard let known = first[place] else {
          first[place] = index
          continue
        }
        let (one, other) = (find(known), find(index))
        leader[max(one, other)] = min(one, other)
      }
    }
    return asking.filter { find($0) == $0 }.compactMap { root in
      let members = asking.filter { find($0) == root }
      let places = Set(
        members.flatMap { member in
          requests[member].grants.map { Place(port: requests[member].port, node: $0.node, address: $0.address) }
        })
      let wanted = members.reduce(0) { $0 &+ requests[$1].wanted }
      guard wanted > places.count else { return nil }
      return Shortage(port: requests[root].port, requests: members, wanted: wanted, available: places.count)
    }
  }

  private struct Place: Hashable {
    var port: Int
    var node: Int
    var address: String
  }
}
