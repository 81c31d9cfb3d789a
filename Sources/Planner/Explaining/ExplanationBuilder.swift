import HCLParser

/// Asks every node everything, for one failed group, and folds the answers.
struct ExplanationBuilder {
  let request: PlacementRequest
  let job: Int
  let group: Int
  /// The number in the name of the instance that failed first.
  let instance: Int
  let snapshot: ClusterSnapshot
  var state: ClusterState
  private(set) var outcomes: [NodeOutcome] = []
  /// Those the scheduler looks at.
  private(set) var candidates: [NodeOutcome] = []

  /// - Parameters:
  ///   - counted: what Nomad counted each candidate under, by the node's place in the snapshot.
  ///   - placed: nodes that have an instance and need no explanation.
  ///   - only: the one node in question, where not all are.
  init(
    _ request: PlacementRequest, job: Int, group: Int, instance: Int, counted: [Int: String], placed: [Int] = [],
    only: Int? = nil, in state: ClusterState
  ) {
    self.request = request
    self.job = job
    self.group = group
    self.instance = instance
    self.state = state
    snapshot = state.snapshot
    let fit = ResourceFit(request, recordsMemoryMax: false)
    let checks = FeasibilityChecks(request, job: job, group: group)
    let properties = PropertyUse(checks.properties, in: state)
    let constraints = (request.jobConstraints + request.groupConstraints).map {
      ConstraintsHold([CompiledConstraint($0)], scope: .node)
    }
    let placed = Set(placed)
    for (number, node) in snapshot.nodes.enumerated() where !placed.contains(number) && (only == nil || only == number)
    {
      let question = FeasibilityQuestion(number: number, instance: instance, properties: properties)
      var rejections: [Rejection] = []
      for check in checks.checks {
        // These stop at the first constraint and the first volume; here each one speaks.
        if check is ConstraintsHold { continue }
        if let check = check as? CSIVolumesUsable {
          rejections += check.rejections(question, in: state)
          continue
        }
        if let rejection = check.rejection(question, in: state) { rejections.append(rejection) }
      }
      let unmet = constraints.compactMap { $0.rejection(question, in: state) }
      rejections = unmet + rejections
      // Where the host network is missing, that it has no address says nothing new.
      let lacksHostNetwork = rejections.contains { $0.stage == .hostNetwork || $0.stage == .network }
      // Nor that a device which the node does not have is not free.
      let lacksDevice = rejections.contains { $0.stage == .device }
      for shortage in fit.shortages(onNode: number, in: &self.state) {
        if lacksHostNetwork, case .noAddress = shortage.cause { continue }
        if lacksDevice, case .devices = shortage.cause { continue }
        rejections.append(rejection(shortage, on: number))
      }
      let standing = NodeStanding.obstacles(node, datacenters: request.datacenters, pool: request.nodePool)
      var outcome = NodeOutcome(node: number, name: node.name, standing: standing, rejections: rejections)
      if let reason = counted[number] {
        // The decisive reason first, as the scheduler met it.
        if let position = outcome.rejections.firstIndex(where: { $0.reason.utf8.elementsEqual(reason.utf8) }) {
          outcome.rejections.insert(outcome.rejections.remove(at: position), at: 0)
        } else {
          outcome.counted = reason
        }
      }
      outcomes.append(outcome)
    }
    candidates = outcomes.filter(\.isCandidate)
  }

  func explanation() -> Explanation {
    var explanation = Explanation()
    explanation.nodes = outcomes
    explanation.findings = findings() + silentFindings()
    if snapshot.nodes.isEmpty {
      explanation.findings = [
        Finding(stage: "eligibility", reason: "", summary: "the cluster has no nodes at all", nodes: [])
      ]
    }
    explanation.nearest = nearest()
    explanation.notes = notes()
    explanation.until = until()
    return explanation
  }

  // MARK: Folding

  /// All that the candidates lack: what decides on most nodes first, equal ones in the order of the nodes. What decides
  /// on none, because another reason comes before it everywhere, stands last.
  private func findings() -> [Finding] {
    var order: [FindingKey] = []
    var deciding: [FindingKey: [Int]] = [:]
    var counts: [FindingKey: Int] = [:]
    for outcome in candidates {
      var seen: [FindingKey] = []
      for (position, rejection) in outcome.rejections.enumerated() {
        let key = FindingKey(rejection)
        guard !seen.contains(key) else { continue }
        seen.append(key)
        if counts[key] == nil { order.append(key) }
        counts[key, default: 0] += 1
        if position == 0 { deciding[key, default: []].append(outcome.node) }
      }
    }
    // Of a job of every node a node of the wrong kind is no failure, one without room is. And where some instances have
    // a place, what keeps the next one off their nodes tells more than what other nodes are not.
    let hasShortage = candidates.contains { $0.rejections.first.map { FindingKey($0).isOfRoom } ?? false }
    let isInPart = state.allocationsOfJob[job].contains {
      state.allocations[$0].isLive && state.allocations[$0].group == group
    }
    let shortagesCount = hasShortage && (request.jobKind.runsOnEveryNode || isInPart)
    func rank(_ key: FindingKey) -> [Int] {
      let isFailure = !shortagesCount || key.isOfRoom
      return [isFailure ? 1 : 0, deciding[key]?.count ?? 0, counts[key] ?? 0]
    }
    let sorted = order.enumerated().sorted { left, right in
      let (leftRank, rightRank) = (rank(left.element), rank(right.element))
      return leftRank != rightRank ? rightRank.lexicographicallyPrecedes(leftRank) : left.offset < right.offset
    }
    return sorted.map { entry in
      let key = entry.element
      let deciders = deciding[key] ?? []
      var found = finding(key, nodes: deciders.isEmpty ? lackers(key).map(\.node) : deciders)
      // What never decides is worth one line, unless every node lacks it.
      if deciders.isEmpty, counts[key] ?? 0 < candidates.count {
        found.details = []
        found.causes = []
        found.help = nil
      }
      return found
    }
  }

  /// All candidates to which a reason applies, decisive or not.
  func lackers(_ key: FindingKey) -> [NodeOutcome] {
    candidates.filter { $0.rejections.contains { FindingKey($0) == key } }
  }

  private func finding(_ key: FindingKey, nodes: [Int]) -> Finding {
    let sample = lackers(key).first?.rejections.first { FindingKey($0) == key }
    var finding = Finding(stage: key.stage.rawValue, reason: key.reason, summary: key.reason, nodes: nodes)
    finding.causes = sample?.causes ?? []
    switch key.stage {
    case .network: describeNetwork(key, &finding)
    case .hostNetwork: describeHostNetwork(key, &finding)
    case .constraint: describeConstraint(key, &finding)
    case .driver: describeDriver(key, &finding)
    case .cpu, .memory, .disk, .cores: describeShortage(key, &finding)
    case .port: describePort(key, &finding)
    case .distinctHosts: describeDistinctHosts(key, &finding)
    case .distinctProperty: describeDistinctProperty(key, &finding)
    case .device: describeDevices(key, &finding)
    case .hostVolume: describeHostVolumes(key, &finding)
    case .csiVolume: describeCSIVolume(key, &finding)
    default: describeByDetail(key, &finding)
    }
    addNodesElsewhere(key, &finding)
    return finding
  }

  /// The nodes that lack least; candidates before others.
  private func nearest() -> [NearestMiss] {
    // An instance of a job of every node has its node; of those, the ones without room are the failures.
    let isBound = request.jobKind.runsOnEveryNode
    let full = candidates.filter { $0.rejections.first?.kind == .exhausted }
    let asked = !isBound ? outcomes : full.isEmpty ? candidates : full
    let ranked = asked.filter { $0.obstacles > 0 }.sorted { left, right in
      if left.obstacles != right.obstacles { return left.obstacles < right.obstacles }
      if left.isCandidate != right.isCandidate { return left.isCandidate }
      // What is of the right kind and full comes nearer than what is of another kind.
      let isRoom = left.rejections.allSatisfy { FindingKey($0).isOfRoom }
      if isRoom != right.rejections.allSatisfy({ FindingKey($0).isOfRoom }) { return isRoom }
      return left.node < right.node
    }
    guard let least = ranked.first?.obstacles else { return [] }
    return ranked.prefix { $0.obstacles == least }.prefix(3).map { outcome in
      NearestMiss(
        node: outcome.node, name: outcome.name,
        lacks: outcome.standing.map(\.text) + outcome.rejections.map(Wording.short))
    }
  }
}

/// What makes two reasons one: the stage and Nomad's words.
struct FindingKey: Hashable {
  var stage: Rejection.Stage
  var reason: String

  init(_ rejection: Rejection) {
    stage = rejection.stage
    reason = rejection.reason
    // Nomad names the value and its count; the cause is the same for all of them.
    if stage == .distinctProperty, reason.utf8.starts(with: "distinct_property: ".utf8),
      let end = reason.firstIndex(of: "=")
    {
      reason = String(reason[..<end])
    }
    // It names the node, too.
    if stage == .csiVolume, let plugin = CSIPluginFault(reason) { reason = plugin.text }
  }
  /// It is about room, not about what kind of node it is.
  var isOfRoom: Bool {
    switch stage {
    case .port, .cores, .cpu, .memory, .disk, .allocationCount, .distinctHosts, .distinctProperty: true
    case .device: reason.utf8.starts(with: "devices: ".utf8)
    default: false
    }
  }
}
