import JobSpec

/// Ideas that let more nodes take part.
extension RemedySearch {
  /// Nodes that are not considered, but would take an instance.
  func standingIdeas() -> [Idea] {
    // A job of every node would get one more instance there; the one without a place would still have none.
    guard !request.jobKind.runsOnEveryNode else { return [] }
    let waiting = explanation.nodes.filter { $0.standing.count == 1 && $0.rejections.isEmpty }
    var ideas: [Idea] = []
    var datacenters: [String] = []
    var pools: [String] = []
    for outcome in waiting {
      switch outcome.standing[0] {
      case .notReady:
        ideas.append(cluster("\(outcome.name) ready again") { nodes, _ in nodes[outcome.node].status = "ready" })
      case .draining:
        ideas.append(
          cluster("no drain of \(outcome.name)") { nodes, _ in
            nodes[outcome.node].isDraining = false
            nodes[outcome.node].eligibility = "eligible"
          })
      case .ineligible:
        ideas.append(
          cluster("\(outcome.name) marked as eligible") { nodes, _ in nodes[outcome.node].eligibility = "eligible" })
      case .otherDatacenter(let name): if !datacenters.contains(name) { datacenters.append(name) }
      case .otherPool(let name): if !pools.contains(name) { pools.append(name) }
      }
      if ideas.count == 4 { break }
    }
    for name in datacenters.prefix(3) {
      ideas.append(
        Idea(
          remedy: Remedy(
            .job, "datacenter \"\(name)\" added to the job's datacenters", range: request.datacentersRange),
          changeJob: { $0.datacenters = ($0.datacenters ?? []) + [name] }))
    }
    for name in pools.prefix(2) {
      ideas.append(
        Idea(
          remedy: Remedy(
            .job, "node pool \"\(request.nodePool)\" → \"\(name)\"", range: request.nodePoolRange,
            replacement: request.nodePoolRange == nil || !request.isNodePoolWritten ? nil : "\"\(name)\""),
          changeJob: { $0.nodePool = name }))
    }
    return ideas
  }

  /// Leave to push out what matters less.
  func preemptionIdeas() -> [Idea] {
    guard !before.snapshot.settings.allowsPreemption(by: request.jobKind) else { return [] }
    let isHigher = before.allocations.contains {
      $0.isLive && request.priority &- $0.priority >= PreemptionSearch.priorityDistance
    }
    guard isHigher else { return [] }
    let kind = request.jobKind
    return [
      cluster("preemption by \(kind.rawValue) jobs allowed in the cluster") { _, settings in
        switch kind {
        case .service: settings.preemptsForService = true
        case .batch: settings.preemptsForBatch = true
        case .system: settings.preemptsForSystem = true
        case .sysbatch: settings.preemptsForSysBatch = true
        }
      }
    ]
  }

  /// More nodes like one that fits or only lacks room.
  func moreNodesIdeas() -> [Idea] {
    guard !request.jobKind.runsOnEveryNode else { return [] }
    let roomStages: [Rejection.Stage] = [.cpu, .memory, .disk, .cores, .port, .device, .distinctHosts]
    let model = candidates.first { outcome in
      outcome.counted != "computed class ineligible"
        && outcome.rejections.allSatisfy { rejection in
          roomStages.contains(rejection.stage) && !isTooLarge(rejection, for: outcome.node)
        }
    }
    guard let model else { return [] }
    func idea(_ count: Int) -> Idea {
      cluster(count == 1 ? "one more node like \(model.name)" : "\(count) more nodes like \(model.name)") { nodes, _ in
        let original = nodes[model.node]
        for number in 1...count {
          var copy = original
          copy.id = "\(original.id)+\(number)"
          copy.name = "\(original.name)+\(number)"
          nodes.append(copy)
        }
      }
    }
    let missing = wanted - placed
    guard missing > 1 else { return [idea(1)] }
    let gain = trial(idea(1)) - placed
    guard gain > 0 else { return [] }
    let needed = (missing + gain - 1) / gain
    return needed > 1 ? [idea(needed), idea(1)] : [idea(1)]
  }

  /// True where even an empty node of the kind would not do.
  private func isTooLarge(_ rejection: Rejection, for node: Int) -> Bool {
    guard let needed = rejection.needed else { return false }
    switch rejection.stage {
    case .cpu: return needed > before.availableCPU[node]
    case .memory: return needed > before.availableMemory[node]
    case .disk: return needed > before.availableDisk[node]
    case .cores: return needed > before.snapshot.nodes[node].resources.reservableCores.count
    default: return false
    }
  }
}
