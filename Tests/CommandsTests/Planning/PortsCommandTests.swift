import Testing

@testable import Commands

@Suite("ports")
struct PortsCommandTests {
  static let flags = ["ports", "--nodes", "Corpus/Examples/fleet.json"]
  static let job = "Corpus/Examples/load-balancer.nomad.hcl"

  @Test("Without jobs it shows the addresses of the nodes with what they keep back and have left")
  func addresses() {
    let outcome = ExamplesTests.world().run(Self.flags + ["--node", "edge-1"])
    #expect(
      outcome
        == .init(
          code: 0,
          output: """
            Addresses:

            Node    Address       Host networks     Kept back       Taken    Dynamic free
            edge-1  10.0.1.1      private, default  22,14000-14512         12001 of 12001
            edge-1  203.0.113.11  public            22,14000-14512         12001 of 12001

            """, error: ""))
  }

  @Test("Of a job it tells which static ports it asks for and which nodes can grant them")
  func requests() {
    let outcome = ExamplesTests.world().run(Self.flags + [Self.job])
    #expect(outcome.code == 0)
    #expect(
      outcome.output.hasPrefix(
        """
        Static ports asked for:

          load-balancer.haproxy: port "https" = 443 on host network "public", 2 wanted (\(Self.job):19:24)
            - 2 nodes can grant it: edge-1 and edge-2
            - app-1, app-2, app-3 and win-1 have no host network "public"

        """))
  }

  @Test("More instances than addresses are told, and are code 3")
  func shortage() {
    let outcome = ExamplesTests.world().run(Self.flags + ["--set-count", "haproxy=3", Self.job])
    #expect(outcome.code == 3)
    #expect(outcome.output.contains("  port 443: load-balancer.haproxy wants 3, 2 addresses can grant it\n"))
  }

  @Test("Jobs that want the same port compete for its addresses")
  func contention() throws {
    let world = PlanCommandTests.world("contention-same-static-port")
    let flags = ["ports", "--nodes", "nodes.json", "--format=json", "1-a.nomad.hcl", "2-b.nomad.hcl"]
    let outcome = world.run(flags)
    #expect(outcome.code == 3)
    let shortages = try #require(try ReportOutputTests.json(outcome.output)["Shortages"] as? [[String: Any]])
    #expect(shortages.map { $0["Wanted"] as? Int } == [3])
    #expect(shortages.map { $0["Available"] as? Int } == [2])
    #expect(world.run(flags.dropLast()).code == 0)
  }

  @Test("An allocation that holds a port is named")
  func taken() {
    let world = PlanCommandTests.world("static-port-taken-by-existing-alloc")
    let outcome = world.run("ports", "--nodes", "nodes.json", "--allocs", "allocs.json", "job.nomad.hcl")
    #expect(outcome.output.contains("    - n1: taken by other.g[0]\n"))
  }

  @Test("A job of the same name in another namespace holds its ports for itself")
  func otherNamespace() {
    let world = PlanCommandTests.world("static-port-taken-by-existing-alloc")
    func job(_ namespace: String) -> [UInt8] {
      let port = "network {\n port \"http\" {\n static = 8080\n }\n }"
      let group = "group \"g\" {\n \(port)\n task \"t\" {\n driver = \"docker\"\n }\n }"
      return Array("job \"j\" {\n namespace = \"\(namespace)\"\n \(group)\n}\n".utf8)
    }
    world.set("default.nomad.hcl", bytes: job("default"))
    world.set("other.nomad.hcl", bytes: job("other"))
    world.set(
      "held.json",
      bytes: Array(
        """
        [{"ID": "a", "Name": "j.g[0]", "Namespace": "default", "JobID": "j", "TaskGroup": "g",
          "NodeID": "952a1a83-f32e-4ebe-8542-4ad198f086b0", "ClientStatus": "running", "AllocatedResources": {"Shared": {"Ports": [
          {"Label": "http", "Value": 8080, "HostIP": "10.0.0.1"}]}}}]
        """.utf8))
    let flags = ["ports", "--nodes", "nodes.json", "--allocs", "held.json"]
    #expect(!world.run(flags + ["default.nomad.hcl"]).output.contains("n1: taken by"))
    #expect(world.run(flags + ["other.nomad.hcl"]).output.contains("n1: taken by j.g[0]"))
  }

  @Test("A port held twice is a clash, and so is one held though it is kept back")
  func clashes() {
    let world = MemoryWorld(files: [
      "nodes.json": """
      [{"ID": "1", "Name": "n1", "Status": "ready", "SchedulingEligibility": "eligible", "Datacenter": "dc1",
        "Attributes": {}, "Meta": {}, "NodeResources": {"NodeNetworks": [{"Mode": "host", "Device": "eth0",
        "Addresses": [{"Alias": "default", "Address": "10.0.0.1", "Family": "ipv4"}]}]},
        "ReservedResources": {"Networks": {"ReservedHostPorts": "22"}}}]
      """,
      "allocs.json": """
      [{"ID": "a", "Name": "j.g[0]", "JobID": "j", "TaskGroup": "g", "NodeID": "1", "ClientStatus": "running",
        "AllocatedResources": {"Shared": {"Ports": [{"Label": "p", "Value": 80, "HostIP": "10.0.0.1"}]}}},
       {"ID": "b", "Name": "k.g[0]", "JobID": "k", "TaskGroup": "g", "NodeID": "1", "ClientStatus": "running",
        "AllocatedResources": {"Shared": {"Ports": [{"Label": "p", "Value": 80, "HostIP": "10.0.0.1"},
        {"Label": "q", "Value": 22, "HostIP": "10.0.0.1"}]}}}]
      """,
    ])
    let outcome = world.run("ports", "--nodes", "nodes.json", "--allocs", "allocs.json")
    #expect(outcome.code == 3)
    #expect(outcome.output.contains("n1: port 80 on 10.0.0.1 is held by j.g[0] and k.g[0]\n"))
    #expect(outcome.output.contains("n1: port 22 on 10.0.0.1 is held by k.g[0] and the node's agent\n"))
  }

  @Test("An unknown node or an invalid job is told")
  func wrongUse() {
    let world = ExamplesTests.world()
    #expect(world.run(Self.flags + ["--node", "egde-1"]).error.contains("did you mean \"edge-1\"?"))
    world.set("bad.nomad", bytes: Array("job \"bad\" {\n".utf8))
    #expect(world.run(Self.flags + ["bad.nomad"]).code == 1)
  }
}
