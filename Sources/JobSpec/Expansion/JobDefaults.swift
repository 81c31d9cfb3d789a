import HCLParser

extension JobExpansion {
  /// What the client library and the server fill in for keys that are not set. `reference/jobspec.md` sections 6 and 7.
  static func fillDefaults(of job: inout Job) {
    if job.name.isEmpty { job.name = job.id }
    job.region = job.region ?? "global"
    if (job.namespace ?? "").isEmpty { job.namespace = "default" }
    job.type = job.type ?? "service"
    if (job.priority ?? 0) == 0 { job.priority = 50 }
    job.allAtOnce = job.allAtOnce ?? false
    if (job.datacenters ?? []).isEmpty, job.multiregion == nil { job.datacenters = ["*"] }
    fillRegistrationFields(of: &job)
    job.meta = job.meta?.nilIfEmpty
    for index in job.affinities.indices { job.affinities[index].fillDefaults() }
    for index in job.spreads.indices { job.spreads[index].fillDefaults() }
    if job.periodic != nil { fillDefaults(ofPeriodic: &job) }
    if job.parameterized?.payload == "" { job.parameterized?.payload = "optional" }
    job.multiregion?.fillDefaults()

    let isRolling = job.type == "service" || job.type == "system"
    var inheritedUpdate = job.update
    if inheritedUpdate == nil, isRolling { inheritedUpdate = UpdatePolicy(addedBy: job.origin) }
    inheritedUpdate?.fillDefaults()
    var groups = job.groups
    job.groups = []
    for index in groups.indices { fillDefaults(of: &groups[index], in: job, inheriting: inheritedUpdate) }
    job.groups = groups
    // The server keeps two keys of the job's own block; the rest lives on in the groups.
    job.update = UpdatePolicy(keptBy: inheritedUpdate, in: job)
    // Both have been merged into the groups, and a stored job has no place for them.
    job.reschedule = nil
    job.migrate = nil
  }

  /// Keys that a submitter leaves to the server.
  private static func fillRegistrationFields(of job: inout Job) {
    job.stop = job.stop ?? false
    job.stable = job.stable ?? false
    job.parentID = job.parentID ?? ""
    job.dispatchIdempotencyToken = job.dispatchIdempotencyToken ?? ""
    job.consulNamespace = job.consulNamespace ?? ""
    job.vaultNamespace = job.vaultNamespace ?? ""
    job.nomadTokenID = job.nomadTokenID ?? ""
    job.status = job.status ?? ""
    job.statusDescription = job.statusDescription ?? ""
    job.version = job.version ?? 0
    job.submitTime = job.submitTime ?? 0
    job.createIndex = job.createIndex ?? 0
    job.modifyIndex = job.modifyIndex ?? 0
    job.jobModifyIndex = job.jobModifyIndex ?? 0
  }

  private static func fillDefaults(ofPeriodic job: inout Job) {
    guard var periodic = job.periodic else { return }
    periodic.enabled = periodic.enabled ?? true
    periodic.cron = periodic.cron ?? ""
    periodic.crons = periodic.crons ?? []
    periodic.specType = periodic.specType ?? "cron"
    periodic.prohibitOverlap = periodic.prohibitOverlap ?? false
    if (periodic.timeZone ?? "").isEmpty { periodic.timeZone = "UTC" }
    job.periodic = periodic
  }
}

extension Multiregion {
  fileprivate mutating func fillDefaults() {
    var strategy = self.strategy ?? Strategy(addedBy: origin)
    strategy.maxParallel = strategy.maxParallel ?? 0
    strategy.onFailure = strategy.onFailure ?? ""
    self.strategy = strategy
    for index in regions.indices {
      regions[index].count = regions[index].count ?? 1
      regions[index].datacenters = regions[index].datacenters ?? []
      regions[index].meta = regions[index].meta ?? StringMap()
    }
  }
}

extension Multiregion.Strategy {
  fileprivate init(addedBy cause: Origin) {
    self.init()
    origin = .added(by: cause)
  }
}

extension UpdatePolicy {
  init(addedBy cause: Origin) {
    self.init()
    origin = .added(by: cause)
  }

  /// What the server keeps at job level.
  fileprivate init(keptBy policy: UpdatePolicy?, in job: Job) {
    self.init()
    stagger = policy?.stagger ?? .zero
    maxParallel = policy?.maxParallel ?? 0
    healthCheck = ""
    minHealthyTime = .zero
    healthyDeadline = .zero
    progressDeadline = .zero
    canary = 0
    autoRevert = false
    autoPromote = false
    origin = policy?.origin ?? .added(by: job.origin)
  }
}

extension Affinity {
  mutating func fillDefaults() { weight = weight ?? 50 }
}

extension Spread {
  mutating func fillDefaults() { weight = weight ?? 50 }
}

extension StringMap {
  /// The server keeps no empty maps.
  var nilIfEmpty: StringMap? { isEmpty ? nil : self }
}

extension [String] {
  /// The server keeps no empty lists.
  var nilIfEmpty: [String]? { isEmpty ? nil : self }
}
