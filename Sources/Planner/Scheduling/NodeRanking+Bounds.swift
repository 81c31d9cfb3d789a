extension NodeRanking {
  /// Far more than the products can be off, far less than what tells two nodes apart.
  static let hair = 1e-11

  /// For each block of nodes a bound that no fit score in it reaches; negative infinity where no node has room.
  ///
  /// The power of a node's free share once an instance is there is the power of what is free now, times a factor that
  /// hangs on the ask and the node's size only. The product is off by a few units in the last place, so it only bounds
  /// the score. It also tells whether there is room: what is left free is a share of nothing or more, so its power is
  /// one or more. Disk is not looked at: it bounds nothing.
  static func bounds(cpu: Int, memory: Int, mask: [Double], _ fitScore: FitScore, in state: ClusterState) -> [Double] {
    let count = state.order.nodes.count
    let sums = leastSums(cpu: cpu, memory: memory, mask: mask, sign: fitScore.algorithm == .binpack ? 1 : -1, in: state)
    return sums.prefix((count + blockSize - 1) / blockSize).map { sum in
      guard sum < .infinity else { return -.infinity }
      let value = fitScore.algorithm == .binpack ? 20 - sum : -sum - 2
      return max(0, value / 18) + hair
    }
  }

  /// For each block the least sum of both powers times `sign`, among the nodes with room; infinity where there is none.
  private static func leastSums(
    cpu: Int, memory: Int, mask: [Double], sign: Double, in state: ClusterState
  ) -> [Double] {
    let power = PowerOfTen()
    let order = state.order
    var least = [Double](repeating: .infinity, count: (order.nodes.count + blockSize - 1) / blockSize)
    var cpuFactor = (size: Int.min, value: 0.0)
    state.cpuPower.withUnsafeBufferPointer { cpuPower in
      state.memoryPower.withUnsafeBufferPointer { memoryPower in
        mask.withUnsafeBufferPointer { mask in
          guard let cpuPower = cpuPower.baseAddress, let memoryPower = memoryPower.baseAddress else { return }
          for run in order.runs {
            if run.cpu != cpuFactor.size { cpuFactor = (run.cpu, power(-Double(cpu) / Double(run.cpu))) }
            let pass = Pass(
              cpuPower: cpuPower, memoryPower: memoryPower, mask: mask.isEmpty ? nil : mask.baseAddress,
              cpuFactor: cpuFactor.value, memoryFactor: power(-Double(memory) / Double(run.memory)), sign: sign)
            var slot = run.slots.lowerBound
            while slot < run.slots.upperBound {
              let block = slot / blockSize
              let end = min(run.slots.upperBound, (block + 1) * blockSize)
              least[block] = min(least[block], pass.least(slot, end))
              slot = end
            }
          }
        }
      }
    }
    return least
  }

  /// What stays the same over the nodes of a run. Pointers go to arrays with an entry for each node.
  private struct Pass {
    let cpuPower: UnsafePointer<Double>
    let memoryPower: UnsafePointer<Double>
    /// Nil where all nodes are of the right kind.
    let mask: UnsafePointer<Double>?
    let cpuFactor: Double
    let memoryFactor: Double
    let sign: Double

    /// A hair below one: what just fits must not be missed.
    private static let room = 1 - 1e-9

    /// The least sum from one place to another, both in the run. Four nodes are looked at at a time.
    @inline(__always)
    func least(_ start: Int, _ end: Int) -> Double {
      var slot = start
      var (even, odd) = (SIMD2<Double>(repeating: .infinity), SIMD2<Double>(repeating: .infinity))
      while slot &+ 4 <= end {
        let (first, second) = (sums(slot), sums(slot &+ 2))
        even.replace(with: first, where: first .< even)
        odd.replace(with: second, where: second .< odd)
        slot = slot &+ 4
      }
      var least = min(min(even[0], even[1]), min(odd[0], odd[1]))
      while slot < end {
        var cpu = cpuPower[slot] * cpuFactor
        if let mask { cpu += mask[slot] }
        let memory = memoryPower[slot] * memoryFactor
        let sum = (cpu + memory) * sign
        if cpu >= Self.room, memory >= Self.room, sum < least { least = sum }
        slot = slot &+ 1
      }
      return least
    }

    /// The sums of two nodes, infinite where there is no room. A comparison with what is not a number is false.
    @inline(__always)
    private func sums(_ slot: Int) -> SIMD2<Double> {
      var cpu = two(cpuPower, slot) * SIMD2(repeating: cpuFactor)
      if let mask { cpu += two(mask, slot) }
      let memory = two(memoryPower, slot) * SIMD2(repeating: memoryFactor)
      let room = SIMD2<Double>(repeating: Self.room)
      return SIMD2<Double>(repeating: .infinity)
        .replacing(with: (cpu + memory) * SIMD2(repeating: sign), where: (cpu .>= room) .& (memory .>= room))
    }

    @inline(__always)
    private func two(_ pointer: UnsafePointer<Double>, _ slot: Int) -> SIMD2<Double> {
      SIMD2(pointer[slot], pointer[slot &+ 1])
    }
  }
}
