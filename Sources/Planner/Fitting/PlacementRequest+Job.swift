import HCLParser
public import JobSpec

extension PlacementRequest {
  /// What one instance of `group` asks for. Both come from an expanded job: whatever is absent there has its default.
  public init(_ group: TaskGroup, of job: Job, traits: SchedulerTraits = SchedulerTraits()) {
    self.init(
      jobID: job.id, namespace: job.namespace ?? "default", jobKind: JobKind(rawValue: job.type ?? "") ?? .service,
      group: group.name, count: max(0, group.count ?? 1))
    priority = job.priority ?? 50
    datacenters = job.datacenters ?? ["*"]
    if let pool = job.nodePool, !pool.isEmpty { nodePool = pool }
    groupRange = group.origin.header
    countRange = group.place(of: \.count)
    datacentersRange = job.place(of: \.datacenters)
    nodePoolRange = job.place(of: \.nodePool)
    isNodePoolWritten = job.origin.header == nil || job.wrote(\.nodePool)
    jobConstraints = job.constraints.map { RequestedConstraint($0, owner: .job) }
    groupConstraints = group.constraints.map { RequestedConstraint($0, owner: .group(group.name)) }
    affinities = job.affinities.map { RequestedConstraint($0, owner: .job) }
    affinities += group.affinities.map { RequestedConstraint($0, owner: .group(group.name)) }
    spreads = job.spreads.map { RequestedSpread($0, owner: .job) }
    spreads += group.spreads.map { RequestedSpread($0, owner: .group(group.name)) }
    for task in group.tasks {
      groupConstraints += task.constraints.map { RequestedConstraint($0, owner: .task(task.name)) }
      affinities += task.affinities.map { RequestedConstraint($0, owner: .task(task.name)) }
      tasks.append(RequestedTask(task))
      if !drivers.contains(where: { $0.name.utf8.elementsEqual(task.driver.utf8) }) {
        drivers.append(RequestedDriver(name: task.driver, task: task.name, range: task.place(of: \.driver)))
      }
    }
    network = group.networks.first.map(RequestedNetwork.init)
    networkNeed = network
    // The real scheduler walks a map here; names in order make the answer one and the same each time.
    volumes = group.volumes.map(RequestedVolume.init).sorted { $0.name < $1.name }
    diskMB = group.ephemeralDisk?.size ?? 300
    diskRange = group.ephemeralDisk?.place(of: \.size)
    prefersPreviousNode = group.ephemeralDisk?.sticky ?? false
    if traits.countsPoststart {
      for index in tasks.indices where tasks[index].phase == .poststart || tasks[index].phase == .poststartSidecar {
        tasks[index].phase = .main
      }
    }
    setPeaks()
  }

  /// Works out the peaks from the tasks. Cores have no shares until they stand on a node.
  mutating func setPeaks() {
    var cpu = LifecyclePeak()
    var memory = LifecyclePeak()
    for task in tasks {
      cpu.add(task.cores > 0 ? 0 : task.cpu, in: task.phase)
      memory.add(task.memoryMB, in: task.phase)
    }
    peakCPU = cpu.value
    peakMemoryMB = memory.value
  }
}

extension RequestedConstraint {
  init(_ constraint: Constraint, owner: RequestOwner) {
    self.init(
      attribute: constraint.attribute, comparison: constraint.operator, value: constraint.value,
      owner: owner, range: constraint.origin.header)
    isImplied = constraint.origin.header != nil && constraint.origin.entries.isEmpty
  }

  init(_ affinity: Affinity, owner: RequestOwner) {
    self.init(
      attribute: affinity.attribute, comparison: affinity.operator, value: affinity.value,
      weight: affinity.weight ?? 50, owner: owner, range: affinity.origin.header)
  }
}

extension RequestedSpread {
  init(_ spread: Spread, owner: RequestOwner) {
    self.init(
      attribute: spread.attribute, weight: spread.weight ?? 50,
      targets: spread.targets.map { Target(value: $0.value, percent: $0.percent) }, owner: owner,
      range: spread.origin.header)
  }
}

extension RequestedNetwork {
  init(_ network: Network) {
    self.init(mode: network.mode, modeRange: network.place(of: \.mode), range: network.origin.header)
    mbits = network.mbits ?? 0
    for port in network.reservedPorts + network.dynamicPorts {
      let requested = RequestedPort(
        label: port.label, value: max(0, port.static), to: port.to, hostNetwork: port.hostNetwork,
        ignoresCollisions: port.ignoreCollision, range: port.origin.header,
        hostNetworkRange: port.place(of: \.hostNetwork), valueRange: port.place(of: \.static))
      if requested.isStatic { staticPorts.append(requested) } else { dynamicPorts.append(requested) }
    }
  }
}

extension RequestedVolume {
  init(_ volume: VolumeRequest) {
    self.init(
      name: volume.name, type: volume.type, source: volume.source, isReadOnly: volume.readOnly,
      isPerAllocation: volume.perAlloc, accessMode: volume.accessMode, attachmentMode: volume.attachmentMode,
      range: volume.origin.header, sourceRange: volume.place(of: \.source))
  }
}

extension RequestedTask {
  init(_ task: Task) {
    let resources = task.resources
    let cores = resources?.cores ?? 0
    self.init(
      name: task.name, driver: task.driver, phase: Phase(task.lifecycle),
      cpu: cores > 0 ? 0 : resources?.cpu ?? 100, cores: cores, memoryMB: resources?.memory ?? 300,
      memoryMaxMB: resources?.memoryMax ?? 0, range: task.origin.header)
    isCPUWritten = resources?.wrote(\.cpu) ?? false
    isMemoryWritten = resources?.wrote(\.memory) ?? false
    cpuRange = resources?.place(of: \.cpu)
    coresRange = resources?.place(of: \.cores)
    memoryRange = resources?.place(of: \.memory)
    network = resources?.networks.first.map(RequestedNetwork.init)
    devices = (resources?.devices ?? []).map { device in
      RequestedDevice(
        task: task.name, name: device.name, count: device.count ?? 1,
        constraints: device.constraints.map { RequestedConstraint($0, owner: .task(task.name)) },
        affinities: device.affinities.map { RequestedConstraint($0, owner: .task(task.name)) },
        range: device.origin.header)
    }
  }
}

extension RequestedTask.Phase {
  init(_ lifecycle: Lifecycle?) {
    switch (lifecycle?.hook, lifecycle?.sidecar) {
    case ("prestart", true): self = .prestartSidecar
    case ("prestart", _): self = .prestart
    case ("poststart", true): self = .poststartSidecar
    case ("poststart", _): self = .poststart
    case ("poststop", _): self = .poststop
    default: self = .main
    }
  }
}

extension BlockModel {
  /// Where a field was written, or the block's header; nil for what nobody wrote.
  fileprivate func place(of field: PartialKeyPath<Self>) -> SourceRange? {
    origin.header == nil ? nil : range(of: field)
  }
}
