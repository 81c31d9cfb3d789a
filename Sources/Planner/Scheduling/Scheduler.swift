public import JobSpec

/// Plans jobs on a cluster: where their instances would go, what would be stopped, what has no place and why.
///
/// Every candidate node is examined and the best one wins; equal ones go to the first in the snapshot. The real
/// scheduler shuffles the nodes and looks at a sample, so its choice may be another of several good ones; whether an
/// instance can be placed at all does not depend on that as long as there is room to spare.
public struct Scheduler: Sendable {
  /// How many node scores are kept for each placement and failure.
  public var keptScores = 0
  /// Failures get an explanation.
  public var explainsFailures = true
  /// Explanations tell what would help, which takes planning anew for each idea.
  public var searchesRemedies = true
  /// Plans as the documentation has it, without the real scheduler's quirks: no class answers for its nodes, and no
  /// group inherits the network of the one before it.
  public var isIdeal = false
  /// The moment the plan is made for, in nanoseconds since 1970: what failed a moment ago may have to wait. Nil counts
  /// every delay as over.
  public var now: Int?
  /// Nodes are kept in order while a group is placed, instead of looking at all of them for each instance. The plan is
  /// the same to the last byte; switched off, it is what that is held against.
  var usesRanking = true

  public init() {}

  /// Plans one job on a fresh cluster.
  public func plan(_ job: ValidatedJob, on snapshot: ClusterSnapshot) -> Plan {
    var state = ClusterState(snapshot)
    return plan(job, on: &state)
  }

  /// Plans a job on what earlier jobs have left, and counts it as registered and running from then on.
  public func plan(_ job: ValidatedJob, on state: inout ClusterState) -> Plan { plan(job.job, on: &state) }

  /// The same for an expanded job of which the caller knows that it breaks no rule of the server.
  package func plan(_ job: Job, on state: inout ClusterState) -> Plan {
    var planner = JobPlanner(
      job, in: &state, keptScores: keptScores, explainsFailures: explainsFailures, usesRanking: usesRanking,
      isIdeal: isIdeal, now: now)
    if JobKind(job).runsOnEveryNode { planner.planOnEveryNode(in: &state) } else { planner.planInstances(in: &state) }
    if explainsFailures, searchesRemedies { planner.findRemedies(in: state) }
    planner.finish(in: &state)
    return planner.plan
  }
}

extension JobKind {
  init(_ job: Job) { self = JobKind(rawValue: job.type ?? "") ?? .service }
}
