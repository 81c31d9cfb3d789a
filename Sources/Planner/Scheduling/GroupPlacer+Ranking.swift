extension GroupPlacer {
  /// Whether the best node may be found through a ranking: nothing asked changes a score from node to node in ways that
  /// a ranking does not follow, and no counters are wanted.
  func allowsRanking(_ attempt: Attempt) -> Bool {
    attempt.penalizedNodes.isEmpty && !attempt.allowsPreemption && attempt.keptScores == 0
      && !request.wantsCores && request.devices.isEmpty && !request.hasTaskNetworks
      && !request.volumes.contains { $0.type == "csi" || $0.isPerAllocation }
      && !request.jobKind.runsOnEveryNode && !scorer.spreads.contains { $0.tally.dependsOnOrder }
  }

  /// The same answer as `select` gives where some node takes the instance; nil where none does, or where it cannot tell.
  mutating func selectByRanking(
    _ attempt: Attempt, among candidates: Candidates, filter: inout NodeFilter, in state: inout ClusterState
  ) -> Selection? {
    guard allowsRanking(attempt) else { return nil }
    filter.beginAttempt()
    let traits = filter.traits(for: request, group: group, in: state)
    // A property's count closes all nodes of a value at once.
    if traits.countsProperties { return nil }
    let before = filter.memory(ofGroup: group)
    if estimates, !traits.asksNodes, !traits.escapesClasses {
      if let found = selectByEstimate(attempt, among: candidates, filter: &filter, in: &state) { return found }
      filter.restore(before, ofGroup: group)
    }
    let isFirst = self.ranking == nil
    var ranking =
      self.ranking.take()
      ?? NodeRanking(
        request, isEligible: eligibility(candidates, traits, attempt, filter: &filter, in: state), fitScore: fitScore,
        scorer: scorer, in: state)
    defer { self.ranking = ranking }
    ranking.follow(scorer, in: state) { node in
      // Only where nodes are asked one by one can a placement change the answer.
      guard traits.asksNodes else { return nil }
      return candidates.isCandidate[node]
        && filter.rejection(of: node, for: request, group: group, instance: attempt.instance, in: state) == nil
    }
    while let node = ranking.best(scorer) {
      switch fit.fit(onNode: node, in: &state) {
      case .exhausted: ranking.refuse(node)
      case .fits(let allotment):
        let score = fitScore.score(
          usedCPU: state.usedCPU[node] &+ allotment.peakCPU,
          usedMemory: state.usedMemory[node] &+ allotment.peakMemoryMB,
          availableCPU: state.availableCPU[node], availableMemory: state.availableMemory[node])
        return Selection(
          node: node, allotment: allotment,
          score: scorer.score(fit: score, node: node, circumstances: .init(), lowestBoost: -1))
      }
    }
    // The full scan that follows counts what the nodes lack; it must not know yet what this one has learnt of classes.
    if isFirst { filter.restore(before, ofGroup: group) }
    return nil
  }

  /// Whether a ranking would cost more than it saves: few instances are wanted, and nothing but the fit counts.
  private var estimates: Bool { ranking == nil && request.count <= 3 && scorer.onlyFitCounts }

  /// One pass over the nodes for one instance.
  private func selectByEstimate(
    _ attempt: Attempt, among candidates: Candidates, filter: inout NodeFilter, in state: inout ClusterState
  ) -> Selection? {
    let fitsClass = classVerdicts(candidates, attempt, filter: &filter, in: state)
    let estimate = NodeEstimate(request, fitScore: fitScore, state.facts)
    var closed: Set<Int> = []
    while let best = estimate.best(of: candidates.nodes, fitsClass: fitsClass, closed: closed, in: state) {
      switch fit.fit(onNode: best.node, in: &state) {
      case .exhausted: closed.insert(best.node)
      case .fits(let allotment):
        return Selection(
          node: best.node, allotment: allotment,
          score: scorer.score(fit: best.score, node: best.node, circumstances: .init(), lowestBoost: -1))
      }
      // Where many refuse, a ranking is the better way.
      if closed.count > 4 { return nil }
    }
    return nil
  }

  /// For each class whether its nodes are of the right kind: asked of the first candidate of each.
  private func classVerdicts(
    _ candidates: Candidates, _ attempt: Attempt, filter: inout NodeFilter, in state: ClusterState
  ) -> [Bool] {
    let classes = state.snapshot.classes
    var verdicts = [Bool](repeating: false, count: classes.count)
    for node in candidates.firstOfClass {
      verdicts[classes.ofNode[node]] =
        filter.rejection(of: node, for: request, group: group, instance: attempt.instance, in: state) == nil
    }
    return verdicts
  }

  /// For each node whether it is of the right kind, asked in the order of the snapshot as a scan would ask.
  private func eligibility(
    _ candidates: Candidates, _ traits: NodeFilter.Traits, _ attempt: Attempt, filter: inout NodeFilter,
    in state: ClusterState
  ) -> [Bool] {
    var eligible = [Bool](repeating: false, count: candidates.isCandidate.count)
    if !traits.escapesClasses, !traits.asksNodes {
      let verdicts = classVerdicts(candidates, attempt, filter: &filter, in: state)
      let classes = state.snapshot.classes.ofNode
      for node in candidates.nodes { eligible[node] = verdicts[classes[node]] }
      return eligible
    }
    for node in candidates.nodes {
      eligible[node] =
        filter.rejection(of: node, for: request, group: group, instance: attempt.instance, in: state) == nil
    }
    return eligible
  }
}
