/// Finds places for the instances of one group: filters, fits and scores every node, and takes the best.
///
/// The plain method, node by node in the order of the snapshot: what any faster one is held against.
struct GroupPlacer {
  private(set) var request: PlacementRequest
  /// Numbers of the state's `JobTable`.
  let job: Int
  let group: Int
  let fit: ResourceFit
  let fitScore: FitScore
  var scorer: NodeScorer
  /// How many instances of each group this plan has pushed out so far.
  var alreadyPreempted: [PreemptionCandidate.GroupKey: Int] = [:]
  /// Keeps the nodes in order between attempts; made when it first helps.
  var ranking: Ranking?
  /// Nothing the group asks for keeps the best node from being found through a ranking.
  var canRank: Bool
  /// What each node of the last attempt was counted under; kept on request only.
  private(set) var countedReasons: [Int: String] = [:]

  init(
    _ request: PlacementRequest, job: Int, group: Int, in state: inout ClusterState, spreadWeights: inout Int
  ) {
    self.request = request
    self.job = job
    self.group = group
    let snapshot = state.snapshot
    fit = ResourceFit(
      request, recordsMemoryMax: snapshot.allowsMemoryOversubscription(inPool: request.nodePool))
    fitScore = FitScore(snapshot.algorithm(forPool: request.nodePool))
    scorer = NodeScorer(request, job: job, group: group, in: &state, spreadWeights: &spreadWeights)
    canRank =
      !request.wantsCores && request.devices.isEmpty && !request.hasTaskNetworks
      && !request.volumes.contains { $0.type == "csi" || $0.isPerAllocation }
      && !request.jobKind.runsOnEveryNode && !scorer.spreads.contains { $0.tally.dependsOnOrder }
  }

  /// Takes over a request that differs in its network need alone; which nodes are of the right kind is open again.
  mutating func changeNetworkNeed(to request: PlacementRequest) {
    self.request = request
    ranking = nil
  }

  /// A node that takes an instance.
  struct Selection {
    var node: Int
    var allotment: Allotment
    var score: NodeScorer.Parts
    /// Allocations to push out, by their numbers in the state.
    var victims: [Int] = []
    /// More than the node has is used then, which the reference overlooks.
    var isOvercommitted = false
  }

  /// What one attempt is about.
  struct Attempt {
    /// The number in the instance's name.
    var instance: Int
    /// Nodes where an earlier try failed.
    var penalizedNodes: [Int] = []
    var allowsPreemption = false
    /// How many node scores are kept.
    var keptScores = 0
    /// What each node is counted under is kept, for an explanation.
    var keepsReasons = false
  }

  /// The best of `nodes` for one instance, or nil where none takes it. The counters tell what became of the others.
  mutating func select(
    _ attempt: Attempt, among nodes: [Int], filter: inout NodeFilter, lowestBoost: inout Double,
    metrics: inout PlacementMetrics, in state: inout ClusterState
  ) -> Selection? {
    var best: (node: Int, allotment: Allotment, fit: Double, circumstances: NodeScorer.Circumstances, boost: Double)?
    var bestTotal = -Double.infinity
    var bestVictims: [Int] = []
    var isBestOvercommitted = false
    var kept = BestScores(limit: attempt.keptScores)
    filter.beginAttempt()
    if nodes.count == 1 { filter.hasAskedOutOfOrder = true }
    countedReasons = [:]
    for number in nodes {
      metrics.nodesEvaluated += 1
      let nodeClass = state.snapshot.nodes[number].nodeClass
      if let reason = filter.reason(against: number, for: request, group: group, instance: attempt.instance, in: state)
      {
        metrics.filter(nodeClass: nodeClass, reason: reason)
        if attempt.keepsReasons { countedReasons[number] = reason }
        continue
      }
      var victims: [Int] = []
      var isOvercommitted = false
      var (usedCPU, usedMemory) = (state.usedCPU[number], state.usedMemory[number])
      let allotment: Allotment
      switch fit.fit(onNode: number, in: &state) {
      case .fits(let fitting): allotment = fitting
      case .exhausted(let exhaustion):
        guard attempt.allowsPreemption else {
          metrics.exhaust(nodeClass: nodeClass, dimension: exhaustion.dimension)
          if attempt.keepsReasons { countedReasons[number] = exhaustion.dimension }
          continue
        }
        let preemption = NodePreemption(
          fit, node: number, job: job, alreadyPreempted: alreadyPreempted, isIdeal: filter.isIdeal)
        switch preemption.run(after: exhaustion, in: &state) {
        case .makesRoom(let room):
          allotment = room.allotment
          victims = room.victims
          (usedCPU, usedMemory) = (room.usedCPU, room.usedMemory)
          isOvercommitted = room.isOvercommitted
        case .exhausted(let dimension):
          if let dimension {
            metrics.exhaust(nodeClass: nodeClass, dimension: dimension)
            if attempt.keepsReasons { countedReasons[number] = dimension }
          }
          continue
        }
      }
      let circumstances = NodeScorer.Circumstances(
        isPenalized: attempt.penalizedNodes.contains(number), devices: allotment.deviceScore,
        preemptedPriorities: victims.map { state.allocations[$0].priority })
      let score = fitScore.score(
        usedCPU: usedCPU &+ allotment.peakCPU, usedMemory: usedMemory &+ allotment.peakMemoryMB,
        availableCPU: state.availableCPU[number],
        availableMemory: state.availableMemory[number])
      let boost = lowestBoost
      let total = scorer.total(
        fit: score, node: number, circumstances: circumstances, lowestBoost: &lowestBoost)
      if attempt.keptScores > 0 {
        kept.add(total) {
          scorer.score(fit: score, node: number, circumstances: circumstances, lowestBoost: boost).named(node: number)
        }
      }
      // A node without any processor or memory has no number for a score; it is better than none.
      if total > bestTotal || best == nil {
        bestTotal = total.isNaN ? -.infinity : total
        best = (number, allotment, score, circumstances, boost)
        bestVictims = victims
        isBestOvercommitted = isOvercommitted
      }
    }
    metrics.scores = kept.scores
    guard let best else { return nil }
    return Selection(
      node: best.node, allotment: best.allotment,
      score: scorer.score(
        fit: best.fit, node: best.node, circumstances: best.circumstances, lowestBoost: best.boost),
      victims: bestVictims, isOvercommitted: isBestOvercommitted)
  }
}

/// The best few node scores, best first; equal ones in the order they came.
struct BestScores {
  private let limit: Int
  private(set) var scores: [NodeScore] = []

  init(limit: Int) { self.limit = limit }

  mutating func add(_ total: Double, _ score: () -> NodeScore) {
    guard limit > 0 else { return }
    if scores.count == limit, let last = scores.last, last.total >= total { return }
    let position = scores.firstIndex { $0.total < total } ?? scores.count
    scores.insert(score(), at: position)
    if scores.count > limit { scores.removeLast() }
  }
}
