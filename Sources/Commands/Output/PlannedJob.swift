import HCLParser
import JobSpec
import Planner

/// One job file of a plan: what was found in it, and what planning it came to.
struct PlannedJob {
  var name: String
  var diagnostics: [Diagnostic]
  var sources: SourceSet
  /// Nil where the job has errors and was not planned.
  var plan: Plan?
  var diff: JobDiff?
  /// What was asked about single nodes.
  var answers: [NodeAnswer] = []
  /// What is known of an invalid job: enough to name it.
  var job: Job?

  var isInvalid: Bool { plan == nil }

  /// Whether running the job would create or destroy anything, as Nomad's exit code tells it.
  var changesSomething: Bool {
    guard let plan, diff?.kind != JobDiff.Kind.none else { return false }
    return plan.desiredUpdates.contains { !$0.updates.isQuiet }
  }
}

/// The jobs of one run, and what they do to the cluster.
struct PlannedRun {
  var jobs: [PlannedJob]
  var nodeCount: Int
  var readyCount: Int
  /// What the ready nodes have.
  var capacity: ClusterUse
  var before: ClusterUse
  var after: ClusterUse
  /// What was only supposed, a line each.
  var whatIf: [String] = []
  /// The nodes planned on, as supposed.
  var nodes: [Node] = []
}
