import HCLParser

extension ExplanationBuilder {
  /// Where Nomad's counters mislead, the truth.
  func notes() -> [String] {
    var notes: [String] = []
    let judged = candidates.filter { $0.counted == "computed class ineligible" }
    if !judged.isEmpty {
      let unfit = judged.filter { !$0.rejections.isEmpty }
      let fit = judged.filter(\.rejections.isEmpty)
      if !unfit.isEmpty {
        notes.append(
          "Nomad counts \(Wording.names(unfit.map(\.name))) as \"computed class ineligible\": it asks only the first node of each class. Their own \(unfit.count == 1 ? "reason is" : "reasons are") told here."
        )
      }
      for outcome in fit.prefix(3) {
        let first = snapshot.classes.firstNodes[snapshot.classes.ofNode[outcome.node]]
        notes.append(
          "\(outcome.name) would take it, but Nomad does not ask: it judges the node by \(snapshot.nodes[first].name), the first of its class, although the class does not tell networks, volumes or drivers."
        )
      }
    }
    if let origin = request.networkNeedOrigin, let need = request.networkNeed,
      candidates.contains(where: { $0.rejections.contains { $0.stage == .network || $0.stage == .hostNetwork } })
    {
      notes.append(
        "group \"\(request.group)\" has no network block; Nomad takes the network of group \"\(origin)\" (mode \"\(need.effectiveMode)\") for its own. A network block with mode = \"host\" here, or the group placed before \"\(origin)\", avoids that."
      )
    }
    let uncertain = candidates.filter { $0.rejections.contains(where: \.isUncertain) }
    if !uncertain.isEmpty {
      notes.append(
        "the snapshot does not tell all about \(Wording.names(uncertain.map(\.name))): \(uncertain.count == 1 ? "it" : "they") may be fit after all."
      )
    }
    return notes
  }

  /// What would end the wait, in the order of the findings; no two alike.
  func until() -> [String] {
    var found: [String] = []
    func add(_ text: String) { if !found.contains(text) { found.append(text) } }
    for outcome in outcomes where outcome.standing.count == 1 && outcome.rejections.isEmpty {
      if let change = outcome.standing.first?.change, found.count < 2 { add("\(outcome.name) \(change)") }
    }
    for outcome in candidates {
      for rejection in outcome.rejections.prefix(1) { add(until(rejection)) }
    }
    if found.isEmpty { add("a node joins that the job may use") }
    return Array(found.prefix(4))
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

  private func until(_ rejection: Rejection) -> String {
    switch rejection.stage {
    case .network:
      return "a node with \(ExplanationBuilder.networkName(request.networkNeed?.effectiveMode ?? "host")) joins"
    case .constraint: return "a node joins that meets \(rejection.reason)"
    case .driver:
      return "a node with \(Wording.list(request.drivers.map { "driver \"\($0.name)\"" })) joins"
    case .cpu, .memory, .disk, .cores:
      return "a fitting node has \(room) free"
    case .hostNetwork:
      let ports = request.networkNeed.map { $0.dynamicPorts + $0.staticPorts } ?? []
      var unique: [String] = []
      for port in ports where rejection.reason.holds(port.hostNetwork) && !unique.contains(port.hostNetwork) {
        unique.append(port.hostNetwork)
      }
      return "a node with host network \(Wording.list(unique.map { "\"\($0)\"" })) joins"
    case .port:
      return rejection.reason.hasSuffix("bandwidth exceeded")
        ? "a fitting node has the bandwidth" : "a fitting node has the ports free"
    case .distinctHosts, .distinctProperty: return "another fitting node joins"
    case .hostVolume:
      let sources = request.volumes.filter { $0.type == "host" }.map { volume in
        "\"\(volume.source)\"\(volume.isReadOnly ? "" : " to write to")"
      }
      return "a node with host volume \(Wording.list(sources)) joins"
    case .device:
      return "a node with \(Wording.list(request.devices.map { "\($0.count) of device \"\($0.name)\"" })) free joins"
    case .csiVolume: return "the volume and its plugin are there: \(rejection.reason)"
    default: return "that changes: \(rejection.reason)"
    }
  }
}
