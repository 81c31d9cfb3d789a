import Foundation
import JobSpec
import Testing

@testable import Planner

/// The fast way of finding the best node gives the same plan as looking at all of them, to the last byte.
///
/// `RANDOM_CLUSTERS=1000 swift test --filter NodeRankingTests` tries more clusters than the default.
@Suite struct NodeRankingTests {
  private static let seeds = 1...(ProcessInfo.processInfo.environment["RANDOM_CLUSTERS"].flatMap { UInt64($0) } ?? 80)

  /// 960: a target of a group that has no instances left, which gets the lowest boost that was met in another group.
  @Test(arguments: seeds.map { $0 } + (seeds.contains(960) ? [] : [960]))
  func `a ranking places as a full scan does`(seed: UInt64) {
    let fast = plans(seed, usingRanking: true)
    let slow = plans(seed, usingRanking: false)
    for (number, pair) in zip(fast, slow).enumerated() {
      #expect(pair.0 == pair.1, "seed \(seed), job \(number)")
    }
  }

  /// All that plans of some jobs on one cluster say, each as text. Jobs come again changed, so that instances stay, are
  /// updated, replaced and moved.
  private func plans(_ seed: UInt64, usingRanking: Bool) -> [String] {
    var random = RandomCluster(seed: seed)
    random.isRich = true
    // Large ones take long to scan, but only they have many blocks.
    var state = ClusterState(random.snapshot(nodes: seed % 40 == 0 ? 100 + Int(seed % 100) : 3 + Int(seed % 60)))
    var scheduler = Scheduler()
    scheduler.usesRanking = usingRanking
    scheduler.explainsFailures = false
    scheduler.isIdeal = seed % 7 == 0
    return (0..<5).map { number in
      let kind = number == 4 && seed % 5 == 0 ? "system" : nil
      return Self.text(of: scheduler.plan(random.job("job\(number % 3)", kind: kind), on: &state))
    }
  }

  private static func text(of plan: Plan) -> String {
    var lines = ["\(plan.status) \(plan.desiredUpdates)"]
    for placement in plan.placements {
      lines.append(
        "\(placement.name) \(placement.nodeName) \(placement.score) \(placement.scores) \(placement.allotment) "
          + "\(placement.preempted) \(placement.previousAllocation ?? "") \(placement.isCanary)")
    }
    lines += plan.updates.map(\.name)
    lines += plan.stops.map { "\($0)" }
    for failure in plan.failures {
      lines.append("\(failure.group) \(failure.count) \(failure.firstIndex) \(MetricsText.lines(failure.metrics))")
    }
    if let blocked = plan.blocked { lines.append("\(blocked)") }
    return lines.joined(separator: "\n")
  }
}
