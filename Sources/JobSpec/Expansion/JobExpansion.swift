import HCLParser

/// Turns a job as written into the job as the server keeps it.
///
/// The passes and their order are the server's: defaults and inheritance, mesh proxies, exposed checks, implied
/// constraints, node pool. What is added has an origin too: the line that caused it. `reference/scheduler.md` section 1.2.
public enum JobExpansion {
  /// The expanded job. Any job is taken: where something is missing that a pass needs, the pass leaves the job alone
  /// and a rule reports it.
  public static func expand(_ written: Job, for release: NomadRelease = .baseline) -> Job {
    var job = written
    fillDefaults(of: &job)
    // Out of the job while they change: whoever holds the job would otherwise hold the groups too, and each change of
    // one group would copy all of them.
    var groups = job.groups
    job.groups = []
    for index in groups.indices {
      injectProxies(into: &groups[index], of: job)
      exposeChecks(of: &groups[index])
      addImpliedConstraints(to: &groups[index], for: release)
    }
    job.groups = groups
    if (job.nodePool ?? "").isEmpty { job.nodePool = "default" }
    return job
  }
}

extension Origin {
  /// Of something added because of a block: only the block's header is known.
  static func added(by cause: Origin) -> Origin {
    cause.header.map { Origin(header: $0, labels: cause.labels) } ?? .none
  }
}
