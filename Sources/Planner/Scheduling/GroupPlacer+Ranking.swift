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
    let before = filter
    var ranking =
      self.ranking
      ?? NodeRanking(
        request, isEligible: eligibility(candidates, traits, attempt, filter: &filter, in: state), fitScore: fitScore,
        scorer: scorer, in: state)
    let isFirst = self.ranking == nil
    self.ranking = nil
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
    if isFirst { filter = before }
    return nil
  }

  /// For each node whether it is of the right kind, asked in the order of the snapshot as a scan would ask.
  private func eligibility(
    _ candidates: Candidates, _ traits: NodeFilter.Traits, _ attempt: Attempt, filter: inout NodeFilter,
    in state: ClusterState
  ) -> [Bool] {
    var eligible = [Bool](repeating: false, count: candidates.isCandidate.count)
    let classes = state.snapshot.classes
    let answersByClass = !traits.escapesClasses && !traits.asksNodes
    var ofClass = [Bool?](repeating: nil, count: classes.count)
    for node in candidates.nodes {
      let nodeClass = classes.ofNode[node]
      if answersByClass, let answer = ofClass[nodeClass] {
        eligible[node] = answer
        continue
      }
      let answer =
        filter.rejection(of: node, for: request, group: group, instance: attempt.instance, in: state) == nil
      eligible[node] = answer
      ofClass[nodeClass] = answer
    }
    return eligible
  }
}
