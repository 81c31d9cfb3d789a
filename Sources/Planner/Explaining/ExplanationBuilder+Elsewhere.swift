import HCLParser

/// Nodes that the scheduler does not look at.
extension ExplanationBuilder {
  /// Where no candidate has something: nodes that do, but are not considered. `n3 has it, but is down`.
  func addNodesElsewhere(_ key: FindingKey, _ finding: inout Finding) {
    guard [.network, .hostNetwork, .driver, .hostVolume, .device, .constraint, .csiVolume].contains(key.stage),
      lackers(key).count == candidates.count
    else { return }
    let having = outcomes.filter { outcome in
      // One that fails the stage for another reason has it no more than these.
      !outcome.isCandidate
        && !outcome.rejections.contains { FindingKey($0) == key || key.stage != .constraint && $0.stage == key.stage }
        // One without the network mode was not asked for host networks.
        && !(key.stage == .hostNetwork && outcome.rejections.contains { $0.stage == .network })
    }
    let word = key.stage == .constraint ? "meet" : "ha"
    let groups = grouped(having) { Wording.list($0.standing.map(\.state)) }
    for group in groups.prefix(4) {
      let isOne = group.members.count == 1
      let verb = word == "meet" ? (isOne ? "meets" : "meet") : isOne ? "has" : "have"
      finding.details.append(
        "\(Wording.names(group.members.map(\.name))) \(verb) it, but \(isOne ? "is" : "are") \(group.text)")
    }
    let rest = groups.dropFirst(4).reduce(0) { $0 + $1.members.count }
    if rest > 0 {
      finding.details.append("\(Wording.count(rest, "more node")) like that \(rest == 1 ? "is" : "are") not considered")
    }
  }

  /// Nodes that Nomad drops without a word, by what they are.
  func silentFindings() -> [Finding] {
    let silent = outcomes.filter { !$0.isCandidate }
    return grouped(silent) { $0.standing[0].stage }.map { stage, members in
      var finding = Finding(
        stage: stage, reason: "",
        summary: "\(Wording.count(members.count, "node")) not considered: \(places(of: members))"
          + also(members) + wish(stage),
        nodes: members.map(\.node))
      let isDatacenter = stage == "datacenter"
      let range = isDatacenter ? request.datacentersRange : stage == "node pool" ? request.nodePoolRange : nil
      if let range, isDatacenter || request.isNodePoolWritten {
        finding.causes = [.init("the job's \(isDatacenter ? "datacenters are" : "node pool is") chosen here", range)]
      }
      if isDatacenter { finding.help = datacenterHelp(members) }
      finding.isSilent = true
      return finding
    }
  }

  /// `app-1 and app-2 are draining; db-1 is down`, the largest group first.
  private func places(of members: [NodeOutcome]) -> String {
    let groups = grouped(members) { $0.standing[0].state }
    // A single group that is left over is as short as its count would be.
    let shown = groups.count > 6 ? 5 : groups.count
    var parts = groups.prefix(shown).map { group in
      "\(Wording.names(group.members.map(\.name))) \(group.members.count == 1 ? "is" : "are") \(group.text)"
    }
    if shown < groups.count {
      let rest = groups.dropFirst(shown).reduce(0) { $0 + $1.members.count }
      let noun = groups[0].members[0].standing[0].stage
      parts.append("\(rest) more in \(groups.count - shown) further \(noun == "eligibility" ? "state" : noun)s")
    }
    return parts.joined(separator: "; ")
  }

  /// ` (3 of them also in another datacenter)`: what else keeps them out.
  private func also(_ members: [NodeOutcome]) -> String {
    let further = members.flatMap { $0.standing.dropFirst() }
    func count(_ stage: String) -> Int { further.count { $0.stage == stage } }
    var parts: [String] = []
    for (stage, words) in [
      ("eligibility", "not ready or eligible"), ("datacenter", "in another datacenter"),
      ("node pool", "in another node pool"),
    ] {
      let number = members.count { $0.standing.dropFirst().contains { $0.stage == stage } }
      guard count(stage) > 0 else { continue }
      let who =
        number == members.count ? (number == 1 ? "it is" : "all are") : "\(number) \(number == 1 ? "is" : "are")"
      parts.append("\(who) also \(words)")
    }
    return parts.isEmpty ? "" : " (\(Wording.list(parts)))"
  }

  /// What the job wants instead.
  private func wish(_ stage: String) -> String {
    switch stage {
    case "datacenter": "; the job wants \(Wording.list(request.datacenters.map { "\"\($0)\"" }, joint: "or"))"
    case "node pool":
      request.isNodePoolWritten
        ? "; the job wants \"\(request.nodePool)\""
        : "; a job that names no node pool runs in \"\(request.nodePool)\""
    default: ""
    }
  }

  private func datacenterHelp(_ members: [NodeOutcome]) -> String? {
    guard candidates.isEmpty, let wanted = request.datacenters.first, !wanted.contains("*") else { return nil }
    let names = members.map { snapshot.nodes[$0.node].datacenter }
    return NameSuggestion.nearest(to: wanted, among: names).map { "did you mean \"\($0)\"?" }
  }

  /// Outcomes with one text each, the largest group first, then in the order met.
  private func grouped(_ outcomes: [NodeOutcome], by text: (NodeOutcome) -> String) -> [(
    text: String, members: [NodeOutcome]
  )] {
    var order: [String] = []
    var members: [String: [NodeOutcome]] = [:]
    for outcome in outcomes {
      let key = text(outcome)
      if members[key] == nil { order.append(key) }
      members[key, default: []].append(outcome)
    }
    return order.enumerated().map { (offset: $0.offset, text: $0.element, members: members[$0.element] ?? []) }
      .sorted { left, right in
        left.members.count != right.members.count
          ? left.members.count > right.members.count : left.offset < right.offset
      }.map { ($0.text, $0.members) }
  }
}
