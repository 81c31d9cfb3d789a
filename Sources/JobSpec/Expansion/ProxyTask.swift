import HCLParser

extension JobExpansion {
  /// The task that the server adds for a proxy, before `sidecar_task` changes it.
  static func proxyTask(named name: String, kind: String, in group: TaskGroup, cause: Origin) -> Task {
    var task = Task()
    task.name = uniqueName(name, kind: kind, in: group)
    task.kind = kind
    task.driver = driver(forProxyIn: group)
    task.origin = .added(by: cause)
    let arguments = [
      "-c", "${NOMAD_SECRETS_DIR}/envoy_bootstrap.json", "-l", "${meta.connect.log_level}", "--concurrency",
      "${meta.connect.proxy_concurrency}", "--disable-hot-restart",
    ]
    task.config = FreeFormBody([.init("args", FreeFormValue(.list(arguments.map { FreeFormValue(.string($0)) })))])
    var resources = Resources(addedBy: cause)
    resources.cpu = 250
    resources.memory = 128
    task.resources = resources
    var logs = LogConfig(addedBy: cause)
    logs.maxFiles = 2
    logs.maxFileSize = 2
    task.logs = logs
    task.shutdownDelay = .seconds(5)
    return task
  }

  /// What every proxy asks of the node's Consul agent.
  static func meshConstraints(cause: Origin) -> [Constraint] {
    [
      Constraint("${attr.consul.version}", "semver", ">= 1.8.0", addedBy: cause),
      Constraint("${attr.consul.grpc}", ">", "0", addedBy: cause),
    ]
  }

  /// A proxy runs in podman where the group's tasks do and none runs in docker.
  private static func driver(forProxyIn group: TaskGroup) -> String {
    let drivers = group.tasks.map(\.driver)
    return drivers.contains("podman") && !drivers.contains("docker") ? "podman" : "docker"
  }

  /// The server appends random characters to a name that is taken; ours depend on the kind, so that answers repeat.
  private static func uniqueName(_ name: String, kind: String, in group: TaskGroup) -> String {
    guard group.tasks.contains(where: { $0.name == name }) else { return name }
    return "\(name)-\(shortHash(kind))"
  }

  /// Six hexadecimal characters that stand for a text.
  static func shortHash(_ text: String) -> String {
    // FNV-1a: any stable hash will do here, the server's own depends on its memory layout.
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    let digits = String(hash & 0xFF_FFFF, radix: 16)
    return String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }
}

extension Constraint {
  init(_ attribute: String, _ comparison: String, _ value: String, addedBy cause: Origin) {
    self.init()
    self.attribute = attribute
    self.operator = comparison
    self.value = value
    origin = .added(by: cause)
  }
}

extension Task {
  /// Lays a `sidecar_task` block over a proxy task. What is written there is the place to point at.
  mutating func merge(_ overrides: Connect.SidecarTask) {
    origin = .added(by: overrides.origin)
    if !overrides.name.isEmpty { name = overrides.name }
    if !overrides.driver.isEmpty, overrides.driver != driver {
      // Another driver's keys would mean nothing to it.
      driver = overrides.driver
      config = overrides.config
    } else if let own = overrides.config {
      var merged = config ?? FreeFormBody()
      for member in own.members { merged.set(member) }
      config = merged
    }
    if !overrides.user.isEmpty { user = overrides.user }
    if let own = overrides.env { env = (env ?? StringMap()).overlaid(by: own) }
    if let own = overrides.meta { meta = (meta ?? StringMap()).overlaid(by: own) }
    if let own = overrides.resources { resources = resources?.overlaid(by: own) ?? own }
    if let own = overrides.logs { logs = logs?.overlaid(by: own) ?? own }
    killTimeout = overrides.killTimeout ?? killTimeout
    shutdownDelay = overrides.shutdownDelay ?? shutdownDelay
    if !overrides.killSignal.isEmpty { killSignal = overrides.killSignal }
    volumeMounts += overrides.volumeMounts
    identities += overrides.identities
  }
}

extension Resources {
  /// These resources with what `inner` asks for, where it asks for anything.
  fileprivate func overlaid(by inner: Resources) -> Resources {
    var result = self
    if let cpu = inner.cpu, cpu != 0 { result.cpu = cpu }
    if let cores = inner.cores, cores != 0 {
      result.cores = cores
      result.cpu = inner.cpu ?? 0
    }
    if let memory = inner.memory, memory != 0 { result.memory = memory }
    if let memoryMax = inner.memoryMax, memoryMax != 0 { result.memoryMax = memoryMax }
    if let disk = inner.disk, disk != 0 { result.disk = disk }
    if !inner.networks.isEmpty { result.networks = inner.networks }
    if !inner.devices.isEmpty { result.devices = inner.devices }
    result.numa = inner.numa ?? numa
    result.origin = inner.origin
    return result
  }
}

extension LogConfig {
  fileprivate func overlaid(by inner: LogConfig) -> LogConfig {
    var result = self
    if let files = inner.maxFiles, files > 0 { result.maxFiles = files }
    if let size = inner.maxFileSize, size > 0 { result.maxFileSize = size }
    result.disabled = inner.disabled ?? disabled
    result.origin = inner.origin
    return result
  }
}
