import Foundation
import HCLParser
import JobSpec
import TestSupport
import Testing

@testable import Planner

/// Whole reports over the conformance cases, recorded: what a user reads when a job has no place.
@Suite struct PlanTextTests {
  static let cases = Corpus.cases("Conformance/plan")

  @Test func dump() {
    guard let only = ProcessInfo.processInfo.environment["CASES"] else { return }
    for name in Self.cases where only.split(separator: ",").contains(where: { name.hasPrefix($0) }) {
      let planned = PlannedCase(name)
      print("=== \(name)")
      for (plan, sources) in planned.plans { print(PlanText(plan, sources: sources).rendered) }
    }
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
