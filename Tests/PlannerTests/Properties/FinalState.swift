import JobSpec

@testable import Planner

/// Looks at the state after a plan for what may never be, without asking the code that placed.
struct FinalState {
  var state: ClusterState
  /// How the plan was made: without quirks every check must hold of every node.
  let isIdeal: Bool
  /// Nodes that may hold more than they have.
  let overcommitted: Set<Int>

  init(_ state: ClusterState, isIdeal: Bool, overcommitted: Set<Int> = []) {
    self.state = state
    self.isIdeal = isIdeal
    self.overcommitted = overcommitted
  }

  mutating func problems(of plan: Plan, _ job: Job) -> [String] {
    var problems: [String] = []
    for node in state.nodes.indices { problems += nodeProblems(node) }
    for placement in plan.placements {
      problems += placementProblems(placement, job).map { "\(placement.name) on \(placement.nodeName): \($0)" }
    }
    return problems
  }

  // MARK: Nodes

  private func nodeProblems(_ number: Int) -> [String] {
    let node = state.nodes[number]
    let live = state.allocationsOnNode[number].map { state.allocations[$0] }
    let holdings = live.compactMap { state.holdings(of: $0) }
    var problems: [String] = []
    func check(_ holds: Bool, _ text: String) { if !holds { problems.append("\(node.name): \(text)") } }
    check(live.reduce(0) { $0 + $1.cpu } == state.usedCPU[number], "cpu is not the sum")
    check(live.reduce(0) { $0 + $1.memoryMB } == state.usedMemory[number], "memory is not the sum")
    check(live.reduce(0) { $0 + $1.diskMB } == state.usedDisk[number], "disk is not the sum")
    let isBound = !overcommitted.contains(number)
    check(!isBound || state.usedCPU[number] <= node.resources.cpuShares - node.reserved.cpuShares, "cpu below zero")
    check(!isBound || state.usedMemory[number] <= node.resources.memoryMB - node.reserved.memoryMB, "memory below zero")
    check(!isBound || state.usedDisk[number] <= node.resources.diskMB - node.reserved.diskMB, "disk below zero")
    let cores = holdings.flatMap(\.cores)
    check(Set(cores).count == cores.count, "a core has two holders: \(cores)")
    check(Set(cores).isSubset(of: Set(node.resources.reservableCores)), "a core is not the node's: \(cores)")
    check(!isBound || Set(cores).isDisjoint(with: node.reserved.cores), "a core is the agent's own: \(cores)")
    let ports = holdings.flatMap(\.ports).map { "\($0.ip):\($0.value)" }
    check(Set(ports).count == ports.count, "a port has two holders: \(ports)")
    let devices = holdings.flatMap(\.devices).flatMap(\.ids)
    check(Set(devices).count == devices.count, "a device has two holders: \(devices)")
    check(node.maxAllocations == 0 || live.count <= node.maxAllocations, "more allocations than the agent takes")
    for network in node.resources.networks where !network.device.isEmpty {
      let used = holdings.flatMap(\.bandwidth).filter { $0.device == network.device }.reduce(0) { $0 + $1.mbits }
      check(used <= network.mbits, "bandwidth below zero")
    }
    return problems
  }

  // MARK: Placements

  private mutating func placementProblems(_ placement: Placement, _ job: Job) -> [String] {
    let node = state.nodes[placement.node]
    guard let group = job.groups.first(where: { $0.name == placement.group }) else { return ["no such group"] }
    var problems: [String] = []
    if !node.isReady || !node.isEligible || node.isDraining { problems.append("the node takes nothing new") }
    if let pool = job.nodePool, pool != "all", pool != node.pool { problems.append("the node is of another pool") }
    if !Candidates.datacenter(node.datacenter, matches: job.datacenters ?? []) { problems.append("another datacenter") }
    problems += portProblems(placement, group, node) + taskProblems(placement, group, node)
    return problems + checkProblems(placement, group, job)
  }

  private func portProblems(_ placement: Placement, _ group: TaskGroup, _ node: Node) -> [String] {
    let network = group.networks.first
    let asked = (network?.reservedPorts ?? []) + (network?.dynamicPorts ?? [])
    guard asked.map(\.label).sorted() == placement.allotment.ports.map(\.label).sorted() else {
      return ["wants ports \(asked.map(\.label)), has \(placement.allotment.ports.map(\.label))"]
    }
    var problems: [String] = []
    for port in placement.allotment.ports {
      guard let ask = asked.first(where: { $0.label == port.label }) else { continue }
      let addresses = node.resources.addresses.filter { $0.alias == port.hostNetwork && $0.address == port.hostIP }
      if addresses.isEmpty { problems.append("port \(port.label) on no address of \(port.hostNetwork)") }
      let reserved = node.resources.addresses.filter { $0.address == port.hostIP }.map(\.reservedPorts)
      for text in reserved + [node.reserved.hostPorts]
      where PortSpecification(text)?.ranges.contains(where: { $0.contains(port.value) }) ?? true {
        problems.append("port \(port.label)=\(port.value) is reserved")
      }
      if ask.static > 0, ask.static != port.value { problems.append("port \(port.label) is \(port.value)") }
      if ask.static == 0, !node.resources.dynamicPorts.contains(port.value) {
        problems.append("port \(port.label)=\(port.value) is beyond the dynamic range")
      }
      if ask.to == -1, ask.static == 0, port.to != port.value {
        problems.append("port \(port.label) maps to \(port.to)")
      }
    }
    return problems
  }

  private func taskProblems(_ placement: Placement, _ group: TaskGroup, _ node: Node) -> [String] {
    var problems: [String] = []
    for share in placement.allotment.tasks {
      guard let task = group.tasks.first(where: { $0.name == share.name }), let resources = task.resources else {
        problems.append("task \(share.name) is not the job's")
        continue
      }
      if share.cores.count != resources.cores ?? 0 { problems.append("task \(share.name) has cores \(share.cores)") }
      if share.memoryMB != resources.memory { problems.append("task \(share.name) has memory \(share.memoryMB)") }
      for (asked, given) in zip(resources.devices, share.devices) {
        let device = node.resources.devices.first {
          $0.vendor == given.vendor && $0.type == given.type && $0.name == given.name
        }
        let healthy = Set((device?.instances ?? []).filter(\.isHealthy).map(\.id))
        if given.ids.count != asked.count ?? 1 { problems.append("task \(share.name) has devices \(given.ids)") }
        if !healthy.isSuperset(of: given.ids) { problems.append("devices \(given.ids) are not fit for use") }
        if !asked.name.split(separator: "/").contains(Substring(given.type)) { problems.append("not a \(asked.name)") }
      }
      if share.devices.count != resources.devices.count { problems.append("task \(share.name) lacks devices") }
    }
    if placement.allotment.tasks.count != group.tasks.count { problems.append("tasks are missing") }
    return problems
  }

  /// Every check holds with everything else in place, and the instance fits where it is.
  private mutating func checkProblems(_ placement: Placement, _ group: TaskGroup, _ job: Job) -> [String] {
    let number = state.job(namespace: job.namespace ?? "default", id: job.id)
    let groupNumber = state.group(group.name)
    let own = state.allocationsOnNode[placement.node].last { index in
      let live = state.allocations[index]
      // An older version may have an instance of the same name there.
      guard case .placed(let allotment) = live.source, allotment == placement.allotment else { return false }
      return live.job == number && live.group == groupNumber && live.instance == placement.index
    }
    guard let own else { return ["is not there"] }
    state.remove(own)
    defer { state.revive(own) }
    let request = PlacementRequest(group, of: job)
    var problems: [String] = []
    if isIdeal {
      let checks = FeasibilityChecks(request, job: number, group: groupNumber)
      let question = FeasibilityQuestion(
        number: placement.node, instance: placement.index, properties: PropertyUse(checks.properties, in: state))
      problems += checks.checks.compactMap { $0.rejection(question, in: state)?.reason }
    }
    let fit = ResourceFit(request, recordsMemoryMax: false)
    if case .exhausted(let exhaustion) = fit.fit(onNode: placement.node, in: &state),
      !isOverlooked(exhaustion.dimension, request, node: placement.node)
    {
      problems.append(exhaustion.dimension)
    }
    return problems
  }

  /// What the real scheduler does not count: the job's own instances where it pushes others out, and cores of tasks that
  /// do not run at the peak (scheduler.md 5.2).
  private func isOverlooked(_ dimension: String, _ request: PlacementRequest, node: Int) -> Bool {
    switch dimension {
    case "cpu", "memory", "disk": overcommitted.contains(node)
    case "cores":
      request.tasks.count { $0.cores > 0 } > 1
        || request.tasks.contains { $0.cores > 0 && [.poststart, .poststartSidecar].contains($0.phase) }
    default: false
    }
  }
}
