import HCLParser
import JobSpec

/// System and sysbatch jobs: one instance of each group on every node that fits.
extension JobPlanner {
  /// What is due on the nodes, gathered before anything is placed.
  private struct Work {
    var placements: [(node: Int, group: Int, previous: RunningInstance?)] = []
    var destructive: [(group: Int, instance: RunningInstance)] = []
    var updates: [String: DesiredUpdates] = [:]
    /// Names of groups in the order they are told.
    var names: [String] = []

    /// Names a group before anything is counted for it.
    mutating func list(_ group: String) { if !names.contains(group) { names.append(group) } }

    mutating func count(_ group: String, _ change: (inout DesiredUpdates) -> Void) {
      list(group)
      change(&updates[group, default: DesiredUpdates()])
    }
  }

  mutating func planOnEveryNode(in state: inout ClusterState) {
    let hasRunning = state.allocationsOfJob[number].contains { state.allocations[$0].isLive }
    var work = gatherWork(in: &state)
    limitReplacements(&work, in: &state)
    var wanted = [Int](repeating: 0, count: requests.count)
    var filtered = [PlacementMetrics?](repeating: nil, count: requests.count)
    var counted = [[Int: String]](repeating: [:], count: requests.count)
    for one in work.placements {
      wanted[one.group] += 1
      placeOnNode(one.node, group: one.group, previous: one.previous, filtered: &filtered, in: &state)
      counted[one.group][one.node] = placers[one.group]?.countedReasons[one.node]
    }
    for index in requests.indices {
      let missed = filtered[index]?.nodesFiltered ?? 0
      if missed > 0 { work.count(requests[index].group) { $0.place -= missed } }
      // Nodes of the wrong kind are no failures, unless all of them are.
      let isSpared = state.snapshot.settings.traits.sparesRunningSystemJobs && hasRunning
      if wanted[index] > 0, missed >= wanted[index], failures[index] == nil, !isSpared, let metrics = filtered[index] {
        failures[index] = PlacementFailure(
          group: requests[index].group, metrics: metrics, request: requests[index], firstIndex: 0)
      }
      if explainsFailures, failures[index] != nil {
        // A node that was asked and refused is in question, though an older version still runs there.
        let group = groups[index]
        let placed = state.allocationsOfJob[number].map { state.allocations[$0] }
          .filter { $0.isLive && $0.group == group && $0.node >= 0 && counted[index][$0.node] == nil }.map(\.node)
        let explanation = explanation(
          ofGroup: index, instance: 0, counted: counted[index], placed: placed, in: state)
        failures[index]?.explanation = explanation
      }
    }
    plan.desiredUpdates = work.names.map {
      var updates = Plan.GroupUpdates($0, work.updates[$0] ?? DesiredUpdates())
      updates.isCounted = work.updates[$0] != nil
      return updates
    }
    countPreemptions()
  }

  /// Goes through the nodes, and on each through the groups.
  private mutating func gatherWork(in state: inout ClusterState) -> Work {
    var work = Work()
    for request in requests { work.list(request.group) }
    let reconciler = SystemReconciler(jobKind: plan.jobKind)
    let running = runningInstances(in: state)
    let removed = running.keys.filter { !groups.contains($0) }.sorted()
    var onNode: [Int: [RunningInstance]] = [:]
    for (_, instances) in running { for instance in instances { onNode[instance.node, default: []].append(instance) } }
    // Instances on nodes the snapshot does not have come last.
    let nodes = state.snapshot.nodes.indices.filter { candidates.isCandidate[$0] || onNode[$0] != nil }
    for node in nodes + (onNode[-1] == nil ? [] : [-1]) {
      let standing = standing(of: node, in: state)
      let here = onNode[node] ?? []
      for (index, group) in groups.enumerated() {
        let instances = here.filter { $0.group.utf8.elementsEqual(requests[index].group.utf8) }
        guard requests[index].count > 0 || !instances.isEmpty else { continue }
        let steps = reconciler.steps(instances, on: standing, isWanted: requests[index].count > 0 && job.stop != true) {
          change(of: $0, group: index, in: &state)
        }
        for step in steps { note(step, group: state.jobs.group(group), index: index, node: node, &work, in: &state) }
      }
      for group in removed {
        let name = state.jobs.group(group)
        let instances = here.filter { $0.group.utf8.elementsEqual(name.utf8) }
        for step in reconciler.steps(instances, on: standing, isWanted: false, change: { _ in .none }) {
          note(step, group: name, index: nil, node: node, &work, in: &state)
        }
      }
    }
    return work
  }

  private func standing(of node: Int, in state: ClusterState) -> SystemReconciler.NodeStanding {
    guard node >= 0 else {
      return SystemReconciler.NodeStanding(condition: .gone, isReady: false, isCandidate: false)
    }
    let facts = state.snapshot.nodes[node]
    return SystemReconciler.NodeStanding(
      condition: RunningInstance.NodeCondition(facts),
      isReady: facts.isReady && facts.isEligible && !facts.isDraining, isCandidate: candidates.isCandidate[node])
  }

  private mutating func note(
    _ step: SystemReconciler.Step, group: String, index: Int?, node: Int, _ work: inout Work,
    in state: inout ClusterState
  ) {
    switch step {
    case .ignore: work.count(group) { $0.ignore += 1 }
    case .place:
      guard let index else { return }
      work.count(group) { $0.place += 1 }
      work.placements.append((node, index, nil))
    case .stop(let instance, let reason, let clientStatus):
      work.count(group) { $0.stop += 1 }
      plan.stops.append(stop(instance, reason: reason, clientStatus: clientStatus))
      take(instance, in: &state)
    case .migrate(let instance):
      work.count(group) { $0.migrate += 1 }
      plan.stops.append(stop(instance, reason: StopReason.drained))
      take(instance, in: &state)
    case .lost(let instance):
      plan.stops.append(stop(instance, reason: StopReason.lost, clientStatus: "lost"))
      take(instance, as: .lost, in: &state)
    case .inPlace(let instance):
      work.count(group) { $0.inPlaceUpdate += 1 }
      updateInPlace(instance, in: &state)
    case .destructive(let instance):
      guard let index else { return }
      work.count(group) { $0.destructiveUpdate += 1 }
      work.destructive.append((index, instance))
    }
  }

  /// Replaces as many instances at once as the job's `update` block lets go, and waits with the rest.
  private mutating func limitReplacements(_ work: inout Work, in state: inout ClusterState) {
    var limit = work.destructive.count
    if plan.jobKind == .system, let update = job.update, let stagger = update.stagger?.nanoseconds, stagger > 0,
      let atOnce = update.maxParallel, atOnce > 0, atOnce < limit
    {
      limit = atOnce
      plan.rollingUpdateWait = Int(clamping: stagger)
    }
    var replacements: [(node: Int, group: Int, previous: RunningInstance?)] = []
    for (group, instance) in work.destructive.prefix(limit) {
      plan.stops.append(stop(instance, reason: StopReason.updating))
      take(instance, in: &state)
      replacements.append((instance.node, group, instance))
    }
    work.placements += replacements
  }

  /// Tries one node for a group; adds to `filtered` where the node is of the wrong kind.
  private mutating func placeOnNode(
    _ node: Int, group index: Int, previous: RunningInstance?, filtered: inout [PlacementMetrics?],
    in state: inout ClusterState
  ) {
    inheritNetworkNeed(ofGroup: index)
    var metrics = freshMetrics
    let attempt = GroupPlacer.Attempt(
      instance: 0, allowsPreemption: state.snapshot.settings.allowsPreemption(by: plan.jobKind),
      keptScores: keptScores, keepsReasons: explainsFailures)
    let selection = withPlacer(ofGroup: index, in: &state) { placer, filter, boost, state in
      placer.select(
        attempt, among: [node], filter: &filter, lowestBoost: &boost, metrics: &metrics, in: &state)
    }
    if let selection {
      var placement = place(selection, group: index, instance: 0, metrics: metrics, in: &state)
      placement.previousAllocation = previous?.id
      plan.placements.append(placement)
    } else if metrics.nodesFiltered > 0 {
      filtered[index] = filtered[index]?.merged(with: metrics) ?? metrics
    } else {
      fail(group: index, instance: 0, metrics: metrics, in: state)
    }
  }
}

extension PlacementMetrics {
  /// The counters of both attempts together, as they are kept for nodes of the wrong kind.
  fileprivate func merged(with other: PlacementMetrics) -> PlacementMetrics {
    var merged = self
    merged.nodesEvaluated += other.nodesEvaluated
    merged.nodesFiltered += other.nodesFiltered
    merged.classFiltered.merge(other.classFiltered, uniquingKeysWith: +)
    merged.constraintFiltered.merge(other.constraintFiltered, uniquingKeysWith: +)
    return merged
  }
}
