extension ExplanationBuilder {
  /// A shortage as a rejection, with the line that asks for it and who holds what is missing.
  func rejection(_ exhaustion: Exhaustion, on node: Int) -> Rejection {
    var detail = ""
    var causes: [Rejection.Cause] = []
    var stage = Rejection.Stage.port
    var amounts: (needed: Int, available: Int)?
    switch exhaustion.cause {
    case .cpu, .memory, .disk:
      stage = exhaustion.cause == .cpu ? .cpu : exhaustion.cause == .memory ? .memory : .disk
      amounts = (exhaustion.needed, exhaustion.available)
      causes = resourceCauses(stage)
    case .cores(let task):
      stage = .cores
      amounts = (exhaustion.needed, exhaustion.available)
      let asking = request.tasks.filter { $0.cores > 0 && (task.isEmpty || $0.name == task) }
      causes = asking.compactMap { task in
        task.coresRange.map { .init("task \"\(task.name)\" asks for \(task.cores) cores here", $0) }
      }
    case .devices(let device):
      stage = .device
      amounts = (exhaustion.needed, exhaustion.available)
      detail =
        "task \"\(device.task)\" wants \(exhaustion.needed) of device \"\(device.name)\", \(exhaustion.available) free"
      causes = device.range.map { [.init("task \"\(device.task)\" asks for it here", $0)] } ?? []
    case .staticPort(let port, let ip):
      detail = "port \(port.value) on \(ip) is \(holder(ofPort: port.value, ip: ip, on: node))"
      causes = portCauses(port)
    case .portOutOfRange(let port):
      detail = "port \(port.value) is no port number"
      causes = portCauses(port)
    case .noAddress(let port, let alias):
      detail = "no address stands under host network \"\(alias)\""
      causes = portCauses(port)
    case .dynamicPorts(let port, let alias):
      let range = snapshot.nodes[node].resources.dynamicPorts
      detail =
        "no dynamic port is left on host network \"\(alias)\" (\(range.lowerBound)–\(range.upperBound))"
      causes = portCauses(port)
    case .bandwidth(let task):
      amounts = (exhaustion.needed, exhaustion.available)
      detail = "task \"\(task)\" wants \(exhaustion.needed) MBit/s, \(max(0, exhaustion.available)) are left"
      causes = taskNetworkCauses(task)
    case .noTaskNetworks(let task):
      detail = "the node has no network that task \"\(task)\" can have for itself"
      causes = taskNetworkCauses(task)
    case .unreadableReservedPorts(let text):
      detail = "the node's list of reserved ports cannot be read: \"\(text)\""
    case .existingCollision:
      detail = "two allocations on the node hold the same port already; nothing more can be placed there"
    case .allocations:
      stage = .allocationCount
      detail = "the node's agent takes at most \(snapshot.nodes[node].maxAllocations) allocations, and has as many"
    }
    return .exhausted(
      exhaustion.dimension, stage, needed: amounts?.needed, available: amounts?.available, detail: detail,
      causes: causes)
  }

  private func resourceCauses(_ stage: Rejection.Stage) -> [Rejection.Cause] {
    if stage == .disk {
      return request.diskRange.map { [.init("the group asks for \(request.diskMB) MB of disk here", $0)] } ?? []
    }
    let asked = request.tasks.map { (task: $0, amount: stage == .cpu ? $0.cpu : $0.memoryMB) }
      .filter { $0.amount > 0 }.sorted { $0.amount > $1.amount }
    return asked.prefix(3).compactMap { task, amount in
      let isWritten = stage == .cpu ? task.isCPUWritten : task.isMemoryWritten
      let asks = "\(amount)\(Wording.unit(of: stage))"
      return (stage == .cpu ? task.cpuRange : task.memoryRange).map {
        .init(
          isWritten
            ? "task \"\(task.name)\" asks for \(asks) here"
            : "task \"\(task.name)\" says nothing of \(stage.rawValue), which means \(asks)", $0)
      }
    }
  }

  private func portCauses(_ port: RequestedPort) -> [Rejection.Cause] {
    (port.valueRange ?? port.range).map { [.init("port \"\(port.label)\" is asked for here", $0)] } ?? []
  }

  private func taskNetworkCauses(_ task: String) -> [Rejection.Cause] {
    request.tasks.first { $0.name == task }?.network?.range
      .map { [.init("task \"\(task)\" asks for a network here", $0)] } ?? []
  }

  /// Who has a port: `taken by other.g[0] (job "other")`, or kept back by the node.
  private func holder(ofPort port: Int, ip: String, on node: Int) -> String {
    for number in state.allocationsOnNode[node] {
      let live = state.allocations[number]
      if state.holdings(of: live)?.ports.contains(where: { $0.value == port && $0.ip == ip }) == true {
        return "taken by \(state.name(of: number)) (job \"\(state.jobs.id(of: live.job))\")"
      }
    }
    let resources = snapshot.nodes[node].resources
    let address = resources.addresses.first { address in
      address.address == ip
        && PortSpecification(address.reservedPorts)?.ranges.contains { $0.contains(port) } == true
    }
    return address.map { "kept back on host network \"\($0.alias)\" by the node's agent" }
      ?? "kept back by the node's agent"
  }

  /// How much is asked, how much the node that comes nearest has free, and who holds most there.
  func describeShortage(_ key: FindingKey, _ finding: inout Finding) {
    let short = lackers(key).compactMap { outcome in
      outcome.rejections.first { FindingKey($0) == key }.map { (outcome, $0) }
    }
    // The most free; of equal ones the first.
    guard let most = short.map({ $0.1.available ?? 0 }).max(),
      let (nearest, rejection) = short.first(where: { $0.1.available ?? 0 == most }), let needed = rejection.needed
    else { return }
    let unit = Wording.unit(of: key.stage)
    let total = total(of: key.stage, on: nearest.node)
    finding.summary =
      "\(key.stage.rawValue): an instance needs \(needed)\(unit)\(makeup(key.stage)); "
      + (short.count == 1
        ? "\(nearest.name) has \(most) of \(total)\(unit) free"
        : "the most that is free on any of \(Wording.count(short.count, "node")) is \(most) of \(total)\(unit), on \(nearest.name)")
    let largest = candidates.map { self.total(of: key.stage, on: $0.node) }.max() ?? 0
    if needed > largest {
      finding.details.append("no node is large enough: the largest has \(largest)\(unit) in all")
      return
    }
    for (name, job, amount) in holders(of: key.stage, on: nearest.node).prefix(3) {
      finding.details.append("\(name) (job \"\(job)\") holds \(amount)\(unit) on \(nearest.name)")
    }
  }

  /// What a sum is made of, where several tasks share in it: ` (web 500 + proxy 250)`.
  private func makeup(_ stage: Rejection.Stage) -> String {
    guard stage == .cpu || stage == .memory, request.tasks.count > 1 else { return "" }
    let parts = request.tasks.map { "\($0.name) \(stage == .cpu ? $0.cpu : $0.memoryMB)" }
    let phased = request.tasks.contains { $0.phase != .main && $0.phase != .prestartSidecar }
    return " (\(phased ? "at its peak; " : "")\(parts.joined(separator: phased ? ", " : " + ")))"
  }

  func total(of stage: Rejection.Stage, on node: Int) -> Int {
    switch stage {
    case .cpu: state.availableCPU[node]
    case .memory: state.availableMemory[node]
    case .disk: state.availableDisk[node]
    default: snapshot.nodes[node].resources.reservableCores.count
    }
  }

  /// Who holds most of something on a node, the largest first.
  private func holders(of stage: Rejection.Stage, on node: Int) -> [(name: String, job: String, amount: Int)] {
    state.allocationsOnNode[node].map { number in
      let live = state.allocations[number]
      let amount =
        switch stage {
        case .cpu: live.cpu
        case .memory: live.memoryMB
        case .disk: live.diskMB
        default: state.holdings(of: live)?.cores.count ?? 0
        }
      return (state.name(of: number), state.jobs.id(of: live.job), amount)
    }
    .filter { $0.2 > 0 }.sorted { $0.2 > $1.2 }
  }

  /// Which port cannot be given, and who has it where.
  func describePort(_ key: FindingKey, _ finding: inout Finding) {
    let lackers = lackers(key)
    let ports =
      (request.network.map { $0.staticPorts + $0.dynamicPorts } ?? [])
      + request.tasks.compactMap(\.network).flatMap { $0.staticPorts + $0.dynamicPorts }
    let scope = lackers.count == candidates.count ? "every node" : Wording.count(lackers.count, "node")
    if let port = ports.first(where: {
      key.reason == "network: reserved port collision \($0.label)=\($0.value)"
    }) {
      finding.summary = "port \"\(port.label)\" wants \(port.value), which is taken on \(scope)"
    } else if key.reason == "network: dynamic port selection failed" {
      finding.summary = "no dynamic port is left on \(scope)"
    } else {
      finding.summary = "\(key.reason) on \(scope)"
    }
    for outcome in lackers.prefix(5) {
      guard let rejection = outcome.rejections.first(where: { FindingKey($0) == key }) else { continue }
      finding.details.append("\(outcome.name): \(rejection.detail)")
    }
    if lackers.count > 5 { finding.details.append("and \(lackers.count - 5) more nodes") }
  }
}
