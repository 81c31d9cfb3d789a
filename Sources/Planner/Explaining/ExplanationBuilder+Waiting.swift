extension ExplanationBuilder {
  /// What would end the wait, each of it alone.
  ///
  /// A node that joins must have all that is asked for, so what the nodes lack is told of one node, not of several.
  func until() -> [String] {
    var found: [String] = []
    func add(_ text: String) { if !found.contains(text) { found.append(text) } }
    // An instance of a job of every node waits for its own node: none that joins can help it.
    let isBound = request.jobKind.runsOnEveryNode
    let waiting = isBound ? [] : outcomes.filter { $0.standing.count == 1 && $0.rejections.isEmpty }
    for outcome in waiting where found.count < 2 {
      if let change = outcome.standing.first?.change { add("\(outcome.name) \(change)") }
    }
    let full = candidates.filter { !$0.rejections.isEmpty && $0.rejections.allSatisfy(\.isShortage) }
    // An empty node of the kind would do.
    let fitting = full.filter { outcome in !outcome.rejections.contains { isBeyond($0, node: outcome.node) } }
    // One that is full of the group itself becomes free only if the group goes.
    let roomy = fitting.filter { !isTakenByOwn($0) }
    if isBound, !roomy.isEmpty {
      let wants = roomy.map { freed($0.rejections) }
      let same = wants.allSatisfy { $0 == wants[0] }
      let verb = roomy.count == 1 ? "has" : "have"
      add(
        "\(Wording.names(roomy.map(\.name))) \(verb) \(same ? wants[0] : "what \(roomy.count == 1 ? "it lacks" : "they lack")")"
      )
    } else {
      // What takes least is said; who wants all of it finds it with the nodes.
      let least = roomy.map(\.rejections.count).min() ?? 0
      for outcome in roomy where outcome.rejections.count == least && found.count < 3 {
        add("a fitting node has \(freed(outcome.rejections))")
      }
    }
    if !full.isEmpty {
      if !isBound { add(fitting.isEmpty ? newcomer(full) : "another fitting node joins") }
    } else {
      add(arrival(candidates.flatMap(\.rejections)))
    }
    return found.isEmpty ? ["the job changes"] : found
  }

  /// What the server adds by itself is worth a word only where it is what all nodes lack.
  private func isTelling(_ constraint: Rejection) -> Bool {
    let all = request.jobConstraints + request.groupConstraints
    let isImplied = all.first { $0.text.utf8.elementsEqual(constraint.reason.utf8) }?.isImplied == true
    return !isImplied || lackers(FindingKey(constraint)).count == candidates.count
  }

  /// True where not even an empty node of the kind would do.
  private func isBeyond(_ rejection: Rejection, node: Int) -> Bool {
    if rejection.isKeptBack { return true }
    guard let needed = rejection.needed else { return false }
    switch rejection.stage {
    case .cpu, .memory, .disk, .cores: return needed > total(of: rejection.stage, on: node)
    default: return false
    }
  }

  /// What joins has to be larger than what is there, or to keep less for itself.
  private func newcomer(_ full: [NodeOutcome]) -> String {
    let keptBack = full.contains { $0.rejections.contains(where: \.isKeptBack) }
    let ports = (request.network?.staticPorts ?? []).map { "\($0.value)" }
    let condition =
      keptBack && !ports.isEmpty ? " that does not keep back port \(Wording.list(ports, joint: "or"))" : ""
    return "a node with \(room) joins\(placeToJoin)\(condition)"
  }

  /// True where instances of the group itself hold what is missing.
  private func isTakenByOwn(_ outcome: NodeOutcome) -> Bool {
    let isOfOwn = outcome.rejections.contains {
      $0.stage == .distinctHosts || $0.stage == .distinctProperty || $0.stage == .port && $0.needed == nil
    }
    guard isOfOwn else { return false }
    if outcome.rejections.contains(where: { $0.stage == .distinctProperty }) { return true }
    return state.allocationsOnNode[outcome.node].contains { number in
      let live = state.allocations[number]
      return live.job == job && live.group == group
    }
  }

  /// What a node of the right kind lacks, in words.
  private func freed(_ rejections: [Rejection]) -> String {
    var parts: [String] = []
    func add(_ text: String) { if !parts.contains(text) { parts.append(text) } }
    for rejection in rejections {
      switch rejection.stage {
      case .cpu, .memory, .disk, .cores: add("\(room) free")
      case .port: add(rejection.reason.hasSuffix("bandwidth exceeded") ? "the bandwidth" : portsWanted)
      case .device: add("\(Wording.list(devices)) free")
      default: break
      }
    }
    return parts.isEmpty ? "room" : Wording.list(parts)
  }

  /// `port 443 free`, `the ports free`.
  private var portsWanted: String {
    let ports = (request.network?.staticPorts ?? []) + request.tasks.compactMap(\.network).flatMap(\.staticPorts)
    return ports.count == 1 ? "port \(ports[0].value) free" : ports.isEmpty ? "dynamic ports free" : "the ports free"
  }

  /// Where a node has to join for the job to look at it: ` node pool "gpu"`; nothing where any will do.
  private var placeToJoin: String {
    ["default", "all"].contains(request.nodePool) ? "" : " node pool \"\(request.nodePool)\""
  }

  /// The node that would have to join, by all that some node lacks.
  private func arrival(_ rejections: [Rejection]) -> String {
    var having: [String] = []
    var meeting: [String] = []
    var further: [String] = []
    func add(_ text: String, to list: inout [String]) { if !list.contains(text) { list.append(text) } }
    for rejection in rejections {
      switch rejection.stage {
      case .network: add(Self.networkName(request.networkNeed?.effectiveMode ?? "host"), to: &having)
      case .driver: for driver in request.drivers { add("driver \"\(driver.name)\"", to: &having) }
      case .hostNetwork: for name in hostNetworks(named: rejection.reason) { add(name, to: &having) }
      case .hostVolume: for name in hostVolumes { add(name, to: &having) }
      case .device: for name in devices { add(name, to: &having) }
      case .constraint: if isTelling(rejection) { add(Wording.trimmed(rejection.reason), to: &meeting) }
      case .csiVolume: addVolume(rejection, &having, &further)
      default: break
      }
    }
    // What lacks room beside is too small or full; a node that joins is neither.
    if having.isEmpty, meeting.isEmpty {
      return further.isEmpty
        ? placeToJoin.isEmpty ? "a node joins that the job may use" : "a node joins\(placeToJoin)"
        : Wording.list(further)
    }
    let kind = having.isEmpty ? "a node" : "a node with \(Wording.list(having))"
    let condition = meeting.isEmpty ? "" : " that meets \(Wording.list(meeting.map { "\"\($0)\"" }))"
    return Wording.list(["\(kind) joins\(placeToJoin)\(condition)"] + further)
  }

  private func addVolume(_ rejection: Rejection, _ having: inout [String], _ further: inout [String]) {
    func add(_ text: String, to list: inout [String]) { if !list.contains(text) { list.append(text) } }
    if let plugin = CSIPluginFault(rejection.reason) {
      add("CSI plugin \"\(plugin.plugin)\"", to: &having)
    } else if let source = missingVolume(rejection.reason) {
      // Without a list nobody knows whether it is there.
      add("CSI volume \"\(source)\" \(snapshot.volumes == nil ? "can be used" : "is made")", to: &further)
    } else if rejection.reason == "did not meet topology requirement" {
      add("access to the CSI volume's place", to: &having)
    } else {
      let ids = request.volumes.filter { $0.type == "csi" }.map { $0.source(forInstance: instance) }
      let words = rejection.reason.split(separator: " ")
      let id = ids.first { words.contains(Substring($0)) } ?? ""
      add("CSI volume \"\(id)\" can be used", to: &further)
    }
  }

  /// What one instance takes, in words: `3000 MHz, 256 MB of memory and 300 MB of disk`.
  private var room: String {
    var parts: [String] = []
    if request.peakCPU > 0 { parts.append("\(request.peakCPU) MHz") }
    let cores = request.tasks.reduce(0) { $0 &+ $1.cores }
    if cores > 0 { parts.append(Wording.count(cores, "core")) }
    parts.append("\(request.peakMemoryMB) MB of memory")
    parts.append("\(request.diskMB) MB of disk")
    return Wording.list(parts)
  }

  private var devices: [String] { request.devices.map { "\($0.count) of device \"\($0.name)\"" } }

  private var hostVolumes: [String] {
    request.volumes.filter { $0.type == "host" }.map { volume in
      "host volume \"\(volume.source)\"\(volume.isReadOnly ? "" : " to write to")"
    }
  }

  /// The host networks of which a reason speaks.
  private func hostNetworks(named reason: String) -> [String] {
    let ports = request.networkNeed.map { $0.dynamicPorts + $0.staticPorts } ?? []
    return ports.filter { reason.hasSuffix("for port \(GoText.quoted($0.label))") }
      .map { "host network \"\($0.hostNetwork)\"" }
  }
}

extension Rejection {
  /// A port that the node's agent keeps for itself: nobody gives it back.
  fileprivate var isKeptBack: Bool { stage == .port && detail.hasSuffix("by the node's agent") }

  /// The node is of the right kind: what it lacks comes back when something else stops.
  fileprivate var isShortage: Bool {
    switch stage {
    case .port, .cores, .cpu, .memory, .disk, .distinctHosts, .distinctProperty, .allocationCount: true
    case .device: kind == .exhausted
    default: false
    }
  }
}
