/// A snapshot, and what has been placed and stopped on it so far. Several jobs are planned on one state, in order.
///
/// What is asked per node stands in flat arrays by the node's place in the snapshot. Ports, cores and devices are kept
/// only for the nodes and allocations that have any. Invariant: the arrays of use are the sums over the live
/// allocations of each node.
public struct ClusterState: Sendable {
  /// What was read of the cluster. Placing and stopping leave it as it is; other nodes and settings may be supposed.
  public private(set) var snapshot: ClusterSnapshot

  /// What each node has, less what its agent keeps back. May be negative in a broken snapshot.
  private(set) var availableCPU: [Int] = []
  private(set) var availableMemory: [Int] = []
  private(set) var availableDisk: [Int] = []
  /// What the live allocations of each node use.
  private(set) var usedCPU: [Int] = []
  private(set) var usedMemory: [Int] = []
  private(set) var usedDisk: [Int] = []

  /// Every allocation ever seen or placed; those that are stopped or pushed out stay, marked as not live.
  private(set) var allocations: [LiveAllocation] = []
  /// The live allocations of each node, in the order they came.
  private(set) var allocationsOnNode: [[Int]] = []
  /// All allocations of each job, live or not, in the order they came.
  private(set) var allocationsOfJob: [[Int]] = []
  /// Cores, ports and devices of the allocations that have any.
  private(set) var holdings: [Holdings] = []

  private(set) var jobs = JobTable()
  /// The versions of each job that something runs, oldest first; the last one counts as registered.
  var versions: [[RegisteredJob]] = []
  /// Whether the versions of a job's allocations have been found out.
  var hasResolvedVersions: [Bool] = []
  /// For each job the canaries of the deployment that this run has begun last, by group; nil where it began none.
  var canaries: [[Int: Set<Int>]?] = []
  /// The nodes on which something was placed or taken away, in the order it happened.
  private(set) var changedNodes: [Int32] = []
  private(set) var facts = NodeFacts()
  private(set) var order = NodeOrder()
  /// Ten to the power of the share of processor (memory) left free, by the node's place in `order`; see `FitScore`.
  /// Not a number where a node has none to give.
  private(set) var cpuPower: [Double] = []
  private(set) var memoryPower: [Double] = []
  private let power = PowerOfTen()
  /// The candidates of the last jobs: many jobs ask for the same datacenters and pool.
  private var candidates: [CandidateKey: Candidates] = [:]

  /// What the classes of nodes said to the groups before.
  var verdicts = VerdictCache()

  /// The values of attributes that jobs spread over.
  private var attributeValues: [String: NodeValues] = [:]

  private struct CandidateKey: Hashable {
    var datacenters: [String]
    var pool: String
  }

  /// Cores in use on each node.
  private var usedCores: [[Int]] = []
  /// Nodes whose ports need a look whatever is placed: unreadable reservations, or allocations of the snapshot that
  /// hold ports and may collide.
  private var hasDoubtfulPorts: [Bool] = []
  /// The ports of each node, worked out when first asked for.
  private var ports: [NodePorts?] = []
  /// The node that has an id.
  private let nodeNumbers: [String: Int]

  public init(_ snapshot: ClusterSnapshot) {
    self.snapshot = snapshot
    let nodes = snapshot.nodes
    usedCPU = [Int](repeating: 0, count: nodes.count)
    usedMemory = usedCPU
    usedDisk = usedCPU
    allocationsOnNode = [[Int]](repeating: [], count: nodes.count)
    usedCores = allocationsOnNode
    // Of two nodes with one id the first counts.
    nodeNumbers = Dictionary(
      nodes.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    measureNodes()
    for (number, allocation) in snapshot.allocations.enumerated() { add(allocation, number: number) }
  }

  /// Works out from the nodes themselves what they have.
  private mutating func measureNodes() {
    let nodes = snapshot.nodes
    availableCPU = nodes.map { ClusterState.difference($0.resources.cpuShares, $0.reserved.cpuShares) }
    availableMemory = nodes.map { ClusterState.difference($0.resources.memoryMB, $0.reserved.memoryMB) }
    availableDisk = nodes.map { ClusterState.difference($0.resources.diskMB, $0.reserved.diskMB) }
    ports = [NodePorts?](repeating: nil, count: nodes.count)
    hasDoubtfulPorts = nodes.map { node in
      PortSpecification(node.reserved.hostPorts) == nil
        || node.resources.addresses.contains { PortSpecification($0.reservedPorts) == nil }
    }
    facts = NodeFacts(nodes)
    candidates = [:]
    verdicts = VerdictCache()
    attributeValues = [:]
    order = NodeOrder(cpu: availableCPU, memory: availableMemory)
    cpuPower = order.nodes.map { freePower(used: usedCPU[Int($0)], available: availableCPU[Int($0)]) }
    memoryPower = order.nodes.map { freePower(used: usedMemory[Int($0)], available: availableMemory[Int($0)]) }
    for live in allocations where live.isLive && live.node >= 0 {
      if case .snapshot = live.source, holdings(of: live)?.ports.isEmpty == false { hasDoubtfulPorts[live.node] = true }
    }
  }

  /// The nodes a job may run on at all.
  mutating func candidates(datacenters: [String], pool: String) -> Candidates {
    let key = CandidateKey(datacenters: datacenters, pool: pool)
    if let known = candidates[key] { return known }
    let made = Candidates(datacenters: datacenters, pool: pool, facts, classes: snapshot.classes)
    // A handful is kept: each holds a list of nodes.
    if candidates.count >= 8 { candidates = [:] }
    candidates[key] = made
    return made
  }

  /// For each node the number of its value of an attribute.
  mutating func values(of attribute: String) -> NodeValues {
    if let known = attributeValues[attribute] { return known }
    let made = NodeValues(of: attribute, on: snapshot.nodes)
    if attributeValues.count >= 8 { attributeValues = [:] }
    attributeValues[attribute] = made
    return made
  }

  /// How many allocations a node takes at most, or nil for any number.
  func allocationBound(ofNode node: Int) -> Int? {
    guard facts.boundsAllocations else { return nil }
    let bound = snapshot.nodes[node].maxAllocations
    return bound > 0 ? bound : nil
  }

  /// Notes that the use of a node is another.
  private mutating func noteChange(_ node: Int) {
    changedNodes.append(Int32(node))
    let slot = Int(order.slots[node])
    cpuPower[slot] = freePower(used: usedCPU[node], available: availableCPU[node])
    memoryPower[slot] = freePower(used: usedMemory[node], available: availableMemory[node])
  }

  private func freePower(used: Int, available: Int) -> Double {
    available > 0 ? power(1 - Double(used) / Double(available)) : .nan
  }

  /// Supposes other nodes or settings: what if this node were ready, what if there were one more? Nodes keep their
  /// places; new ones come last.
  mutating func suppose(_ change: (inout [Node], inout SchedulerSettings) -> Void) {
    var nodes = snapshot.nodes
    var settings = snapshot.settings
    change(&nodes, &settings)
    for _ in snapshot.nodes.count..<max(snapshot.nodes.count, nodes.count) {
      usedCPU.append(0)
      usedMemory.append(0)
      usedDisk.append(0)
      allocationsOnNode.append([])
      usedCores.append([])
    }
    snapshot = ClusterSnapshot(
      nodes: nodes, allocations: snapshot.allocations, volumes: snapshot.volumes, settings: settings,
      pools: snapshot.pools, deployments: snapshot.deployments, jobs: snapshot.jobs)
    measureNodes()
  }

  private static func difference(_ left: Int, _ right: Int) -> Int {
    let (difference, overflow) = left.subtractingReportingOverflow(right)
    return overflow ? 0 : difference
  }

  /// All nodes, candidates or not. The number of a node is its place among them.
  public var nodes: [Node] { snapshot.nodes }

  /// The place of the node with an id, or nil where the snapshot has none.
  func node(withID id: String) -> Int? { nodeNumbers[id] }

  // MARK: Jobs

  mutating func job(namespace: String, id: String) -> Int {
    let number = jobs.number(namespace: namespace, id: id)
    while allocationsOfJob.count <= number {
      allocationsOfJob.append([])
      versions.append([])
      hasResolvedVersions.append(false)
      canaries.append(nil)
    }
    return number
  }

  mutating func group(_ name: String) -> Int { jobs.groupNumber(name) }

  // MARK: Allocations

  private mutating func add(_ allocation: Allocation, number: Int) {
    var resources = allocation.resources
    if snapshot.settings.traits.countsPoststart {
      for index in resources.tasks.indices
      where resources.tasks[index].phase == .poststart || resources.tasks[index].phase == .poststartSidecar {
        resources.tasks[index].phase = .main
      }
    }
    let use = PeakUse(resources)
    var live = LiveAllocation(
      source: .snapshot(number), job: job(namespace: allocation.namespace, id: allocation.jobID),
      group: jobs.groupNumber(allocation.group), node: nodeNumbers[allocation.nodeID] ?? -1,
      instance: allocation.index ?? -1, priority: allocation.priority ?? 50)
    live.cpu = use.cpu
    live.memoryMB = use.memoryMB
    live.diskMB = use.diskMB
    live.isServerTerminal = allocation.isServerTerminal
    let holdings = Holdings(resources)
    if live.node >= 0, !holdings.ports.isEmpty { hasDoubtfulPorts[live.node] = true }
    append(&live, holdings: holdings, isLive: !allocation.isClientTerminal)
  }

  /// Adds an instance that has found its place. Returns its number.
  @discardableResult
  mutating func place(
    _ allotment: Allotment, job: Int, group: Int, node: Int, instance: Int, priority: Int, version: Int = -1
  ) -> Int {
    var live = LiveAllocation(
      source: .placed(allotment), job: job, group: group, node: node, instance: instance, priority: priority)
    live.version = version
    live.cpu = allotment.peakCPU
    live.memoryMB = allotment.peakMemoryMB
    live.diskMB = allotment.diskMB
    append(&live, holdings: allotment.holdsNothing ? Holdings() : Holdings(allotment), isLive: true)
    return allocations.count - 1
  }

  private mutating func append(_ live: inout LiveAllocation, holdings: Holdings, isLive: Bool) {
    if !holdings.isEmpty {
      self.holdings.append(holdings)
      live.holdings = self.holdings.count
    }
    allocations.append(live)
    allocationsOfJob[live.job].append(allocations.count - 1)
    if isLive { revive(allocations.count - 1) }
  }

  /// Takes an allocation off its node: stopped, pushed out, or left out for the length of a question.
  mutating func remove(_ number: Int) {
    guard allocations[number].isLive else { return }
    allocations[number].isLive = false
    let live = allocations[number]
    guard live.node >= 0 else { return }
    usedCPU[live.node] &-= live.cpu
    usedMemory[live.node] &-= live.memoryMB
    usedDisk[live.node] &-= live.diskMB
    allocationsOnNode[live.node].removeAll { $0 == number }
    noteChange(live.node)
    guard let holdings = holdings(of: live) else { return }
    if !holdings.ports.isEmpty { ports[live.node] = nil }
    if !holdings.cores.isEmpty { recountCores(onNode: live.node) }
  }

  /// Puts an allocation (back) on its node.
  mutating func revive(_ number: Int) {
    guard !allocations[number].isLive else { return }
    allocations[number].isLive = true
    let live = allocations[number]
    guard live.node >= 0 else { return }
    usedCPU[live.node] &+= live.cpu
    usedMemory[live.node] &+= live.memoryMB
    usedDisk[live.node] &+= live.diskMB
    allocationsOnNode[live.node].append(number)
    noteChange(live.node)
    guard let holdings = holdings(of: live) else { return }
    ports[live.node]?.add(holdings)
    usedCores[live.node] += holdings.cores
  }

  private mutating func recountCores(onNode node: Int) {
    usedCores[node] = allocationsOnNode[node].flatMap { holdings(of: allocations[$0])?.cores ?? [] }
  }

  /// The cores in use on a node, one entry for each holder.
  func cores(onNode node: Int) -> [Int] { usedCores[node] }

  /// True where a node's ports may rule it out even for a group that asks for none.
  func mayHaveBrokenPorts(_ node: Int) -> Bool { hasDoubtfulPorts[node] || ports[node]?.hasCollision == true }

  /// Notes how this run ends an allocation; nil where it does not after all.
  mutating func setEnd(of number: Int, to end: LiveAllocation.End?) { allocations[number].end = end }

  mutating func setVersion(of number: Int, to version: Int) { allocations[number].version = version }

  mutating func setPriority(of number: Int, to priority: Int) { allocations[number].priority = priority }

  func holdings(of allocation: LiveAllocation) -> Holdings? {
    allocation.holdings > 0 ? holdings[allocation.holdings - 1] : nil
  }

  /// How many live allocations of a job (and group, where one is given) a node has.
  func count(ofJob job: Int, group: Int? = nil, onNode node: Int) -> Int {
    var count = 0
    for number in allocationsOnNode[node] {
      let live = allocations[number]
      if live.job == job, group == nil || live.group == group { count += 1 }
    }
    return count
  }

  /// The name of an allocation: `job.group[0]`.
  func name(of number: Int) -> String {
    let live = allocations[number]
    if case .snapshot(let index) = live.source { return snapshot.allocations[index].name }
    return AllocationNames.name(job: jobs.id(of: live.job), group: jobs.group(live.group), index: live.instance)
  }

  /// The id of an allocation of the snapshot; one that was only planned goes by its name.
  func id(of number: Int) -> String {
    if case .snapshot(let index) = allocations[number].source { return snapshot.allocations[index].id }
    return name(of: number)
  }

  /// An allocation as a plan tells of it that pushes it out.
  func preemptedAllocation(_ number: Int) -> PreemptedAllocation {
    let live = allocations[number]
    var type = ""
    if case .snapshot(let index) = live.source { type = snapshot.allocations[index].jobKind?.rawValue ?? "" }
    return PreemptedAllocation(
      id: id(of: number), name: name(of: number), jobID: jobs.id(of: live.job),
      namespace: jobs.namespace(of: live.job), group: jobs.group(live.group), priority: live.priority, jobType: type)
  }

  /// The ports of a node with all live allocations counted.
  mutating func ports(ofNode node: Int) -> NodePorts {
    if let ready = ports[node] { return ready }
    var made = NodePorts(nodes[node])
    for number in allocationsOnNode[node] {
      if let holdings = holdings(of: allocations[number]) { made.add(holdings) }
    }
    ports[node] = made
    return made
  }
}
