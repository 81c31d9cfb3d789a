import HCLParser
import JobSpec

@testable import Planner

/// A small cluster, jobs as their files stand, and what a plan comes to in one line of text: for cases that read as a
/// story.
struct PlannedCluster {
  var snapshot: ClusterSnapshot
  private(set) var state: ClusterState

  /// Nodes of 4000 MHz and 8192 MB, called n1, n2, …
  init(nodes: Int, _ change: (inout ClusterSnapshot) -> Void = { _ in }) {
    var snapshot = ClusterSnapshot(nodes: (1...max(1, nodes)).prefix(nodes).map { PlannedCluster.node("n\($0)") })
    change(&snapshot)
    self.snapshot = ClusterSnapshot(
      nodes: snapshot.nodes, allocations: snapshot.allocations, volumes: snapshot.volumes, settings: snapshot.settings,
      pools: snapshot.pools, deployments: snapshot.deployments, jobs: snapshot.jobs)
    state = ClusterState(self.snapshot)
  }

  static func node(_ name: String, _ change: (inout Node) -> Void = { _ in }) -> Node {
    Feasible.node(name) {
      $0.resources.cpuShares = 4000
      $0.resources.totalCores = 4
      $0.resources.reservableCores = [0, 1, 2, 3]
      $0.resources.memoryMB = 8192
      $0.resources.diskMB = 50_000
      $0.attributes = ["kernel.name": "linux", "nomad.version": "1.6.5"]
      $0.meta = ["host": name]
      $0.resources.addresses = [NodeAddress(alias: "default", address: "10.0.0.1", device: "eth0")]
      change(&$0)
    }
  }

  /// `job.group[0]` on a node; it runs, and uses 1000 MHz and 256 MB, unless `change` says otherwise.
  static func allocation(_ name: String, on node: String, _ change: (inout Allocation) -> Void = { _ in })
    -> Allocation
  {
    let parts = name.split(separator: ".")
    let group = parts[1].prefix { $0 != "[" }
    var allocation = Allocation(
      id: "id of \(name) on \(node)", name: name, jobID: String(parts[0]), group: String(group), nodeID: "id-\(node)")
    allocation.nodeName = node
    allocation.resources.tasks = [AllocatedTask(name: "main", cpuShares: 1000, memoryMB: 256)]
    allocation.resources.diskMB = 300
    change(&allocation)
    return allocation
  }

  static func job(_ text: String) -> Job {
    let analysis = JobAnalysis(of: JobInput(name: "job.nomad.hcl", bytes: Array(text.utf8)))
    return analysis.expandedJob ?? Job()
  }

  /// A service with one group `web` of one task, each part of which can be said otherwise.
  static func service(
    _ id: String = "app", type: String = "service", priority: Int = 50, count: Int? = nil, cpu: Int = 200,
    more: String = "", group: String = "", task: String = ""
  ) -> Job {
    job(
      """
      job "\(id)" {
        type     = "\(type)"
        priority = \(priority)
        \(more)
        group "web" {
          \(count.map { "count = \($0)" } ?? "")
          \(group)
          task "main" {
            driver = "docker"
            config { image = "demo/web:1" }
            \(task)
            resources {
              cpu    = \(cpu)
              memory = 128
            }
          }
        }
      }
      """)
  }

  /// Takes a job as the registered version; allocations with its modify index run it.
  mutating func register(_ job: Job, version: Int = 1, modifyIndex: Int = 10) {
    state.register(job, version: version, modifyIndex: modifyIndex)
  }

  mutating func plan(_ job: Job, now: Int? = nil, isIdeal: Bool = false) -> Plan {
    var scheduler = Scheduler()
    scheduler.explainsFailures = false
    scheduler.now = now
    scheduler.isIdeal = isIdeal
    return scheduler.plan(job, on: &state)
  }

  /// The counters, then placements, then stops and failures.
  mutating func outcome(_ job: Job, now: Int? = nil, isIdeal: Bool = false) -> String {
    PlannedCluster.text(plan(job, now: now, isIdeal: isIdeal))
  }

  static func text(_ plan: Plan) -> String {
    var parts = plan.desiredUpdates.filter(\.isCounted).map { "\($0.group): \(counts($0.updates))" }
    parts += plan.placements.map { placement in
      let victims = placement.preempted.map(\.name).sorted()
      return "\(placement.name) on \(placement.nodeName)"
        + (victims.isEmpty ? "" : " for \(victims.joined(separator: " and "))")
    }
    parts += plan.updates.map { "\($0.name) stays on \($0.nodeName)" }
    parts += plan.stops.map { "\($0.name) off \($0.nodeName)" }
    parts += plan.failures.map { failure in
      let reasons = failure.metrics.constraintFiltered.merging(failure.metrics.dimensionExhausted) { $0 + $1 }
      let text = reasons.sorted { $0.key < $1.key }.map { "\($0.key) ×\($0.value)" }.joined(separator: ", ")
      return "\(failure.count) of \(failure.group) failed: \(text)"
    }
    return parts.joined(separator: "; ")
  }

  static func counts(_ updates: DesiredUpdates) -> String {
    let named = [
      ("ignore", updates.ignore), ("place", updates.place), ("migrate", updates.migrate), ("stop", updates.stop),
      ("in-place", updates.inPlaceUpdate), ("destructive", updates.destructiveUpdate), ("canary", updates.canary),
      ("preempted", updates.preemptions),
    ]
    return named.filter { $0.1 != 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
  }
}
