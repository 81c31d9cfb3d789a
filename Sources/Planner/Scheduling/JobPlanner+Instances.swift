/// Service and batch jobs: a wanted number of instances for each group.
extension JobPlanner {
  mutating func planInstances(in state: inout ClusterState) {
    for index in requests.indices {
      var updates = DesiredUpdates()
      updates.place = requests[index].count
      plan.desiredUpdates.append(Plan.GroupUpdates(requests[index].group, updates))
    }
    for index in requests.indices {
      for instance in 0..<requests[index].count {
        placeInstance(instance, group: index, in: &state)
      }
    }
  }

  /// Looks for a place for one instance; records it, or the failure.
  mutating func placeInstance(_ instance: Int, group index: Int, in state: inout ClusterState) {
    if failures[index] != nil {
      repeatFailure(group: index)
      return
    }
    let nodes = candidates.nodes
    let pushedOut = alreadyPreempted
    let preempts = state.snapshot.settings.allowsPreemption(by: plan.jobKind)
    var metrics = freshMetrics
    let fresh = metrics
    var attempt = GroupPlacer.Attempt(instance: instance, keptScores: keptScores, keepsReasons: explainsFailures)
    let selection = withPlacer(ofGroup: index, in: &state) { placer, filter, boost, state in
      if let found = placer.select(
        attempt, among: nodes, filter: &filter, lowestBoost: &boost, metrics: &metrics, in: &state)
      {
        return found as GroupPlacer.Selection?
      }
      guard preempts else { return nil }
      // The second pass counts anew, and it remembers the classes of the first (scheduler.md 6.9).
      metrics = fresh
      attempt.allowsPreemption = true
      attempt.alreadyPreempted = pushedOut
      return placer.select(
        attempt, among: nodes, filter: &filter, lowestBoost: &boost, metrics: &metrics, in: &state)
    }
    guard let selection else {
      fail(group: index, instance: instance, metrics: metrics, in: state)
      return
    }
    plan.placements.append(
      place(selection, group: index, instance: instance, metrics: metrics, in: &state))
  }
}
