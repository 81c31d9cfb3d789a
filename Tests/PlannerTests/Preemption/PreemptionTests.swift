import HCLParser
import Testing

@testable import Planner

@Suite("Preemption")
struct PreemptionTests {
  private func candidate(
    _ id: String, _ priority: Int, cpu: Int = 0, memory: Int = 0, mbits: Int = 0, migrateLimit: Int = 0
  ) -> PreemptionCandidate {
    var candidate = PreemptionCandidate(
      number: Int(id.utf8.first ?? 0), id: id, owner: .init(job: Int(id.utf8.first ?? 0), group: 0), priority: priority)
    candidate.use = PeakUse(cpu: cpu, memoryMB: memory)
    candidate.mbits = mbits
    candidate.migrateLimit = migrateLimit
    return candidate
  }

  private func victims(_ candidates: [PreemptionCandidate], cpu: Int, free: Int = 0) -> [String] {
    PreemptionSearch(candidates: candidates).victims(for: PeakUse(cpu: cpu), free: PeakUse(cpu: free)).map(\.id)
  }

  @Test("The lowest priority goes first, though a single one of higher priority might do")
  func lowestFirst() {
    #expect(victims([candidate("a", 30, cpu: 1000), candidate("b", 10, cpu: 1000)], cpu: 900) == ["b"])
    #expect(victims([candidate("a", 30, cpu: 1000), candidate("b", 10, cpu: 500)], cpu: 900) == ["b", "a"])
    #expect(victims([candidate("a", 10, cpu: 100), candidate("b", 10, cpu: 900)], cpu: 900) == ["b"])
  }

  @Test("Where all together do not suffice, nobody goes")
  func tooLittle() {
    #expect(victims([candidate("a", 10, cpu: 100)], cpu: 900) == [])
    #expect(victims([candidate("a", 10, cpu: 100)], cpu: 900, free: 800) == ["a"])
    #expect(victims([], cpu: 900, free: 100) == [])
  }

  @Test("Equal candidates go in the order of their ids")
  func ties() {
    #expect(victims([candidate("b", 10, cpu: 900), candidate("a", 10, cpu: 900)], cpu: 900) == ["a"])
  }

  @Test("A group whose migrate block is used up is spared while there are others")
  func penalty() {
    let spared = candidate("a", 10, cpu: 900, migrateLimit: 1)
    var search = PreemptionSearch(candidates: [spared, candidate("b", 10, cpu: 2000)])
    #expect(search.victims(for: PeakUse(cpu: 900), free: PeakUse()).map(\.id) == ["a"])
    search.alreadyPreempted[spared.owner] = 1
    #expect(search.victims(for: PeakUse(cpu: 900), free: PeakUse()).map(\.id) == ["b"])
  }

  @Test("A port is freed only if all its holders may go")
  func ports() {
    let search = PreemptionSearch(candidates: [candidate("a", 10)])
    #expect(search.victims(holdingPort: [97])?.map(\.id) == ["a"])
    #expect(search.victims(holdingPort: [97, 98]) == nil)
    #expect(search.victims(holdingPort: []) == nil)
  }

  @Test("Bandwidth is freed from the nearest of the lowest priority")
  func bandwidth() {
    let search = PreemptionSearch(candidates: [
      candidate("a", 10, mbits: 10), candidate("b", 10, mbits: 100), candidate("c", 5),
    ])
    #expect(search.victims(forBandwidth: 100, free: 0)?.map(\.id) == ["b"])
    #expect(search.victims(forBandwidth: 110, free: 0)?.map(\.id) == ["b", "a"])
    #expect(search.victims(forBandwidth: 200, free: 0) == nil)
  }

  @Test("Devices are freed from few holders rather than many")
  func devices() {
    let search = PreemptionSearch(candidates: [])
    let holders = [
      PreemptionSearch.DeviceHolder(candidate: candidate("a", 10), count: 1),
      PreemptionSearch.DeviceHolder(candidate: candidate("b", 20), count: 3),
    ]
    #expect(search.victims(forDevices: 1, free: 0, holders: holders)?.map(\.id) == ["a"])
    #expect(search.victims(forDevices: 3, free: 0, holders: holders)?.map(\.id) == ["b"])
    #expect(search.victims(forDevices: 4, free: 0, holders: holders)?.map(\.id) == ["b", "a"])
    #expect(search.victims(forDevices: 5, free: 0, holders: holders) == nil)
    #expect(PreemptionSearch.harm([candidate("a", 10), candidate("b", 10), candidate("c", 20)]) == 30)
  }

  // MARK: On a node

  private func outcome(
    _ request: PlacementRequest, allocations: [Allocation], _ change: (inout Node) -> Void = { _ in }
  ) -> String {
    let node = Feasible.node("a") {
      $0.resources.cpuShares = 1000
      $0.resources.memoryMB = 1000
      $0.resources.diskMB = 1000
      change(&$0)
    }
    var state = ClusterState(ClusterSnapshot(nodes: [node], allocations: allocations))
    let job = state.job(namespace: "default", id: "app")
    let fit = ResourceFit(request, recordsMemoryMax: false)
    guard case .exhausted(let exhaustion) = fit.fit(onNode: 0, in: &state) else { return "fits" }
    let before = state.usedCPU
    defer { #expect(state.usedCPU == before) }
    switch NodePreemption(fit, node: 0, job: job).run(after: exhaustion, in: &state) {
    case .makesRoom(let room): return room.victims.map { state.id(of: $0) }.sorted().joined(separator: ",")
    case .exhausted(let dimension): return dimension ?? "silent"
    }
  }

  private func allocation(_ id: String, priority: Int, cpu: Int = 0, port: Int? = nil, job: String = "old")
    -> Allocation
  {
    var allocation = Allocation(id: id, name: "\(job).g[0]", jobID: job, group: "g", nodeID: "id-a")
    allocation.priority = priority
    allocation.resources.tasks = [AllocatedTask(name: "t", cpuShares: cpu, memoryMB: 10)]
    if let port { allocation.resources.ports = [AllocatedPort(label: "p", value: port, hostIP: "10.0.0.1")] }
    return allocation
  }

  private func request(cpu: Int, priority: Int = 80, port: Int? = nil) -> PlacementRequest {
    Feasible.request {
      $0.priority = priority
      $0.tasks = [RequestedTask(name: "t", driver: "docker", cpu: cpu, memoryMB: 10)]
      if let port {
        $0.network = RequestedNetwork(mode: "host")
        $0.network?.staticPorts = [RequestedPort(label: "http", value: port)]
      }
      $0.setPeaks()
    }
  }

  @Test("Jobs nearer than ten in priority, and the job's own instances, stay")
  func spared() {
    #expect(outcome(request(cpu: 900), allocations: [allocation("x", priority: 70, cpu: 500)]) == "x")
    #expect(outcome(request(cpu: 900), allocations: [allocation("x", priority: 71, cpu: 500)]) == "cpu")
    #expect(outcome(request(cpu: 900), allocations: [allocation("x", priority: 10, cpu: 500, job: "app")]) == "cpu")
  }

  @Test("Port and processor may need different victims")
  func both() {
    let allocations = [allocation("p", priority: 10, cpu: 100, port: 80), allocation("c", priority: 10, cpu: 500)]
    #expect(outcome(request(cpu: 100, port: 80), allocations: allocations) == "p")
    #expect(outcome(request(cpu: 900, port: 80), allocations: allocations) == "c,p")
  }

  @Test("A port that nobody of low priority holds skips the node without a word")
  func silent() {
    #expect(outcome(request(cpu: 1, port: 80), allocations: [allocation("p", priority: 75, port: 80)]) == "silent")
    #expect(outcome(request(cpu: 1, port: 80), allocations: []) { $0.reserved.hostPorts = "80" } == "silent")
  }

  @Test("An allocation already in the way of nothing is not touched, and cores are never freed")
  func cores() {
    var request = request(cpu: 0)
    request.tasks[0].cores = 1
    #expect(outcome(request, allocations: [allocation("x", priority: 10)]) == "cores")
  }

  @Test("Devices in use by a job of low priority are freed")
  func nodeDevices() {
    var held = allocation("x", priority: 10)
    held.resources.tasks[0].devices = [AllocatedDevice(vendor: "v", type: "gpu", name: "m", instances: ["0"])]
    var request = request(cpu: 1)
    request.tasks[0].devices = [RequestedDevice(task: "t", name: "gpu", count: 1)]
    let gpu = NodeDevice(vendor: "v", type: "gpu", name: "m", instances: [.init(id: "0")])
    #expect(outcome(request, allocations: [held]) { $0.resources.devices = [gpu] } == "x")
    var important = held
    important.priority = 75
    #expect(outcome(request, allocations: [important]) { $0.resources.devices = [gpu] } == "silent")
  }
}
