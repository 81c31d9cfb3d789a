import JobSpec
import Testing

@testable import Planner

/// Properties of every plan, over clusters and jobs made from seeds. The seed stands in the failure text.
@Suite struct SchedulerPropertyTests {
  private static let seeds: [UInt64] = (1...60).map { $0 }

  /// Without explanations, which take many plans of their own.
  private var plain: Scheduler {
    var scheduler = Scheduler()
    scheduler.explainsFailures = false
    return scheduler
  }

  @Test(arguments: seeds)
  func `nothing is given twice and nothing more than there is`(seed: UInt64) {
    var random = RandomCluster(seed: seed)
    let snapshot = random.snapshot(nodes: 12)
    var state = ClusterState(snapshot)
    for number in 0..<4 {
      let before = state
      let plan = plain.plan(random.job("job\(number)", kind: number == 3 ? "system" : nil), on: &state)
      for placement in plan.placements {
        #expect(snapshot.nodes[placement.node].isReady, "seed \(seed)")
        checkNode(placement.node, in: state, before: before, "seed \(seed) \(placement.name)")
      }
      for updates in plan.desiredUpdates where plan.jobKind != .system {
        let placed = plan.placements.count { $0.group == updates.group }
        let failed = plan.failures.first { $0.group == updates.group }?.count ?? 0
        #expect(placed + failed == updates.updates.place, "seed \(seed) \(updates.group)")
      }
    }
  }

  private func checkNode(_ node: Int, in state: ClusterState, before: ClusterState, _ at: Comment) {
    let live = state.allocationsOnNode[node].map { state.allocations[$0] }
    #expect(live.reduce(0) { $0 + $1.cpu } == state.usedCPU[node], at)
    #expect(live.reduce(0) { $0 + $1.memoryMB } == state.usedMemory[node], at)
    #expect(state.usedCPU[node] <= state.availableCPU[node], at)
    #expect(state.usedMemory[node] <= state.availableMemory[node], at)
    #expect(state.usedDisk[node] <= state.availableDisk[node], at)
    let holdings = live.compactMap { state.holdings(of: $0) }
    let cores = holdings.flatMap(\.cores)
    #expect(Set(cores).count == cores.count, at)
    let ports = holdings.flatMap(\.ports).map { "\($0.ip):\($0.value)" }
    #expect(Set(ports).count == ports.count, at)
  }

  @Test(arguments: seeds.prefix(8))
  func `the same input gives the same plan`(seed: UInt64) {
    func plans() -> String {
      var random = RandomCluster(seed: seed)
      var state = ClusterState(random.snapshot(nodes: 10))
      return (0..<3).map { String(reflecting: Scheduler().plan(random.job("job\($0)"), on: &state).placements) }
        .joined()
    }
    #expect(plans() == plans(), "seed \(seed)")
  }
}
