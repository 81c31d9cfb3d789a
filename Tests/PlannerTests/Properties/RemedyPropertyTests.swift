import HCLParser
import JobSpec
import TestSupport
import Testing

@testable import Planner

/// Advice keeps its promise: the job file edited as it says, or the cluster changed so, places as many as were promised.
@Suite struct RemedyPropertyTests {
  @Test(arguments: PropertySeeds.batches)
  func `a remedy that is offered places what it promises`(seeds: [UInt64]) {
    for seed in seeds {
      var world = RandomWorld(seed: seed)
      let before = ClusterState(world.snapshot(nodes: world.number(1...7)))
      let text = world.jobText("job")
      let isIdeal = world.chance(50)
      guard let job = PlanPropertyTests.job(text) else { continue }
      var scheduler = Scheduler()
      scheduler.isIdeal = isIdeal
      var state = before
      for failure in scheduler.plan(job, on: &state).failures {
        for remedy in failure.explanation?.remedies ?? [] {
          let outcome = Self.outcome(of: remedy, failure, text, before, isIdeal: isIdeal)
          // Some advice takes more than one edit; nobody follows that here.
          guard let outcome else { continue }
          #expect(
            outcome.problem == nil && outcome.placed >= remedy.wouldPlace,
            "seed \(seed), \(isIdeal ? "ideal, " : "")group \(failure.group): \(remedy.change) \(remedy.wouldPlace) of \(remedy.wanted), \(outcome)"
          )
        }
      }
    }
  }

  private static func outcome(
    of remedy: Remedy, _ failure: PlacementFailure, _ text: String, _ before: ClusterState, isIdeal: Bool
  ) -> (placed: Int, problem: String?)? {
    var follower = RemedyFollower(text: text, state: before, group: failure.group)
    guard follower.follow(remedy) else { return nil }
    guard let job = PlanPropertyTests.job(follower.text) else { return (0, "the server refuses the job") }
    var scheduler = Scheduler()
    scheduler.isIdeal = isIdeal
    scheduler.explainsFailures = false
    let plan = scheduler.plan(job, on: &follower.state)
    let failed = plan.failures.first { $0.group == failure.group }?.count ?? 0
    return (max(0, remedy.wanted - failed), nil)
  }
}
