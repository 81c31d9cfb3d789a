extension NodeScorer {
  /// Works out for a group what its scores need of each node.
  ///
  /// - Parameter spreadWeights: the sum of the weights of all spreads. It keeps growing from group to group of one job,
  ///   as it does in the reference (scheduler.md 6.4).
  init(
    _ request: PlacementRequest, job: Int, group: Int, in state: inout ClusterState, spreadWeights: inout Int
  ) {
    var instances = [Int32](repeating: 0, count: state.snapshot.nodes.count)
    for number in state.allocationsOfJob[job] {
      let live = state.allocations[number]
      if live.isLive, live.group == group, live.node >= 0 { instances[live.node] += 1 }
    }
    for spread in request.spreads { spreadWeights += spread.weight }
    let spreads = request.spreads.map { spread in
      // Where job and group spread over one attribute, the job's targets count for both.
      let ruling = request.spreads.first { $0.owner == .job && $0.attribute == spread.attribute } ?? spread
      return NodeSpread(
        ruling, groupCount: request.count, weightSum: spreadWeights, job: job, group: group, in: &state)
    }
    self.init(
      request, affinities: NodeScorer.affinities(request, of: state.snapshot), spreads: spreads, instances: instances)
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
    _ spread: RequestedSpread, groupCount: Int, weightSum: Int, job: Int, group: Int, in state: inout ClusterState
  ) {
    let nodeValues = state.values(of: spread.attribute)
    let weightShare = weightSum > 0 ? Double(spread.weight) / Double(weightSum) : 0
    tally = SpreadTally(
      spread, groupCount: groupCount, weightShare: weightShare, valueCount: nodeValues.count
    ) { nodeValues.number(of: $0) }
    values = nodeValues.ofNode
    let running = state.allocationsOfJob[job].map { state.allocations[$0] }
      .filter { $0.isLive && !$0.isServerTerminal && $0.group == group && $0.node >= 0 }
    tally.add(running.map { (change: 1, value: value(ofNode: $0.node)) })
  }
}
