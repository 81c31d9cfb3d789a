import HCLParser
import JobSpec

/// Ideas about static ports that are taken.
extension RemedySearch {
  func portIdeas() -> [Idea] {
    var ideas: [Idea] = []
    for port in request.network?.staticPorts ?? [] {
      ideas.append(dynamic(port) { group, change in group.changePorts(labelled: port.label, change) })
      if let other = freePort(after: port) {
        ideas.append(
          edit(
            "port \"\(port.label)\" \(port.value) → \(other), which is free everywhere",
            at: replacing(
              \Network.Port.static, of: model?.port(labelled: port.label), at: port.valueRange, with: "\(other)")
          ) { group in group.changePorts(labelled: port.label) { $0.static = other } })
      }
    }
    for task in request.tasks {
      for port in task.network?.staticPorts ?? [] {
        ideas.append(dynamic(port) { $0.changeTaskPorts(of: task.name, labelled: port.label, $1) })
      }
    }
    return ideas + freedPortIdeas()
  }

  private func dynamic(
    _ port: RequestedPort, _ change: @escaping (inout TaskGroup, (inout Network.Port) -> Void) -> Void
  ) -> Idea {
    edit("port \"\(port.label)\" dynamic instead of \(port.value)", at: Remedy.Place(port.valueRange ?? port.range)) {
      change(&$0) { $0.static = 0 }
    }
  }

  /// The next number that nobody holds or keeps back on any node.
  private func freePort(after port: RequestedPort) -> Int? {
    var taken = Set(request.network?.staticPorts.map(\.value) ?? [])
    for allocation in before.allocations where allocation.isLive {
      for port in before.holdings(of: allocation)?.ports ?? [] { taken.insert(port.value) }
    }
    var reserved: [PortSpecification] = []
    var texts = Set<String>()
    for node in before.snapshot.nodes {
      for text in [node.reserved.hostPorts] + node.resources.addresses.map(\.reservedPorts)
      where texts.insert(text).inserted {
        if let ports = PortSpecification(text) { reserved.append(ports) }
      }
    }
    // Above what only root may take, and below what Nomad hands out.
    let lowest = max(1024, port.value &+ 1)
    guard lowest < 20_000 else { return nil }
    // 8080 for 80, 8443 for 443: what everybody understands.
    return ([port.value &+ 8000] + Array((lowest..<20_000).prefix(2000))).first { number in
      number < 20_000 && !taken.contains(number) && !reserved.contains { $0.ranges.contains { $0.contains(number) } }
    }
  }

  /// The port given up by who has it, where nothing else stands in the way.
  private func freedPortIdeas() -> [Idea] {
    let wantedPorts = Set(
      ((request.network?.staticPorts ?? []) + request.tasks.compactMap(\.network).flatMap(\.staticPorts)).map(\.value))
    // What this job itself holds is no one else's to give up.
    let own = before.jobs.existingNumber(namespace: request.namespace, id: request.jobID)
    var taken: [(node: NodeOutcome, holders: [Int])] = []
    for outcome in candidates where !outcome.rejections.isEmpty && outcome.rejections.allSatisfy({ $0.stage == .port })
    {
      let holders = before.allocationsOnNode[outcome.node].filter { number in
        let live = before.allocations[number]
        return live.job != own
          && before.holdings(of: live)?.ports.contains { wantedPorts.contains($0.value) } == true
      }
      if !holders.isEmpty { taken.append((outcome, holders)) }
    }
    guard let first = taken.first else { return [] }
    let jobs = Set(taken.flatMap(\.holders).map { before.jobs.id(of: before.allocations[$0].job) }).sorted()
    let ports = wantedPorts.count == 1 ? "port \(wantedPorts.first ?? 0)" : "the ports"
    func idea(_ nodes: [(node: NodeOutcome, holders: [Int])]) -> Idea {
      let isOne = nodes.count == 1
      let holders =
        isOne
        ? Wording.list(nodes[0].holders.map { before.name(of: $0) })
        : "job\(jobs.count == 1 ? "" : "s") \(Wording.names(jobs.map { "\"\($0)\"" }))"
      let place = isOne ? nodes[0].node.name : "\(nodes.count) nodes"
      return Idea(
        remedy: Remedy(.cluster, "\(ports) freed on \(place) by \(holders)"),
        changeState: { state in
          for number in nodes.flatMap(\.holders) { state.remove(number) }
        })
    }
    guard wanted - placed > 1, taken.count > 1 else { return [idea([first])] }
    let needed = request.jobKind.runsOnEveryNode ? taken.count : min(taken.count, wanted - placed)
    return [idea(Array(taken.prefix(needed)))] + (request.jobKind.runsOnEveryNode ? [] : [idea([first])])
  }
}

extension TaskGroup {
  /// The port of the first network block that bears a label.
  func port(labelled label: String) -> Network.Port? {
    networks.first.flatMap { network in (network.reservedPorts + network.dynamicPorts).first { $0.label == label } }
  }

  /// Changes the ports of the first network block that bear a label.
  mutating func changePorts(labelled label: String, _ body: (inout Network.Port) -> Void) {
    guard !networks.isEmpty else { return }
    networks[0].changePorts(labelled: label, body)
  }

  /// The same for the network block of old inside a task.
  mutating func changeTaskPorts(of task: String, labelled label: String, _ body: (inout Network.Port) -> Void) {
    for index in tasks.indices where tasks[index].name == task {
      guard var resources = tasks[index].resources, !resources.networks.isEmpty else { continue }
      resources.networks[0].changePorts(labelled: label, body)
      tasks[index].resources = resources
    }
  }
}

extension Network {
  fileprivate mutating func changePorts(labelled label: String, _ body: (inout Network.Port) -> Void) {
    for index in reservedPorts.indices where reservedPorts[index].label == label { body(&reservedPorts[index]) }
    for index in dynamicPorts.indices where dynamicPorts[index].label == label { body(&dynamicPorts[index]) }
  }
}
