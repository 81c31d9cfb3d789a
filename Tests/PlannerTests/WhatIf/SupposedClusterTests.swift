import Testing

@testable import Planner

@Suite("Supposed clusters")
struct SupposedClusterTests {
  static func node(_ name: String, id: String? = nil, nodeClass: String = "", datacenter: String = "dc1") -> Node {
    var node = Node(id: id ?? "id-of-\(name)", name: name, datacenter: datacenter)
    node.nodeClass = nodeClass
    return node
  }

  static func cluster(_ nodes: [Node], _ allocations: [Allocation] = []) -> SupposedCluster {
    SupposedCluster(ClusterSnapshot(nodes: nodes, allocations: allocations))
  }

  @Test("A drained node takes nothing new, and what runs on it is told to go")
  func drain() throws {
    var ended = Allocation(id: "a2", name: "j.g[1]", jobID: "j", group: "g", nodeID: "id-of-n1")
    ended.clientStatus = "complete"
    var cluster = Self.cluster(
      [Self.node("n1"), Self.node("n2")],
      [Allocation(id: "a1", name: "j.g[0]", jobID: "j", group: "g", nodeID: "id-of-n1"), ended])
    try cluster.suppose(.drain(node: "n1"))
    #expect(cluster.snapshot.nodes.map(\.isDraining) == [true, false])
    #expect(cluster.snapshot.nodes[0].eligibility == "ineligible")
    #expect(cluster.snapshot.allocations.map(\.wantsMigration) == [true, false])
    #expect(cluster.statements == ["node \"n1\" drains; 1 allocation on it has to go"])
  }

  @Test("Nodes go away by name, class, datacenter or pool")
  func without() throws {
    let nodes = [Self.node("n1", nodeClass: "a"), Self.node("n2", nodeClass: "b"), Self.node("n3", datacenter: "dc2")]
    let rows: [(Hypothesis.NodeSelection, [String])] = [
      (.node("n1"), ["n2", "n3"]), (.nodeClass("b"), ["n1", "n3"]), (.datacenter("dc1"), ["n3"]),
      (.pool("default"), []),
      (.node("id-of-n3"), ["n1", "n2"]),
    ]
    for (selection, rest) in rows {
      var cluster = Self.cluster(nodes)
      try cluster.suppose(.without(selection))
      #expect(cluster.snapshot.nodes.map(\.name) == rest)
    }
  }

  @Test("A name nobody bears is refused with the nearest one")
  func unknownName() {
    var cluster = Self.cluster([Self.node("edge-1", nodeClass: "edge")])
    #expect(throws: UnknownNode(message: "no node is called \"egde-1\"", hint: "did you mean \"edge-1\"?")) {
      try cluster.suppose(.drain(node: "egde-1"))
    }
    #expect(throws: UnknownNode(message: "no node is in class \"edg\"", hint: "did you mean \"edge\"?")) {
      try cluster.suppose(.without(.nodeClass("edg")))
    }
    #expect(throws: UnknownNode(message: "no node is called \"x\"", hint: "there is edge-1")) {
      try cluster.suppose(.addNodes(count: 1, like: "x"))
    }
  }

  @Test("What fits several nodes means none of them")
  func ambiguousName() throws {
    var cluster = Self.cluster([
      Self.node("a", id: "abcd-1"), Self.node("b", id: "abcd-2"), Self.node("c", id: "c-1"), Self.node("c", id: "c-2"),
    ])
    #expect(
      throws: UnknownNode(
        message: "2 nodes have an id that begins with \"abcd\"", hint: "these are a (abcd-1) and b (abcd-2)")
    ) { try cluster.suppose(.drain(node: "abcd")) }
    #expect(
      throws: UnknownNode(message: "2 nodes are called \"c\"", hint: "say which by its id: c-1 and c-2")
    ) { try cluster.suppose(.without(.node("c"))) }
    try cluster.suppose(.without(.node("abcd-2")))
    #expect(throws: UnknownNode(message: "node \"b\" is supposed to be gone already")) {
      try cluster.suppose(.drain(node: "b"))
    }
    // The beginning of one id only.
    try cluster.suppose(.drain(node: "abcd"))
    #expect(cluster.snapshot.nodes.map(\.isDraining) == [true, false, false])
  }

  @Test("The jobs that have to move are told, each once")
  func displacedJobs() throws {
    let one = Allocation(id: "1", name: "web.g[0]", jobID: "web", group: "g", nodeID: "id-of-n1")
    var cluster = Self.cluster([Self.node("n1"), Self.node("n2")], [one, one])
    try cluster.suppose(.drain(node: "n2"))
    #expect(cluster.displacedJobs.isEmpty)
    try cluster.suppose(.drain(node: "n1"))
    #expect(cluster.displacedJobs == [.init(namespace: "default", id: "web")])
  }

  @Test("Copies differ from every node in all that is one node's own, and in nothing else")
  func copies() throws {
    var model = Self.node("app-09", id: "5eed0000-0000-4000-8000-0000000000ff", nodeClass: "app")
    model.attributes = [
      "kernel.name": "linux", "unique.hostname": "app-09", "unique.network.ip-address": "10.0.0.255",
      "nomad.advertise.address": "10.0.0.255:4646", "unique.storage.bytestotal": "100", "unique.consul.name": "c",
    ]
    model.meta = ["rack": "r1"]
    model.isDraining = true
    model.eligibility = "ineligible"
    model.resources.addresses = [
      NodeAddress(alias: "default", address: "10.0.0.255"), NodeAddress(alias: "public", address: "10.0.0.255"),
      NodeAddress(alias: "v6", address: "fd00::9", family: "ipv6"),
    ]
    model.resources.networks = [NodeNetwork(mode: "host", device: "eth0", ip: "10.0.0.255", cidr: "10.0.0.255/32")]
    model.hostVolumes = [HostVolume(name: "fixed"), HostVolume(name: "made", id: "v1")]
    var cluster = Self.cluster([model, Self.node("app-10")])
    try cluster.suppose(.addNodes(count: 2, like: "app-09"))
    let copies = cluster.snapshot.nodes.suffix(2)
    #expect(copies.map(\.name) == ["app-11", "app-12"])
    #expect(Set(cluster.snapshot.nodes.map(\.id)).count == 4)
    #expect(copies.first?.id == "5eed0000-0000-4000-8000-000000000100")
    let copy = try #require(copies.first)
    #expect(copy.resources.addresses.map(\.address) == ["10.0.1.0", "10.0.1.0", "fd00::a"])
    #expect(copy.resources.networks.map(\.cidr) == ["10.0.1.0/32"])
    #expect(copy.attribute("unique.hostname") == "app-11")
    #expect(copy.attribute("unique.network.ip-address") == "10.0.1.0")
    #expect(copy.attribute("nomad.advertise.address") == "10.0.1.0:4646")
    #expect(copy.attribute("unique.storage.bytestotal") == "100")
    #expect(copy.attribute("unique.consul.name") == "c@app-11")
    #expect(copy.attribute("kernel.name") == "linux")
    #expect(copy.meta["rack"] == "r1")
    #expect(copy.isEligible && !copy.isDraining)
    #expect(copy.hostVolumes.map(\.name) == ["fixed"])
    #expect(cluster.statements == ["2 more nodes like \"app-09\": app-11 and app-12"])
  }

  @Test("What is gone may still be a model, whatever its addresses look like")
  func modelsOutliveTheirNodes() throws {
    var model = Self.node("n")
    model.resources.addresses = [
      NodeAddress(alias: "a", address: "::ffffffff"), NodeAddress(alias: "b", address: "255.255.255.255"),
      NodeAddress(alias: "c", address: "1:"), NodeAddress(alias: "d", address: ""),
      NodeAddress(alias: "e", address: "x"),
    ]
    var cluster = Self.cluster([model])
    try cluster.suppose(.without(.node("n")))
    try cluster.suppose(.addNodes(count: 3, like: "n"))
    #expect(cluster.snapshot.nodes.map(\.name) == ["n-2", "n-3", "n-4"])
  }
}
