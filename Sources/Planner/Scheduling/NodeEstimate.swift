/// Finds the best node for one instance of a plain group in a single pass, without keeping anything.
///
/// The power of a node's free share once an instance is there is the power of what is free now, times a factor that
/// hangs on the ask and the node's size only. The product is off by a few units in the last place, so it only says which
/// nodes come into question: those within a hair of the best are worked out to the last bit.
struct NodeEstimate {
  private let cpu: Int
  private let memory: Int
  private let disk: Int
  private let fitScore: FitScore
  private let cpuFactors: [Double]
  private let memoryFactors: [Double]

  /// Far more than the products can be off, far less than what tells two nodes apart.
  private static let hair = 1e-11

  init(_ request: PlacementRequest, fitScore: FitScore, _ facts: NodeFacts) {
    cpu = request.peakCPU
    memory = request.peakMemoryMB
    disk = request.diskMB
    self.fitScore = fitScore
    let power = PowerOfTen()
    cpuFactors = facts.cpuSizes.map { [cpu] in power(-Double(cpu) / Double($0)) }
    memoryFactors = facts.memorySizes.map { [memory] in power(-Double(memory) / Double($0)) }
  }

  /// The best of `nodes` and its fit score; nil where none has room. Nodes of classes that do not fit, and `closed`
  /// ones, are passed over. Of equal ones the first wins.
  func best(
    of nodes: [Int], fitsClass: [Bool], closed: Set<Int>, in state: ClusterState
  ) -> (node: Int, score: Double)? {
    let classes = state.snapshot.classes.ofNode
    let facts = state.facts
    // Binpack wants the smallest sum of powers, spread the largest.
    let sign = fitScore.algorithm == .binpack ? 1.0 : -1.0
    var least = Double.infinity
    var close: [Int] = []
    for node in nodes where fitsClass[classes[node]] {
      guard state.usedCPU[node] &+ cpu <= state.availableCPU[node],
        state.usedMemory[node] &+ memory <= state.availableMemory[node],
        state.usedDisk[node] &+ disk <= state.availableDisk[node]
      else { continue }
      let sum =
        sign
        * (state.cpuPower[node] * cpuFactors[Int(facts.cpuSizeOf[node])]
          + state.memoryPower[node] * memoryFactors[Int(facts.memorySizeOf[node])])
      guard sum <= least + NodeEstimate.hair, closed.isEmpty || !closed.contains(node) else { continue }
      if sum < least - NodeEstimate.hair { close.removeAll(keepingCapacity: true) }
      least = min(least, sum)
      close.append(node)
    }
    var cache = PowerCache(fitScore)
    var best: (node: Int, score: Double)?
    for node in close {
      let total =
        cache.power(used: state.usedCPU[node] &+ cpu, available: state.availableCPU[node])
        + cache.power(used: state.usedMemory[node] &+ memory, available: state.availableMemory[node])
      let score = fitScore.score(ofTotal: total)
      if score > best?.score ?? -.infinity { best = (node, score) }
    }
    return best
  }
}
