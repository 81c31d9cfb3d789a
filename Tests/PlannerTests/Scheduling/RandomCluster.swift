import HCLParser
import JobSpec
import TestSupport

@testable import Planner

/// Clusters and jobs made from a seed, for properties that must hold whatever the input.
struct RandomCluster {
  private var generator: SeededGenerator
  /// With all that a job may ask for: devices, volumes, priorities and preemption, several job versions.
  var isRich = false

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func snapshot(nodes count: Int) -> ClusterSnapshot {
    var nodes: [Node] = []
    for index in 0..<count {
      var node = Node(id: "node-id-\(index)", name: "n\(index)", datacenter: pick(["dc1", "dc1", "dc2", "dc3"]))
      node.nodeClass = pick(["", "big", "small"])
      node.status = chance(95) ? "ready" : "down"
      node.resources.cpuShares = pick([4000, 4000, 8000, 2500])
      node.resources.totalCores = 4
      node.resources.reservableCores = [0, 1, 2, 3]
      node.resources.memoryMB = pick([8192, 4096, 16384])
      node.resources.diskMB = 40_000
      node.reserved.memoryMB = pick([0, 256])
      node.reserved.hostPorts = pick(["", "22", "20000-20010"])
      node.resources.networks = [
        NodeNetwork(mode: "host", device: "eth0", ip: "10.0.0.\(index)", cidr: "10.0.0.\(index)/32", mbits: 1000),
        NodeNetwork(mode: "bridge"),
      ]
      node.resources.addresses = [NodeAddress(alias: "default", address: "10.0.0.\(index)", device: "eth0")]
      if chance(50) {
        node.resources.addresses.append(NodeAddress(alias: "public", address: "198.51.100.\(index)", device: "eth1"))
      }
      if chance(10) {
        node.resources.minDynamicPort = 20_000
        node.resources.maxDynamicPort = 20_000 + number(0...6)
      }
      node.meta = ["rack": "r\(number(1...3))"]
      node.attributes = ["kernel.name": pick(["linux", "linux", "windows"])]
      node.drivers = [DriverInfo(name: "docker", isDetected: true, isHealthy: chance(90))]
      if isRich { enrich(&node) }
      nodes.append(node)
    }
    var snapshot = ClusterSnapshot(nodes: nodes)
    for index in 0..<(count / 2) { snapshot.allocations.append(allocation(index, nodes: nodes)) }
    snapshot.settings.algorithm = chance(50) ? .binpack : .spread
    if isRich { enrich(&snapshot) }
    return snapshot
  }

  private mutating func allocation(_ index: Int, nodes: [Node]) -> Allocation {
    let node = pick(nodes)
    var allocation = Allocation(
      id: "alloc-\(index)", name: "old.g[\(index)]", jobID: "old", group: "g", nodeID: node.id)
    allocation.resources.tasks = [
      AllocatedTask(
        name: "t", cpuShares: number(50...1500), cores: chance(10) ? [number(0...3)] : [], memoryMB: number(32...2000))
    ]
    allocation.resources.diskMB = 300
    if chance(30), let address = node.resources.addresses.first {
      allocation.resources.ports = [
        AllocatedPort(label: "p", value: number(20_000...20_005), hostIP: address.address)
      ]
    }
    return allocation
  }

  mutating func job(_ name: String, kind: String? = nil) -> Job {
    var job = Job()
    job.id = name
    job.name = name
    job.type = kind ?? pick(["service", "service", "batch"])
    job.datacenters = chance(70) ? ["*"] : [pick(["dc1", "dc2"])]
    job.nodePool = "default"
    job.priority = 50
    let isForEveryNode = job.type == "system"
    if isRich { enrich(&job) }
    if !isForEveryNode, chance(20) { job.spreads = [spread("${node.datacenter}")] }
    for index in 0..<number(1...3) { job.groups.append(group("g\(index)", isForEveryNode: isForEveryNode)) }
    return job
  }

  private mutating func spread(_ attribute: String) -> Spread {
    var spread = Spread()
    spread.attribute = attribute
    spread.weight = number(1...100)
    guard chance(50) else { return spread }
    for (value, percent) in [("dc1", number(0...50)), ("dc2", number(0...50))] {
      var target = Spread.Target()
      target.value = value
      target.percent = percent
      spread.targets.append(target)
    }
    return spread
  }

  private mutating func group(_ name: String, isForEveryNode: Bool) -> TaskGroup {
    var group = TaskGroup()
    group.name = name
    group.count = isForEveryNode ? 1 : number(0...8)
    if chance(50) { group.networks = [network()] }
    if !isForEveryNode, chance(20) { group.spreads = [spread("${meta.rack}")] }
    if !isForEveryNode, chance(20) {
      var affinity = Affinity()
      affinity.attribute = "${node.class}"
      affinity.operator = "="
      affinity.value = "big"
      affinity.weight = pick([-50, 30, 100])
      group.affinities = [affinity]
    }
    if chance(20) {
      var constraint = Constraint()
      constraint.operator = pick(["distinct_hosts", "distinct_property", "="])
      if constraint.operator == "=" {
        constraint.attribute = "${attr.kernel.name}"
        constraint.value = "linux"
      } else if constraint.operator == "distinct_property" {
        constraint.attribute = "${meta.rack}"
        constraint.value = "2"
      } else {
        constraint.value = "true"
      }
      group.constraints = [constraint]
    }
    for index in 0..<number(1...2) {
      var task = Task()
      task.name = "t\(index)"
      task.driver = "docker"
      var resources = Resources()
      if chance(10) { resources.cores = number(1...2) } else { resources.cpu = pick([100, 250, 500, 1500]) }
      resources.memory = pick([64, 256, 1024])
      task.resources = resources
      if chance(15) {
        var lifecycle = Lifecycle()
        lifecycle.hook = pick(["prestart", "poststop", "poststart"])
        lifecycle.sidecar = chance(50)
        task.lifecycle = lifecycle
      }
      group.tasks.append(task)
    }
    if isRich { enrich(&group, isForEveryNode: isForEveryNode) }
    return group
  }

  private mutating func network() -> Network {
    var network = Network()
    network.mode = pick(["", "host", "bridge"])
    for index in 0..<number(0...3) {
      var port = Network.Port()
      port.label = "p\(index)"
      if chance(30) { port.static = number(8000...8003) + index * 10 }
      if chance(30) { port.hostNetwork = "public" }
      network.dynamicPorts.append(port)
    }
    return network
  }
}
