/// The nodes of one group with spreads by their totals, kept up to date while instances are placed.
///
/// One placement moves the totals of all nodes that share a spread value, but by the same boost for all of them. So nodes
/// stand in buckets, one for each combination of spread values, and what a bucket keeps in order is the sum of the other
/// scores. A total is that sum plus the boost over the number of scores that count: for nodes with the same number it
/// never falls as the sum rises, so each bucket has a tree for each number. The boosts are asked anew for each instance.
///
/// Gives the same node as a full scan, to the last bit: where rounding makes totals of different sums equal, the search
/// goes by the totals and finds the node that stands first in the snapshot.
struct SpreadRanking: Sendable {
  private let cpu: Int
  private let memory: Int
  private let disk: Int
  private let fitScore: FitScore
  /// The node is of the right kind for the group.
  private var isEligible: [Bool]
  private var buckets: [Bucket] = []
  private var bucketOf: [Int32]
  /// The place of each node in its bucket; nodes of a bucket keep the order of the snapshot.
  private var placeOf: [Int32]
  /// The nodes of all buckets, one bucket after another.
  private var nodes: [Int32] = []
  /// How many scores but spreads count for each node: 1 to 3.
  private var termsOf: [UInt8]
  /// For each number of scores a row of heap-shaped trees, one for each bucket: the highest sum below an entry.
  private var trees: [[Double]] = [[], [], []]

  /// The nodes of one combination of spread values.
  private struct Bucket: Sendable {
    /// Where its nodes begin.
    var start: Int
    /// Where its trees begin.
    var base: Int
    var leafCount: Int
  }

  init(_ request: PlacementRequest, isEligible: [Bool], fitScore: FitScore, scorer: NodeScorer, in state: ClusterState)
  {
    cpu = request.peakCPU
    memory = request.peakMemoryMB
    disk = request.diskMB
    self.fitScore = fitScore
    self.isEligible = isEligible
    bucketOf = [Int32](repeating: 0, count: isEligible.count)
    placeOf = bucketOf
    termsOf = [UInt8](repeating: 1, count: isEligible.count)
    makeBuckets(scorer)
    let size = buckets.last.map { $0.base + 2 * $0.leafCount } ?? 0
    for node in isEligible.indices {
      let (sum, terms) = sum(node, scorer, in: state)
      termsOf[node] = terms
      let row = Int(terms) - 1
      if trees[row].isEmpty { trees[row] = [Double](repeating: -.infinity, count: size) }
      let bucket = buckets[Int(bucketOf[node])]
      trees[row][bucket.base + bucket.leafCount + Int(placeOf[node])] = sum
    }
    for row in trees.indices where !trees[row].isEmpty {
      for bucket in buckets {
        for parent in stride(from: bucket.leafCount - 1, to: 0, by: -1) {
          let child = bucket.base + 2 * parent
          trees[row][bucket.base + parent] = max(trees[row][child], trees[row][child + 1])
        }
      }
    }
  }

  /// Numbers the combinations of spread values: all nodes of one get the same boost.
  private mutating func makeBuckets(_ scorer: NodeScorer) {
    var numbers: [[Int32]: Int32] = [:]
    var counts: [Int] = []
    for node in bucketOf.indices {
      let key = scorer.spreads.map { $0.values[node] }
      let number = numbers[key] ?? Int32(counts.count)
      if Int(number) == counts.count {
        numbers[key] = number
        counts.append(0)
      }
      bucketOf[node] = number
      placeOf[node] = Int32(counts[Int(number)])
      counts[Int(number)] += 1
    }
    var (start, base) = (0, 0)
    for count in counts {
      var leaves = 1
      while leaves < count { leaves *= 2 }
      buckets.append(Bucket(start: start, base: base, leafCount: leaves))
      start += count
      base += 2 * leaves
    }
    nodes = [Int32](repeating: 0, count: bucketOf.count)
    for node in bucketOf.indices { nodes[buckets[Int(bucketOf[node])].start + Int(placeOf[node])] = Int32(node) }
  }

  /// The sum of a node's scores without spreads, negative infinity where it does not take an instance; and how many
  /// scores that are.
  private func sum(_ node: Int, _ scorer: NodeScorer, in state: ClusterState) -> (sum: Double, terms: UInt8) {
    let usedCPU = state.usedCPU[node]
    let usedMemory = state.usedMemory[node]
    guard isEligible[node], cpu <= state.availableCPU[node] &- usedCPU,
      memory <= state.availableMemory[node] &- usedMemory,
      disk <= state.availableDisk[node] &- state.usedDisk[node]
    else { return (-.infinity, 1) }
    let fit = fitScore.score(
      usedCPU: usedCPU &+ cpu, usedMemory: usedMemory &+ memory, availableCPU: state.availableCPU[node],
      availableMemory: state.availableMemory[node])
    let (sum, terms) = scorer.sumWithoutSpreads(fit: fit, node: node)
    return (sum.isNaN ? -.infinity : sum, UInt8(terms))
  }

  // MARK: Following

  /// Works out anew what has changed on a node. `isEligible` is the answer of its kind, where that can change.
  mutating func update(_ node: Int, isEligible: Bool?, _ scorer: NodeScorer, in state: ClusterState) {
    if let isEligible { self.isEligible[node] = isEligible }
    let (sum, terms) = sum(node, scorer, in: state)
    if terms != termsOf[node] {
      set(node, to: -.infinity)
      termsOf[node] = terms
    }
    set(node, to: sum)
  }

  /// Strikes out a node that has no room after all, until something changes there.
  mutating func refuse(_ node: Int) { set(node, to: -.infinity) }

  private mutating func set(_ node: Int, to sum: Double) {
    let row = Int(termsOf[node]) - 1
    let bucket = buckets[Int(bucketOf[node])]
    if trees[row].isEmpty {
      trees[row] = [Double](repeating: -.infinity, count: trees.first { !$0.isEmpty }?.count ?? 0)
    }
    var entry = bucket.leafCount + Int(placeOf[node])
    trees[row][bucket.base + entry] = sum
    while entry > 1 {
      let height = max(trees[row][bucket.base + entry], trees[row][bucket.base + (entry ^ 1)])
      entry /= 2
      trees[row][bucket.base + entry] = height
    }
  }

  // MARK: The best

  /// The node with the highest total, the first of equal ones; nil where none takes an instance.
  func best(_ scorer: NodeScorer) -> Int? {
    var best: Int?
    var bestTotal = -Double.infinity
    for bucket in buckets {
      var lowest = -1.0
      let boost = scorer.spreadBoost(Int(nodes[bucket.start]), lowest: &lowest)
      for row in trees.indices where !trees[row].isEmpty {
        let highest = trees[row][bucket.base + 1]
        guard highest > -.infinity else { continue }
        let total = Self.total(highest, row, boost)
        // What is not a number never wins.
        guard total > bestTotal || (total == bestTotal && best != nil) else { continue }
        let node = first(in: bucket, row, boost, total)
        if let current = best, total == bestTotal, current < node { continue }
        best = node
        bestTotal = total
      }
    }
    return best
  }

  private static func total(_ sum: Double, _ row: Int, _ boost: Double) -> Double {
    boost != 0 ? (sum + boost) / Double(row + 2) : sum / Double(row + 1)
  }

  /// The first node of a bucket that has a total, which is the highest there.
  private func first(in bucket: Bucket, _ row: Int, _ boost: Double, _ total: Double) -> Int {
    var entry = 1
    while entry < bucket.leafCount {
      entry *= 2
      let left = trees[row][bucket.base + entry]
      if left == -.infinity || Self.total(left, row, boost) < total { entry += 1 }
    }
    return Int(nodes[bucket.start + entry - bucket.leafCount])
  }
}
