import HCLParser
import Testing

@testable import Planner

/// Nodes, requests and questions for the tests of single checks.
enum Feasible {
  static func node(_ name: String, _ change: (inout Node) -> Void = { _ in }) -> Node {
    var node = Node(id: "id-\(name)", name: name)
    node.attributes = ["kernel.name": "linux"]
    node.resources.networks = [NodeNetwork(mode: "host", device: "eth0", ip: "10.0.0.1"), NodeNetwork(mode: "bridge")]
    node.resources.addresses = [NodeAddress(alias: "default", address: "10.0.0.1")]
    node.drivers = [DriverInfo(name: "docker")]
    change(&node)
    return node
  }

  static func request(_ change: (inout PlacementRequest) -> Void = { _ in }) -> PlacementRequest {
    var request = PlacementRequest(jobID: "app", namespace: "default", jobKind: .service, group: "web", count: 1)
    request.drivers = [RequestedDriver(name: "docker", task: "main", range: SourceRange(7, 9))]
    change(&request)
    return request
  }

  static func constraint(_ attribute: String, _ comparison: String, _ value: String, _ owner: RequestOwner = .job)
    -> RequestedConstraint
  {
    RequestedConstraint(
      attribute: attribute, comparison: comparison, value: value, owner: owner, range: SourceRange(1, 5))
  }

  /// The reason for each node in turn, as the counters get it.
  static func reasons(
    _ request: PlacementRequest, _ snapshot: ClusterSnapshot, isIdeal: Bool = false, instance: Int = 0
  ) -> [String] {
    var state = ClusterState(snapshot)
    _ = state.job(namespace: request.namespace, id: request.jobID)
    let group = state.group(request.group)
    var filter = NodeFilter()
    filter.isIdeal = isIdeal
    return snapshot.nodes.indices.map {
      filter.reason(against: $0, for: request, group: group, instance: instance, in: state) ?? "fits"
    }
  }

  static func rejection(_ request: PlacementRequest, _ node: Node, volumes: [CSIVolume]? = nil) -> Rejection? {
    var state = ClusterState(ClusterSnapshot(nodes: [node], volumes: volumes))
    _ = state.job(namespace: request.namespace, id: request.jobID)
    let group = state.group(request.group)
    var filter = NodeFilter()
    return filter.rejection(of: 0, for: request, group: group, instance: 0, in: state)
  }
}

@Suite("Feasibility")
struct FeasibilityTests {
  @Test("A node that has all that is asked for fits")
  func fits() {
    #expect(Feasible.rejection(Feasible.request(), Feasible.node("a")) == nil)
  }

  @Test("A constraint that fails gives its text, what was found, and its line")
  func constraint() throws {
    let request = Feasible.request { $0.jobConstraints = [Feasible.constraint("${attr.os.name}", "=", "debian")] }
    let rejection = try #require(Feasible.rejection(request, Feasible.node("a")))
    #expect(rejection.reason == "${attr.os.name} = debian")
    #expect(rejection.detail == "${attr.os.name} is not set")
    #expect(rejection.causes == [.init("the job asks for it here", SourceRange(1, 5))])
    #expect(!rejection.isUncertain)
  }

  @Test("A constraint on what a stub does not tell rejects, and says that it might be otherwise")
  func uncertain() throws {
    let request = Feasible.request { $0.jobConstraints = [Feasible.constraint("${attr.os.name}", "=", "debian")] }
    let stub = Feasible.node("a") { $0.unknown = [.attributes, .meta] }
    #expect(try #require(Feasible.rejection(request, stub)).isUncertain)
  }

  @Test(
    "Drivers must be detected and healthy, or known by attribute alone",
    arguments: [
      ([DriverInfo(name: "docker")], [:], nil),
      (
        [DriverInfo(name: "docker", isHealthy: false, healthDescription: "no daemon")], [:],
        "driver \"docker\" is not healthy: no daemon"
      ),
      ([DriverInfo(name: "docker", isDetected: false)], ["driver.docker": "1"], "driver \"docker\" is not detected"),
      ([], ["driver.docker": "1"], nil), ([], ["driver.docker": "yes"], "driver \"docker\" is unknown to the node"),
      ([], [:], "driver \"docker\" is unknown to the node"),
    ] as [([DriverInfo], [String: String], String?)])
  func drivers(drivers: [DriverInfo], attributes: [String: String], detail: String?) {
    let node = Feasible.node("a") {
      $0.drivers = drivers
      $0.attributes = NodeAttributes(attributes.map { (key: $0.key, value: $0.value) })
    }
    let rejection = Feasible.rejection(Feasible.request(), node)
    #expect(rejection?.reason == (detail == nil ? nil : "missing drivers"))
    #expect(rejection?.detail == detail)
  }

  @Test(
    "Host volumes must be there, and writable where they are written",
    arguments: [
      ("data", false, true, true), ("data", true, false, false), ("data", true, true, true),
      ("other", false, false, false),
    ])
  func hostVolumes(source: String, isNodeReadOnly: Bool, isReadOnly: Bool, fits: Bool) {
    let request = Feasible.request {
      $0.volumes = [RequestedVolume(name: "v", type: "host", source: source, isReadOnly: isReadOnly)]
    }
    let node = Feasible.node("a") { $0.hostVolumes = [HostVolume(name: "data", isReadOnly: isNodeReadOnly)] }
    #expect((Feasible.rejection(request, node) == nil) == fits)
  }

  @Test("A volume per instance has the instance's number in its source")
  func perAllocation() {
    let request = Feasible.request {
      $0.volumes = [RequestedVolume(name: "v", type: "host", source: "data", isPerAllocation: true)]
    }
    let snapshot = ClusterSnapshot(nodes: [Feasible.node("a") { $0.hostVolumes = [HostVolume(name: "data[1]")] }])
    #expect(Feasible.reasons(request, snapshot, instance: 1) == ["fits"])
    #expect(Feasible.reasons(request, snapshot, instance: 0) == ["missing compatible host volumes"])
  }

  @Test("Earlier device requests take away from later ones; only healthy instances count")
  func devices() {
    let node = Feasible.node("a") {
      $0.resources.devices = [
        NodeDevice(
          vendor: "nvidia", type: "gpu", name: "a",
          instances: [.init(id: "0"), .init(id: "1"), .init(id: "2", isHealthy: false)])
      ]
    }
    func fits(_ counts: [Int], _ name: String = "gpu") -> Bool {
      let request = Feasible.request {
        var task = RequestedTask(name: "t", driver: "docker", cpu: 1, memoryMB: 1)
        task.devices = counts.map { RequestedDevice(task: "t", name: name, count: $0) }
        $0.tasks = [task]
      }
      return Feasible.rejection(request, node) == nil
    }
    #expect(fits([2]) && fits([1, 1]) && !fits([3]) && !fits([2, 1]))
    #expect(fits([1], "nvidia/gpu") && fits([1], "nvidia/gpu/a") && !fits([1], "amd/gpu") && !fits([1], "nvidia/gpu/b"))
  }

  @Test(
    "The mode of the network must be there to the letter",
    arguments: [
      ("", "fits"), ("host", "fits"), ("bridge", "fits"), ("none", "fits"), ("cni/prod", "missing network"),
      ("Bridge", "missing network"),
    ])
  func modes(mode: String, reason: String) {
    let request = Feasible.request { $0.networkNeed = RequestedNetwork(mode: mode) }
    #expect(Feasible.reasons(request, ClusterSnapshot(nodes: [Feasible.node("a")])) == [reason])
  }

  @Test("A group without a network block counts as host mode")
  func noNetworkBlock() {
    let node = Feasible.node("a") { $0.resources.networks = [NodeNetwork(mode: "bridge")] }
    #expect(
      Feasible.rejection(Feasible.request(), node)?.detail == "wants network mode \"host\"; the node has \"bridge\"")
  }

  @Test("Clients older than 0.12 pass for bridge mode", arguments: [("0.11.3", true), ("0.12.0", false), ("", false)])
  func oldClients(version: String, fits: Bool) {
    let node = Feasible.node("a") {
      $0.resources.networks = []
      $0.attributes = ["nomad.version": version]
    }
    let request = Feasible.request { $0.networkNeed = RequestedNetwork(mode: "bridge") }
    #expect((Feasible.rejection(request, node) == nil) == fits)
  }

  @Test(
    "Every port's host network must be there",
    arguments: [
      ("default", "fits"), ("public", "missing host network \"public\" for port \"http\""),
      ("${meta.front}", "fits"), ("${meta.back}", "missing host network \"public\" for port \"http\""),
      ("${meta.none}", "invalid host network \"${meta.none}\" template for port \"http\""), ("storage", "fits"),
    ])
  func hostNetworks(name: String, reason: String) {
    let node = Feasible.node("a") {
      $0.meta = ["front": "default", "back": "public"]
      $0.resources.aliasesWithoutAddress = ["storage"]
    }
    let request = Feasible.request {
      $0.networkNeed = RequestedNetwork(mode: "host")
      $0.networkNeed?.dynamicPorts = [RequestedPort(label: "http", hostNetwork: name)]
    }
    #expect(Feasible.reasons(request, ClusterSnapshot(nodes: [node])) == [reason])
  }

  @Test("The first failing check decides, in the order of the real scheduler")
  func order() {
    let request = Feasible.request {
      $0.drivers = [RequestedDriver(name: "java", task: "main")]
      $0.groupConstraints = [Feasible.constraint("${attr.x}", "is_set", "", .group("web"))]
      $0.networkNeed = RequestedNetwork(mode: "cni/x")
    }
    var state = ClusterState(ClusterSnapshot(nodes: [Feasible.node("a")]))
    let group = state.group("web")
    var filter = NodeFilter()
    let checks = FeasibilityChecks(request, job: 0, group: group)
    let question = FeasibilityQuestion(
      number: 0, instance: 0, properties: PropertyUse(checks.properties, in: state))
    let all = checks.checks.compactMap { $0.rejection(question, in: state)?.reason }
    #expect(all == ["missing drivers", "${attr.x} is_set ", "missing network"])
    #expect(filter.reason(against: 0, for: request, group: group, instance: 0, in: state) == "missing drivers")
  }
}
