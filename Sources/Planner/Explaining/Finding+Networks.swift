import HCLParser

extension ExplanationBuilder {
  /// Which network is asked for, how many nodes have it, and what they have instead.
  func describeNetwork(_ key: FindingKey, _ finding: inout Finding) {
    let mode = request.networkNeed?.effectiveMode ?? "host"
    finding.summary = having(ExplanationBuilder.networkName(mode), lackers: lackers(key).count)
    let isCNI = mode.hasPrefix("cni/")
    let modes = candidates.map { outcome in
      snapshot.nodes[outcome.node].resources.networkModes.filter { !isCNI || $0.hasPrefix("cni/") }
    }
    finding.details += distribution(
      of: modes, describe: { "\(ExplanationBuilder.networkName($0))" },
      none: isCNI ? "no CNI network" : "no network at all")
    let all = snapshot.nodes.flatMap(\.resources.networkModes)
    finding.help = suggestion(mode, among: all)
    if request.networkNeed == nil {
      finding.details.append("a group without a network block counts as mode \"host\"")
    }
  }

  /// `CNI network "prod"`, `network mode "bridge"`.
  static func networkName(_ mode: String) -> String {
    if mode.hasPrefix("cni/") { return "CNI network \"\(mode.dropFirst(4))\"" }
    return "network mode \"\(mode)\""
  }

  func describeHostNetwork(_ key: FindingKey, _ finding: inout Finding) {
    guard let need = request.networkNeed else { return }
    let ports = need.dynamicPorts + need.staticPorts
    // The reason quotes the label; the port it belongs to tells the name as written.
    guard let port = ports.first(where: { key.reason.hasSuffix("for port \(GoText.quoted($0.label))") }) else {
      describeByDetail(key, &finding)
      return
    }
    if ConstraintTarget(port.hostNetwork).isLiteral {
      // Nodes without the network mode are not asked for host networks: here they are.
      let without = candidates.count { !hasHostNetwork(port.hostNetwork, node: $0.node) }
      finding.summary = having(
        "host network \"\(port.hostNetwork)\"", lackers: without, for: "port \"\(port.label)\"")
      let aliases = candidates.map { snapshot.nodes[$0.node].resources.aliases }
      finding.details += distribution(of: aliases, describe: { "host network \"\($0)\"" }, none: "no host network")
      finding.help = suggestion(port.hostNetwork, among: snapshot.nodes.flatMap(\.resources.aliases))
    } else {
      describeByDetail(key, &finding)
    }
  }

  func hasHostNetwork(_ name: String, node: Int) -> Bool {
    let resources = snapshot.nodes[node].resources
    return resources.addresses.contains { $0.alias.utf8.elementsEqual(name.utf8) }
      || resources.aliasesWithoutAddress.contains { $0.utf8.elementsEqual(name.utf8) }
  }

  /// `no node has CNI network "prod"`, `3 of 5 nodes lack CNI network "prod"`.
  func having(_ thing: String, lackers: Int, for whom: String = "") -> String {
    let all = candidates.count
    let suffix = whom.isEmpty ? "" : " for \(whom)"
    if lackers >= all {
      return all == 1
        ? "\(candidates[0].name), the only node in question, lacks \(thing)\(suffix)" : "no node has \(thing)\(suffix)"
    }
    return "\(lackers) of \(Wording.count(all, "node")) lack\(lackers == 1 ? "s" : "") \(thing)\(suffix)"
  }

  /// How many candidates have each of some things: `4 nodes have CNI network "dev": n1, n2, n3 and n4`.
  func distribution(
    of things: [[String]], describe: (String) -> String, none: String
  ) -> [String] {
    var order: [String] = []
    var nodes: [String: [String]] = [:]
    for (outcome, things) in zip(candidates, things) {
      for thing in things {
        if nodes[thing] == nil { order.append(thing) }
        nodes[thing, default: []].append(outcome.name)
      }
    }
    let sorted = order.enumerated().sorted { left, right in
      let (leftCount, rightCount) = (nodes[left.element]?.count ?? 0, nodes[right.element]?.count ?? 0)
      return leftCount != rightCount ? leftCount > rightCount : left.offset < right.offset
    }
    func verb(_ count: Int) -> String { count == 1 ? "has" : "have" }
    var lines = sorted.prefix(5).map { entry in
      let names = nodes[entry.element] ?? []
      return
        "\(Wording.count(names.count, "node")) \(verb(names.count)) \(describe(entry.element)): \(Wording.names(names))"
    }
    if sorted.count > 5 { lines.append("\(sorted.count - 5) further ones stand on other nodes") }
    let without = zip(candidates, things).filter { $0.1.isEmpty }.map(\.0.name)
    if !without.isEmpty {
      lines.append(
        "\(Wording.count(without.count, "node")) \(verb(without.count)) \(none): \(Wording.names(without))")
    }
    return lines
  }

  func suggestion(_ name: String, among names: [String]) -> String? {
    var unique: [String] = []
    for name in names where !unique.contains(name) { unique.append(name) }
    return Wording.nearest(to: name, among: unique).map { "did you mean \"\($0)\"?" }
  }
}
