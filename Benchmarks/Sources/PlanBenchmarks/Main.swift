import JobSpec
import Planner

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many instances are placed in a second, on one core: `PlanBenchmarks [NODES]`.
@main struct Main {
  static func main() {
    let count = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 10_000
    let snapshot = GeneratedCluster.snapshot(nodes: count)
    print("\(count) nodes of 16 capacities")
    measure("one group of 100, again and again", snapshot, jobs: 200) { GeneratedJobs.plain(count: 100, variant: $0) }
    measure("one group of 1000", snapshot, jobs: 20) { GeneratedJobs.plain(count: 1000, variant: $0) }
    measure("every instance different", snapshot, jobs: 10) { GeneratedJobs.different(groups: 100, variant: $0) }
    measure("dynamic ports, constraint, spread", snapshot, jobs: 20) {
      GeneratedJobs.demanding(count: 100, variant: $0)
    }
    measure("one that fits nowhere, explained", snapshot, jobs: 2) { _ in GeneratedJobs.homeless }
  }

  /// Plans jobs one after another on one state; the time of reading them does not count.
  private static func measure(_ name: String, _ snapshot: ClusterSnapshot, jobs: Int, _ text: (Int) -> String) {
    let ready = (0..<jobs).compactMap { number -> ValidatedJob? in
      let input = JobInput(name: "job.nomad.hcl", bytes: Array(text(number).utf8))
      let analysis = JobAnalysis(of: input)
      if analysis.validatedJob == nil { print(analysis.diagnostics.map(\.summary)) }
      return analysis.validatedJob
    }
    var state = ClusterState(snapshot)
    var placed = 0
    var failed = 0
    // Time of the processor, not of the clock: other work on the machine does not count.
    let start = clock()
    for job in ready {
      let plan = Scheduler().plan(job, on: &state)
      placed += plan.placements.count
      failed += plan.failedCount
    }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let padded = name + String(repeating: " ", count: max(1, 36 - name.count))
    print(
      "\(padded)\(placed) placed, \(failed) not, in \(Int(seconds * 1000)) ms: \(Int(Double(placed) / seconds)) a second"
    )
  }
}
