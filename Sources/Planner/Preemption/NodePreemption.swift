import HCLParser
import JobSpec

/// Makes room on one node by pushing out allocations of lower priority, for each thing that is short in turn.
///
/// The state is as it was when the search returns: whoever takes the offer removes the victims.
struct NodePreemption {
  enum Outcome {
    case makesRoom(Room)
    /// The dimension to count, or nil where the reference skips the node without a word: it does so where ports or
    /// devices are short and nobody can be pushed out for them (scheduler.md 6.9).
    case exhausted(String?)
  }

  /// What pushing out comes to.
  struct Room {
    var allotment: Allotment
    var victims: [Int]
    /// What counts as used when the node is scored. Who leaves for processor, memory or disk still counts; who leaves
    /// for a port, bandwidth or a device does not (scheduler.md 6.2).
    var usedCPU: Int
    var usedMemory: Int
    /// The node would hold more than it has: the reference does not look again after pushing out for processor, memory
    /// and disk, and it overlooks the job's own instances then.
    var isOvercommitted = false
  }

  let fit: ResourceFit
  let node: Int
  /// The number of the job that is placed: its own instances are never pushed out.
  let job: Int
  var alreadyPreempted: [PreemptionCandidate.GroupKey: Int] = [:]
  /// Pushes out until the instance fits, whatever the reference does.
  var isIdeal = false

  private var request: PlacementRequest { fit.request }

  init(
    _ fit: ResourceFit, node: Int, job: Int, alreadyPreempted: [PreemptionCandidate.GroupKey: Int] = [:],
    isIdeal: Bool = false
  ) {
    self.isIdeal = isIdeal
    self.fit = fit
    self.node = node
    self.job = job
    self.alreadyPreempted = alreadyPreempted
  }

  /// `exhaustion` is what the fit without preemption came to.
  func run(after exhaustion: Exhaustion, in state: inout ClusterState) -> Outcome {
    var victims: [Int] = []
    defer { for victim in victims { state.revive(victim) } }
    var exhaustion = exhaustion
    var (usedCPU, usedMemory) = (state.usedCPU[node], state.usedMemory[node])
    while true {
      switch victimsAgainst(exhaustion, in: &state) {
      case .none: return .exhausted(isCounted(exhaustion, in: state) ? exhaustion.dimension : nil)
      case .notPreemptible: return .exhausted(exhaustion.dimension)
      case .victims(let found):
        for victim in found { state.remove(victim.number) }
        victims += found.map(\.number)
      }
      if !exhaustion.isOfAmounts { (usedCPU, usedMemory) = (state.usedCPU[node], state.usedMemory[node]) }
      switch fit.fit(onNode: node, in: &state) {
      case .fits(let allotment):
        return .makesRoom(Room(allotment: allotment, victims: victims, usedCPU: usedCPU, usedMemory: usedMemory))
      case .exhausted(let next):
        if exhaustion.isOfAmounts, next.isOfAmounts, !isIdeal, let allotment = fit.allotment(onNode: node, in: &state) {
          return .makesRoom(
            Room(
              allotment: allotment, victims: victims, usedCPU: usedCPU, usedMemory: usedMemory, isOvercommitted: true))
        }
        exhaustion = next
      }
    }
  }

  /// Whether a node is counted where nobody can be pushed out for a port or a device: not by the baseline.
  private func isCounted(_ exhaustion: Exhaustion, in state: ClusterState) -> Bool {
    let traits = state.snapshot.settings.traits
    if case .devices = exhaustion.cause { return traits.countsImpossibleDevicePreemption }
    return traits.countsImpossiblePortPreemption
  }

  private enum Found {
    /// At least one.
    case victims([PreemptionCandidate])
    case none
    /// Not a matter of preemption, or counted although nothing helps.
    case notPreemptible
  }

  private func victimsAgainst(_ exhaustion: Exhaustion, in state: inout ClusterState) -> Found {
    let search = PreemptionSearch(
      candidates: candidates(in: state), alreadyPreempted: alreadyPreempted)
    switch exhaustion.cause {
    case .cpu, .memory, .disk:
      let ask = ask(in: state)
      var free = PeakUse(
        cpu: state.availableCPU[node] &- state.usedCPU[node],
        memoryMB: state.availableMemory[node] &- state.usedMemory[node],
        diskMB: state.availableDisk[node] &- state.usedDisk[node])
      // The reference overlooks what the job itself runs there.
      if !isIdeal {
        for live in state.allocationsOnNode[node].map({ state.allocations[$0] }) where live.job == job {
          free = free + PeakUse(cpu: live.cpu, memoryMB: live.memoryMB, diskMB: live.diskMB)
        }
      }
      let victims = search.victims(for: ask, free: free)
      return victims.isEmpty ? .notPreemptible : .victims(victims)
    case .staticPort(let port, let ip):
      let holders = state.allocationsOnNode[node].filter { number in
        state.holdings(of: state.allocations[number])?.ports.contains {
          $0.value == port.value && $0.ip.utf8.elementsEqual(ip.utf8)
        } ?? false
      }
      return Self.found(search.victims(holdingPort: holders))
    case .bandwidth(let task): return Self.found(bandwidthVictims(task, search, in: &state))
    case .devices(let device): return Self.found(deviceVictims(device, search, in: state))
    case .dynamicPorts, .noAddress, .portOutOfRange, .noTaskNetworks: return .none
    case .cores, .allocations, .unreadableReservedPorts, .existingCollision: return .notPreemptible
    }
  }

  private static func found(_ victims: [PreemptionCandidate]?) -> Found {
    victims.map { $0.isEmpty ? .none : .victims($0) } ?? .none
  }

  /// What the instance asks for on this node; cores count with the shares they stand for here.
  private func ask(in state: ClusterState) -> PeakUse {
    let resources = state.snapshot.nodes[node].resources
    var cpu = LifecyclePeak()
    for task in request.tasks {
      let shares = CoreAllocator.shares(
        of: task.cores, nodeShares: resources.cpuShares, totalCores: resources.totalCores)
      cpu.add(task.cores > 0 ? shares : task.cpu, in: task.phase)
    }
    return PeakUse(cpu: cpu.value, memoryMB: request.peakMemoryMB, diskMB: request.diskMB)
  }

  private func candidates(in state: ClusterState) -> [PreemptionCandidate] {
    state.allocationsOnNode[node].compactMap { number in
      let live = state.allocations[number]
      guard live.job != job, request.priority &- live.priority >= PreemptionSearch.priorityDistance else { return nil }
      var candidate = PreemptionCandidate(
        number: number, id: state.id(of: number), owner: .init(job: live.job, group: live.group),
        priority: live.priority)
      candidate.use = PeakUse(cpu: live.cpu, memoryMB: live.memoryMB, diskMB: live.diskMB)
      candidate.migrateLimit = state.migrateLimit(of: live)
      return candidate
    }
  }

  private func bandwidthVictims(_ task: String, _ search: PreemptionSearch, in state: inout ClusterState)
    -> [PreemptionCandidate]?
  {
    guard let ask = request.tasks.first(where: { $0.name.utf8.elementsEqual(task.utf8) })?.network?.mbits else {
      return nil
    }
    for network in state.ports(ofNode: node).taskNetworks {
      func mbits(_ number: Int) -> Int {
        let bandwidth = state.holdings(of: state.allocations[number])?.bandwidth ?? []
        return bandwidth.filter { $0.device.utf8.elementsEqual(network.device.utf8) }
          .reduce(0) { LifecyclePeak.sum($0, $1.mbits) }
      }
      var onDevice = search
      for index in onDevice.candidates.indices {
        onDevice.candidates[index].mbits = mbits(onDevice.candidates[index].number)
      }
      let used = state.allocationsOnNode[node].reduce(0) { LifecyclePeak.sum($0, mbits($1)) }
      if let victims = onDevice.victims(forBandwidth: ask, free: network.mbits &- used) { return victims }
    }
    return nil
  }

  /// Of the device groups that match, the one whose holders do least harm by leaving.
  private func deviceVictims(_ request: RequestedDevice, _ search: PreemptionSearch, in state: ClusterState)
    -> [PreemptionCandidate]?
  {
    var best: [PreemptionCandidate]?
    for device in state.snapshot.nodes[node].resources.devices where DeviceMatching.matches(request, device) {
      var held: [Int: Set<String>] = [:]
      for number in state.allocationsOnNode[node] {
        for share in state.holdings(of: state.allocations[number])?.devices ?? []
        where share.vendor == device.vendor && share.type == device.type && share.name == device.name {
          held[number, default: []].formUnion(share.ids)
        }
      }
      let usable = device.instances.filter {
        $0.isHealthy && DeviceMatching.matches(request, device, instance: $0)
      }.map(\.id)
      let taken = held.values.reduce(into: Set<String>()) { $0.formUnion($1) }
      let holders = search.candidates.compactMap { candidate in
        held[candidate.number].map { ids in
          PreemptionSearch.DeviceHolder(candidate: candidate, count: usable.filter(ids.contains).count)
        }
      }.filter { $0.count > 0 }
      guard
        let victims = search.victims(
          forDevices: request.count, free: usable.filter { !taken.contains($0) }.count, holders: holders),
        !victims.isEmpty
      else { continue }
      if let current = best, PreemptionSearch.harm(current) <= PreemptionSearch.harm(victims) { continue }
      best = victims
    }
    return best
  }
}

extension ClusterState {
  /// How many instances of an allocation's group may leave at a time; 0 where nothing is said.
  func migrateLimit(of live: LiveAllocation) -> Int {
    let name = jobs.group(live.group)
    if case .snapshot(let index) = live.source, let job = snapshot.allocations[index].job {
      let group = job["TaskGroups"]?.elements.first { $0["Name"]?.string?.utf8.elementsEqual(name.utf8) ?? false }
      return max(0, group?["Migrate"]?["MaxParallel"]?.int ?? 0)
    }
    let group = versions[live.job].last?.job.groups.first { $0.name.utf8.elementsEqual(name.utf8) }
    return max(0, group?.migrate?.maxParallel ?? 0)
  }
}
