/// The nodes of one group without spreads by their totals, kept up to date while instances are placed: tells the best
/// node without looking at all of them each time.
///
/// Gives the same node as a full scan, to the last bit of the score: totals are computed by the same formulas in the
/// same order, and of equal ones the node that stands first in the snapshot wins. Nodes stand in the order of their
/// sizes, in blocks. Of a block only an upper bound is known at first, from one quick pass of products (see
/// `bounds`); it is opened, its totals worked out to the last bit, once its bound is the highest of all. A tournament
/// tree holds the blocks, so a placement costs one block and a path from leaf to root, and a group of few instances
/// opens few blocks.
///
/// Invariants: the total of a node in an open block is finite exactly where the node is of the right kind and has
/// processor, memory and disk for an instance; no total in a closed block reaches the block's bound. Whether ports are
/// there too is asked of the winner alone, and a refusal strikes it out until something changes on it.
struct NodeRanking: Sendable {
  static let blockSize = 32

  let cpu: Int
  let memory: Int
  let disk: Int
  let fitScore: FitScore
  /// By the node's place in the order: not a number where it is of the wrong kind, 0 for others. Empty where all are of
  /// the right kind.
  private var mask: [Double]
  /// The totals of the blocks that are open, one block after another in the order they were opened.
  private var totals: [Double] = []
  /// For each block where its totals begin; −1 for a closed one.
  private var starts: [Int32]
  private let count: Int
  /// For each block its highest total, or a bound above it.
  private var highest: [Double]
  /// For each block the first node with the highest total; −1 for a closed one.
  private var winners: [Int32]
  /// A heap-shaped tree over the blocks: each entry is the better of its two children. Empty as long as few instances
  /// have been placed, when going through the blocks costs less than growing a tree.
  private var tree: [Int32] = []
  private var searches = 0

  init(_ request: PlacementRequest, mask: [Double], fitScore: FitScore, scorer: NodeScorer, in state: ClusterState) {
    cpu = request.peakCPU
    memory = request.peakMemoryMB
    disk = request.diskMB
    self.fitScore = fitScore
    self.mask = mask
    count = state.order.nodes.count
    let blocks = (count + Self.blockSize - 1) / Self.blockSize
    winners = [Int32](repeating: -1, count: blocks)
    starts = winners
    // An affinity raises a node above its fit, so nothing is known beforehand.
    highest =
      scorer.hasAffinities
      ? [Double](repeating: .infinity, count: blocks)
      : Self.bounds(cpu: cpu, memory: memory, mask: mask, fitScore, in: state)
  }

  // MARK: The best

  /// The node with the highest total, the first of equal ones; nil where none is open.
  mutating func best(_ scorer: NodeScorer, in state: ClusterState) -> Int? {
    guard !winners.isEmpty else { return nil }
    while true {
      searches &+= 1
      if searches > 8, tree.isEmpty { growTree() }
      let block = tree.isEmpty ? highestBlock() : Int(tree[1])
      guard highest[block] > -.infinity else { return nil }
      if winners[block] >= 0 { return Int(winners[block]) }
      open(block, scorer, in: state)
      climb(from: block)
    }
  }

  /// The block that would stand at the root of the tree.
  private func highestBlock() -> Int {
    var best = 0
    for block in highest.indices where highest[block] >= highest[best] {
      if highest[block] > highest[best] || winners[block] < winners[best] { best = block }
    }
    return best
  }

  private mutating func open(_ block: Int, _ scorer: NodeScorer, in state: ClusterState) {
    var last = LastFit()
    starts[block] = Int32(totals.count)
    for slot in slots(of: block) { totals.append(total(slot, scorer, &last, in: state)) }
    rate(block, in: state)
  }

  /// A fit worked out a moment ago: most nodes are like the one before them.
  private struct LastFit {
    var usedCPU = Int.min
    var usedMemory = Int.min
    var availableCPU = 0
    var availableMemory = 0
    var fit = 0.0
  }

  /// A node's total, or negative infinity where it does not take an instance.
  private func total(_ slot: Int, _ scorer: NodeScorer, _ last: inout LastFit, in state: ClusterState) -> Double {
    if !mask.isEmpty, mask[slot].isNaN { return -.infinity }
    let node = Int(state.order.nodes[slot])
    let availableCPU = state.availableCPU[node]
    let availableMemory = state.availableMemory[node]
    let usedCPU = state.usedCPU[node]
    let usedMemory = state.usedMemory[node]
    guard cpu <= availableCPU &- usedCPU, memory <= availableMemory &- usedMemory,
      disk <= state.availableDisk[node] &- state.usedDisk[node]
    else { return -.infinity }
    if last.usedCPU != usedCPU || last.usedMemory != usedMemory || last.availableCPU != availableCPU
      || last.availableMemory != availableMemory
    {
      let fit = fitScore.score(
        usedCPU: usedCPU &+ cpu, usedMemory: usedMemory &+ memory, availableCPU: availableCPU,
        availableMemory: availableMemory)
      last = LastFit(
        usedCPU: usedCPU, usedMemory: usedMemory, availableCPU: availableCPU, availableMemory: availableMemory,
        fit: fit)
    }
    let (sum, count) = scorer.sumWithoutSpreads(fit: last.fit, node: node)
    let total = sum / count
    return total.isNaN ? -.infinity : total
  }

  private func slots(of block: Int) -> Range<Int> {
    block * Self.blockSize..<min((block + 1) * Self.blockSize, count)
  }

  /// Finds the winner of an open block.
  private mutating func rate(_ block: Int, in state: ClusterState) {
    let slots = slots(of: block)
    let start = Int(starts[block])
    var best = totals[start]
    var winner = state.order.nodes[slots.lowerBound]
    for index in 1..<max(1, slots.count) where totals[start + index] >= best {
      let node = state.order.nodes[slots.lowerBound + index]
      if totals[start + index] > best || node < winner { winner = node }
      best = totals[start + index]
    }
    highest[block] = best
    winners[block] = winner
  }

  // MARK: Following

  /// Works out anew what has changed on a node. `isEligible` is the answer of its kind, where that can change.
  mutating func update(_ node: Int, isEligible: Bool?, _ scorer: NodeScorer, in state: ClusterState) {
    let slot = Int(state.order.slots[node])
    if let isEligible {
      if mask.isEmpty { mask = [Double](repeating: 0, count: count) }
      mask[slot] = isEligible ? 0 : .nan
    }
    var last = LastFit()
    set(slot, to: total(slot, scorer, &last, in: state), in: state)
  }

  /// Strikes out a node that has no room after all, until something changes there.
  mutating func refuse(_ node: Int, in state: ClusterState) {
    set(Int(state.order.slots[node]), to: -.infinity, in: state)
  }

  private mutating func set(_ slot: Int, to total: Double, in state: ClusterState) {
    let block = slot / Self.blockSize
    if winners[block] >= 0 {
      totals[Int(starts[block]) + slot % Self.blockSize] = total
      rate(block, in: state)
    } else {
      // A bound lies above its totals by more than a rounding error.
      highest[block] = max(highest[block], total + Self.hair)
    }
    climb(from: block)
  }

  // MARK: The tree

  private mutating func growTree() {
    var leaves = 1
    while leaves < winners.count { leaves *= 2 }
    tree = [Int32](repeating: 0, count: 2 * leaves)
    // A leaf beyond the last block repeats it.
    for leaf in 0..<leaves { tree[leaves + leaf] = Int32(min(leaf, winners.count - 1)) }
    for parent in stride(from: leaves - 1, to: 0, by: -1) { tree[parent] = better(parent) }
  }

  private mutating func climb(from block: Int) {
    var parent = (tree.count / 2 + block) / 2
    while parent > 0, !tree.isEmpty {
      tree[parent] = better(parent)
      parent /= 2
    }
  }

  /// The better of an entry's children: the higher one; of equal ones a closed one, which may hide more, before the
  /// one whose winner stands first.
  private func better(_ parent: Int) -> Int32 {
    let left = tree[2 * parent]
    let right = tree[2 * parent + 1]
    let (leftHeight, rightHeight) = (highest[Int(left)], highest[Int(right)])
    if leftHeight != rightHeight { return leftHeight > rightHeight ? left : right }
    return winners[Int(left)] <= winners[Int(right)] ? left : right
  }
}
