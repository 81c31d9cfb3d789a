import HCLParser
import JobSpec
import Testing

@testable import Planner

/// System and sysbatch jobs over instances that run already.
@Suite("Plans of jobs for every node")
struct EveryNodeCases {
  private func cluster(
    _ job: Job, nodes: Int = 3, instances: ClosedRange<Int>, _ change: (Int, inout Allocation) -> Void = { _, _ in },
    node: (inout [Node]) -> Void = { _ in }
  ) -> PlannedCluster {
    var cluster = PlannedCluster(nodes: nodes) {
      $0.allocations = instances.map { number in
        PlannedCluster.allocation("app.web[0]", on: "n\(number)") {
          $0.jobModifyIndex = 10
          change(number, &$0)
        }
      }
      var nodes = $0.nodes
      node(&nodes)
      $0 = ClusterSnapshot(nodes: nodes, allocations: $0.allocations)
    }
    cluster.register(job)
    return cluster
  }

  private let agent = PlannedCluster.service(type: "system")

  @Test("A changed constraint takes instances off nodes it rules out, and the counter of new ones falls below zero")
  func wrapped() {
    let narrower = PlannedCluster.service(
      type: "system", more: "constraint {\n attribute = \"${meta.host}\"\n operator = \"!=\"\n value = \"n2\"\n }")
    var cluster = cluster(agent, instances: 1...3)
    let plan = cluster.plan(narrower)
    #expect(
      PlannedCluster.text(plan)
        == "web: -1 place, 2 in-place, 1 destructive; app.web[0] stays on n1; app.web[0] stays on n3; app.web[0] off n2; "
        + "1 of web failed: computed class ineligible ×1")
  }

  @Test("Where some nodes are of the right kind, the others are no failure")
  func someFit() {
    let picky = PlannedCluster.service(
      type: "system", more: "constraint {\n attribute = \"${meta.host}\"\n operator = \"!=\"\n value = \"n2\"\n }")
    var cluster = PlannedCluster(nodes: 3)
    #expect(cluster.outcome(picky) == "web: 2 place; app.web[0] on n1; app.web[0] on n3")
    // Planned again, all that is wanted is an instance on the node that is ruled out.
    #expect(cluster.outcome(picky) == "web: 2 ignore; 1 of web failed: ${meta.host} != n2 ×1")
  }

  @Test("Replacements are limited to what the update block lets go at once")
  func rolling() {
    let changed = PlannedCluster.service(
      type: "system", cpu: 300, more: "update {\n max_parallel = 2\n stagger = \"45s\"\n }")
    var cluster = cluster(agent, instances: 1...3)
    let plan = cluster.plan(changed)
    #expect(
      PlannedCluster.text(plan)
        == "web: 3 destructive; app.web[0] on n1; app.web[0] on n2; app.web[0] off n1; app.web[0] off n2")
    #expect(plan.rollingUpdateWait == 45_000_000_000)
  }

  @Test("Each state of an instance and its node has its own answer")
  func states() {
    var cluster = cluster(agent, nodes: 6, instances: 1...6) { number, allocation in
      switch number {
      case 2: allocation.clientStatus = "failed"
      case 4: allocation.wantsMigration = true
      default: break
      }
    } node: { nodes in
      nodes[2].status = "down"
      nodes[3].isDraining = true
      nodes[4].eligibility = "ineligible"
      nodes[5].datacenter = "dc9"
    }
    let inDC1 = PlannedCluster.service(type: "system", more: "datacenters = [\"dc1\"]")
    cluster.register(inDC1, version: 1, modifyIndex: 10)
    // n1 is up to date, n2 gets a new one, n3 is lost and counted nowhere, n4 leaves, n5 is left alone, n6 is stopped.
    #expect(
      cluster.outcome(inDC1)
        == "web: 2 ignore, 1 place, 1 migrate, 1 stop; app.web[0] on n2; app.web[0] off n3; app.web[0] off n4; "
        + "app.web[0] off n6")
  }

  @Test("What a sysbatch job has done, or been told to leave, is not done again")
  func sysbatch() {
    let sweep = PlannedCluster.service(type: "sysbatch")
    var cluster = cluster(sweep, instances: 1...3) { number, allocation in
      switch number {
      case 1: allocation.clientStatus = "complete"
      case 2: allocation.clientStatus = "failed"
      default:
        allocation.desiredStatus = "stop"
        allocation.clientStatus = "running"
      }
    }
    #expect(cluster.outcome(sweep) == "web: 3 ignore")
  }

  @Test("Without a node and without an instance there is nothing to count")
  func nothing() {
    var cluster = PlannedCluster(nodes: 0)
    let plan = cluster.plan(agent)
    #expect(plan.desiredUpdates.map(\.isCounted) == [false])
    #expect(plan.failures.isEmpty)
  }
}
