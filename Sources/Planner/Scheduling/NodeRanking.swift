/// The nodes of one group by their totals, kept up to date while instances are placed: tells the best node without
/// looking at all of them each time.
///
/// Gives the same node as a full scan, to the last bit of the score: totals are computed by the same formulas in the
/// same order, and of equal ones the first node wins. Without spreads a tournament tree holds the order, and a
/// placement costs a path from leaf to root; with spreads, where one placement moves the totals of many nodes, what
/// does not change is kept and the rest is one pass of additions.
///
/// Invariant: a node is open exactly where it is of the right kind and has processor, memory and disk for an instance;
/// whether ports and cores are there too is asked of the winner alone, and a refusal closes it.
struct NodeRanking: Sendable {
  private let cpu: Int
  private let memory: Int
  private let disk: Int
  private let fitScore: FitScore
  private let hasSpreads: Bool
  /// The node is of the right kind for the group.
  private var isEligible: [Bool]
  /// The sum of the scores that spreads have no part in, and how many they are.
  private var sums: [Double]
  private var terms: [Double]
  /// The total of an open node, negative infinity for others.
  private var totals: [Double]
  /// Nodes that have refused an instance although they looked open; until something changes on them.
  private var refused: Set<Int> = []
  /// A heap-shaped tree over the nodes: each entry is the better of its two children, by node number.
  private var tree: [Int32] = []
  private let leafCount: Int
  /// For each node the number of its combination of spread values, and one node for each combination.
  private var buckets: [Int32] = []
  private var bucketNodes: [Int] = []
  /// How much of the state's list of changes has been followed.
  private var position: Int

  init(
    _ request: PlacementRequest, isEligible: [Bool], fitScore: FitScore, scorer: NodeScorer, in state: ClusterState
  ) {
    cpu = request.peakCPU
    memory = request.peakMemoryMB
    disk = request.diskMB
    self.fitScore = fitScore
    self.isEligible = isEligible
    hasSpreads = !scorer.spreads.isEmpty
    let count = isEligible.count
    sums = [Double](repeating: 0, count: count)
    terms = [Double](repeating: 1, count: count)
    totals = [Double](repeating: -.infinity, count: count)
    position = state.changedNodes.count
    var leaves = 1
    while leaves < count { leaves *= 2 }
    leafCount = leaves
    var cache = PowerCache(fitScore)
    for node in 0..<count where isEligible[node] { measure(node, scorer, &cache, in: state) }
    if hasSpreads { makeBuckets(scorer) } else { growTree() }
  }

  /// Works out the part of a node's total that spreads have no part in, and whether the node is open.
  private mutating func measure(
    _ node: Int, _ scorer: NodeScorer, _ cache: inout PowerCache, in state: ClusterState
  ) {
    guard isEligible[node] else {
      totals[node] = -.infinity
      return
    }
    let usedCPU = state.usedCPU[node] &+ cpu
    let usedMemory = state.usedMemory[node] &+ memory
    guard usedCPU <= state.availableCPU[node], usedMemory <= state.availableMemory[node],
      state.usedDisk[node] &+ disk <= state.availableDisk[node]
    else {
      totals[node] = -.infinity
      return
    }
    let fit = fitScore.score(
      ofTotal: cache.power(used: usedCPU, available: state.availableCPU[node])
        + cache.power(used: usedMemory, available: state.availableMemory[node]))
    let (sum, count) = scorer.sumWithoutSpreads(fit: fit, node: node)
    sums[node] = sum
    terms[node] = count
    let total = sum / count
    totals[node] = total.isNaN ? -.infinity : total
  }

  // MARK: Following

  /// Follows what has happened on the nodes since the last time.
  mutating func follow(_ scorer: NodeScorer, in state: ClusterState, eligibility: (Int) -> Bool?) {
    guard position < state.changedNodes.count else { return }
    var cache = PowerCache(fitScore, size: 1)
    while position < state.changedNodes.count {
      let node = Int(state.changedNodes[position])
      position += 1
      refused.remove(node)
      if let answer = eligibility(node) { isEligible[node] = answer }
      measure(node, scorer, &cache, in: state)
      if !hasSpreads { climb(from: node) }
    }
  }

  /// Closes a node that has no room after all, until something changes there.
  mutating func refuse(_ node: Int) {
    refused.insert(node)
    totals[node] = -.infinity
    if !hasSpreads { climb(from: node) }
  }

  // MARK: The best

  /// The open node with the highest total, the first of equal ones; nil where none is open.
  func best(_ scorer: NodeScorer) -> Int? {
    guard !totals.isEmpty else { return nil }
    if !hasSpreads {
      let node = Int(tree[1])
      return totals[node] > -.infinity ? node : nil
    }
    let boosts = bucketNodes.map { node in
      var lowest = -1.0
      return scorer.spreadBoost(node, lowest: &lowest)
    }
    var best: Int?
    var bestTotal = -Double.infinity
    for node in totals.indices where totals[node] > -.infinity {
      let boost = boosts[Int(buckets[node])]
      let total = boost != 0 ? (sums[node] + boost) / (terms[node] + 1) : totals[node]
      if total > bestTotal {
        bestTotal = total
        best = node
      }
    }
    return best
  }

  // MARK: The tree

  private mutating func growTree() {
    guard !totals.isEmpty else { return }
    tree = [Int32](repeating: 0, count: 2 * leafCount)
    // A leaf beyond the last node repeats it: as it stands to the right it never wins.
    for leaf in 0..<leafCount { tree[leafCount + leaf] = Int32(min(leaf, totals.count - 1)) }
    for parent in stride(from: leafCount - 1, to: 0, by: -1) { tree[parent] = better(parent) }
  }

  private mutating func climb(from node: Int) {
    var parent = (leafCount + node) / 2
    while parent > 0 {
      tree[parent] = better(parent)
      parent /= 2
    }
  }

  /// The better of an entry's children; the left one, which stands first, where they are equal.
  private func better(_ parent: Int) -> Int32 {
    let left = tree[2 * parent]
    let right = tree[2 * parent + 1]
    return totals[Int(right)] > totals[Int(left)] ? right : left
  }

  // MARK: Spreads

  /// Numbers the combinations of spread values: all nodes of one get the same boost.
  private mutating func makeBuckets(_ scorer: NodeScorer) {
    var numbers: [[Int32]: Int32] = [:]
    buckets = totals.indices.map { node in
      let key = scorer.spreads.map { $0.values[node] }
      if let number = numbers[key] { return number }
      numbers[key] = Int32(bucketNodes.count)
      bucketNodes.append(node)
      return Int32(bucketNodes.count - 1)
    }
  }
}
