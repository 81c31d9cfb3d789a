/// Gives devices of one node to the tasks of one instance, current use considered.
///
/// Of the groups that match, the one with the best affinity score is taken, the first by name of equal ones; of its free
/// and healthy devices the first by id.
struct DeviceAllocator {
  enum Answer {
    case devices(Allotment.Device)
    case exhausted(Exhaustion)
  }

  private let groups: [NodeDevice]
  /// For each group the devices in use.
  private var taken: [Set<String>]
  private var matchedWeight = 0.0
  private var totalWeight = 0.0

  init(node: Node, number: Int, in state: ClusterState) {
    groups = node.resources.devices.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    taken = [Set<String>](repeating: [], count: groups.count)
    for live in state.allocationsOnNode[number] {
      guard let holdings = state.holdings(of: state.allocations[live]) else { continue }
      for device in holdings.devices {
        guard
          let group = groups.firstIndex(where: {
            $0.vendor == device.vendor && $0.type == device.type && $0.name == device.name
          })
        else { continue }
        taken[group].formUnion(device.ids)
      }
    }
  }

  mutating func assign(_ request: RequestedDevice) -> Answer {
    if groups.isEmpty { return exhausted("no devices available", request, available: 0) }
    guard request.count > 0 else { return exhausted("invalid request of zero devices", request, available: 0) }
    var best: (group: Int, ids: [String], score: Double, matched: Double)?
    var mostFree = 0
    for (number, group) in groups.enumerated() where DeviceMatching.matches(request, group) {
      let free = group.instances.filter { $0.isHealthy && !taken[number].contains($0.id) }
        .filter { DeviceMatching.matches(request, group, instance: $0) }
        .map(\.id).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      mostFree = max(mostFree, free.count)
      guard free.count >= request.count else { continue }
      let matched = DeviceMatching.matchedWeight(of: request, group)
      let total = request.affinities.reduce(0.0) { $0 + abs(Double($1.weight)) }
      let score = total > 0 ? matched / total : 0
      if score > best?.score ?? -.infinity {
        best = (number, Array(free.prefix(request.count)), score, matched)
      }
    }
    guard let best else { return exhausted("no devices match request", request, available: mostFree) }
    taken[best.group].formUnion(best.ids)
    matchedWeight += best.matched
    totalWeight += request.affinities.reduce(0.0) { $0 + abs(Double($1.weight)) }
    let group = groups[best.group]
    return .devices(Allotment.Device(vendor: group.vendor, type: group.type, name: group.name, ids: best.ids))
  }

  private func exhausted(_ text: String, _ request: RequestedDevice, available: Int) -> Answer {
    .exhausted(
      Exhaustion("devices: \(text)", .devices(request), needed: request.count, available: available))
  }

  /// The matched share of all device affinities, or nil where none are asked for.
  var score: Double? { totalWeight > 0 ? matchedWeight / totalWeight : nil }
}
