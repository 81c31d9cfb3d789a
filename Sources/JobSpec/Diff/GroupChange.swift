public import HCLParser

extension TaskGroup {
  /// What it does to a running allocation of `old` that its group is now this one. `reference/scheduler.md` section 1.7.
  ///
  /// Both jobs are expanded. Which field does what is a fact of its row; here stands only what no single field can say:
  /// tasks and services go together by name, and `meta`, affinities and spreads count with those of the levels above.
  ///
  /// Other affinities and spreads ask for a replacement, unless `wishesMatter` says otherwise: newer releases keep what
  /// runs.
  public func change(from old: TaskGroup, in oldJob: Job, to newJob: Job, wishesMatter: Bool = true) -> ChangeKind {
    let new = self
    if tasksAreReplaced(old, oldJob, newJob) || meshIsReplaced(old) { return .destructive }
    if wishesMatter, old.placementWishes(oldJob) != new.placementWishes(newJob) { return .destructive }
    // What was compared above by other means is made equal, so that the rows decide about the rest.
    var before = old
    before.tasks = new.tasks
    before.services = new.services
    before.affinities = new.affinities
    before.spreads = new.spreads
    before.meta = new.meta
    if new.change(from: before) == .destructive { return .destructive }
    return old == new && oldJob.withoutServerFields == newJob.withoutServerFields ? .none : .inPlace
  }

  private func tasksAreReplaced(_ old: TaskGroup, _ oldJob: Job, _ newJob: Job) -> Bool {
    guard tasks.count == old.tasks.count else { return true }
    return tasks.contains { task in
      guard var before = old.tasks.first(where: { $0.name == task.name }) else { return true }
      if oldJob.meta(of: old, before) != newJob.meta(of: self, task) { return true }
      before.meta = task.meta
      return task.change(from: before) == .destructive
    }
  }

  /// Whether a service joins or leaves the mesh, or its proxy task is another.
  private func meshIsReplaced(_ old: TaskGroup) -> Bool {
    services.contains { service in
      guard let before = old.services.first(where: { $0.name == service.name }) else { return false }
      guard before.connect != nil || service.connect != nil else { return false }
      return before.meshIdentity != service.meshIdentity
    }
  }

  /// Affinities of job, group and tasks, and spreads of job and group: the new version may want other nodes.
  private func placementWishes(_ job: Job) -> PlacementWishes {
    PlacementWishes(
      affinities: job.affinities + affinities + tasks.flatMap(\.affinities), spreads: job.spreads + spreads)
  }
}

private struct PlacementWishes: Equatable {
  var affinities: [Affinity]
  var spreads: [Spread]
}

extension Job {
  /// What a task sees: its own meta over the group's over the job's.
  fileprivate func meta(of group: TaskGroup, _ task: Task) -> StringMap {
    (meta ?? [:]).overlaid(by: group.meta).overlaid(by: task.meta)
  }
}

extension Service {
  /// The parts of a mesh service that cannot change while its proxy runs. Tags, upstreams and other settings of the proxy
  /// can: the proxy hears of them.
  fileprivate struct MeshIdentity: Equatable {
    var isInMesh: Bool
    var isNative: Bool?
    var gateway: Connect.Gateway?
    var sidecarTask: Connect.SidecarTask?
    var hasSidecar: Bool
    var sidecarPort: String?
    var port: String
  }

  fileprivate var meshIdentity: MeshIdentity {
    MeshIdentity(
      isInMesh: connect != nil, isNative: connect?.native, gateway: connect?.gateway, sidecarTask: connect?.sidecarTask,
      hasSidecar: connect?.sidecarService != nil, sidecarPort: connect?.sidecarService?.port, port: port)
  }
}
