import HCLParser
import JobSpec
import Testing

@testable import Planner

/// What has failed, ended, or dropped out of sight.
@Suite("Plans over instances that fail, end or drop out of sight")
struct RunningInstanceCases {
  private let job = PlannedCluster.service(count: 2)

  private func cluster(
    _ job: Job, instances: Int = 2, nodes: Int = 3, _ change: (Int, inout Allocation) -> Void,
    node: (inout ClusterSnapshot) -> Void = { _ in }
  ) -> PlannedCluster {
    var cluster = PlannedCluster(nodes: nodes) {
      $0.allocations = (0..<instances).map { index in
        PlannedCluster.allocation("app.web[\(index)]", on: "n\(index % nodes + 1)") {
          $0.jobModifyIndex = 10
          $0.deploymentID = "d1"
          $0.isHealthy = true
          change(index, &$0)
        }
      }
      node(&$0)
    }
    cluster.register(job)
    return cluster
  }

  @Test("A failed instance is placed anew, away from where it and its predecessors failed")
  func penalty() {
    var cluster = cluster(job) {
      guard $0 == 0 else { return }
      $1.clientStatus = "failed"
      $1.rescheduleEvents = [.init(time: 1, previousAllocation: "x", previousNode: "id-n2")]
    }
    let plan = cluster.plan(job)
    #expect(PlannedCluster.text(plan) == "web: 1 ignore, 1 place, 1 stop; app.web[0] on n3; app.web[0] off n1")
    #expect(plan.placements[0].scores.first { $0.name == "node-reschedule-penalty" }?.value == 0)
  }

  @Test("The penalty follows an instance to whatever replaces it")
  func penaltyOfOthers() {
    var cluster = cluster(job, instances: 2, nodes: 3) {
      $1.rescheduleEvents = [.init(time: 1, previousAllocation: "x", previousNode: "id-n3")]
      if $0 == 0 { $1.wantsMigration = true }
    } node: {
      var nodes = $0.nodes
      nodes[0].isDraining = true
      $0 = ClusterSnapshot(nodes: nodes, allocations: $0.allocations)
    }
    let plan = cluster.plan(job)
    // n2 holds the other instance of the group: −1 for being two of two, and −1 for n3.
    #expect(plan.placements.map(\.nodeName) == ["n2"])
  }

  @Test("A failed instance waits for its delay where the plan has a moment")
  func delay() {
    let second = 1_000_000_000
    func planned(now: Int?) -> Plan {
      var cluster = cluster(job) {
        guard $0 == 0 else { return }
        $1.clientStatus = "failed"
        $1.taskStates = [.init(task: "main", state: "dead", hasFailed: true, finishedAt: 1_000 * second)]
      }
      return cluster.plan(job, now: now)
    }
    // The default policy of a service: 30 s, doubling, without limit.
    let waiting = planned(now: 1_010 * second)
    #expect(PlannedCluster.text(waiting) == "web: 2 ignore")
    #expect(waiting.delayed == [.init(group: "web", name: "app.web[0]", due: 1_030 * second)])
    #expect(
      PlannedCluster.counts(planned(now: 1_029 * second).desiredUpdates[0].updates) == "1 ignore, 1 place, 1 stop")
    #expect(PlannedCluster.counts(planned(now: nil).desiredUpdates[0].updates) == "1 ignore, 1 place, 1 stop")
  }

  @Test(
    "Delays grow as the policy has it, from what the last tries waited",
    arguments: [
      ("constant", [30, 30], 30), ("exponential", [], 30), ("exponential", [30], 60), ("exponential", [30, 60], 100),
      ("exponential", [0, 0], 100), ("exponential", [0], 60), ("fibonacci", [30], 30), ("fibonacci", [30, 30], 60),
      ("fibonacci", [0, 0], 60), ("fibonacci", [0, 0, 0], 90), ("fibonacci", [60, 90], 100),
    ] as [(String, [Int], Int)])
  func growingDelay(function: String, waited: [Int], expected: Int) {
    var policy = ReschedulePolicy()
    policy.unlimited = true
    policy.delayFunction = function
    policy.delay = .seconds(30)
    policy.maxDelay = .seconds(100)
    var instance = RunningInstance(
      number: 0, id: "a", name: "a", index: 0, group: "g", node: 0, nodeID: "n", nodeName: "n")
    instance.failedAt = 1_000_000_000_000
    instance.rescheduleTimes = waited.map { _ in 1 }
    instance.rescheduleDelays = waited.map { $0 * 1_000_000_000 }
    let due = 1_000_000_000_000 + expected * 1_000_000_000
    #expect(RescheduleDecision.decide(instance, policy, now: 1_000_000_000_000) == .later(due))
  }

  @Test("Completed allocations of a batch job have done their work, unless the job has changed since")
  func batch() {
    let batch = PlannedCluster.service(type: "batch", count: 3)
    func planned(_ job: Job) -> String {
      var cluster = cluster(batch, instances: 3) {
        guard $0 < 2 else { return }
        $1.clientStatus = "complete"
        $1.taskStates = [.init(task: "main", state: "dead")]
        if $0 == 1 { $1.desiredStatus = "stop" }
      }
      return PlannedCluster.counts(cluster.plan(job).desiredUpdates[0].updates)
    }
    #expect(planned(batch) == "3 ignore")
    #expect(planned(PlannedCluster.service(type: "batch", count: 3, cpu: 300)) == "2 ignore, 2 place, 1 destructive")
  }

  @Test("A batch job stopped after its work and registered again does it again")
  func batchAgain() {
    let batch = PlannedCluster.service(type: "batch", count: 1)
    var stopped = batch
    stopped.stop = true
    var cluster = cluster(stopped, instances: 1) {
      $1.clientStatus = "complete"
      $1.taskStates = [.init(task: "main", state: "dead")]
    }
    #expect(PlannedCluster.counts(cluster.plan(batch).desiredUpdates[0].updates) == "1 ignore, 1 place")
  }

  @Test("What earlier plans of a run have stopped stays known as ended")
  func endedInThisRun() {
    var cluster = PlannedCluster(nodes: 2)
    func version(_ cpu: Int) -> Job { PlannedCluster.service(type: "batch", count: 2, cpu: cpu) }
    _ = cluster.plan(version(100))
    #expect(PlannedCluster.counts(cluster.plan(version(200)).desiredUpdates[0].updates) == "2 destructive")
    // The two that the second version replaced are ended instances of an older version.
    #expect(PlannedCluster.counts(cluster.plan(version(300)).desiredUpdates[0].updates) == "2 ignore, 2 destructive")
  }

  @Test("Everything of a group that is gone counts as stopped, what has ended too")
  func removedGroup() {
    let other = PlannedCluster.job(
      """
      job "app" {
        group "other" {
          task "main" {
            driver = "docker"
            config { image = "demo/web:1" }
          }
        }
      }
      """)
    var cluster = cluster(job) { if $0 == 1 { $1.clientStatus = "failed" } }
    let plan = cluster.plan(other)
    #expect(plan.updates(ofGroup: "web")?.stop == 2)
    #expect(plan.stops.map(\.name) == ["app.web[0]"])
  }

  @Test("A job to be stopped stops what has not ended")
  func stoppedJob() {
    var stop = job
    stop.stop = true
    var cluster = cluster(job) { if $0 == 1 { $1.clientStatus = "complete" } }
    #expect(cluster.outcome(stop) == "web: 1 stop; app.web[0] off n1")
  }

  @Test(
    "On a node out of sight, what runs is replaced and goes on, what starts is lost, and what is known to be out of sight stays",
    arguments: [
      ("running", true, "1 ignore, 1 place", 0), ("pending", true, "1 ignore, 1 place, 1 stop", 1),
      ("unknown", true, "2 ignore, 1 place", 0), ("running", false, "1 ignore, 1 place, 1 stop", 1),
      ("unknown", false, "1 ignore, 1 place, 1 stop", 1),
    ])
  func disconnected(status: String, canOutlive: Bool, expected: String, stops: Int) {
    let job = PlannedCluster.service(count: 2, group: canOutlive ? "max_client_disconnect = \"1h\"" : "")
    var cluster = cluster(job) {
      if $0 == 0 { $1.clientStatus = status }
    } node: {
      var nodes = $0.nodes
      nodes[0].status = "disconnected"
      $0 = ClusterSnapshot(nodes: nodes, allocations: $0.allocations)
    }
    let plan = cluster.plan(job)
    #expect(PlannedCluster.counts(plan.desiredUpdates[0].updates) == expected)
    #expect(plan.stops.count == stops)
  }

  @Test("Where a group says so, nothing takes over from what is out of sight")
  func unreplaced() {
    let job = PlannedCluster.service(
      count: 2, group: "disconnect {\n lost_after = \"1h\"\n replace = false\n }")
    var cluster = cluster(job) {
      if $0 == 0 { $1.clientStatus = "unknown" }
    } node: {
      var nodes = $0.nodes
      nodes[0].status = "disconnected"
      $0 = ClusterSnapshot(nodes: nodes, allocations: $0.allocations)
    }
    #expect(PlannedCluster.counts(cluster.plan(job).desiredUpdates[0].updates) == "2 ignore")
  }

  @Test(
    "Of an instance that is back and its replacement one stays",
    arguments: [("", "n1"), ("keep_replacement", "n3"), ("keep_original", "n1")])
  func reconnected(strategy: String, stays: String) {
    let reconcile = strategy.isEmpty ? "" : "reconcile = \"\(strategy)\""
    let job = PlannedCluster.service(count: 1, group: "disconnect {\n lost_after = \"1h\"\n \(reconcile)\n }")
    var cluster = PlannedCluster(nodes: 3) {
      $0.allocations = ["n1", "n3"].map { node in
        PlannedCluster.allocation("app.web[0]", on: node) {
          $0.jobModifyIndex = 10
          $0.needsReconnect = node == "n1"
        }
      }
    }
    cluster.register(job)
    let plan = cluster.plan(job)
    #expect(PlannedCluster.counts(plan.desiredUpdates[0].updates) == "1 ignore, 1 stop")
    #expect(plan.stops.map(\.nodeName) == [stays == "n1" ? "n3" : "n1"])
  }

  @Test("The registered version may be named beside allocations that embed it")
  func namedAndEmbedded() throws {
    let text = """
      {"ID": "x", "Name": "app.web[0]", "JobID": "app", "TaskGroup": "web", "NodeID": "id-n1", "ClientStatus": "running",
       "Job": {"ID": "app", "Name": "app", "Type": "service", "Version": 7, "JobModifyIndex": 70, "TaskGroups":
        [{"Name": "web", "Count": 1, "Tasks": [{"Name": "main", "Driver": "docker",
          "Config": {"image": "demo/web:1"}, "Resources": {"CPU": 200, "MemoryMB": 128}}]}]}}
      """
    var reader = SnapshotReader()
    reader.readAllocations(SourceText(name: "allocs.json", bytes: Array(text.utf8)))
    let allocations = reader.finish().output.allocations
    var cluster = PlannedCluster(nodes: 1) { $0.allocations = allocations }
    let job = PlannedCluster.service(count: 1)
    cluster.register(job, version: 0, modifyIndex: 0)
    let plan = cluster.plan(job)
    #expect(PlannedCluster.text(plan) == "web: 1 ignore")
    #expect(plan.jobModifyIndex == 70)
  }

  @Test("Ports that an instance keeps are no examples: their numbers are those it has")
  func keptPorts() {
    let job = PlannedCluster.service(count: 1, cpu: 1000, group: "network {\n port \"http\" {}\n }")
    var newer = job
    newer.groups[0].tasks[0].killTimeout = .seconds(7)
    var cluster = PlannedCluster(nodes: 1) {
      $0.allocations = [
        PlannedCluster.allocation("app.web[0]", on: "n1") {
          $0.jobModifyIndex = 10
          $0.resources.ports = [AllocatedPort(label: "http", value: 20_001, hostIP: "10.0.0.1")]
        }
      ]
    }
    cluster.register(job, version: 1, modifyIndex: 10)
    let kept = cluster.plan(newer).updates.first?.allotment.ports ?? []
    #expect(kept.map(\.value) == [20_001])
    #expect(kept.map(\.isDynamic) == [false])
  }

  @Test("Nodes that drain are no capacity")
  func capacity() {
    let nodes = [PlannedCluster.node("n1"), PlannedCluster.node("n2") { $0.isDraining = true }]
    let one = ClusterState(ClusterSnapshot(nodes: Array(nodes.prefix(1)))).capacity
    #expect(ClusterState(ClusterSnapshot(nodes: nodes)).capacity.memoryMB == one.memoryMB)
  }

  @Test("A list of allocations tells the numbers of versions: those below the registered one are older")
  func numbersOfVersions() {
    func planned(_ type: String, _ change: (inout Allocation) -> Void) -> String {
      let job = PlannedCluster.service(type: type, count: 2)
      var cluster = PlannedCluster(nodes: 2) {
        $0.allocations = (0..<2).map { index in
          PlannedCluster.allocation("app.web[\(index)]", on: "n1") {
            $0.jobVersion = 4 + index
            change(&$0)
          }
        }
      }
      cluster.register(job, version: 5, modifyIndex: 50)
      return PlannedCluster.counts(cluster.plan(job).desiredUpdates[0].updates)
    }
    #expect(planned("service") { _ in } == "1 ignore, 1 destructive")
    // What an older version of a batch job has done is to be done again.
    #expect(planned("batch") { $0.clientStatus = "complete" } == "2 ignore, 1 place")
  }

  @Test("A periodic job tells its next launch where the plan has a moment")
  func periodic() {
    func text(_ zone: String, now: Int?) -> String {
      var cluster = PlannedCluster(nodes: 1)
      let job = PlannedCluster.service(
        type: "batch", count: 1, more: "periodic {\n crons = [\"0 2 * * *\", \"30 1 * * *\"]\n \(zone)\n }")
      return PlanText(cluster.plan(job, now: now)).rendered
    }
    // 2026-01-01T00:00:05Z
    let now = 1_767_225_605_000_000_000
    #expect(
      text("", now: now).contains(
        "- If submitted now, next periodic launch would be at 2026-01-01T01:30:00Z (1h29m55s from now)."))
    #expect(!text("", now: nil).contains("periodic launch"))
    #expect(!text("time_zone = \"Europe/Berlin\"", now: now).contains("periodic launch"))
  }
}
