import HCLParser
import JobSpec
import Testing

@testable import Planner

/// Changes on their way: canaries, health, what a deployment holds back.
@Suite("Plans while a deployment goes on")
struct DeploymentCases {
  private let old = PlannedCluster.service(count: 3, cpu: 200, group: "update { canary = 1 }")
  private let new = PlannedCluster.service(count: 3, cpu: 300, group: "update { canary = 1 }")

  /// Three instances of version 1 and `canaries` of version 2, whose deployment has gone as far as `change` says.
  private func cluster(
    canaries: Int = 1, registered: Job? = nil, _ change: (inout Deployment) -> Void = { _ in },
    canary: (inout Allocation) -> Void = { _ in }
  ) -> PlannedCluster {
    var deployment = Deployment(id: "d2", jobID: "app")
    deployment.jobVersion = 2
    var group = Deployment.Group("web")
    group.desiredCanaries = 1
    var allocations = (0..<3).map { index in
      PlannedCluster.allocation("app.web[\(index)]", on: "n\(index + 1)") {
        $0.jobModifyIndex = 10
        $0.deploymentID = "d1"
        $0.isHealthy = true
      }
    }
    for index in 0..<canaries {
      var allocation = PlannedCluster.allocation("app.web[\(index)]", on: "n4") {
        $0.jobModifyIndex = 20
        $0.deploymentID = "d2"
        $0.isCanary = true
      }
      canary(&allocation)
      allocations.append(allocation)
      group.placedCanaries.append(allocation.id)
    }
    deployment.groups = [group]
    change(&deployment)
    var cluster = PlannedCluster(nodes: 4) {
      $0.allocations = allocations
      $0.deployments = [deployment]
    }
    cluster.register(old, version: 1, modifyIndex: 10)
    cluster.register(registered ?? new, version: 2, modifyIndex: 20)
    return cluster
  }

  @Test("While canaries wait for their promotion nothing else changes")
  func waiting() {
    var cluster = cluster()
    #expect(cluster.outcome(new) == "web: 4 ignore")
  }

  @Test("A deployment of a job that was purged and came back is none of this one's")
  func purged() {
    var again = new
    again.createIndex = 30
    var same = cluster(registered: again) { $0.jobCreateIndex = 30 }
    #expect(same.outcome(again) == "web: 4 ignore")
    var other = cluster(registered: again) { $0.jobCreateIndex = 5 }
    #expect(other.outcome(again) != "web: 4 ignore")
  }

  @Test("A change beside waiting canaries stops them and tries its own")
  func superseded() {
    var cluster = cluster()
    let newer = PlannedCluster.service(count: 3, cpu: 400, group: "update { canary = 1 }")
    #expect(
      cluster.outcome(newer) == "web: 3 ignore, 1 stop, 1 canary; app.web[0] on n4; app.web[0] off n4")
  }

  @Test("Once promoted, the instance of the canary's name goes, and the others are replaced within the limit")
  func promoted() {
    var cluster = cluster {
      $0.groups[0].isPromoted = true
    } canary: {
      $0.isHealthy = true
    }
    let plan = cluster.plan(new)
    #expect(PlannedCluster.counts(plan.desiredUpdates[0].updates) == "2 ignore, 1 stop, 1 destructive")
    #expect(plan.stops.map { "\($0.name) off \($0.nodeName)" } == ["app.web[0] off n1", "app.web[1] off n2"])
  }

  @Test(
    "Instances not found healthy yet use up the limit, and an unhealthy one stops the change", arguments: [nil, false])
  func unhealthy(health: Bool?) {
    var cluster = cluster {
      $0.groups[0].isPromoted = true
    } canary: {
      $0.isHealthy = health
    }
    #expect(PlannedCluster.counts(cluster.plan(new).desiredUpdates[0].updates) == "3 ignore, 1 stop")
  }

  @Test("A paused deployment holds new instances back, a failed one stops its canaries as well")
  func held() {
    let more = PlannedCluster.service(count: 5, cpu: 300, group: "update { canary = 1 }")
    var paused = cluster(registered: more) { $0.status = .paused }
    #expect(paused.outcome(more) == "web: 4 ignore")
    var failed = cluster { $0.status = .failed }
    #expect(failed.outcome(new) == "web: 3 ignore, 1 stop; app.web[0] off n4")
  }

  @Test("A canary on a node that drains goes without being counted")
  func drained() {
    var cluster = cluster { _ in
    } canary: {
      $0.wantsMigration = true
    }
    let plan = cluster.plan(new)
    #expect(plan.stops.map(\.nodeName) == ["n4"])
    #expect(plan.desiredUpdates[0].updates.stop == 0)
    #expect(plan.desiredUpdates[0].updates.canary == 1)
  }

  @Test("Where deployments are not listed, allocations tell that one goes on")
  func inferred() {
    var cluster = cluster()
    cluster = PlannedCluster(nodes: 4) { [snapshot = cluster.snapshot] in $0.allocations = snapshot.allocations }
    cluster.register(old, version: 1, modifyIndex: 10)
    cluster.register(new, version: 2, modifyIndex: 20)
    #expect(cluster.outcome(new) == "web: 4 ignore")
  }

  @Test("Canaries of an earlier plan of one run were never promoted: the next change stops them")
  func ofThisRun() {
    var cluster = PlannedCluster(nodes: 2)
    _ = cluster.plan(old)
    #expect(PlannedCluster.counts(cluster.plan(new).desiredUpdates[0].updates) == "3 ignore, 1 canary")
    let newer = PlannedCluster.service(count: 3, cpu: 400, group: "update { canary = 1 }")
    #expect(PlannedCluster.counts(cluster.plan(newer).desiredUpdates[0].updates) == "3 ignore, 1 stop, 1 canary")
  }

  @Test("In an active deployment a failed instance waits until its watcher marks it")
  func rescheduleInDeployment() {
    for isMarked in [false, true] {
      var cluster = cluster {
        $0.groups[0].isPromoted = true
      } canary: {
        $0.clientStatus = "failed"
        $0.wantsReschedule = isMarked
      }
      let plan = cluster.plan(new)
      #expect(plan.placements.contains { $0.previousAllocation == "id of app.web[0] on n4" } == isMarked)
    }
  }
}
