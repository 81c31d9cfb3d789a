import HCLParser
import JobSpec

@testable import Planner

/// What makes a random cluster rich: all that a node can have and a job can ask for.
extension RandomCluster {
  mutating func enrich(_ node: inout Node) {
    node.pool = chance(85) ? "default" : "other"
    node.eligibility = chance(95) ? "eligible" : "ineligible"
    node.isDraining = chance(5)
    if chance(30) {
      node.resources.devices = [
        NodeDevice(
          vendor: "nvidia", type: "gpu", name: pick(["1080ti", "t4"]),
          instances: (0..<number(1...3)).map { .init(id: "\(node.name)-gpu\($0)", isHealthy: chance(90)) },
          attributes: [.init(name: "memory", value: DeviceQuantity(.int(number(4...16)), unit: "GiB"))])
      ]
    }
    if chance(60) { node.hostVolumes = [HostVolume(name: "data", isReadOnly: chance(30))] }
    if chance(5) { node.reserved.hostPorts = "22,not-a-port" }
    // Equal nodes are what ties are made of.
    if chance(40) {
      node.resources.cpuShares = 4000
      node.resources.memoryMB = 8192
      node.reserved.memoryMB = 0
    }
    if chance(5) { node.resources.cpuShares = 0 }
    if chance(5) { node.reserved.memoryMB = node.resources.memoryMB }
    node.meta = ["rack": "r\(number(1...3))", "unique.slot": "s\(number(1...4))"]
  }

  mutating func enrich(_ snapshot: inout ClusterSnapshot) {
    snapshot.settings.preemptsForService = chance(30)
    snapshot.settings.preemptsForBatch = chance(30)
    snapshot.settings.allowsMemoryOversubscription = chance(30)
    for index in snapshot.allocations.indices {
      snapshot.allocations[index].priority = pick([10, 30, 50, 70])
      if chance(40) { adopt(&snapshot.allocations[index], number: index) }
    }
  }

  /// Makes an allocation one of a job that will be planned, in any state an allocation may be in.
  private mutating func adopt(_ allocation: inout Allocation, number: Int) {
    allocation.jobID = "job\(self.number(0...2))"
    allocation.group = "g\(self.number(0...1))"
    allocation.name = "\(allocation.jobID).\(allocation.group)[\(number % 8)]"
    allocation.clientStatus = pick(["running", "running", "running", "pending", "failed", "complete", "lost"])
    allocation.desiredStatus = pick(["run", "run", "run", "run", "stop", "evict"])
    allocation.wantsMigration = chance(10)
    allocation.forcesReschedule = chance(20)
    allocation.isHealthy = chance(80)
  }

  mutating func enrich(_ job: inout Job) {
    job.priority = pick([20, 50, 50, 80])
    job.nodePool = pick(["default", "default", "default", "all", "other"])
    if chance(10) { job.affinities = [affinity("${node.datacenter}", pick(["dc1", "dc2"]))] }
    if chance(15) { job.constraints = [constraint("${meta.rack}", pick(["=", "!=", "regexp"]), pick(["r1", "r2"]))] }
    if chance(5) { job.constraints.append(constraint("", "distinct_hosts", "true")) }
    if chance(5) { job.constraints.append(constraint("${node.datacenter}", "distinct_property", "3")) }
    if chance(40) {
      var update = UpdatePolicy()
      update.maxParallel = number(0...3)
      update.canary = pick([0, 0, 1])
      if job.type == "service" { job.update = update }
    }
  }

  mutating func enrich(_ group: inout TaskGroup, isForEveryNode: Bool) {
    if !isForEveryNode, chance(15) { group.count = number(10...40) }
    if chance(10) { group.constraints.append(constraint("${meta.unique.slot}", "!=", "s\(number(1...4))")) }
    if chance(10) { group.constraints.append(constraint("${attr.kernel.name}", "set_contains_any", "linux,plan9")) }
    if !isForEveryNode, chance(10) { group.affinities.append(affinity("${meta.unique.slot}", "s1")) }
    if chance(15) {
      var disk = EphemeralDisk()
      disk.size = pick([10, 300, 20_000])
      disk.sticky = chance(50)
      group.ephemeralDisk = disk
    }
    if chance(10) {
      var volume = VolumeRequest()
      volume.name = "data"
      volume.type = "host"
      volume.source = "data"
      volume.readOnly = chance(50)
      group.volumes = [volume]
    }
    for index in group.tasks.indices where chance(8) {
      var device = Device()
      device.name = pick(["gpu", "nvidia/gpu", "nvidia/gpu/t4"])
      device.count = number(1...2)
      if chance(30) { device.constraints = [constraint("${device.attr.memory}", ">=", "8 GiB")] }
      if chance(30) { device.affinities = [affinity("${device.model}", "t4")] }
      group.tasks[index].resources?.devices = [device]
    }
    if !isForEveryNode, chance(10) {
      var spread = Spread()
      spread.attribute = pick(["${node.unique.name}", "${meta.unique.slot}", "${meta.none}"])
      spread.weight = number(1...100)
      group.spreads.append(spread)
    }
  }

  private func constraint(_ attribute: String, _ comparison: String, _ value: String) -> Constraint {
    var constraint = Constraint()
    constraint.attribute = attribute
    constraint.operator = comparison
    constraint.value = value
    return constraint
  }

  private mutating func affinity(_ attribute: String, _ value: String) -> Affinity {
    var affinity = Affinity()
    affinity.attribute = attribute
    affinity.operator = "="
    affinity.value = value
    affinity.weight = pick([-50, -1, 30, 100])
    return affinity
  }
}
