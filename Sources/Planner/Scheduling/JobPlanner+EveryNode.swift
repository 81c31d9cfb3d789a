/// System and sysbatch jobs: one instance of each group on every node that fits.
extension JobPlanner {
  mutating func planOnEveryNode(in state: inout ClusterState) {
    var wanted = [Int](repeating: 0, count: requests.count)
    var filtered = [PlacementMetrics?](repeating: nil, count: requests.count)
    var counted = [[Int: String]](repeating: [:], count: requests.count)
    for node in candidates.nodes {
      for index in requests.indices where requests[index].count > 0 {
        wanted[index] += 1
        placeOnNode(node, group: index, filtered: &filtered, in: &state)
        counted[index][node] = placers[index]?.countedReasons[node]
      }
    }
    for index in requests.indices {
      var updates = DesiredUpdates()
      updates.place = wanted[index] - (filtered[index]?.nodesFiltered ?? 0)
      updates.preemptions = plan.placements.filter { $0.group == requests[index].group }
        .reduce(0) { $0 + $1.preempted.count }
      plan.desiredUpdates.append(Plan.GroupUpdates(requests[index].group, updates))
      // Nodes of the wrong kind are no failures, unless all of them are.
      if wanted[index] > 0, updates.place == 0, failures[index] == nil, let metrics = filtered[index] {
        failures[index] = PlacementFailure(
          group: requests[index].group, metrics: metrics, request: requests[index], firstIndex: 0)
      }
      if explainsFailures, failures[index] != nil {
        let placed = plan.placements.filter { $0.group == requests[index].group }.map(\.node)
        let explanation = explanation(
          ofGroup: index, instance: 0, counted: counted[index], placed: placed, in: state)
        failures[index]?.explanation = explanation
      }
    }
  }

  /// Tries one node for a group; adds to `filtered` where the node is of the wrong kind.
  private mutating func placeOnNode(
    _ node: Int, group index: Int, filtered: inout [PlacementMetrics?], in state: inout ClusterState
  ) {
    var metrics = freshMetrics
    let attempt = GroupPlacer.Attempt(
      instance: 0, allowsPreemption: state.snapshot.settings.allowsPreemption(by: plan.jobKind),
      alreadyPreempted: alreadyPreempted, keptScores: keptScores, keepsReasons: explainsFailures)
    let selection = withPlacer(ofGroup: index, in: &state) { placer, filter, boost, state in
      placer.select(
        attempt, among: [node], filter: &filter, lowestBoost: &boost, metrics: &metrics, in: &state)
    }
    if let selection {
      plan.placements.append(
        place(selection, group: index, instance: 0, metrics: metrics, in: &state))
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
