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
        // That check stops at the first constraint; here each one speaks.
        if check is ConstraintsHold { continue }
        if let rejection = check.rejection(question, in: state) { rejections.append(rejection) }
      }
      let unmet = constraints.compactMap { $0.rejection(question, in: state) }
      rejections = unmet + rejections
      // Where the host network is missing, that it has no address says nothing new.
      let lacksHostNetwork = rejections.contains { $0.stage == .hostNetwork }
      for shortage in fit.shortages(onNode: number, in: &self.state) {
        if lacksHostNetwork, case .noAddress = shortage.cause { continue }
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

  /// The candidates' decisive reasons, those of most nodes first, equal ones in the order of the nodes.
  private func findings() -> [Finding] {
    var order: [FindingKey] = []
    var nodes: [FindingKey: [Int]] = [:]
    for outcome in candidates {
      guard let first = outcome.rejections.first else { continue }
      let key = FindingKey(first)
      if nodes[key] == nil { order.append(key) }
      nodes[key, default: []].append(outcome.node)
    }
    let sorted = order.enumerated().sorted { left, right in
      let (leftCount, rightCount) = (nodes[left.element]?.count ?? 0, nodes[right.element]?.count ?? 0)
      return leftCount != rightCount ? leftCount > rightCount : left.offset < right.offset
    }
    return sorted.map { finding($0.element, nodes: nodes[$0.element] ?? []) }
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
    default: describeByDetail(key, &finding)
    }
    addNodesElsewhere(key, &finding)
    return finding
  }

  /// Nodes that do not lack it, but are not considered: `n3 has it, but is down`.
  private func addNodesElsewhere(_ key: FindingKey, _ finding: inout Finding) {
    guard [.network, .hostNetwork, .driver, .hostVolume, .device, .constraint].contains(key.stage) else { return }
    let having = outcomes.filter { outcome in
      // One that fails the stage for another reason has it no more than these.
      !outcome.isCandidate
        && !outcome.rejections.contains { FindingKey($0) == key || key.stage != .constraint && $0.stage == key.stage }
        // One without the network mode was not asked for host networks.
        && !(key.stage == .hostNetwork && outcome.rejections.contains { $0.stage == .network })
    }
    for outcome in having.prefix(3) {
      let word = key.stage == .constraint ? "meets it" : "has it"
      finding.details.append("\(outcome.name) \(word), but \(outcome.standing.map(\.text).joined(separator: " and "))")
    }
    if having.count > 3 {
      finding.details.append(
        "\(Wording.count(having.count - 3, "more node")) like that \(having.count == 4 ? "is" : "are") not considered")
    }
  }

  /// Nodes that Nomad drops without a word, by what they are.
  private func silentFindings() -> [Finding] {
    var order: [String] = []
    var byStage: [String: [NodeOutcome]] = [:]
    for outcome in outcomes {
      guard let first = outcome.standing.first else { continue }
      if byStage[first.stage] == nil { order.append(first.stage) }
      byStage[first.stage, default: []].append(outcome)
    }
    return order.map { stage in
      let members = byStage[stage] ?? []
      let wants =
        stage == "datacenter"
        ? "; the job wants \(Wording.list(request.datacenters.map { "\"\($0)\"" }, joint: "or"))"
        : stage == "node pool" ? "; the job wants \"\(request.nodePool)\"" : ""
      var states: [String] = []
      for state in members.map(\.state) where !states.contains(state) { states.append(state) }
      let groups = states.map { state in (state: state, names: members.filter { $0.state == state }.map(\.name)) }
        .enumerated().sorted { left, right in
          left.element.names.count != right.element.names.count
            ? left.element.names.count > right.element.names.count : left.offset < right.offset
        }.map(\.element)
      // A few large groups tell more than many small ones.
      let shown = groups.prefix(groups.count > 4 ? 3 : 4)
      var parts = shown.map { "\(Wording.names($0.names)) \($0.names.count == 1 ? "is" : "are") \($0.state)" }
      if shown.count < groups.count {
        let rest = groups.dropFirst(shown.count).reduce(0) { $0 + $1.names.count }
        parts.append(
          "\(rest) more \(rest == 1 ? "has a reason" : "have reasons") of \(rest == 1 ? "its" : "their") own")
      }
      var finding = Finding(
        stage: stage, reason: "",
        summary: "\(Wording.count(members.count, "node")) not considered: \(parts.joined(separator: "; "))\(wants)",
        nodes: members.map(\.node))
      let range = stage == "datacenter" ? request.datacentersRange : stage == "node pool" ? request.nodePoolRange : nil
      if let range {
        let verb = stage == "datacenter" ? "datacenters are" : "node pool is"
        finding.causes = [.init("the job's \(verb) chosen here", range)]
      }
      if stage == "datacenter" { finding.help = datacenterHelp(members) }
      finding.isSilent = true
      return finding
    }
  }

  private func datacenterHelp(_ members: [NodeOutcome]) -> String? {
    guard candidates.isEmpty, let wanted = request.datacenters.first, !wanted.contains("*") else { return nil }
    let names = members.map { snapshot.nodes[$0.node].datacenter }
    return NameSuggestion.nearest(to: wanted, among: names).map { "did you mean \"\($0)\"?" }
  }

  /// The nodes that lack least; candidates before others.
  private func nearest() -> [NearestMiss] {
    let ranked = outcomes.filter { $0.obstacles > 0 }.sorted { left, right in
      if left.obstacles != right.obstacles { return left.obstacles < right.obstacles }
      if left.isCandidate != right.isCandidate { return left.isCandidate }
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

extension NodeOutcome {
  /// Why it is no candidate, without the verb: `down and in datacenter "dc2"`.
  fileprivate var state: String { standing.map(\.state).joined(separator: " and ") }
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
  }
}
