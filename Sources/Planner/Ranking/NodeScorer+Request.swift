extension NodeScorer {
  /// Works out for a group what its scores need of each node.
  ///
  /// - Parameter spreadWeights: the sum of the weights of all spreads. It keeps growing from group to group of one job,
  ///   as it does in the reference (scheduler.md 6.4).
  init(
    _ request: PlacementRequest, job: Int, group: Int, in state: inout ClusterState, spreadWeights: inout Int
  ) {
    var instances = InstanceCounts(nodeCount: state.snapshot.nodes.count)
    // The namespace makes no difference here, as in the reference (scheduler.md 6.1).
    for number in state.jobs.numbers(withIDOf: job).flatMap({ state.allocationsOfJob[$0] }) {
      let live = state.allocations[number]
      if live.isLive, live.group == group, live.node >= 0 { instances.add(1, onNode: live.node) }
    }
    for spread in request.spreads { spreadWeights += spread.weight }
    let spreads = request.spreads.map { spread in
      // Of spreads over one attribute, the last one's targets and weight count for all, the job's before the group's.
      let alike = request.spreads.filter { $0.attribute.utf8.elementsEqual(spread.attribute.utf8) }
      let ruling = alike.last { $0.owner == .job } ?? alike.last ?? spread
      return NodeSpread(ruling, groupCount: request.count, job: job, group: group, in: &state)
    }
    self.init(
      request, affinities: NodeScorer.affinities(request, of: state.snapshot), spreads: spreads, instances: instances)
    self.spreadWeights = spreadWeights
  }

  /// For each node the sum of the weights that hold over the sum of all, or nil where there is none.
  private static func affinities(_ request: PlacementRequest, of snapshot: ClusterSnapshot) -> [Double]? {
    guard !request.affinities.isEmpty else { return nil }
    let weights = request.affinities.map { Double($0.weight) }
    let sum = weights.reduce(0) { $0 + abs($1) }
    guard sum > 0 else { return nil }
    let compiled = request.affinities.map { CompiledConstraint($0) }
    return snapshot.nodes.map { node in
      var matched = 0.0
      for (constraint, weight) in zip(compiled, weights) where constraint.holds(on: node) { matched += weight }
      return matched / sum
    }
  }
}

extension NodeScorer.NodeSpread {
  init(
    _ spread: RequestedSpread, groupCount: Int, job: Int, group: Int, in state: inout ClusterState
  ) {
    let nodeValues = state.values(of: spread.attribute)
    tally = SpreadTally(spread, groupCount: groupCount, valueCount: nodeValues.count) { nodeValues.number(of: $0) }
    values = nodeValues.ofNode
    let running = state.allocationsOfJob[job].map { state.allocations[$0] }
      .filter { $0.isLive && !$0.isServerTerminal && $0.group == group && $0.node >= 0 }
    tally.add(running.map { (change: 1, value: value(ofNode: $0.node)) })
  }
}
