import HCLParser
import JobSpec
import TestSupport
import Testing

@testable import Planner

/// What must hold of every plan, over clusters and job files made from seeds. The seed stands in the failure text.
@Suite struct PlanPropertyTests {
  /// The job of a random text; nil where the server would refuse it.
  static func job(_ text: String) -> Job? {
    JobAnalysis(of: JobInput(name: "job.nomad.hcl", bytes: Array(text.utf8))).validatedJob?.job
  }

  private static func scheduler(isIdeal: Bool, explains: Bool = false) -> Scheduler {
    var scheduler = Scheduler()
    scheduler.isIdeal = isIdeal
    scheduler.explainsFailures = explains
    scheduler.searchesRemedies = false
    return scheduler
  }

  @Test(arguments: PropertySeeds.batches)
  func `every placement passes every check, nothing is given twice, no capacity falls below zero`(seeds: [UInt64]) {
    for seed in seeds {
      for isIdeal in [true, false] {
        var world = RandomWorld(seed: seed)
        var state = ClusterState(world.snapshot(nodes: world.number(1...14)))
        var overlooked: Set<Int> = []
        for number in 0..<5 {
          // Some come a second time, changed: updates, and what they replace.
          guard let job = Self.job(world.jobText("job\(number % 3)")) else { continue }
          let plan = Self.scheduler(isIdeal: isIdeal).plan(job, on: &state)
          // Where the real scheduler pushes others out it overlooks the job's own instances (scheduler.md 6.8).
          if !isIdeal { overlooked.formUnion(plan.placements.filter { !$0.preempted.isEmpty }.map(\.node)) }
          var final = FinalState(state, isIdeal: isIdeal, overcommitted: overlooked)
          for problem in final.problems(of: plan, job) {
            Issue.record("seed \(seed), \(isIdeal ? "ideal, " : "")job \(number): \(problem)")
          }
          for problem in Self.countProblems(plan) { Issue.record("seed \(seed), job \(number): \(problem)") }
        }
      }
    }
  }

  /// What was wanted is placed or has failed.
  private static func countProblems(_ plan: Plan) -> [String] {
    guard !plan.jobKind.runsOnEveryNode else { return [] }
    return plan.desiredUpdates.compactMap { entry in
      let placed = plan.placements.count { $0.group == entry.group }
      let failed = plan.failures.first { $0.group == entry.group }?.count ?? 0
      let updates = entry.updates
      let wanted = updates.place + updates.migrate + updates.destructiveUpdate + updates.canary
      return placed + failed == wanted ? nil : "\(entry.group): \(placed) placed, \(failed) failed, \(wanted) wanted"
    }
  }

  /// Without quirks: the first node of a class may speak for nodes that differ from it, so with them the loss of one that
  /// was filtered does change the answer for others.
  @Test(arguments: PropertySeeds.batches)
  func `a node that is of the wrong kind for every group makes no difference`(seeds: [UInt64]) {
    for seed in seeds {
      var world = RandomWorld(seed: seed)
      let snapshot = world.snapshot(nodes: world.number(2...14))
      guard let job = Self.job(world.jobText("job")) else { continue }
      let unfit = Self.unfitNodes(job, snapshot)
      guard !unfit.isEmpty else { continue }
      let smaller = ClusterSnapshot(
        nodes: snapshot.nodes.indices.filter { !unfit.contains($0) }.map { snapshot.nodes[$0] },
        allocations: snapshot.allocations, volumes: snapshot.volumes, settings: snapshot.settings,
        pools: snapshot.pools)
      let whole = Self.scheduler(isIdeal: true).plan(job, on: ClusterState(snapshot))
      let rest = Self.scheduler(isIdeal: true).plan(job, on: ClusterState(smaller))
      #expect(Self.summary(whole) == Self.summary(rest), "seed \(seed)")
    }
  }

  /// Nodes that take no instance of any group whatever runs on them.
  private static func unfitNodes(_ job: Job, _ snapshot: ClusterSnapshot) -> Set<Int> {
    var state = ClusterState(snapshot)
    let number = state.job(namespace: job.namespace ?? "default", id: job.id)
    let checks = job.groups.map { group in
      FeasibilityChecks(PlacementRequest(group, of: job), job: number, group: state.group(group.name))
    }
    return Set(
      snapshot.nodes.indices.filter { node in
        checks.allSatisfy { checks in
          let question = FeasibilityQuestion(
            number: node, instance: 0, properties: PropertyUse(checks.properties, in: state))
          return checks.checks.contains { check in
            // What hangs on the instance's number or on other placements may hold for the next one.
            check.scope != .node && !(check is HostVolumesPresent) && check.rejection(question, in: state) != nil
          }
        }
      })
  }

  /// A plan without the counters of nodes looked at.
  private static func summary(_ plan: Plan) -> String {
    let placements = plan.placements.map { placement in
      let parts = placement.scores.map { "\($0.name)=\($0.value)" }
      let tasks = placement.allotment.tasks.map { "\($0.name) \($0.cpu) \($0.cores) \($0.devices)" }
      return
        "\(placement.name) on \(placement.nodeName) \(parts) \(tasks) \(placement.allotment.ports) \(placement.preempted)"
    }
    // A system job names a group as failed only where all its nodes are of the wrong kind.
    let failures = plan.failures.filter { _ in !plan.jobKind.runsOnEveryNode }.map { failure in
      "\(failure.group) \(failure.count) \(MetricsText.sorted(failure.metrics.dimensionExhausted))"
    }
    return
      "\(placements.joined(separator: "\n"))\n\(failures) \(plan.desiredUpdates.map { "\($0.group) \($0.updates)" })"
  }

  @Test(arguments: PropertySeeds.batches)
  func `the same input gives the same bytes`(seeds: [UInt64]) {
    for seed in seeds {
      func report() -> String {
        var world = RandomWorld(seed: seed)
        var state = ClusterState(world.snapshot(nodes: world.number(1...8)))
        return (0..<2).compactMap { number in
          guard let job = Self.job(world.jobText("job\(number)")) else { return nil }
          let plan = Self.scheduler(isIdeal: false, explains: true).plan(job, on: &state)
          return PlanText(plan).rendered + Self.summary(plan)
        }.joined()
      }
      #expect(report() == report(), "seed \(seed)")
    }
  }

  @Test func `most random jobs are ones the server takes, and both outcomes are common`() {
    var (valid, placed, failed) = (0, 0, 0)
    for seed in UInt64(1)...60 {
      var world = RandomWorld(seed: seed)
      let snapshot = world.snapshot(nodes: 10)
      guard let job = Self.job(world.jobText("job")) else { continue }
      valid += 1
      let plan = Self.scheduler(isIdeal: true).plan(job, on: ClusterState(snapshot))
      if !plan.placements.isEmpty { placed += 1 }
      if !plan.failures.isEmpty { failed += 1 }
    }
    #expect(valid > 40)
    #expect(placed > 15)
    #expect(failed > 15)
  }
}

extension Scheduler {
  /// A plan on a state of its own.
  fileprivate func plan(_ job: Job, on state: ClusterState) -> Plan {
    var state = state
    return plan(job, on: &state)
  }
}
