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
    let roomy = full.filter { outcome in !outcome.rejections.contains { isBeyond($0, node: outcome.node) } }
    for outcome in roomy { add(free(outcome.rejections)) }
    if !full.isEmpty {
      if !isBound { add(roomy.isEmpty ? "a node with \(room) joins" : "another fitting node joins") }
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
    guard let needed = rejection.needed else { return false }
    switch rejection.stage {
    case .cpu, .memory, .disk, .cores: return needed > total(of: rejection.stage, on: node)
    default: return false
    }
  }

  /// What a node of the right kind lacks, in words.
  private func free(_ rejections: [Rejection]) -> String {
    var parts: [String] = []
    func add(_ text: String) { if !parts.contains(text) { parts.append(text) } }
    for rejection in rejections {
      switch rejection.stage {
      case .cpu, .memory, .disk, .cores: add("\(room) free")
      case .port: add(rejection.reason.hasSuffix("bandwidth exceeded") ? "the bandwidth" : "the ports free")
      case .device: add("\(Wording.list(devices)) free")
      default: break
      }
    }
    if parts.isEmpty { return "another fitting node joins" }
    return "a fitting node has \(Wording.list(parts))"
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
      case .csiVolume: add("the volume and its plugin are there (\(rejection.reason))", to: &further)
      default: break
      }
    }
    // What lacks room beside is too small or full; a node that joins is neither.
    if having.isEmpty, meeting.isEmpty {
      return further.isEmpty ? "a node joins that the job may use" : Wording.list(further)
    }
    let kind = having.isEmpty ? "a node" : "a node with \(Wording.list(having))"
    let condition = meeting.isEmpty ? "" : " that meets \(Wording.list(meeting.map { "\"\($0)\"" }))"
    return Wording.list(["\(kind) joins\(condition)"] + further)
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
  /// The node is of the right kind: what it lacks comes back when something else stops.
  fileprivate var isShortage: Bool {
    switch stage {
    case .port, .cores, .cpu, .memory, .disk, .distinctHosts, .distinctProperty, .allocationCount: true
    case .device: kind == .exhausted
    default: false
    }
  }
}
