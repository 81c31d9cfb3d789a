/// Fits the tasks of one instance on one node, one after another: each sees what the earlier ones took.
struct TaskFit {
  private let node: Node
  private var ports: NodePorts?
  private var bandwidth: [Holdings.Bandwidth] = []
  private var takenCores: [Int] = []
  private var devices: DeviceAllocator?

  /// - Parameter allotment: what the group has got already: its ports.
  init(node: Node, number: Int, allotment: Allotment, in state: inout ClusterState, request: PlacementRequest) {
    self.node = node
    if request.hasTaskNetworks {
      var ports = state.ports(ofNode: number)
      ports.add(Holdings(allotment))
      self.ports = ports
    }
    for live in state.allocationsOnNode[number] {
      guard let holdings = state.holdings(of: state.allocations[live]) else { continue }
      bandwidth += holdings.bandwidth
      takenCores += holdings.cores
    }
    if !request.devices.isEmpty { devices = DeviceAllocator(node: node, number: number, in: state) }
  }

  /// Gives the task its network, devices and cores; what is short where there is not enough.
  mutating func fit(_ task: RequestedTask, into share: inout Allotment.TaskShare) -> Exhaustion? {
    if let network = task.network, var ports {
      switch TaskNetworkAllocator.assign(network, task: task.name, on: ports, bandwidth: bandwidth) {
      case .network(let assigned):
        share.network = assigned
        var taken = Holdings()
        taken.ports = assigned.ports.map { Holdings.Port(ip: assigned.ip, value: $0.value, label: $0.label) }
        ports.add(taken)
        self.ports = ports
        bandwidth.append(Holdings.Bandwidth(device: assigned.device, mbits: assigned.mbits))
      case .exhausted(let exhaustion): return exhaustion
      }
    }
    for request in task.devices {
      switch devices?.assign(request) {
      case .devices(let assigned): share.devices.append(assigned)
      case .exhausted(let exhaustion): return exhaustion
      case nil: break
      }
    }
    guard task.cores > 0 else { return nil }
    let reservable = node.resources.reservableCores
    guard let cores = CoreAllocator.cores(task.cores, of: reservable, taken: takenCores) else {
      return .cores(
        task: task.name, needed: task.cores, available: reservable.count { !takenCores.contains($0) })
    }
    takenCores += cores
    share.cores = cores
    share.cpu = CoreAllocator.shares(
      of: task.cores, nodeShares: node.resources.cpuShares, totalCores: node.resources.totalCores)
    return nil
  }

  /// The share of wanted device affinities that hold on the devices given so far, or nil where none are asked for.
  var deviceScore: Double? { devices?.score }
}
