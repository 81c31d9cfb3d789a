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
  /// What is known of an invalid job: enough to name it.
  var job: Job?

  var isInvalid: Bool { plan == nil }
}

/// The jobs of one run, and what they do to the cluster.
struct PlannedRun {
  var jobs: [PlannedJob]
  var nodeCount: Int
  var readyCount: Int
  var before: ClusterUse
  var after: ClusterUse
}
