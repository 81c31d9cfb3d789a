import HCLParser
import JobSpec
import Testing

@testable import Planner

/// Whole plans that push others out.
@Suite("Plans that push others out")
struct PreemptionCases {
  private func cluster(nodes: Int = 1, _ allocations: [Allocation], _ change: (inout [Node]) -> Void = { _ in })
    -> PlannedCluster
  {
    PlannedCluster(nodes: nodes) {
      var nodes = $0.nodes
      change(&nodes)
      $0 = ClusterSnapshot(nodes: nodes, allocations: allocations)
      $0.settings.preemptsForService = true
    }
  }

  private func low(
    _ name: String, on node: String = "n1", cpu: Int = 1000, priority: Int = 10, port: Int? = nil,
    _ change: (inout Allocation) -> Void = { _ in }
  ) -> Allocation {
    PlannedCluster.allocation("\(name).g[0]", on: node) {
      $0.priority = priority
      $0.resources.tasks = [AllocatedTask(name: "main", cpuShares: cpu, memoryMB: 256)]
      if let port { $0.resources.ports = [AllocatedPort(label: "p", value: port, hostIP: "10.0.0.1")] }
      change(&$0)
    }
  }

  private func vip(count: Int = 1, cpu: Int, priority: Int = 80, port: Int? = nil, task: String = "") -> Job {
    PlannedCluster.service(
      "vip", priority: priority, count: count, cpu: cpu,
      group: port.map { "network {\n port \"http\" {\n static = \($0)\n }\n }" } ?? "", task: task)
  }

  private func score(_ plan: Plan, _ name: String) -> Double? {
    plan.placements.first?.scores.first { $0.name == name }?.value
  }

  @Test("Who leaves for a port does not count as used when the node is scored, who leaves for processor does")
  func scores() throws {
    func binpack(usedCPU: Double, usedMemory: Double) -> Double {
      (20 - power(1 - usedCPU / 4000) - power(1 - usedMemory / 8192)) / 18
    }
    func power(_ exponent: Double) -> Double { PowerOfTen()(exponent) }
    var forPort = cluster([low("a", cpu: 2000, port: 80)])
    let byPort = forPort.plan(vip(cpu: 1000, port: 80))
    #expect(byPort.placements.first?.preempted.map(\.name) == ["a.g[0]"])
    let portScore = try #require(score(byPort, "binpack"))
    #expect(abs(portScore - binpack(usedCPU: 1000, usedMemory: 128)) < 1e-9)
    var forCPU = cluster([low("a", cpu: 2000)])
    let byCPU = forCPU.plan(vip(cpu: 3000))
    // Capped at the best there is, as far beyond the node as it may be.
    let cpuScore = try #require(score(byCPU, "binpack"))
    #expect(abs(cpuScore - min(1, binpack(usedCPU: 5000, usedMemory: 384))) < 1e-9)
  }

  @Test("The job's own instances are overlooked when room is made, and the plan says so; --ideal makes room for all")
  func overlooked() {
    let others = ["a", "b", "c", "d"].map { low($0) }
    var cluster = cluster(others)
    let plan = cluster.plan(vip(count: 2, cpu: 2000))
    #expect(
      PlannedCluster.text(plan)
        == "web: 2 place, 3 preempted; vip.web[0] on n1 for a.g[0] and b.g[0]; vip.web[1] on n1 for c.g[0]")
    #expect(plan.placements.map(\.isOvercommitted) == [false, true])
    #expect(PlanText(plan).rendered.contains("would still hold more than it has"))
    var careful = self.cluster(others)
    let ideal = careful.plan(vip(count: 2, cpu: 2000), isIdeal: true)
    #expect(ideal.placements.map { $0.preempted.count } == [2, 2])
    #expect(ideal.placements.map(\.isOvercommitted) == [false, false])
  }

  @Test("Jobs nearer than ten in priority stay, and each kind of job has its switch")
  func switches() {
    #expect(PriorityCase(80, over: 70).places)
    #expect(!PriorityCase(80, over: 71).places)
    for (kind, isOn) in [("service", true), ("batch", false), ("sysbatch", false), ("system", true)] {
      var cluster = cluster([low("a", cpu: 3000)])
      let job = PlannedCluster.service("vip", type: kind, priority: 80, cpu: 2000)
      #expect(cluster.plan(job).placements.isEmpty == !isOn, "\(kind)")
    }
  }

  private struct PriorityCase {
    let places: Bool

    init(_ priority: Int, over other: Int) {
      let cases = PreemptionCases()
      var cluster = cases.cluster([cases.low("a", cpu: 3000, priority: other)])
      places = !cluster.plan(cases.vip(cpu: 2000, priority: priority)).placements.isEmpty
    }
  }

  @Test("Of several nodes the one whose losses weigh least wins")
  func amongNodes() {
    var cluster = cluster(nodes: 2, [low("a", on: "n1", cpu: 3000, priority: 60), low("b", on: "n2", cpu: 3000)])
    #expect(cluster.outcome(vip(cpu: 3000)) == "web: 1 place, 1 preempted; vip.web[0] on n2 for b.g[0]")
  }

  @Test("A node with room is taken before anyone is pushed out")
  func roomFirst() {
    var cluster = cluster(nodes: 2, [low("a", on: "n1", cpu: 3000)])
    #expect(cluster.outcome(vip(count: 1, cpu: 3000)) == "web: 1 place; vip.web[0] on n2")
  }

  @Test("Two static ports may have two holders, and a holder that stays rules the node out without a word")
  func ports() {
    func job() -> Job {
      PlannedCluster.service(
        "vip", priority: 80, count: 1,
        group: "network {\n port \"a\" {\n static = 80\n }\n port \"b\" {\n static = 81\n }\n }")
    }
    var both = cluster([low("a", port: 80), low("b", port: 81)])
    #expect(both.outcome(job()) == "web: 1 place, 2 preempted; vip.web[0] on n1 for a.g[0] and b.g[0]")
    var held = cluster([low("a", port: 80), low("b", priority: 75, port: 81)])
    let plan = held.plan(job())
    #expect(plan.failures.first?.metrics.nodesExhausted == 0)
    #expect(plan.failures.first?.metrics.nodesEvaluated == 1)
  }

  @Test("Devices are taken from those of lowest priority")
  func devices() {
    func holder(_ name: String, _ device: String, priority: Int) -> Allocation {
      low(name, cpu: 100, priority: priority) {
        $0.resources.tasks[0].devices = [
          AllocatedDevice(vendor: "nvidia", type: "gpu", name: "1080", instances: [device])
        ]
      }
    }
    var cluster = cluster([holder("a", "g1", priority: 30), holder("b", "g2", priority: 10)]) {
      $0[0].resources.devices = [
        NodeDevice(
          vendor: "nvidia", type: "gpu", name: "1080", instances: [.init(id: "g1"), .init(id: "g2")])
      ]
    }
    let job = PlannedCluster.job(
      """
      job "vip" {
        priority = 80
        group "web" {
          task "main" {
            driver = "docker"
            config { image = "demo/web:1" }
            resources {
              device "nvidia/gpu" {
                count = 1
              }
            }
          }
        }
      }
      """)
    #expect(cluster.outcome(job) == "web: 1 place, 1 preempted; vip.web[0] on n1 for b.g[0]")
  }

  @Test("Who was pushed out is found ended when its own job is planned next")
  func victims() {
    var cluster = PlannedCluster(nodes: 1) { $0.settings.preemptsForService = true }
    let low = PlannedCluster.service("low", priority: 10, count: 1, cpu: 3000)
    _ = cluster.plan(low)
    #expect(cluster.outcome(vip(cpu: 3000)) == "web: 1 place, 1 preempted; vip.web[0] on n1 for low.web[0]")
    #expect(cluster.outcome(low) == "web: 1 place; 1 of web failed: cpu ×1")
  }

  @Test("An update in place brings its job's priority along")
  func priorityInPlace() {
    var cluster = PlannedCluster(nodes: 1) { $0.settings.preemptsForService = true }
    _ = cluster.plan(PlannedCluster.service("low", priority: 75, count: 1, cpu: 3000))
    let urgent = vip(cpu: 3000)
    var before = cluster
    #expect(before.plan(urgent).placements.isEmpty)
    let lower = cluster.plan(PlannedCluster.service("low", priority: 10, count: 1, cpu: 3000))
    #expect(PlannedCluster.counts(lower.desiredUpdates[0].updates) == "1 in-place")
    #expect(cluster.plan(urgent).placements.first?.preempted.map(\.name) == ["low.web[0]"])
  }

  @Test("Losses are told one by one, then by job, then by type of job")
  func tables() {
    func text(_ jobs: Int, each count: Int) -> String {
      var plan = Plan(jobID: "vip", jobName: "vip", namespace: "default", jobKind: .service)
      var cluster = cluster([low("a", cpu: 3000)])
      var placement = cluster.plan(vip(cpu: 3000)).placements[0]
      placement.preempted = (0..<jobs).flatMap { job in
        (0..<count).map {
          PreemptedAllocation(
            id: "id-\(job)-\($0)", name: "n", jobID: "job-\(job)", namespace: "default", group: "g", priority: 10,
            jobType: job < 2 ? "service" : "batch")
        }
      }
      plan.placements = [placement]
      return PlanText(plan).rendered
    }
    #expect(text(3, each: 3).contains("Alloc ID"))
    #expect(text(5, each: 2).contains("Namespace"))
    let types = text(12, each: 1)
    #expect(types.contains("Job Type") && !types.contains("Job ID"))
  }
}
