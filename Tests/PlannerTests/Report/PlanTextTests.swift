import Foundation
import HCLParser
import JobSpec
import TestSupport
import Testing

@testable import Planner

/// Whole reports over the conformance cases, recorded: what a user reads when a job has no place.
@Suite struct PlanTextTests {
  /// One of each kind of failure, the oddities of the counters among them.
  private static let cases = [
    "all-groups-fail-differently", "cni-missing-everywhere", "cni-name-must-match-exactly",
    "cni-only-in-other-datacenter", "cni-only-on-down-node", "cni-only-on-draining-node",
    "cni-same-class-first-node-lacks-it", "connect-sidecar-resources-count", "constraint-regexp",
    "constraint-equals-missing-attribute", "constraint-interpolation-in-middle", "contention-same-static-port",
    "cores-exhausted", "count-above-capacity", "csi-volume-unknown", "device-attribute-constraint", "device-used-up",
    "distinct-hosts-too-few-nodes", "distinct-property-rack", "driver-unhealthy", "dynamic-port-range-exhausted",
    "empty-cluster", "host-network-missing", "host-volume-read-only", "load-balancer-public-and-private",
    "memory-exhausted", "native-service-needs-discovery", "network-need-carries-over-to-next-group",
    "no-node-in-datacenter", "node-drain-no-room", "node-pool", "preemption-by-priority", "preemption-not-enabled",
    "several-dimensions-exhausted", "signal-needs-support", "static-port-reserved-everywhere",
    "static-port-taken-by-existing-alloc", "system-job-mixed-nodes", "task-network-bandwidth",
    "update-cni-network-changed", "vault-needs-agent",
  ]

  @Test(arguments: cases)
  func `reports read as recorded`(name: String) {
    let planned = PlannedCase(name)
    #expect(planned.problems.isEmpty)
    let text = planned.plans.map { PlanText($0.0, sources: $0.1).rendered }.joined(separator: "\n")
    if let mismatch = Expectation.mismatch(text, with: "Reports/\(name).txt") { Issue.record("\(mismatch)") }
  }

  @Test func `a verbose report names every node`() {
    let planned = PlannedCase("several-dimensions-exhausted")
    for (plan, sources) in planned.plans {
      var text = PlanText(plan, sources: sources)
      text.isVerbose = true
      for node in ["n1", "n2", "n3", "n4"] { #expect(text.rendered.contains(node)) }
    }
  }

  @Test func `failures are diagnostics at the lines to blame`() throws {
    let planned = PlannedCase("cni-missing-everywhere")
    let (plan, sources) = try #require(planned.plans.first)
    let diagnostic = try #require(plan.diagnostics.first)
    #expect(diagnostic.rule == "plan-network")
    #expect(sources.text(of: diagnostic.range) == "\"cni/prod\"")
    #expect(diagnostic.summary == "group \"web\": 1 of 1 allocation would wait: no node has CNI network \"prod\"")
    #expect(diagnostic.fixes.first?.edits.first?.replacement == "\"cni/test\"")
  }
}

/// A case of the conformance corpus, planned.
struct PlannedCase {
  var plans: [(Plan, SourceSet)] = []
  var problems: [String] = []

  init(_ name: String, scheduler: Scheduler = Scheduler()) {
    let folder = "Conformance/plan/\(name)"
    let options = Corpus.json("\(folder)/options.json") as? [String: Any] ?? [:]
    var reader = SnapshotReader()
    reader.readNodes(Corpus.source("\(folder)/nodes.json"))
    if let file = options["allocs"] as? String { reader.readAllocations(Corpus.source("\(folder)/\(file)")) }
    if let file = options["volumes"] as? String { reader.readVolumes(Corpus.source("\(folder)/\(file)")) }
    var snapshot = reader.finish().output
    if options["preemption"] as? Bool == true {
      snapshot.settings.preemptsForService = true
      snapshot.settings.preemptsForBatch = true
    }
    if options["oversub"] as? Bool == true { snapshot.settings.allowsMemoryOversubscription = true }
    if options["algorithm"] as? String == "spread" { snapshot.settings.algorithm = .spread }
    var state = ClusterState(snapshot)
    for file in options["jobs"] as? [String] ?? [] {
      let analysis = JobAnalysis(
        of: JobInput(
          name: file, bytes: Corpus.bytes("\(folder)/\(file)"), variables: options["vars"] as? [String: String] ?? [:]))
      guard let job = analysis.expandedJob else {
        problems.append("\(name)/\(file): \(analysis.diagnostics.map(\.summary))")
        continue
      }
      plans.append((scheduler.plan(job, on: &state), analysis.sources))
    }
  }
}
