import HCLParser

extension JobExpansion {
  static func fillDefaults(of group: inout TaskGroup, in job: Job, inheriting update: UpdatePolicy?) {
    let type = job.type ?? "service"
    group.count = group.count ?? group.scaling?.min ?? 1
    // A system job runs once per node; the server reads 0 as "not said".
    if type == "system", group.count == 0 { group.count = 1 }
    group.meta = group.meta?.nilIfEmpty
    for index in group.affinities.indices { group.affinities[index].fillDefaults() }
    for index in group.spreads.indices { group.spreads[index].fillDefaults() }
    fillPolicies(of: &group, in: job, type: type, inheriting: update)
    fillScaling(of: &group, in: job)

    var disk = group.ephemeralDisk ?? EphemeralDisk(addedBy: group.origin)
    disk.sticky = disk.sticky ?? false
    disk.migrate = disk.migrate ?? false
    disk.size = disk.size ?? 300
    group.ephemeralDisk = disk

    var consul = group.consul ?? Consul(addedBy: group.origin)
    if consul.namespace.isEmpty { consul.namespace = job.consulNamespace ?? "" }
    if consul.cluster.isEmpty { consul.cluster = "default" }
    group.consul = consul

    for index in group.networks.indices { group.networks[index].fillDefaults() }
    // The server drops volumes of a type it does not know, before it looks at the job.
    group.volumes.removeAll { $0.type != "host" && $0.type != "csi" }
    var tasks = group.tasks
    group.tasks = []
    for index in tasks.indices { fillDefaults(of: &tasks[index], in: group, of: job) }
    group.tasks = tasks
    for index in group.services.indices {
      group.services[index].fillDefaults(task: nil, group: group.name, job: job.name)
    }
  }

  private static func fillPolicies(
    of group: inout TaskGroup, in job: Job, type: String, inheriting update: UpdatePolicy?
  ) {
    if let update, !update.isEmpty {
      group.update = group.update.map { update.overlaid(by: $0) } ?? update
    } else if group.update != nil {
      group.update?.fillDefaults()
    }

    var restart = group.restart ?? RestartPolicy(addedBy: group.origin)
    restart.fillDefaults(forType: type)
    group.restart = restart

    var reschedule = job.reschedule
    if let own = group.reschedule { reschedule = reschedule.map { $0.overlaid(by: own) } ?? own }
    if reschedule == nil, type == "service" || type == "batch" { reschedule = ReschedulePolicy(addedBy: group.origin) }
    reschedule?.fillDefaults(forType: type)
    group.reschedule = reschedule

    var migrate = job.migrate
    if let own = group.migrate { migrate = migrate.map { $0.overlaid(by: own) } ?? own }
    if migrate == nil, type == "service" { migrate = MigratePolicy(addedBy: group.origin) }
    migrate?.fillDefaults()
    group.migrate = migrate

    group.disconnect?.fillDefaults()
  }

  private static func fillScaling(of group: inout TaskGroup, in job: Job) {
    guard var scaling = group.scaling else { return }
    scaling.enabled = scaling.enabled ?? true
    scaling.min = scaling.min ?? group.count
    if scaling.type.isEmpty { scaling.type = "horizontal" }
    scaling.target = [
      "Namespace": job.namespace ?? "default", "Job": job.id, "Group": group.name,
    ]
    group.scaling = scaling
  }
}

extension Network {
  mutating func fillDefaults() {
    mbits = mbits ?? 0
    for index in reservedPorts.indices where reservedPorts[index].hostNetwork.isEmpty {
      reservedPorts[index].hostNetwork = "default"
    }
    for index in dynamicPorts.indices where dynamicPorts[index].hostNetwork.isEmpty {
      dynamicPorts[index].hostNetwork = "default"
    }
  }
}

extension EphemeralDisk {
  fileprivate init(addedBy cause: Origin) {
    self.init()
    origin = .added(by: cause)
  }
}

extension Consul {
  init(addedBy cause: Origin) {
    self.init()
    origin = .added(by: cause)
  }
}

extension RestartPolicy {
  init(addedBy cause: Origin) {
    self.init()
    origin = .added(by: cause)
  }
}

extension ReschedulePolicy {
  fileprivate init(addedBy cause: Origin) {
    self.init()
    origin = .added(by: cause)
  }
}

extension MigratePolicy {
  fileprivate init(addedBy cause: Origin) {
    self.init()
    origin = .added(by: cause)
  }
}
