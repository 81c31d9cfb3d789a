import HCLParser
import JobSpec
import TestSupport
import Testing

@testable import Planner

@Suite("Hostile snapshots")
struct HostileSnapshotTests {
  static let cases = [
    "cores-assigned", "device-used-up", "device-attribute-constraint", "preemption-chooses-fewest",
    "static-port-taken-by-existing-alloc", "csi-volume-plugin-on-one-node", "node-drain-migrate", "node-down-lost",
    "task-network-legacy", "host-network-from-node-meta", "spread-with-targets", "distinct-property-rack",
    "dynamic-port-skips-used-and-reserved", "preemption-by-system-job", "update-destructive-rolling",
    "sticky-disk-prefers-old-node", "port-out-of-dynamic-range-node", "scheduler-algorithm-spread",
  ]

  /// Values that fit the type of what stands there and nothing else.
  private struct Damage {
    var generator: SeededGenerator

    mutating func damaged(_ value: JSONValue) -> JSONValue {
      if Int.random(in: 0..<40, using: &generator) == 0 {
        return [.null, .array([]), .object([:]), .string("x"), .int(7), .bool(true)].randomElement(using: &generator)
          ?? .null
      }
      switch value {
      case .int(let int):
        guard Int.random(in: 0..<6, using: &generator) == 0 else { return value }
        let hostile = [0, -1, 1, 65_535, 65_536, 1 << 31, 1 << 48, .max, .min, int &* 3]
        return .int(hostile.randomElement(using: &generator) ?? 0)
      case .string(let text):
        guard Int.random(in: 0..<12, using: &generator) == 0 else { return value }
        let hostile = [
          "", "host", "bridge", "default", "running", "failed", "down", "0-0,70000", "${meta.x}", text + "[9]",
        ]
        return .string(hostile.randomElement(using: &generator) ?? "")
      case .bool(let bool): return .bool(Int.random(in: 0..<6, using: &generator) == 0 ? !bool : bool)
      case .array(let elements):
        var result = elements.map { damaged($0) }
        if let first = result.first, Int.random(in: 0..<8, using: &generator) == 0 { result.append(first) }
        if !result.isEmpty, Int.random(in: 0..<12, using: &generator) == 0 { result.removeLast() }
        return .array(result)
      case .object(let object):
        return .object(JSONObject(object.members.map { JSONObject.Member($0.key, damaged($0.value)) }))
      default: return value
      }
    }
  }

  private func source(_ path: String, _ damage: inout Damage) -> SourceText {
    let text = JSONText(parsing: Corpus.source(path))
    let value = text.root.map { damage.damaged(JSONValue($0)) } ?? .null
    return SourceText(name: path, bytes: JSONWriter.bytes(value))
  }

  @Test("Whatever a snapshot holds, planning on it ends and gives the same answer twice", arguments: cases)
  func planning(name: String) throws {
    let folder = "Conformance/plan/\(name)"
    let options = Corpus.json("\(folder)/options.json") as? [String: Any] ?? [:]
    let jobs = try #require(options["jobs"] as? [String]).compactMap { file in
      JobAnalysis(of: JobInput(name: file, bytes: Corpus.bytes("\(folder)/\(file)"))).expandedJob
    }
    #expect(!jobs.isEmpty)
    for seed in UInt64(0)..<6 {
      var damage = Damage(generator: SeededGenerator(seed: seed))
      var reader = SnapshotReader()
      reader.readNodes(source("\(folder)/nodes.json", &damage))
      if Corpus.exists("\(folder)/allocs.json") { reader.readAllocations(source("\(folder)/allocs.json", &damage)) }
      if Corpus.exists("\(folder)/volumes.json") { reader.readVolumes(source("\(folder)/volumes.json", &damage)) }
      var snapshot = reader.finish().output
      snapshot.settings.preemptsForService = true
      var scheduler = Scheduler()
      // Explaining tries out many plans.
      scheduler.explainsFailures = seed % 8 == 0
      let outcomes = (0..<2).map { _ in
        var state = ClusterState(snapshot)
        return jobs.map { job in
          let plan = scheduler.plan(job, on: &state)
          return plan.placements.map { "\($0.name) \($0.nodeID)" } + plan.failures.map { "\($0.group) \($0.count)" }
            + plan.stops.map(\.name)
        }
      }
      #expect(outcomes[0] == outcomes[1], "seed \(seed)")
    }
  }
}
