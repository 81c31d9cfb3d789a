import HCLParser
import JobSpec

/// Ideas that give nodes what they lack: networks, host volumes, metadata.
extension RemedySearch {
  /// A change of one node, and of as many as all instances need; `alike` are the nodes on which it is the same change.
  func ideas(_ what: String, on alike: [NodeOutcome], _ change: @escaping (inout Node) -> Void) -> [Idea] {
    guard let first = alike.first else { return [] }
    func idea(_ count: Int) -> Idea {
      let nodes = alike.prefix(count)
      let place =
        count > 1
        ? "\(count) nodes, such as \(Wording.names(nodes.map(\.name), limit: 3))"
        : alike.count <= 3
          ? Wording.list(alike.map(\.name), joint: "or")
          : "\(first.name), or on another of \(alike.count) such nodes"
      return cluster("\(what) on \(place)") { all, _ in
        for outcome in nodes { change(&all[outcome.node]) }
      }
    }
    let missing = wanted - placed
    guard missing > 1, alike.count > 1 else { return [idea(1)] }
    let gain = trial(idea(1)) - placed
    guard gain > 0, gain < missing else { return [idea(1)] }
    return [idea(min(alike.count, (missing + gain - 1) / gain)), idea(1)]
  }

  /// The candidates that lack things of one kind and nothing else.
  func lacking(only stage: Rejection.Stage) -> [NodeOutcome] {
    candidates.filter { !$0.rejections.isEmpty && $0.rejections.allSatisfy { $0.stage == stage } }
  }

  private func node(_ outcome: NodeOutcome) -> Node { before.snapshot.nodes[outcome.node] }

  /// Linux does what other systems do not.
  func isWindows(_ outcome: NodeOutcome) -> Bool { node(outcome).attribute("kernel.name") == "windows" }

  func networkEquipmentIdeas() -> [Idea] {
    guard request.networkNeedOrigin == nil, let mode = request.networkNeed?.effectiveMode, mode != "host" else {
      return []
    }
    let alike = lacking(only: .network).filter { !isWindows($0) }
    return ideas(ExplanationBuilder.networkName(mode), on: alike) {
      $0.resources.networks.append(NodeNetwork(mode: mode))
    }
  }

  func hostNetworkEquipmentIdeas() -> [Idea] {
    let ports = request.networkNeed.map { $0.dynamicPorts + $0.staticPorts } ?? []
    func missing(_ outcome: NodeOutcome) -> [String] {
      var names: [String] = []
      for port in ports where ConstraintTarget(port.hostNetwork).isLiteral && !names.contains(port.hostNetwork) {
        if !node(outcome).resources.aliases.contains(port.hostNetwork) { names.append(port.hostNetwork) }
      }
      return names
    }
    let lackers = lacking(only: .hostNetwork).filter { !node($0).resources.addresses.isEmpty }
    guard let first = lackers.first else { return [] }
    let names = missing(first)
    guard !names.isEmpty else { return [] }
    let what = names.count == 1 ? "host network" : "host networks"
    return ideas("\(what) \(Self.quoted(names))", on: lackers.filter { missing($0) == names }) { node in
      let address = node.resources.addresses.first?.address ?? ""
      for name in names { node.resources.addresses.append(NodeAddress(alias: name, address: address)) }
    }
  }

  func hostVolumeEquipmentIdeas() -> [Idea] {
    let volumes = request.volumes.filter { $0.type == "host" && !$0.isPerAllocation }
    func missing(_ outcome: NodeOutcome) -> [String] {
      var sources: [String] = []
      for volume in volumes where !sources.contains(volume.source) {
        let present = node(outcome).hostVolume(volume.source)
        if present == nil { sources.append(volume.source) }
      }
      return sources
    }
    // Where one is there for reading only, that is meant.
    let lackers = lacking(only: .hostVolume).filter { !missing($0).isEmpty }
    guard let first = lackers.min(by: { missing($0).count < missing($1).count }) else { return [] }
    let sources = missing(first)
    let what = sources.count == 1 ? "host volume" : "host volumes"
    return ideas("\(what) \(Self.quoted(sources))", on: lackers.filter { missing($0) == sources }) { node in
      for source in sources { node.hostVolumes.append(HostVolume(name: source)) }
    }
  }

  /// Metadata that an operator can set on any node.
  func metadataIdeas(_ finding: Finding) -> [Idea] {
    // Each trial reads the metadata of all nodes anew.
    guard before.snapshot.nodes.count <= 2000,
      let constraint = (request.jobConstraints + request.groupConstraints)
        .first(where: { $0.text.utf8.elementsEqual(finding.reason.utf8) }), !constraint.isImplied,
      case .meta(let key) = ConstraintTarget(constraint.attribute).kind, ConstraintTarget(constraint.value).isLiteral
    else { return [] }
    let value: String
    switch constraint.comparison {
    case "=", "==", "is", "set_contains", "set_contains_all", "set_contains_any": value = constraint.value
    case "is_set": value = "true"
    default: return []
    }
    let alike = lacking(only: .constraint).filter { outcome in
      outcome.rejections.count == 1 && outcome.rejections[0].reason.utf8.elementsEqual(finding.reason.utf8)
    }
    return ideas("meta \(key) = \"\(value)\"", on: alike) { node in
      node.meta = NodeAttributes(
        node.meta.pairs.filter { !$0.key.utf8.elementsEqual(key.utf8) } + [(key: key, value: value)])
    }
  }

  private static func quoted(_ names: [String]) -> String { Wording.list(names.map { "\"\($0)\"" }) }
}
