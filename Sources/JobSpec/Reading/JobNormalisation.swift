import HCLParser

/// What reading always does to a job, so that the same thing said in two ways is one thing. `reference/jobspec.md` section 5.
enum JobNormalisation {
  static func normalise(_ job: inout Job) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    if job.periodic?.cron != nil || job.periodic?.crons != nil { job.periodic?.specType = "cron" }
    job.groups = job.looseTasks.map { TaskGroup(around: $0) } + job.groups
    job.looseTasks = []
    for index in job.groups.indices {
      normalise(&job.groups[index], job.sharedVault, job.sharedSecrets, &diagnostics)
    }
    job.sharedVault = nil
    job.sharedSecrets = []
    return diagnostics
  }

  private static func normalise(
    _ group: inout TaskGroup, _ jobVault: Vault?, _ jobSecrets: [Secret], _ diagnostics: inout [Diagnostic]
  ) {
    for index in group.networks.indices { group.networks[index].splitPorts() }
    if group.scaling != nil { normaliseGroupScaling(&group, &diagnostics) }
    for index in group.tasks.indices {
      // The whole block comes down; nothing is merged.
      if group.tasks[index].vault == nil { group.tasks[index].vault = group.sharedVault ?? jobVault }
      if group.tasks[index].secrets.isEmpty { group.tasks[index].secrets = group.sharedSecrets }
      group.tasks[index].secrets += jobSecrets
      normalise(&group.tasks[index], &diagnostics)
    }
    group.sharedVault = nil
    group.sharedSecrets = []
  }

  private static func normalise(_ task: inout Task, _ diagnostics: inout [Diagnostic]) {
    if var resources = task.resources {
      for index in resources.networks.indices { resources.networks[index].splitPorts() }
      task.resources = resources
    }
    if task.vault != nil { task.vault?.fillDefaults() }
    for index in task.templates.indices { task.templates[index].fillDefaults() }
    if let index = task.identities.firstIndex(where: { $0.name.isEmpty || $0.name == "default" }) {
      task.identity = task.identities.remove(at: index)
    }
    normaliseTaskScaling(&task, &diagnostics)
  }

  private static func normaliseGroupScaling(_ group: inout TaskGroup, _ diagnostics: inout [Diagnostic]) {
    guard let scaling = group.scaling else { return }
    if scaling.type.isEmpty {
      group.scaling?.type = "horizontal"
    } else if scaling.type != "horizontal" {
      diagnostics.append(.wrongScalingType(scaling, wanted: "horizontal", of: "group"))
    }
  }

  private static func normaliseTaskScaling(_ task: inout Task, _ diagnostics: inout [Diagnostic]) {
    var seen: [String: Scaling] = [:]
    for index in task.scalings.indices {
      let scaling = task.scalings[index]
      let label = scaling.label.lowercased()
      guard let type = ["cpu": "vertical_cpu", "mem": "vertical_mem"][label] else {
        diagnostics.append(.unknownScalingLabel(scaling))
        continue
      }
      if let first = seen[label] { diagnostics.append(.secondScaling(scaling, first: first)) }
      seen[label] = scaling
      if scaling.type.isEmpty {
        task.scalings[index].type = type
      } else if scaling.type != type {
        diagnostics.append(.wrongScalingType(scaling, wanted: type, of: "task"))
      }
      task.scalings[index].label = ""
    }
  }
}

extension TaskGroup {
  /// The group that a task without one gets.
  fileprivate init(around task: Task) {
    self.init()
    name = task.name
    tasks = [task]
    origin = task.origin.withoutFields
  }
}

extension Network {
  /// Ports with a fixed number are kept apart. Blocks named `reserved_ports` count only where no `port` block stands.
  fileprivate mutating func splitPorts() {
    guard !dynamicPorts.isEmpty else { return }
    reservedPorts = dynamicPorts.filter(\.isStatic)
    dynamicPorts = dynamicPorts.filter { !$0.isStatic }
  }
}

extension Vault {
  fileprivate mutating func fillDefaults() {
    env = env ?? true
    disableFile = disableFile ?? false
    changeMode = changeMode ?? "restart"
  }
}

extension Template {
  fileprivate mutating func fillDefaults() {
    changeMode = changeMode ?? "restart"
    perms = perms ?? "0644"
    splay = splay ?? .seconds(5)
    errorOnMissingKey = errorOnMissingKey ?? false
    guard var script = changeScript else { return }
    script.args = script.args ?? []
    script.timeout = script.timeout ?? .seconds(5)
    script.failOnError = script.failOnError ?? false
    script.runOnFirstRender = script.runOnFirstRender ?? false
    changeScript = script
  }
}
