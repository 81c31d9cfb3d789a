import JobSpec
import Testing

@testable import Planner

/// The fast way of finding the best node gives the same plan as looking at all of them, to the last byte.
@Suite struct NodeRankingTests {
  @Test(arguments: (1...60).map { UInt64($0) })
  func `a ranking places as a full scan does`(seed: UInt64) {
    func plans(usingRanking: Bool) -> [String] {
      var random = RandomCluster(seed: seed)
      var state = ClusterState(random.snapshot(nodes: 5 + Int(seed % 20)))
      var scheduler = Scheduler()
      scheduler.usesRanking = usingRanking
      scheduler.explainsFailures = false
      return (0..<4).map { number in
        let plan = scheduler.plan(random.job("job\(number % 3)"), on: &state)
        let failures = plan.failures.map { "\($0.group) \($0.count) \(MetricsText.lines($0.metrics))" }
        let classes = plan.blocked?.classes.map { "\($0)" } ?? []
        return "\(plan.placements.map { "\($0.name) \($0.nodeName) \($0.score) \($0.scores) \($0.allotment)" })\n"
          + "\(plan.updates.map(\.name)) \(plan.stops) \(plan.desiredUpdates) \(failures) \(classes)"
      }
    }
    let (fast, slow) = (plans(usingRanking: true), plans(usingRanking: false))
    for (number, pair) in zip(fast, slow).enumerated() {
      #expect(pair.0 == pair.1, "seed \(seed), job \(number)")
    }
  }
}
