extension Job {
  /// Every task with its group, in the order of the file.
  public var tasks: [(group: TaskGroup, task: Task)] {
    groups.flatMap { group in group.tasks.map { (group, $0) } }
  }
}

extension Network {
  /// Static ports first, then dynamic ones, as the server keeps them.
  public var ports: [Port] { reservedPorts + dynamicPorts }
}

extension Network.Port {
  /// True where the host port is fixed by the job.
  public var isStatic: Bool { `static` > 0 }
}

extension Job {
  /// The job without what the server adds to every version of it.
  package var withoutServerFields: Job {
    var job = self
    job.stop = nil
    job.nomadTokenID = nil
    job.status = nil
    job.statusDescription = nil
    job.stable = nil
    job.version = nil
    job.submitTime = nil
    job.createIndex = nil
    job.modifyIndex = nil
    job.jobModifyIndex = nil
    job.versionTag = nil
    return job
  }
}
