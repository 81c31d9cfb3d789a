import HCLParser
import JobSpec

extension JobPlanner {
  /// What runs of the job, by the number of its group.
  ///
  /// What an earlier plan of this run has stopped or pushed out has ended; what it has placed runs and is healthy.
  func runningInstances(in state: ClusterState) -> [Int: [RunningInstance]] {
    var found: [Int: [RunningInstance]] = [:]
    for number in state.allocationsOfJob[self.number] {
      let live = state.allocations[number]
      let node = live.node >= 0 ? state.snapshot.nodes[live.node] : nil
      let condition = RunningInstance.NodeCondition(node)
      var instance: RunningInstance
      if case .snapshot(let index) = live.source {
        let allocation = state.snapshot.allocations[index]
        instance = RunningInstance(allocation, number: number, node: live.node, condition: condition)
      } else {
        instance = RunningInstance(
          number: number, id: state.id(of: number), name: state.name(of: number), index: live.instance,
          group: state.jobs.group(live.group), node: live.node, nodeID: node?.id ?? "", nodeName: node?.name ?? "")
        instance.condition = condition
        instance.isHealthy = true
      }
      if let end = live.end {
        instance.isServerTerminal = true
        instance.isEvicted = end == .evicted
        if !instance.isClientTerminal { instance.clientStatus = end == .lost ? "lost" : "complete" }
      } else if !live.isLive, !instance.isClientTerminal {
        continue
      }
      instance.isCurrent = live.version == version
      instance.isOfOlderVersion = live.version < version
      found[live.group, default: []].append(instance)
    }
    return found
  }

  /// What the new version of the job does to an instance: nothing, an update in place, or a replacement.
  ///
  /// An update that could be made in place becomes a replacement where the instance no longer fits where it is
  /// (scheduler.md 1.7).
  mutating func change(of instance: RunningInstance, group index: Int, in state: inout ClusterState) -> ChangeKind {
    let live = state.allocations[instance.number]
    guard live.version >= 0, live.version < state.versions[number].count else { return .none }
    let old = state.versions[number][live.version].job
    guard let oldGroup = old.groups.first(where: { $0.name.utf8.elementsEqual(instance.group.utf8) }) else {
      return .destructive
    }
    let wishesMatter = !state.snapshot.settings.traits.keepsInstancesWhenWishesChange
    if job.groups[index].change(from: oldGroup, in: old, to: job, wishesMatter: wishesMatter) == .destructive {
      return .destructive
    }
    if instance.isTerminal { return .none }
    guard instance.node >= 0,
      Candidates.datacenter(
        state.snapshot.nodes[instance.node].datacenter, matches: requests[index].datacenters),
      Candidates.pool(state.snapshot.nodes[instance.node].pool, matches: requests[index].nodePool)
    else { return .destructive }
    inheritNetworkNeed(ofGroup: index)
    // Made while the instance still counts, so that taking it off and putting it back comes out even.
    withPlacer(ofGroup: index, in: &state) { _, _, _, _ in }
    // The instance itself does not stand in its way.
    state.remove(instance.number)
    defer { state.revive(instance.number) }
    var metrics = PlacementMetrics()
    let attempt = GroupPlacer.Attempt(instance: max(0, instance.index))
    let fits = withPlacer(ofGroup: index, in: &state) { placer, filter, boost, state in
      placer.scorer.note(-1, onNode: instance.node)
      defer { placer.scorer.note(1, onNode: instance.node) }
      return placer.select(
        attempt, among: [instance.node], filter: &filter, lowestBoost: &boost, metrics: &metrics, in: &state) != nil
    }
    return fits ? .inPlace : .destructive
  }

  /// An instance that gets the new version where it is, as a plan tells of it.
  func update(_ instance: RunningInstance, in state: ClusterState) -> Placement {
    let live = state.allocations[instance.number]
    let allotment: Allotment
    switch live.source {
    case .placed(let placed): allotment = placed
    case .snapshot(let index): allotment = Allotment(state.snapshot.allocations[index].resources)
    }
    return Placement(updating: instance, allotment: allotment)
  }

  func stop(_ instance: RunningInstance, reason: String, clientStatus: String = "") -> Plan.Stop {
    Plan.Stop(
      allocationID: instance.id, name: instance.name, group: instance.group, nodeName: instance.nodeName,
      reason: reason, clientStatus: clientStatus)
  }
}

extension Allotment {
  /// What an allocation of the snapshot has.
  init(_ resources: AllocatedResources) {
    self.init()
    diskMB = resources.diskMB
    ports = resources.ports.map { port in
      Port(
        label: port.label, value: port.value, to: port.to, hostIP: port.hostIP, hostNetwork: port.hostNetwork,
        isDynamic: false)
    }
    tasks = resources.tasks.map { task in
      TaskShare(
        name: task.name, phase: task.phase, cpu: task.cpuShares, cores: task.cores, memoryMB: task.memoryMB,
        memoryMaxMB: task.memoryMaxMB,
        devices: task.devices.map { Device(vendor: $0.vendor, type: $0.type, name: $0.name, ids: $0.instances) })
    }
  }
}
