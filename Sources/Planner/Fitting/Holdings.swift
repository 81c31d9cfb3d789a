/// What an allocation holds on its node beside processor, memory and disk: cores, ports, bandwidth, devices.
struct Holdings: Sendable {
  struct Port: Sendable, Hashable {
    var ip: String
    var value: Int
    var label: String
  }

  struct Bandwidth: Sendable, Hashable {
    var device: String
    var mbits: Int
  }

  var cores: [Int] = []
  var ports: [Port] = []
  var bandwidth: [Bandwidth] = []
  var devices: [Allotment.Device] = []

  init() {}

  var isEmpty: Bool { cores.isEmpty && ports.isEmpty && bandwidth.isEmpty && devices.isEmpty }

  init(_ allotment: Allotment) {
    ports = allotment.ports.filter { !$0.ignoresCollisions }
      .map { Port(ip: $0.hostIP, value: $0.value, label: $0.label) }
    for task in allotment.tasks {
      devices += task.devices
      guard let network = task.network else { continue }
      ports += network.ports.map { Port(ip: network.ip, value: $0.value, label: $0.label) }
      bandwidth.append(Bandwidth(device: network.device, mbits: network.mbits))
    }
    cores = Holdings.cores(allotment.tasks.map { ($0.phase, $0.cores) })
  }

  /// The cores that count at the peak: the sidecars' and those of the phase that has most (scheduler.md 5.2).
  static func cores(_ tasks: [(phase: RequestedTask.Phase, cores: [Int])]) -> [Int] {
    if tasks.allSatisfy(\.cores.isEmpty) { return [] }
    func cores(in phase: RequestedTask.Phase) -> [Int] { tasks.filter { $0.phase == phase }.flatMap(\.cores) }
    var longest = cores(in: .main)
    for phase in [RequestedTask.Phase.prestart, .poststop] where cores(in: phase).count > longest.count {
      longest = cores(in: phase)
    }
    return longest + cores(in: .prestartSidecar)
  }
}

/// Processor, memory and disk at the peak.
struct PeakUse: Sendable, Hashable {
  var cpu = 0
  var memoryMB = 0
  var diskMB = 0
}

extension Holdings {
  /// The holdings and the peak use of an allocation of the snapshot.
  init(_ resources: AllocatedResources) {
    self.init()
    if !resources.ports.isEmpty {
      // Where an allocation lists its ports with addresses, nothing else counts (scheduler.md 4.1).
      ports = resources.ports.map { Port(ip: $0.hostIP, value: $0.value, label: $0.label) }
    } else {
      for network in resources.networks + resources.tasks.compactMap(\.networks.first) {
        ports += network.ports.map { Port(ip: network.ip, value: $0.value, label: $0.label) }
      }
    }
    for task in resources.tasks {
      for network in task.networks.prefix(1) where network.mbits > 0 {
        bandwidth.append(Bandwidth(device: network.device, mbits: network.mbits))
      }
      devices += task.devices.map {
        Allotment.Device(vendor: $0.vendor, type: $0.type, name: $0.name, ids: $0.instances)
      }
    }
    cores = Holdings.cores(resources.tasks.map { ($0.phase, $0.cores) })
  }
}

extension PeakUse {
  init(_ resources: AllocatedResources) {
    var cpu = LifecyclePeak()
    var memory = LifecyclePeak()
    for task in resources.tasks {
      cpu.add(task.cpuShares, in: task.phase)
      memory.add(task.memoryMB, in: task.phase)
    }
    self.init(cpu: cpu.value, memoryMB: memory.value, diskMB: resources.diskMB)
  }
}
