extension GroupPlacer {
  /// Whether the best node may be found through a ranking: nothing asked changes a score from node to node in ways that
  /// a ranking does not follow, and no counters are wanted.
  func allowsRanking(_ attempt: Attempt) -> Bool {
    attempt.penalizedNodes.isEmpty && !attempt.allowsPreemption && attempt.keptScores == 0 && canRank
  }

  /// The nodes in order, in the form that fits the group; and how far the state's list of changes has been followed.
  struct Ranking {
    var byTotal: NodeRanking?
    var bySpread: SpreadRanking?
    /// Nodes are asked one by one, and a placement can change what they answer.
    var asksNodes: Bool
    var position: Int
  }

  /// The same answer as `select` gives where some node takes the instance; nil where none does, or where it cannot tell.
  mutating func selectByRanking(
    _ attempt: Attempt, among candidates: Candidates, filter: inout NodeFilter, in state: inout ClusterState
  ) -> Selection? {
    guard allowsRanking(attempt), !candidates.nodes.isEmpty else { return nil }
    if ranking != nil { return bestByRanking(attempt, among: candidates, filter: &filter, in: &state) }
    filter.beginAttempt()
    let before = filter.memory(ofGroup: group)
    guard let ranking = makeRanking(attempt, among: candidates, filter: &filter, in: &state) else {
      canRank = false
      return nil
    }
    self.ranking = ranking
    if let found = bestByRanking(attempt, among: candidates, filter: &filter, in: &state) { return found }
    // The full scan that follows counts what the nodes lack; it must not know yet what this one has learnt of classes.
    filter.restore(before, ofGroup: group)
    return nil
  }

  private mutating func bestByRanking(
    _ attempt: Attempt, among candidates: Candidates, filter: inout NodeFilter, in state: inout ClusterState
  ) -> Selection? {
    follow(attempt, among: candidates, filter: &filter, in: state)
    while let node = ranking?.byTotal?.best(scorer, in: state) ?? ranking?.bySpread?.best(scorer) {
      switch fit.fit(onNode: node, in: &state) {
      case .exhausted:
        ranking?.byTotal?.refuse(node, in: state)
        ranking?.bySpread?.refuse(node)
      case .fits(let allotment):
        let score = fitScore.score(
          usedCPU: state.usedCPU[node] &+ request.peakCPU, usedMemory: state.usedMemory[node] &+ request.peakMemoryMB,
          availableCPU: state.availableCPU[node], availableMemory: state.availableMemory[node])
        return Selection(
          node: node, allotment: allotment,
          score: scorer.score(fit: score, node: node, circumstances: .init(), lowestBoost: -1))
      }
    }
    return nil
  }

  /// Follows what has happened on the nodes since the last time.
  private mutating func follow(
    _ attempt: Attempt, among candidates: Candidates, filter: inout NodeFilter, in state: ClusterState
  ) {
    // Not bound to a name: a second holder would have the arrays copied.
    guard let position = ranking?.position, position < state.changedNodes.count else { return }
    let asksNodes = ranking?.asksNodes == true
    if asksNodes { filter.beginAttempt() }
    for index in position..<state.changedNodes.count {
      let node = Int(state.changedNodes[index])
      let isEligible =
        asksNodes
        ? candidates.isCandidate[node]
          && filter.rejection(of: node, for: request, group: group, instance: attempt.instance, in: state) == nil
        : nil
      ranking?.byTotal?.update(node, isEligible: isEligible, scorer, in: state)
      ranking?.bySpread?.update(node, isEligible: isEligible, scorer, in: state)
    }
    ranking?.position = state.changedNodes.count
  }

  // MARK: Making

  private func makeRanking(
    _ attempt: Attempt, among candidates: Candidates, filter: inout NodeFilter, in state: inout ClusterState
  ) -> Ranking? {
    var ranking = Ranking(asksNodes: false, position: state.changedNodes.count)
    let key = filter.isFresh(forGroup: group) ? VerdictCache.key(for: request) : nil
    let mask: [Double]
    if let known = key.flatMap({ state.verdicts[$0] }) {
      filter.adopt(known, ofGroup: group)
      mask = known.mask
    } else {
      let traits = filter.traits(for: request, group: group, in: state)
      // A property's count closes all nodes of a value at once.
      if traits.countsProperties { return nil }
      ranking.asksNodes = traits.asksNodes
      mask = self.mask(candidates, traits, attempt, filter: &filter, in: state)
      if let key, !traits.asksNodes, !traits.escapesClasses,
        let verdicts = filter.verdicts(ofGroup: group, mask: mask)
      {
        state.verdicts.remember(verdicts, for: key)
      }
    }
    if scorer.spreads.isEmpty {
      ranking.byTotal = NodeRanking(request, mask: mask, fitScore: fitScore, scorer: scorer, in: state)
    } else {
      var isEligible = [Bool](repeating: true, count: state.order.nodes.count)
      for (slot, value) in mask.enumerated() where value.isNaN { isEligible[Int(state.order.nodes[slot])] = false }
      ranking.bySpread = SpreadRanking(
        request, isEligible: isEligible, fitScore: fitScore, scorer: scorer, in: state)
    }
    return ranking
  }

  /// For each node, by its place in the order of sizes, whether it is of the right kind: 0, or not a number. Asked in the
  /// order of the snapshot as a scan would ask. Empty where all nodes are.
  private func mask(
    _ candidates: Candidates, _ traits: NodeFilter.Traits, _ attempt: Attempt, filter: inout NodeFilter,
    in state: ClusterState
  ) -> [Double] {
    let slots = state.order.slots
    var mask = [Double](repeating: .nan, count: slots.count)
    var fitting = 0
    func rejects(_ node: Int) -> Bool {
      filter.rejection(of: node, for: request, group: group, instance: attempt.instance, in: state) != nil
    }
    if traits.escapesClasses || traits.asksNodes || filter.isIdeal {
      for node in candidates.nodes where !rejects(node) {
        mask[Int(slots[node])] = 0
        fitting += 1
      }
    } else {
      let classes = state.snapshot.classes
      var fits = [Bool](repeating: false, count: classes.count)
      for node in candidates.firstOfClass { fits[classes.ofNode[node]] = !rejects(node) }
      for node in candidates.nodes where fits[classes.ofNode[node]] {
        mask[Int(slots[node])] = 0
        fitting += 1
      }
    }
    return fitting == mask.count ? [] : mask
  }
}
