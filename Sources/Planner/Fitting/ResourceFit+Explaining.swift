extension ResourceFit {
  /// Everything that is short on a node, each part of the ask on its own: for explanations.
  ///
  /// Placing stops at the first; these are asked of failed groups only.
  func shortages(onNode number: Int, in state: inout ClusterState) -> [Exhaustion] {
    let node = state.snapshot.nodes[number]
    var found: [Exhaustion] = []
    if let exhaustion = allocationShortage(onNode: number, in: state) { found.append(exhaustion) }
    let ports = state.ports(ofNode: number)
    if !ports.isValid {
      found.append(Exhaustion("network: invalid node", .unreadableReservedPorts(node.reserved.hostPorts)))
    } else if ports.hasCollision {
      found.append(Exhaustion("network: port collision", .existingCollision))
    }
    if let network = request.network { found += portShortages(network, on: ports, node: node, in: state) }
    var allotment = Allotment()
    allotment.diskMB = request.diskMB
    var use = TaskFit(node: node, number: number, allotment: allotment, in: &state, request: request)
    var cores: [Int] = []
    for task in request.tasks {
      var share = Allotment.TaskShare(
        name: task.name, phase: task.phase, cpu: task.cpu, memoryMB: task.memoryMB)
      if let exhaustion = use.fit(task, into: &share) { found.append(exhaustion) }
      cores += share.cores
      allotment.tasks.append(share)
    }
    let cpu = allotment.peakCPU
    let memory = allotment.peakMemoryMB
    let shortages = [
      (state.usedCPU[number], cpu, state.availableCPU[number], "cpu", Exhaustion.Cause.cpu),
      (state.usedMemory[number], memory, state.availableMemory[number], "memory", .memory),
      (state.usedDisk[number], request.diskMB, state.availableDisk[number], "disk", .disk),
    ]
    for (used, asked, available, dimension, cause) in shortages where asked > available &- used {
      found.append(Exhaustion(dimension, cause, needed: asked, available: max(0, available &- used)))
    }
    if found.isEmpty, case .exhausted(let exhaustion) = fit(onNode: number, in: &state) { found.append(exhaustion) }
    return found
  }

  /// Each port that cannot be given, asked one at a time; the dynamic ones together where each alone would fit.
  private func portShortages(
    _ network: RequestedNetwork, on ports: NodePorts, node: Node, in state: ClusterState
  ) -> [Exhaustion] {
    let triesFurtherAddresses = state.snapshot.settings.traits.triesFurtherAddresses
    func shortage(_ staticPorts: [RequestedPort], _ dynamicPorts: [RequestedPort]) -> Exhaustion? {
      var part = network
      part.staticPorts = staticPorts
      part.dynamicPorts = dynamicPorts
      let answer = PortAllocator.assign(part, on: ports, triesFurtherAddresses: triesFurtherAddresses) {
        HostNetworkName.resolved($0, on: node)
      }
      if case .exhausted(let exhaustion) = answer { return exhaustion }
      return nil
    }
    var found = network.staticPorts.compactMap { shortage([$0], []) }
    found += network.dynamicPorts.compactMap { shortage([], [$0]) }
    if found.isEmpty, let together = shortage(network.staticPorts, network.dynamicPorts) { found.append(together) }
    return found
  }
}
