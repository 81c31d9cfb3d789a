import HCLParser

extension Service {
  /// `task` is nil for a service of the group.
  mutating func fillDefaults(task: String?, group: String, job: String) {
    if name.isEmpty { name = task.map { "\(job)-\(group)-\($0)" } ?? "\(job)-\(group)" }
    name = JobNames(job: job, group: group, task: task ?? "group").interpolate(name)
    if let task, self.task.isEmpty { self.task = task }
    if addressMode.isEmpty { addressMode = "auto" }
    if onUpdate.isEmpty { onUpdate = "require_healthy" }
    if provider.isEmpty { provider = "consul" }
    if cluster.isEmpty, provider == "consul" { cluster = "default" }
    tags = tags?.nilIfEmpty
    canaryTags = canaryTags?.nilIfEmpty
    meta = meta?.nilIfEmpty
    canaryMeta = canaryMeta?.nilIfEmpty
    taggedAddresses = taggedAddresses?.nilIfEmpty
    if let weights {
      self.weights?.passing = max(1, weights.passing)
      self.weights?.warning = max(1, weights.warning)
    }
    let service = self
    for index in checks.indices { checks[index].fillDefaults(of: service) }
    // The checks have taken it over.
    checkRestart = nil
    connect?.fillDefaults()
  }
}

extension Service.Check {
  fileprivate mutating func fillDefaults(of service: Service) {
    if name.isEmpty { name = "service: \"\(service.name)\" check" }
    if onUpdate.isEmpty { onUpdate = service.onUpdate }
    args = args?.nilIfEmpty
    if header?.entries.isEmpty == true { header = nil }
    var restart = service.checkRestart
    if let own = checkRestart { restart = restart.map { $0.overlaid(by: own) } ?? own }
    if restart?.grace == nil { restart?.grace = .seconds(1) }
    checkRestart = restart
    // Consul reads a negative number as "not set".
    if successBeforePassing < 0 { successBeforePassing = 0 }
    if failuresBeforeCritical < 0 { failuresBeforeCritical = 0 }
    if failuresBeforeWarning < 0 { failuresBeforeWarning = 0 }
  }
}

extension Service.CheckRestart {
  fileprivate func overlaid(by inner: Service.CheckRestart) -> Service.CheckRestart {
    var result = self
    if inner.limit != 0 { result.limit = inner.limit }
    result.grace = inner.grace ?? grace
    result.ignoreWarnings = ignoreWarnings || inner.ignoreWarnings
    result.origin = origin.overlaid(by: inner.origin)
    return result
  }
}

extension Connect {
  fileprivate mutating func fillDefaults() {
    if var sidecar = sidecarService {
      sidecar.tags = sidecar.tags?.nilIfEmpty
      sidecar.meta = sidecar.meta?.nilIfEmpty
      sidecar.proxy?.fillDefaults()
      sidecarService = sidecar
    }
    if var task = sidecarTask {
      var resources = task.resources ?? Resources(addedBy: task.origin)
      resources.fillDefaults()
      task.resources = resources
      var logs = task.logs ?? LogConfig(addedBy: task.origin)
      logs.fillDefaults()
      task.logs = logs
      task.killTimeout = task.killTimeout ?? .seconds(5)
      task.shutdownDelay = task.shutdownDelay ?? .zero
      if task.config?.members.isEmpty == true { task.config = nil }
      task.env = task.env?.nilIfEmpty
      task.meta = task.meta?.nilIfEmpty
      sidecarTask = task
    }
    gateway?.fillDefaults()
  }
}

extension Connect.Proxy {
  fileprivate mutating func fillDefaults() {
    if expose == nil { expose = exposeConfig }
    exposeConfig = nil
    if let old = expose?.path, !old.isEmpty {
      if expose?.paths.isEmpty == true { expose?.paths = old }
      expose?.path = []
    }
    if config?.members.isEmpty == true { config = nil }
    for index in upstreams.indices {
      if upstreams[index].meshGateway == nil {
        var gateway = Connect.MeshGateway()
        gateway.origin = .added(by: upstreams[index].origin)
        upstreams[index].meshGateway = gateway
      }
      if upstreams[index].config?.members.isEmpty == true { upstreams[index].config = nil }
    }
  }
}

extension Connect.Gateway {
  fileprivate mutating func fillDefaults() {
    var proxy = self.proxy ?? Proxy(addedBy: origin)
    proxy.connectTimeout = proxy.connectTimeout ?? .seconds(5)
    if proxy.config?.members.isEmpty == true { proxy.config = nil }
    self.proxy = proxy
    guard var ingress else { return }
    for index in ingress.listeners.indices where ingress.listeners[index].protocol.isEmpty {
      ingress.listeners[index].protocol = "tcp"
    }
    self.ingress = ingress
  }
}

extension Connect.Gateway.Proxy {
  fileprivate init(addedBy cause: Origin) {
    self.init()
    origin = .added(by: cause)
  }
}
