import Foundation
import HCLParser
import JobSpec
import TestSupport
import Testing

@testable import Planner

/// The plans of the reference implementation: placements with ports and scores, failures with all counters, updates.
@Suite struct PlanConformanceTests {
  private static let cases = Corpus.cases("Conformance/plan")

  @Test(arguments: cases)
  func `plans as the reference does`(name: String) {
    let folder = "Conformance/plan/\(name)"
    let options = Corpus.json("\(folder)/options.json") as? [String: Any] ?? [:]
    guard let expected = Corpus.json("\(folder)/expected.json") as? [String: Any],
      let jobs = expected["jobs"] as? [[String: Any]], let files = options["jobs"] as? [String],
      jobs.count == files.count
    else {
      Issue.record("\(name): the case cannot be read")
      return
    }
    var state = ClusterState(snapshot(folder, options))
    for (file, want) in zip(files, jobs) where want["status"] as? String != "invalid" {
      let analysis = JobAnalysis(
        of: JobInput(
          name: file, bytes: Corpus.bytes("\(folder)/\(file)"), variables: options["vars"] as? [String: String] ?? [:]))
      guard let job = analysis.expandedJob else {
        Issue.record("\(name)/\(file): \(analysis.diagnostics.map(\.summary))")
        return
      }
      let plan = Scheduler().plan(job, on: &state)
      for difference in PlanComparison(want, snapshot: state.snapshot).differences(from: plan) {
        Issue.record("\(name)/\(file): \(difference)")
      }
    }
  }

  private func snapshot(_ folder: String, _ options: [String: Any]) -> ClusterSnapshot {
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
    return snapshot
  }
}

/// A plan of ours beside one of the reference.
struct PlanComparison {
  private let want: [String: Any]
  private let snapshot: ClusterSnapshot

  init(_ want: [String: Any], snapshot: ClusterSnapshot) {
    self.want = want
    self.snapshot = snapshot
  }

  func differences(from plan: Plan) -> [String] {
    placementDifferences(plan.placements, kind: "place") + placementDifferences(plan.updates, kind: "update")
      + stopDifferences(plan) + failureDifferences(plan) + updateDifferences(plan) + blockedDifferences(plan)
  }

  private func placementDifferences(_ placements: [Placement], kind: String) -> [String] {
    var found: [String] = []
    var theirs: [String: [String: Any]] = [:]
    for placement in want["placements"] as? [[String: Any]] ?? []
    where placement["kind"] as? String ?? "place" == kind {
      theirs["\(placement["name"] ?? "") on \(placement["node"] ?? "")"] = placement
    }
    for placement in placements {
      let key = "\(placement.name) on \(placement.nodeName)"
      guard let other = theirs.removeValue(forKey: key) else {
        found.append("\(kind) of \(key) not wanted")
        continue
      }
      let ports = (other["ports"] as? [[String: Any]] ?? []).map {
        "\($0["label"] ?? "") \($0["value"] ?? 0) \($0["to"] ?? 0) \($0["host_ip"] ?? "")"
      }.sorted()
      let ours = placement.allotment.ports.map { "\($0.label) \($0.value) \($0.to) \($0.hostIP)" }.sorted()
      if kind == "place", ports != ours { found.append("\(key): want ports \(ports), got \(ours)") }
      let preempted = (other["preempted"] as? [String] ?? []).sorted()
      if preempted != placement.preempted.map(\.name).sorted() {
        found.append("\(key): want preempted \(preempted), got \(placement.preempted.map(\.name))")
      }
      if kind == "place" { found += scoreDifferences(placement, other, key) + taskDifferences(placement, other, key) }
    }
    return found + theirs.keys.sorted().map { "\(kind) of \($0) missing" }
  }

  private func scoreDifferences(_ placement: Placement, _ other: [String: Any], _ key: String) -> [String] {
    let metrics = other["metrics"] as? [String: Any]
    let all = metrics?["ScoreMetaData"] as? [[String: Any]] ?? []
    guard let own = all.first(where: { $0["Node"] as? String == placement.nodeName }) else { return [] }
    var wanted = own["Scores"] as? [String: Double] ?? [:]
    wanted["total"] = own["NormScore"] as? Double
    var got = Dictionary(uniqueKeysWithValues: placement.scores.map { ($0.name, $0.value) })
    got["total"] = placement.score
    return Set(wanted.keys).union(got.keys).sorted()
      .filter { abs((wanted[$0] ?? 0) - (got[$0] ?? 0)) > 1e-9 }
      .map { "\(key): want score \($0) \(wanted[$0] ?? 0), got \(got[$0] ?? 0)" }
  }

  private func taskDifferences(_ placement: Placement, _ other: [String: Any], _ key: String) -> [String] {
    var found: [String] = []
    let tasks = other["tasks"] as? [String: [String: Any]] ?? [:]
    for task in placement.allotment.tasks {
      let wanted = tasks[task.name]
      let cpu = wanted?["Cpu"] as? [String: Any]
      let memory = wanted?["Memory"] as? [String: Any]
      let devices = (wanted?["Devices"] as? [[String: Any]] ?? []).flatMap { $0["DeviceIDs"] as? [String] ?? [] }
      let want =
        "\(cpu?["CpuShares"] ?? 0) \(cpu?["ReservedCores"] as? [Int] ?? []) \(memory?["MemoryMB"] ?? 0) \(memory?["MemoryMaxMB"] ?? 0) \(devices)"
      let got = "\(task.cpu) \(task.cores) \(task.memoryMB) \(task.memoryMaxMB) \(task.devices.flatMap(\.ids))"
      if want != got { found.append("\(key) task \(task.name): want \(want), got \(got)") }
    }
    if tasks.count != placement.allotment.tasks.count { found.append("\(key): want tasks \(tasks.keys.sorted())") }
    if other["disk_mb"] as? Int ?? 0 != placement.allotment.diskMB { found.append("\(key): disk") }
    return found
  }

  private func stopDifferences(_ plan: Plan) -> [String] {
    let wanted = (want["stops"] as? [[String: Any]] ?? []).map {
      "\($0["Name"] ?? "") on \($0["Node"] ?? ""): \($0["Desc"] ?? "")"
    }.sorted()
    let got = plan.stops.map { "\($0.name) on \($0.nodeName): \($0.reason)" }.sorted()
    return wanted == got ? [] : ["want stops \(wanted), got \(got)"]
  }

  private func failureDifferences(_ plan: Plan) -> [String] {
    let wanted = want["failed_tg_allocs"] as? [String: [String: Any]] ?? [:]
    let got = Dictionary(uniqueKeysWithValues: plan.failures.map { ($0.group, $0.metrics) })
    return Set(wanted.keys).union(got.keys).sorted().flatMap { group -> [String] in
      guard let theirs = wanted[group], let ours = got[group] else {
        return ["failure of \(group) \(wanted[group] == nil ? "not wanted" : "missing")"]
      }
      let shortages = (theirs["ResourcesExhausted"] as? [String: [String: Any]] ?? [:]).mapValues {
        "\($0["CPU"] ?? 0) \($0["MemoryMB"] ?? 0)"
      }
      let pairs: [(String, String, String)] = [
        ("NodesEvaluated", "\(theirs["NodesEvaluated"] ?? 0)", "\(ours.nodesEvaluated)"),
        ("NodesFiltered", "\(theirs["NodesFiltered"] ?? 0)", "\(ours.nodesFiltered)"),
        ("NodesExhausted", "\(theirs["NodesExhausted"] ?? 0)", "\(ours.nodesExhausted)"),
        ("NodesInPool", "\(theirs["NodesInPool"] ?? 0)", "\(ours.nodesInPool)"),
        ("CoalescedFailures", "\(theirs["CoalescedFailures"] ?? 0)", "\(ours.coalescedFailures)"),
        ("NodesAvailable", counts(theirs["NodesAvailable"]), counts(ours.nodesAvailable)),
        ("ClassFiltered", counts(theirs["ClassFiltered"]), counts(ours.classFiltered)),
        ("ConstraintFiltered", counts(theirs["ConstraintFiltered"]), counts(ours.constraintFiltered)),
        ("ClassExhausted", counts(theirs["ClassExhausted"]), counts(ours.classExhausted)),
        ("DimensionExhausted", counts(theirs["DimensionExhausted"]), counts(ours.dimensionExhausted)),
        (
          "ResourcesExhausted", "\(shortages.sorted { $0.key < $1.key })",
          "\(ours.resourcesExhausted.mapValues { "\($0.cpu) \($0.memoryMB)" }.sorted { $0.key < $1.key })"
        ),
      ]
      return pairs.filter { $0.1 != $0.2 }.map { "\(group): want \($0.0) \($0.1), got \($0.2)" }
    }
  }

  private func counts(_ value: Any?) -> String {
    let counts = value as? [String: Int] ?? [:]
    return counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
  }

  private func updateDifferences(_ plan: Plan) -> [String] {
    let wanted = want["annotations"] as? [String: [String: Any]] ?? [:]
    let got = Dictionary(uniqueKeysWithValues: plan.desiredUpdates.map { ($0.group, $0.updates) })
    return Set(wanted.keys).union(got.keys).sorted().flatMap { group -> [String] in
      let theirs = wanted[group] ?? [:]
      let ours = got[group] ?? DesiredUpdates()
      let pairs = [
        ("Ignore", ours.ignore), ("Place", ours.place), ("Migrate", ours.migrate), ("Stop", ours.stop),
        ("InPlaceUpdate", ours.inPlaceUpdate), ("DestructiveUpdate", ours.destructiveUpdate),
        ("Canary", ours.canary), ("Preemptions", ours.preemptions),
      ]
      return pairs.compactMap { name, value in
        // One count of the reference has wrapped around below zero.
        let wanted = (theirs[name] as? NSNumber)?.int64Value ?? 0
        return Int(wanted) == value ? nil : "\(group): want \(name) \(wanted), got \(value)"
      }
    }
  }

  private func blockedDifferences(_ plan: Plan) -> [String] {
    let blocked = (want["evals_created"] as? [[String: Any]] ?? []).first { $0["Status"] as? String == "blocked" }
    guard let blocked else { return plan.blocked == nil ? [] : ["a waiting evaluation is not wanted"] }
    guard let ours = plan.blocked else { return ["the waiting evaluation is missing"] }
    let wanted = (blocked["ClassEligibility"] as? [String: Bool] ?? [:]).sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value)" }
    let got = ours.classes.map { "class-of-\($0.exampleNode)=\($0.isEligible)" }.sorted()
    let escapes = blocked["EscapedComputedClass"] as? Bool ?? false
    return (wanted == got ? [] : ["want eligibility \(wanted), got \(got)"])
      + (escapes == ours.escapesClasses ? [] : ["want escaped \(escapes)"])
  }
}
