import JobSpec

/// The node can use every network volume the group asks for. `reference/scheduler.md` section 3.6.
struct CSIVolumesUsable: OptionalCheck {
  let request: PlacementRequest
  let volumes: [RequestedVolume]
  /// The job's number in the state.
  let job: Int
  var scope: FeasibilityScope { .node }

  init(_ request: PlacementRequest, job: Int) {
    self.request = request
    self.job = job
    volumes = request.volumes.filter { $0.type == "csi" }
  }

  var isIdle: Bool { volumes.isEmpty }

  func rejection(_ question: FeasibilityQuestion, in state: ClusterState) -> Rejection? {
    for volume in volumes {
      if let rejection = rejection(of: volume, question, in: state) { return rejection }
    }
    return nil
  }

  private static let noAllocations = "the snapshot holds no allocations, so who has the claim cannot be told"

  /// What is wrong with each of the volumes: for explanations.
  func rejections(_ question: FeasibilityQuestion, in state: ClusterState) -> [Rejection] {
    volumes.compactMap { rejection(of: $0, question, in: state) }
  }

  private func rejection(of volume: RequestedVolume, _ question: FeasibilityQuestion, in state: ClusterState)
    -> Rejection?
  {
    guard let (reason, detail) = fault(of: volume, question, in: state) else { return nil }
    let range = volume.sourceRange ?? volume.range
    return .filtered(
      reason, .csiVolume, detail: detail,
      causes: range.map { [.init("group \"\(request.group)\" asks for volume \"\(volume.name)\" here", $0)] } ?? [],
      isUncertain: state.snapshot.volumes == nil || question.node(in: state).unknown.contains(.csi)
        || detail.utf8.elementsEqual(Self.noAllocations.utf8))
  }

  private func fault(of requested: RequestedVolume, _ question: FeasibilityQuestion, in state: ClusterState) -> (
    String, String
  )? {
    let source = requested.source(forInstance: question.instance)
    guard let known = state.snapshot.volumes else {
      return ("missing CSI Volume \(source)", "the snapshot holds no list of CSI volumes")
    }
    let mine = known.first {
      $0.id.utf8.elementsEqual(source.utf8) && $0.namespace.utf8.elementsEqual(request.namespace.utf8)
    }
    guard let volume = mine else {
      return ("missing CSI Volume \(source)", "namespace \"\(request.namespace)\" has no CSI volume \"\(source)\"")
    }
    return pluginFault(of: volume, question, in: state) ?? claimFault(of: volume, requested, in: state)
  }

  private func pluginFault(of volume: CSIVolume, _ question: FeasibilityQuestion, in state: ClusterState) -> (
    String, String
  )? {
    let node = question.node(in: state)
    let id = volume.pluginID
    guard let plugin = node.csiPlugin(id) else {
      let present = node.csiPlugins.map { "\"\($0.id)\"" }.joined(separator: ", ")
      return (
        "CSI plugin \(id) is missing from client \(node.id)",
        "wants CSI plugin \"\(id)\"; the node runs \(node.csiPlugins.isEmpty ? "none" : present)"
      )
    }
    guard plugin.isHealthy else {
      let health = plugin.healthDescription.isEmpty ? "" : ": \(plugin.healthDescription)"
      return ("CSI plugin \(id) is unhealthy on client \(node.id)", "CSI plugin \"\(id)\" is not healthy\(health)")
    }
    // Most plugins set no bound, and then nobody counts.
    let inUse = plugin.maxVolumes == .max ? 0 : volumesInUse(ofPlugin: id, onNode: question.number, in: state)
    guard inUse < plugin.maxVolumes else {
      return (
        "CSI plugin \(id) has the maximum number of volumes on client \(node.id)",
        "CSI plugin \"\(id)\" has \(inUse) of at most \(plugin.maxVolumes) volumes in use"
      )
    }
    if !volume.topologies.isEmpty, !volume.topologies.contains(where: { Self.topology(plugin.topology, meets: $0) }) {
      return (
        "did not meet topology requirement", "CSI volume \"\(volume.id)\" cannot be reached from where the node stands"
      )
    }
    return nil
  }

  private static func topology(_ node: [CSITopologySegment]?, meets wanted: [CSITopologySegment]) -> Bool {
    guard let node else { return false }
    return wanted.allSatisfy { node.contains($0) }
  }

  /// How many volumes of a plugin the allocations of the node use: those they have claimed, and those their jobs ask
  /// for. What this very plan has placed there does not count, since it has not reached the node yet.
  private func volumesInUse(ofPlugin id: String, onNode number: Int, in state: ClusterState) -> Int {
    let here = state.allocationsOnNode[number].map { state.allocations[$0] }.filter { live in
      if case .placed = live.source { return live.job != job }
      return true
    }
    let claimants = state.allocationsOnNode[number].map { state.id(of: $0) }
    let uses = here.flatMap { state.volumeUses(of: $0) }
    return (state.snapshot.volumes ?? []).count { volume in
      guard volume.pluginID.utf8.elementsEqual(id.utf8) else { return false }
      return (volume.readers + volume.writers).contains(where: claimants.contains)
        || uses.contains {
          $0.id.utf8.elementsEqual(volume.id.utf8) && $0.namespace.utf8.elementsEqual(volume.namespace.utf8)
        }
    }
  }

  private func claimFault(of volume: CSIVolume, _ requested: RequestedVolume, in state: ClusterState)
    -> (String, String)?
  {
    let isSchedulable = volume.isSchedulable && !volume.isExhausted
    if requested.isReadOnly {
      guard isSchedulable else {
        return (
          "CSI volume \(volume.id) is unschedulable or has exhausted its available reader claims",
          volume.isExhausted
            ? "the plugin of CSI volume \"\(volume.id)\" refused a claim for lack of room"
            : "CSI volume \"\(volume.id)\" is not schedulable"
        )
      }
      return nil
    }
    guard isSchedulable, volume.admitsWriting else {
      return (
        "CSI volume \(volume.id) is unschedulable or is read-only",
        volume.admitsWriting
          ? "the volume is not schedulable" : "its access mode \"\(volume.accessMode)\" is for reading"
      )
    }
    guard volume.writerBound != nil else { return nil }
    for writer in volume.writers {
      guard let holder = state.snapshot.allocations.first(where: { $0.id.utf8.elementsEqual(writer.utf8) }) else {
        return (
          "CSI volume \(volume.id) has exhausted its available writer claims and is claimed by a garbage collected "
            + "allocation \(writer); waiting for claim to be released",
          state.snapshot.allocations.isEmpty
            ? Self.noAllocations : "allocation \(writer) writes CSI volume \"\(volume.id)\", but is gone"
        )
      }
      if !holder.jobID.utf8.elementsEqual(request.jobID.utf8)
        || !holder.namespace.utf8.elementsEqual(request.namespace.utf8)
      {
        return (
          "CSI volume \(volume.id) has exhausted its available writer claims",
          "job \"\(holder.jobID)\" writes CSI volume \"\(volume.id)\" (\(holder.name))"
        )
      }
    }
    if let other = earlierWriter(of: volume, in: state) {
      return (
        "CSI volume \(volume.id) has exhausted its available writer claims",
        "job \"\(other)\" writes CSI volume \"\(volume.id)\""
      )
    }
    return nil
  }

  /// A job planned earlier in this run that writes the volume.
  private func earlierWriter(of volume: CSIVolume, in state: ClusterState) -> String? {
    for number in state.versions.indices where number != job {
      for allocation in state.allocationsOfJob[number].map({ state.allocations[$0] }) where allocation.isLive {
        guard case .placed = allocation.source else { continue }
        let writes = state.volumeUses(of: allocation).contains {
          !$0.isReadOnly && $0.id.utf8.elementsEqual(volume.id.utf8)
            && $0.namespace.utf8.elementsEqual(volume.namespace.utf8)
        }
        if writes { return state.jobs.id(of: number) }
      }
    }
    return nil
  }
}

extension CSIVolume {
  private static let writingModes = ["single-node-writer", "multi-node-single-writer", "multi-node-multi-writer"]

  /// Whether it may be written at all. A volume not in use yet has the modes it may take on.
  var admitsWriting: Bool {
    if !accessMode.isEmpty { return Self.writingModes.contains(accessMode) }
    return capabilities.isEmpty || capabilities.contains { Self.writingModes.contains($0.accessMode) }
  }

  /// How many may write it at a time, or nil for any number.
  var writerBound: Int? {
    if accessMode.isEmpty {
      return capabilities.contains { $0.accessMode == "multi-node-multi-writer" } ? nil : 1
    }
    return accessMode == "multi-node-multi-writer" ? nil : 1
  }
}
