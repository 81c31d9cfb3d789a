import HCLParser

extension JobExpansion {
  static func fillDefaults(of task: inout Task, in group: TaskGroup, of job: Job) {
    let type = job.type ?? "service"
    task.meta = task.meta?.nilIfEmpty
    task.env = task.env?.nilIfEmpty
    if task.config?.members.isEmpty == true { task.config = nil }
    for index in task.affinities.indices { task.affinities[index].fillDefaults() }
    var resources = task.resources ?? Resources(addedBy: task.origin)
    resources.fillDefaults()
    task.resources = resources
    var logs = task.logs ?? LogConfig(addedBy: task.origin)
    logs.fillDefaults()
    task.logs = logs
    if (task.killTimeout ?? .zero) == .zero { task.killTimeout = .seconds(5) }
    task.killSignal = task.killSignal.uppercased()

    var restart = group.restart ?? RestartPolicy(addedBy: group.origin)
    if let own = task.restart { restart = restart.overlaid(by: own) }
    restart.fillDefaults(forType: type)
    task.restart = restart

    for index in task.artifacts.indices { task.artifacts[index].fillDefaults() }
    for index in task.templates.indices { task.templates[index].fillDefaults() }
    for index in task.volumeMounts.indices { task.volumeMounts[index].fillDefaults() }
    task.vault?.fillDefaults()
    if task.consul?.cluster.isEmpty == true { task.consul?.cluster = "default" }
    task.csiPlugin?.fillDefaults()
    fillScalings(of: &task, in: group, of: job)
    for index in task.services.indices {
      task.services[index].fillDefaults(task: task.name, group: group.name, job: job.name)
    }
  }

  private static func fillScalings(of task: inout Task, in group: TaskGroup, of job: Job) {
    for index in task.scalings.indices {
      task.scalings[index].enabled = task.scalings[index].enabled ?? true
      task.scalings[index].target = [
        "Namespace": job.namespace ?? "default", "Job": job.id, "Group": group.name, "Task": task.name,
      ]
    }
  }
}

extension Resources {
  init(addedBy cause: Origin) {
    self.init()
    origin = .added(by: cause)
  }

  mutating func fillDefaults() {
    // `cores` excludes `cpu`: whichever is left out is 0, and without both a task gets 100 MHz.
    if cores == nil {
      cores = 0
      cpu = cpu ?? 100
    } else {
      cpu = cpu ?? 0
    }
    memory = memory ?? 300
    memoryMax = memoryMax ?? 0
    disk = disk ?? 0
    iops = iops ?? 0
    for index in networks.indices { networks[index].fillDefaults() }
    for index in devices.indices {
      devices[index].count = devices[index].count ?? 1
      for affinity in devices[index].affinities.indices { devices[index].affinities[affinity].fillDefaults() }
    }
    if numa?.affinity.isEmpty == true { numa?.affinity = "none" }
  }
}

extension LogConfig {
  init(addedBy cause: Origin) {
    self.init()
    origin = .added(by: cause)
  }

  mutating func fillDefaults() {
    maxFiles = maxFiles ?? 10
    maxFileSize = maxFileSize ?? 10
    disabled = disabled ?? false
  }
}

extension Artifact {
  fileprivate mutating func fillDefaults() {
    source = source ?? ""
    if (mode ?? "").isEmpty { mode = "any" }
    insecure = insecure ?? false
    options = options?.nilIfEmpty
    headers = headers?.nilIfEmpty
    guard destination == nil else { return }
    destination = "local/"
    // A single file keeps its name.
    if mode == "file" {
      let name = (source ?? "").utf8.split(separator: UInt8(ascii: "/")).last.map {
        String(decoding: $0, as: UTF8.self)
      }
      destination = "local/" + (name ?? "")
    }
  }
}

extension Template {
  fileprivate mutating func fillDefaults() {
    source = source ?? ""
    destination = destination ?? ""
    data = data ?? ""
    changeMode = changeMode ?? "restart"
    changeSignal = changeSignal?.uppercased() ?? (changeMode == "signal" ? "SIGHUP" : "")
    once = once ?? false
    splay = splay ?? .seconds(5)
    perms = perms ?? "0644"
    leftDelimiter = leftDelimiter ?? "{{"
    rightDelimiter = rightDelimiter ?? "}}"
    env = env ?? false
    vaultGrace = vaultGrace ?? .zero
    errorOnMissingKey = errorOnMissingKey ?? false
    guard var script = changeScript else { return }
    script.command = script.command ?? ""
    script.args = script.args ?? []
    script.timeout = script.timeout ?? .seconds(5)
    script.failOnError = script.failOnError ?? false
    script.runOnFirstRender = script.runOnFirstRender ?? false
    changeScript = script
  }
}

extension VolumeMount {
  fileprivate mutating func fillDefaults() {
    volume = volume ?? ""
    destination = destination ?? ""
    readOnly = readOnly ?? false
    propagationMode = propagationMode ?? "private"
    selinuxLabel = selinuxLabel ?? ""
  }
}

extension Vault {
  fileprivate mutating func fillDefaults() {
    namespace = namespace ?? ""
    if cluster.isEmpty { cluster = "default" }
    env = env ?? true
    disableFile = disableFile ?? false
    if (changeMode ?? "").isEmpty { changeMode = "restart" }
    changeSignal = (changeSignal ?? "SIGHUP").uppercased()
    allowTokenExpiration = allowTokenExpiration ?? false
  }
}

extension CSIPlugin {
  fileprivate mutating func fillDefaults() {
    if mountDir.isEmpty { mountDir = "/csi" }
    if stagePublishBaseDir.isEmpty { stagePublishBaseDir = "/local/csi" }
    if healthTimeout == .zero { healthTimeout = .seconds(30) }
  }
}
