/// Whether an instance fits beside what a node holds, and what it would take there.
///
/// The checks run in the order of the reference, and the first that fails names the dimension (scheduler.md 5.5):
/// the node's ports as they stand, the group's ports, then for each task its network, devices and cores, and at last
/// processor, cores, memory and disk.
struct ResourceFit {
  let request: PlacementRequest
  /// Tasks may use more memory than they reserve, so their upper bounds are recorded.
  let recordsMemoryMax: Bool
  /// What every node gives alike, where neither ports nor cores nor devices are asked for.
  private let plainAllotment: Allotment?

  init(_ request: PlacementRequest, recordsMemoryMax: Bool) {
    self.request = request
    self.recordsMemoryMax = recordsMemoryMax
    let isPlain =
      request.network == nil && !request.wantsCores && !request.hasTaskNetworks && request.devices.isEmpty
    plainAllotment = isPlain ? ResourceFit.plainAllotment(request, recordsMemoryMax: recordsMemoryMax) : nil
  }

  private static func plainAllotment(_ request: PlacementRequest, recordsMemoryMax: Bool) -> Allotment {
    var allotment = Allotment()
    allotment.diskMB = request.diskMB
    allotment.tasks = request.tasks.map { share(of: $0, recordsMemoryMax: recordsMemoryMax) }
    return allotment
  }

  private static func share(of task: RequestedTask, recordsMemoryMax: Bool) -> Allotment.TaskShare {
    Allotment.TaskShare(
      name: task.name, phase: task.phase, cpu: task.cpu, memoryMB: task.memoryMB,
      memoryMaxMB: recordsMemoryMax ? task.memoryMaxMB : 0)
  }

  /// What is short where the node's agent takes no more allocations, however small. Only releases after the baseline
  /// have such a bound; how they call it among the dimensions is not documented (scheduler.md 5.4).
  func allocationShortage(onNode number: Int, in state: ClusterState) -> Exhaustion? {
    guard let bound = state.allocationBound(ofNode: number) else { return nil }
    let free = bound &- state.allocationsOnNode[number].count
    return free > 0 ? nil : Exhaustion("max allocations", .allocations, needed: 1, available: max(0, free))
  }

  /// Fits one instance on the node at `number`.
  func fit(onNode number: Int, in state: inout ClusterState) -> Fit {
    if let exhaustion = allocationShortage(onNode: number, in: state) { return .exhausted(exhaustion) }
    // Every node's ports are looked at, even for a group without any: a broken list or a collision among what runs
    // there rules the node out. Nodes without either need no bit sets.
    if state.mayHaveBrokenPorts(number) || request.network != nil || request.hasTaskNetworks {
      let ports = state.ports(ofNode: number)
      if !ports.isValid {
        return .exhausted(
          Exhaustion(
            "network: invalid node", .unreadableReservedPorts(state.snapshot.nodes[number].reserved.hostPorts)))
      }
      if ports.hasCollision { return .exhausted(Exhaustion("network: port collision", .existingCollision)) }
    }
    if let plainAllotment {
      if let exhaustion = shortage(
        onNode: number, in: state, cpu: request.peakCPU, memory: request.peakMemoryMB, cores: [])
      {
        return .exhausted(exhaustion)
      }
      return .fits(plainAllotment)
    }
    return fullFit(onNode: number, state.snapshot.nodes[number], in: &state)
  }

  /// What an instance would take on the node, whether or not there is processor, memory and disk for it; nil where ports,
  /// cores or devices are short.
  func allotment(onNode number: Int, in state: inout ClusterState) -> Allotment? {
    if let plainAllotment { return plainAllotment }
    guard
      case .fits(let allotment) = fullFit(
        onNode: number, state.snapshot.nodes[number], checksAmounts: false, in: &state)
    else { return nil }
    return allotment
  }

  private func fullFit(
    onNode number: Int, _ node: Node, checksAmounts: Bool = true, in state: inout ClusterState
  ) -> Fit {
    var allotment = Allotment()
    allotment.diskMB = request.diskMB
    if let network = request.network {
      let answer = PortAllocator.assign(
        network, on: state.ports(ofNode: number),
        triesFurtherAddresses: state.snapshot.settings.traits.triesFurtherAddresses
      ) {
        HostNetworkName.resolved($0, on: node)
      }
      switch answer {
      case .ports(let ports): allotment.ports = ports
      case .exhausted(let exhaustion): return .exhausted(exhaustion)
      }
    }
    var use = TaskFit(node: node, number: number, allotment: allotment, in: &state, request: request)
    for task in request.tasks {
      var share = ResourceFit.share(of: task, recordsMemoryMax: recordsMemoryMax)
      if let exhaustion = use.fit(task, into: &share) { return .exhausted(exhaustion) }
      allotment.tasks.append(share)
    }
    allotment.deviceScore = use.deviceScore
    let cores = Holdings.cores(allotment.tasks.map { ($0.phase, $0.cores) })
    if checksAmounts,
      let exhaustion = shortage(
        onNode: number, in: state, cpu: allotment.peakCPU, memory: allotment.peakMemoryMB, cores: cores)
    {
      return .exhausted(exhaustion)
    }
    return .fits(allotment)
  }

  /// What is short of processor, cores, memory or disk once the instance is there; the first of them. Equal fits.
  func shortage(
    onNode number: Int, in state: ClusterState, cpu: Int, memory: Int, cores: [Int]
  ) -> Exhaustion? {
    let usedCores = state.cores(onNode: number)
    if !usedCores.isEmpty || !cores.isEmpty {
      // Two holders of one core: only a broken snapshot has them.
      let all = usedCores + cores
      if Set(all).count < all.count { return .cores(needed: cores.count, available: 0) }
    }
    // Taken from what there is, not added to what is used: an ask may be as large as a number can be.
    if cpu > state.availableCPU[number] &- state.usedCPU[number] {
      return Exhaustion(
        "cpu", .cpu, needed: cpu, available: state.availableCPU[number] &- state.usedCPU[number])
    }
    if !usedCores.isEmpty || !cores.isEmpty {
      let node = state.snapshot.nodes[number]
      let reservable = node.resources.reservableCores.filter { !node.reserved.cores.contains($0) }
      if !reservable.isEmpty, !(usedCores + cores).allSatisfy(reservable.contains) {
        return .cores(needed: cores.count, available: reservable.count - usedCores.count)
      }
    }
    if memory > state.availableMemory[number] &- state.usedMemory[number] {
      return Exhaustion(
        "memory", .memory, needed: memory, available: state.availableMemory[number] &- state.usedMemory[number])
    }
    if request.diskMB > state.availableDisk[number] &- state.usedDisk[number] {
      return Exhaustion(
        "disk", .disk, needed: request.diskMB, available: state.availableDisk[number] &- state.usedDisk[number])
    }
    return nil
  }
}

extension Exhaustion {
  static func cores(task: String = "", needed: Int, available: Int) -> Exhaustion {
    Exhaustion("cores", .cores(task: task), needed: needed, available: max(0, available))
  }
}
