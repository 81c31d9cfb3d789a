import JobSpec
import Planner

/// All lines of the table, in order.
enum Rows {
  static var all: [Row] { planning + reading }

  private static var planning: [Row] {
    [
      placing("plain-100", "groups of 100, plain, 10,000 nodes", aim: 500_000, jobs: 400) {
        GeneratedJobs.plain(count: 100, variant: $0)
      },
      placing("plain-1000", "groups of 1,000, plain, 10,000 nodes", aim: 500_000, jobs: 40) {
        GeneratedJobs.plain(count: 1000, variant: $0)
      },
      placing("demanding", "1,000 instances with dynamic ports, a constraint and spread", aim: 20_000, jobs: 10) {
        GeneratedJobs.demanding(count: 1000, variant: $0)
      },
      placing("different", "every instance a different ask", aim: 50_000, jobs: 20) {
        GeneratedJobs.different(groups: 100, variant: $0)
      },
      challenge,
      placing("instances-1", "one job of 10,000 instances", jobs: 1) {
        GeneratedJobs.plain(count: 10_000, variant: $0)
      },
      compared(
        placing("instances-10", "one job of 100,000 instances", jobs: 1) {
          GeneratedJobs.plain(count: 100_000, variant: $0)
        }, "instances-1", "the time of 10,000", aim: "10"),
      compared(
        placing("nodes-10", "the same on 100,000 nodes", jobs: 1, nodes: 100_000) {
          GeneratedJobs.plain(count: 100_000, variant: $0)
        }, "instances-10", "the time on 10,000 nodes", aim: "1.25 (the logarithm)"),
      explaining,
    ]
  }

  private static var reading: [Row] {
    [
      Row(
        name: "json-decoder", what: "the same file by `JSONDecoder`, to plain structs", unit: .megabytesPerSecond,
        prepare: { SnapshotReading.byDecoder() }),
      Row(
        name: "snapshot", what: "reading a snapshot of 10,000 nodes in API form", unit: .megabytesPerSecond, aim: 200,
        comparison: .init(row: "json-decoder", phrase: "`JSONDecoder`", aim: "6", isInverse: true),
        prepare: { SnapshotReading.byReader() }),
    ]
  }

  private static func compared(_ row: Row, _ other: String, _ phrase: String, aim: String) -> Row {
    var row = row
    row.comparison = .init(row: other, phrase: phrase, aim: aim)
    return row
  }

  /// Plans jobs one after another on one state; the time of reading them does not count.
  private static func placing(
    _ name: String, _ what: String, aim: Double? = nil, jobs: Int, nodes: Int = 10_000,
    _ text: @escaping (Int) -> String
  ) -> Row {
    Row(
      name: name, what: what, unit: .placementsPerSecond, aim: aim,
      prepare: {
        let ready = (0..<jobs).map { validated(text($0)) }
        let fresh = ClusterState(GeneratedCluster.snapshot(nodes: nodes))
        return Row.Work { clock in
          var state = fresh
          return clock.measure { plan(ready, on: &state) }
        }
      })
  }

  private static func plan(_ jobs: [ValidatedJob], on state: inout ClusterState) -> (Int, Int) {
    var (placed, failed) = (0, 0)
    for job in jobs {
      let plan = Scheduler().plan(job, on: &state)
      placed += plan.placements.count
      failed += plan.failedCount
    }
    return (placed, failed)
  }

  /// 2,000 jobs of 1,000 instances, each job with an ask of its own, on 6,100 machines that are two thirds full at the
  /// end. All plans are kept, as whoever asks for them would.
  private static var challenge: Row {
    Row(
      name: "two-million", what: "2,000,000 instances of 2,000 jobs over 6,100 nodes", unit: .seconds, aim: 20,
      prepare: {
        let jobs = (0..<2000).map { validated(GeneratedJobs.various(count: 1000, variant: $0)) }
        let fresh = ClusterState(GeneratedCluster.fleet(nodes: 6100))
        return Row.Work { clock in
          var state = fresh
          var plans: [Plan] = []
          clock.measure { for job in jobs { plans.append(Scheduler().plan(job, on: &state)) } }
          return plans.reduce((0, 0)) { ($0.0 + $1.placements.count, $0.1 + $1.failedCount) }
        }
      })
  }

  private static var explaining: Row {
    Row(
      name: "explain", what: "explaining a group of 10 that fits nowhere, 10,000 nodes", unit: .seconds, aim: 1,
      prepare: {
        let job = validated(GeneratedJobs.homeless)
        let fresh = ClusterState(GeneratedCluster.snapshot(nodes: 10_000))
        return Row.Work { clock in
          var state = fresh
          let plan = clock.measure { Scheduler().plan(job, on: &state) }
          return (plan.failures.first?.explanation?.findings.count ?? 0, plan.failedCount)
        }
      })
  }

  private static func validated(_ text: String) -> ValidatedJob {
    let analysis = JobAnalysis(of: JobInput(name: "job.nomad.hcl", bytes: Array(text.utf8)))
    guard let job = analysis.validatedJob else {
      fatalError(analysis.diagnostics.map(\.summary).joined(separator: "\n"))
    }
    return job
  }
}
