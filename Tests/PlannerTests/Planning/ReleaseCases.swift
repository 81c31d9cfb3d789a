import HCLParser
import JobSpec
import Testing

@testable import Planner

/// What newer releases of the scheduler do otherwise.
@Suite("Plans for newer releases")
struct ReleaseCases {
  private func traits(_ release: String) -> SchedulerTraits { SchedulerTraits(NomadRelease(release)) }

  @Test("A change holds from its release on, in each line that has it")
  func lines() {
    #expect(SchedulerTraits(nil) == SchedulerTraits())
    #expect(SchedulerTraits(.baseline) == SchedulerTraits())
    let expected = [
      ("1.6.13", false), ("1.6.14", true), ("1.7.10", false), ("1.7.11", true), ("1.8.2", false), ("1.8.3", true),
      ("1.9", true), ("2.0", true),
    ]
    for (release, has) in expected { #expect(traits(release).triesFurtherAddresses == has, "\(release)") }
    #expect(!traits("1.9.9").keepsInstancesWhenWishesChange)
    #expect(traits("1.10").keepsInstancesWhenWishesChange)
    #expect(!traits("2.0.3").stopsFailedFirst)
  }

  private func cluster(_ release: String?, _ change: (inout ClusterSnapshot) -> Void = { _ in }) -> PlannedCluster {
    PlannedCluster(nodes: 1) {
      if let release { $0.settings.traits = SchedulerTraits(NomadRelease(release)) }
      change(&$0)
    }
  }

  @Test("A static port moves on to the next address of its host network")
  func addresses() {
    func planned(_ release: String?) -> [String] {
      var cluster = cluster(release) {
        var nodes = $0.nodes
        nodes[0].resources.addresses.append(NodeAddress(alias: "default", address: "10.0.0.2", device: "eth1"))
        let settings = $0.settings
        $0 = ClusterSnapshot(
          nodes: nodes,
          allocations: [
            PlannedCluster.allocation("old.g[0]", on: "n1") {
              $0.resources.ports = [AllocatedPort(label: "p", value: 80, hostIP: "10.0.0.1")]
            }
          ], settings: settings)
      }
      let job = PlannedCluster.service(count: 1, group: "network {\n port \"http\" {\n static = 80\n }\n }")
      return cluster.plan(job).placements.flatMap { $0.allotment.ports.map(\.hostIP) }
    }
    #expect(planned(nil) == [])
    #expect(planned("1.8.3") == ["10.0.0.2"])
  }

  @Test("Poststart tasks count beside the main tasks")
  func poststart() {
    let job = PlannedCluster.job(
      """
      job "app" {
        group "web" {
          task "main" {
            driver = "docker"
            config { image = "demo/web:1" }
            resources {
              cpu = 3000
            }
          }
          task "after" {
            driver = "docker"
            config { image = "demo/web:1" }
            lifecycle {
              hook = "poststart"
            }
            resources {
              cpu = 2000
            }
          }
        }
      }
      """)
    var baseline = cluster(nil)
    #expect(baseline.plan(job).failures.isEmpty)
    var newer = cluster("1.9.2")
    #expect(newer.outcome(job) == "web: 1 place; 1 of web failed: cpu ×1")
  }

  @Test("Other affinities keep what runs where it is")
  func wishes() {
    let affinity = "affinity {\n attribute = \"${meta.host}\"\n value = \"n1\"\n }"
    func planned(_ release: String?) -> String {
      var cluster = cluster(release)
      _ = cluster.plan(PlannedCluster.service(count: 1))
      return PlannedCluster.counts(
        cluster.plan(PlannedCluster.service(count: 1, more: affinity)).desiredUpdates[0].updates)
    }
    #expect(planned(nil) == "1 destructive")
    #expect(planned("1.10") == "1 in-place")
  }

  @Test("A system job that runs does not fail for nodes of the wrong kind")
  func system() {
    let job = PlannedCluster.service(
      type: "system", more: "constraint {\n attribute = \"${meta.host}\"\n value = \"n1\"\n }")
    for (release, failures) in [(nil, 1), ("1.10.2", 0)] {
      var cluster = PlannedCluster(nodes: 2) {
        $0.settings.traits = SchedulerTraits(release.flatMap(NomadRelease.init))
      }
      _ = cluster.plan(job)
      #expect(cluster.plan(job).failures.count == failures, "\(release ?? "baseline")")
    }
  }

  @Test("A port that nobody can be pushed out for counts as exhausted")
  func preemption() {
    func planned(_ release: String?) -> Int? {
      var cluster = cluster(release) {
        $0.settings.preemptsForService = true
        $0.allocations = [
          PlannedCluster.allocation("old.g[0]", on: "n1") {
            $0.priority = 80
            $0.resources.ports = [AllocatedPort(label: "p", value: 80, hostIP: "10.0.0.1")]
          }
        ]
      }
      let job = PlannedCluster.service(
        priority: 80, count: 1, group: "network {\n port \"http\" {\n static = 80\n }\n }")
      return cluster.plan(job).failures.first?.metrics.nodesExhausted
    }
    #expect(planned(nil) == 0)
    #expect(planned("1.7.5") == 1)
  }

  @Test("Scaling down stops failed instances first")
  func failedFirst() {
    for (release, stopped) in [(nil, "app.web[1]"), ("2.0.4", "app.web[0]")] {
      let job = PlannedCluster.service(
        count: 1, group: "reschedule {\n attempts = 0\n unlimited = false\n }")
      var cluster = cluster(release) {
        $0.allocations = (0..<2).map { index in
          PlannedCluster.allocation("app.web[\(index)]", on: "n1") {
            $0.jobModifyIndex = 10
            if index == 0 { $0.clientStatus = "failed" }
          }
        }
      }
      cluster.register(job)
      #expect(cluster.plan(job).stops.map(\.name) == [stopped])
    }
  }
}
