import JobSpec
import TestSupport

@testable import Planner

/// Clusters and job files made from a seed, rich in all that planning looks at: properties must hold on each of them.
///
/// What runs there already is consistent: no port, core or device has two holders, and nothing exceeds its node.
struct RandomWorld {
  private(set) var generator: SeededGenerator

  /// The generator steps by a constant; seeds that lay a multiple of it apart would give the same numbers, shifted.
  init(seed: UInt64) { generator = SeededGenerator(seed: seed &* 0xBF58_476D_1CE4_E5B9) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func snapshot(nodes count: Int) -> ClusterSnapshot {
    let nodes = (0..<count).map { node($0) }
    var settings = SchedulerSettings()
    settings.algorithm = pick([.binpack, .spread])
    settings.preemptsForService = chance(40)
    settings.preemptsForBatch = chance(40)
    settings.preemptsForSysBatch = chance(40)
    settings.allowsMemoryOversubscription = chance(50)
    let pools = chance(50) ? [NodePool(name: "gpu", algorithm: .spread, allowsMemoryOversubscription: true)] : []
    return ClusterSnapshot(
      nodes: nodes, allocations: allocations(on: nodes), volumes: volumes(), settings: settings, pools: pools)
  }

  // MARK: Nodes

  private mutating func node(_ number: Int) -> Node {
    var node = Node(id: "id-\(number)", name: "n\(number)", datacenter: pick(["dc1", "dc1", "dc2", "eu-3"]))
    node.pool = pick(["default", "default", "default", "gpu"])
    node.nodeClass = pick(["", "big", "small"])
    node.status = chance(93) ? "ready" : pick(["down", "initializing", "disconnected"])
    node.eligibility = chance(95) ? "eligible" : "ineligible"
    node.isDraining = chance(4)
    var attributes = [
      ("kernel.name", pick(["linux", "linux", "linux", "windows"])), ("cpu.numcores", pick(["2", "4", "16"])),
      ("os.version", pick(["9", "11.3", "12.5", "13.0-rc1", "unknown"])), ("unique.hostname", "n\(number)"),
      ("nomad.version", pick(["0.11.4", "1.4.0-beta.1", "1.6.2", "1.6.2"])), ("nomad.service_discovery", "true"),
    ]
    if chance(30) { attributes.append(("driver.exec", pick(["1", "true", "0"]))) }
    node.attributes = NodeAttributes(attributes.map { (key: $0.0, value: $0.1) })
    var meta: [(key: String, value: String)] = []
    if chance(80) { meta.append(("rack", "r\(self.number(1...4))")) }
    if chance(60) { meta.append(("features", pick(["a", "a,b", "b, c", ""]))) }
    if chance(60) { meta.append(("net", pick(["public", "default", "nowhere"]))) }
    node.meta = NodeAttributes(meta)
    node.drivers = [DriverInfo(name: "docker", isDetected: true, isHealthy: chance(93))]
    if chance(40) { node.drivers.append(DriverInfo(name: "exec", isDetected: chance(80), isHealthy: chance(80))) }
    if chance(50) { node.hostVolumes = [HostVolume(name: "certs", isReadOnly: chance(50))] }
    if chance(30) { node.hostVolumes.append(HostVolume(name: "data[0]")) }
    if chance(40) { node.csiPlugins = [plugin()] }
    node.resources = resources(number)
    node.reserved.cpuShares = pick([0, 0, 500])
    node.reserved.memoryMB = pick([0, 256])
    node.reserved.diskMB = pick([0, 1000])
    node.reserved.cores = chance(15) ? [0] : []
    node.reserved.hostPorts = pick(["", "22", "22,8001", "20000-20004"])
    if chance(10) { node.maxAllocations = self.number(1...6) }
    return node
  }

  private mutating func plugin() -> CSINodePlugin {
    CSINodePlugin(
      id: "ebs", isHealthy: chance(80), maxVolumes: pick([Int.max, 1, 2]),
      topology: chance(50) ? [CSITopologySegment(key: "zone", value: pick(["a", "b"]))] : nil)
  }

  private mutating func resources(_ number: Int) -> NodeResources {
    var resources = NodeResources()
    resources.cpuShares = pick([2500, 4000, 8000])
    resources.totalCores = 4
    resources.reservableCores = pick([[0, 1, 2, 3], [0, 1, 2, 3], [2, 3], []])
    resources.memoryMB = pick([2048, 4096, 16_384])
    resources.diskMB = pick([10_000, 40_000])
    let ip = "10.0.0.\(number)"
    if chance(95) {
      resources.networks = [NodeNetwork(mode: "host", device: "eth0", ip: ip, cidr: "\(ip)/32", mbits: 1000)]
      resources.addresses = [NodeAddress(alias: "default", address: ip, device: "eth0")]
    }
    if chance(70) { resources.networks.append(NodeNetwork(mode: "bridge")) }
    if chance(40) { resources.networks.append(NodeNetwork(mode: "cni/prod")) }
    if chance(15) {
      resources.addresses.append(
        NodeAddress(alias: "default", address: "2001:db8::\(number)", family: "ipv6", device: "eth0"))
    }
    if chance(50) {
      // Of its own, or the default network's under another name.
      let address = chance(70) ? "198.51.100.\(number)" : ip
      resources.addresses.append(
        NodeAddress(
          alias: "public", address: address, device: "eth1", reservedPorts: pick(["", "8000", "20001-20002"])))
    }
    if chance(20) {
      resources.minDynamicPort = 20_000
      resources.maxDynamicPort = 20_000 + self.number(0...7)
    }
    if chance(35) { resources.devices = [device("gpu", "nvidia", number)] }
    if chance(15) { resources.devices.append(device("fpga", "intel", number)) }
    return resources
  }

  private mutating func device(_ type: String, _ vendor: String, _ node: Int) -> NodeDevice {
    NodeDevice(
      vendor: vendor, type: type, name: pick(["1080ti", "a100"]),
      instances: (0..<number(1...3)).map { .init(id: "\(type)-\(node)-\($0)", isHealthy: chance(85)) },
      attributes: [
        .init(name: "memory", value: DeviceQuantity(.int(pick([4096, 11_264, 40_960])), unit: "MiB")),
        .init(name: "clock", value: DeviceQuantity(.float(pick([1.2, 1.8])), unit: "GHz")),
      ])
  }

  private mutating func volumes() -> [CSIVolume]? {
    guard chance(80) else { return nil }
    return [
      CSIVolume(
        id: "db", pluginID: "ebs", isSchedulable: chance(85), accessMode: pick(["single-node-writer", ""]),
        capabilities: [.init(accessMode: "single-node-writer", attachmentMode: "file-system")],
        topologies: chance(40) ? [[CSITopologySegment(key: "zone", value: "a")]] : [],
        writers: chance(15) ? [pick(["alloc-0", "gone"])] : []),
      CSIVolume(id: "shared", pluginID: "ebs", accessMode: "multi-node-multi-writer"),
      CSIVolume(id: "shared[0]", pluginID: "ebs", accessMode: "multi-node-multi-writer"),
    ]
  }

  // MARK: What runs

  private mutating func allocations(on nodes: [Node]) -> [Allocation] {
    var result: [Allocation] = []
    for node in nodes {
      var cpu = node.resources.cpuShares - node.reserved.cpuShares
      var memory = node.resources.memoryMB - node.reserved.memoryMB
      var ports = [8002, 8003, 20_005, 20_006]
      var cores = node.resources.reservableCores.filter { !node.reserved.cores.contains($0) }
      var devices = node.resources.devices
      for _ in 0..<number(0...3) where node.maxAllocations == 0 {
        let job = pick(["old-a", "old-b", "old-c"])
        let index = result.count
        var allocation = Allocation(
          id: "alloc-\(index)", name: "\(job).g[\(index)]", jobID: job, group: "g", nodeID: node.id)
        allocation.priority = ["old-a": 10, "old-b": 45, "old-c": 80][job]
        allocation.clientStatus = pick(["running", "running", "pending", "complete"])
        if allocation.clientStatus == "running", chance(5) { allocation.desiredStatus = "stop" }
        var task = AllocatedTask(name: "t", cpuShares: number(50...1200), memoryMB: number(32...1500))
        guard task.cpuShares <= cpu, task.memoryMB <= memory else { continue }
        cpu -= task.cpuShares
        memory -= task.memoryMB
        if chance(20), !cores.isEmpty { task.cores = [cores.removeLast()] }
        if chance(30), !devices.isEmpty, let instance = devices[0].instances.popLast() {
          task.devices = [
            AllocatedDevice(
              vendor: devices[0].vendor, type: devices[0].type, name: devices[0].name, instances: [instance.id])
          ]
        }
        allocation.resources.tasks = [task]
        allocation.resources.diskMB = 300
        if chance(50), let address = node.resources.addresses.first, let port = ports.popLast() {
          allocation.resources.ports = [AllocatedPort(label: "p", value: port, hostIP: address.address)]
        }
        result.append(allocation)
      }
    }
    return result
  }
}
