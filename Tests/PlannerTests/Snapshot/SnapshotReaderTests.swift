import HCLParser
import TestSupport
import Testing

@testable import Planner

@Suite("Reading snapshots")
struct SnapshotReaderTests {
  private func source(_ text: String, id: UInt32 = 0) -> SourceText {
    SourceText(name: "nodes.json", text: text, id: SourceID(id))
  }

  private func nodes(_ text: String) -> Diagnosed<ClusterSnapshot> { SnapshotReader.read(nodes: [source(text)]) }

  static let node = """
    {"ID": "1", "Name": "n1", "Datacenter": "dc1", "Status": "ready", "Attributes": {"kernel.name": "linux"},
     "Meta": {"rack": "r1"}, "NodeResources": {"Cpu": {"CpuShares": 4000}, "Memory": {"MemoryMB": 100}, "NodeNetworks": []}}
    """

  @Test("Every snapshot of the plan cases reads without a word", arguments: Corpus.cases("Conformance/plan"))
  func conformance(name: String) {
    let folder = "Conformance/plan/\(name)"
    let optional = { (file: String) in
      Corpus.exists("\(folder)/\(file)") ? [Corpus.source("\(folder)/\(file)")] : []
    }
    let result = SnapshotReader.read(
      nodes: [Corpus.source("\(folder)/nodes.json")], allocations: optional("allocs.json"),
      volumes: optional("volumes.json"))
    #expect(result.diagnostics.map(\.summary) == [])
    #expect(result.output.nodes.count == (Corpus.json("\(folder)/nodes.json") as? [Any])?.count)
    #expect(result.output.nodes.allSatisfy { !$0.attributes.isEmpty && $0.unknown.isEmpty })
    for allocation in result.output.allocations {
      #expect(allocation.resources.tasks.allSatisfy { $0.memoryMB > 0 && $0.cpuShares > 0 })
      #expect(allocation.index != nil)
    }
  }

  @Test("A file without anything in it is no empty cluster", arguments: ["", " \n\t\n"])
  func emptyFile(text: String) {
    #expect(nodes(text).diagnostics.map(\.summary) == ["expected nodes, found an empty file"])
    #expect(nodes("[]").diagnostics.isEmpty)
  }

  @Test(
    "Nodes may come as a list, wrapped, alone, or line by line",
    arguments: [
      "[\(node)]", "{\"Nodes\": [\(node)]}", node, "\(node)\n", "[\(node)]\n[]", "{\"Node\": \(node)}",
    ])
  func forms(text: String) {
    let result = nodes(text)
    #expect(result.diagnostics.map(\.summary) == [])
    #expect(result.output.nodes.map(\.name) == ["n1"])
    #expect(result.output.nodes.first?.attribute("kernel.name") == "linux")
    #expect(result.output.nodes.first?.meta["rack"] == "r1")
    #expect(result.output.nodes.first?.attribute("rack") == nil)
    #expect(result.output.nodes.first?.pool == "default")
  }

  @Test("Nodes of several files share one table of texts, and keep their places")
  func severalFiles() {
    let other = Self.node.replacing("\"1\"", with: "\"2\"").replacing("n1", with: "n2")
    let result = SnapshotReader.read(nodes: [source(Self.node), source("[\(other)]", id: 1)])
    #expect(result.output.nodes.map(\.name) == ["n1", "n2"])
    #expect(result.output.nodes.map(\.range?.source.number) == [0, 1])
    #expect(result.output.nodes.map { $0.attribute("kernel.name") } == ["linux", "linux"])
  }

  @Test(
    "What does not fit is named together with its node and field",
    arguments: [
      ("[1]", "expected a node, found a number"),
      ("7", "expected nodes, found a number"),
      ("{\"Job\": {}}", "expected a node, found a job"),
      ("{\"a\": 1}", "expected a node, found an object without \"NodeResources\""),
      ("{\"SchedulerConfig\": {}}", "expected a node, found a scheduler configuration"),
      ("[\(node), \(node)]", "node \"n1\" has the id of another one, \"1\""),
      ("{\"Name\": \"n1\", \"NodeResources\": {}}", "node \"n1\" has no \"ID\""),
      ("{\"ID\": \"1\", \"Attributes\": {}}", "node \"1\" has no \"NodeResources\""),
      ("{\"ID\": 1, \"Name\": \"n1\", \"NodeResources\": {}}", "node \"n1\": \"ID\" takes text, not a number"),
      (
        "{\"ID\": \"1\", \"NodeResources\": {\"Memory\": {\"MemoryMB\": \"8\"}}}",
        "node \"1\": \"NodeResources.Memory.MemoryMB\" takes a whole number, not text"
      ),
      (
        "{\"ID\": \"1\", \"NodeResources\": {\"Memory\": {\"MemoryMB\": 1.5}}}",
        "node \"1\": \"NodeResources.Memory.MemoryMB\" takes a whole number, not 1.5"
      ),
      (
        "{\"ID\": \"1\", \"NodeResources\": {\"Memory\": {\"MemoryMB\": -1}}}",
        "node \"1\": \"NodeResources.Memory.MemoryMB\" is -1, expected 0 to 281474976710656"
      ),
      (
        "{\"ID\": \"1\", \"NodeResources\": {}, \"Attributes\": {\"a\": 1}}",
        "node \"1\": \"Attributes.a\" takes text, not a number"
      ),
      (
        "{\"ID\": \"1\", \"NodeResources\": [], \"Attributes\": {}}",
        "node \"1\": \"NodeResources\" takes an object, not a list"
      ),
      (
        "{\"ID\": \"1\", \"NodeResources\": {\"Networks\": {}}}",
        "node \"1\": \"NodeResources.Networks\" takes a list, not an object"
      ),
    ])
  func misfits(text: String, summary: String) {
    let result = nodes(text)
    #expect(result.diagnostics.first?.summary == summary)
    #expect(result.diagnostics.first.map { $0.range.end <= text.utf8.count } == true)
    #expect(result.diagnostics.first?.severity == .error)
  }

  @Test("A text that is no JSON is refused where it breaks")
  func noJSON() {
    let result = nodes("[{]")
    #expect(result.diagnostics.map(\.rule) == [.syntaxJSON])
    #expect(result.output.nodes.isEmpty)
  }

  @Test("Null is the same as absent, and unknown keys are passed over")
  func nulls() {
    let result = nodes(
      "{\"ID\": \"1\", \"Name\": null, \"NodeResources\": {\"Cpu\": null, \"NodeNetworks\": []}, \"Drivers\": null, \"DrainStrategy\": null, \"New\": [[1]]}"
    )
    #expect(result.diagnostics.map(\.summary) == [])
    #expect(result.output.nodes.first?.isDraining == false)
  }

  @Test("Stubs are taken, and it is said what they cannot tell")
  func stubs() {
    let result = nodes(
      "[{\"ID\": \"1\", \"Name\": \"n1\", \"Address\": \"10.0.0.1\", \"Version\": \"1.6.5\", \"Drivers\": {}, \"Drain\": true, \"Datacenter\": \"dc1\"}]"
    )
    #expect(result.diagnostics.map(\.rule) == [.snapshotNodeStubs])
    #expect(result.diagnostics.map(\.severity) == [.warning])
    #expect(result.output.nodes.first?.unknown == [.attributes, .meta, .hostVolumes, .csi, .resources])
    #expect(result.output.nodes.first?.isDraining == true)
  }

  @Test("Addresses that the command line's JSON leaves out are worked out from the configuration")
  func inferredAddresses() {
    let result = nodes(
      """
      {"ID": "1", "Name": "n1", "Attributes": {}, "NodeResources": {"Networks": [
        {"Mode": "bridge"}, {"Mode": "host", "Device": "eth0", "IP": "203.0.113.10"},
        {"Mode": "host", "Device": "eth0", "IP": "2001:db8::1"}]},
       "HostNetworks": {"public": {"Name": "public", "CIDR": "203.0.113.0/24", "Interface": "eth0", "ReservedPorts": "80"},
        "storage": {"Name": "storage", "CIDR": "10.20.0.0/16"}, "any": {}}}
      """)
    #expect(result.diagnostics.map(\.rule) == [.snapshotInferredAddresses])
    let resources = result.output.nodes.first?.resources
    #expect(
      resources?.addresses.map { "\($0.alias) \($0.address)" } == [
        "default 203.0.113.10", "default 2001:db8::1", "any 203.0.113.10", "any 2001:db8::1", "public 203.0.113.10",
      ])
    #expect(resources?.addresses.last?.reservedPorts == "80")
    #expect(resources?.aliasesWithoutAddress == ["storage"])
  }

  @Test("The state of a server gives nodes, allocations with their jobs, volumes and settings at once")
  func state() {
    var reader = SnapshotReader()
    reader.readState(
      source(
        """
        {"Nodes": [\(Self.node)], "Evals": [], "Jobs": [{"ID": "app", "Namespace": "default", "Type": "batch", "Priority": 70}],
         "Allocs": [{"ID": "a", "Name": "app.web[0]", "Namespace": "default", "JobID": "app", "NodeID": "1", "ClientStatus": "complete"}],
         "CSIVolumes": [{"ID": "db", "PluginID": "ebs"}], "SchedulerConfig": {"SchedulerAlgorithm": "spread"},
         "NodePools": [{"Name": "gpu", "SchedulerConfiguration": {"SchedulerAlgorithm": "binpack"}}]}
        """))
    let result = reader.finish()
    #expect(result.diagnostics.map(\.summary) == [])
    #expect(result.output.nodes.map(\.name) == ["n1"])
    #expect(result.output.allocations.map(\.priority) == [70])
    #expect(result.output.allocations.map(\.jobKind) == [.batch])
    #expect(result.output.volumes?.map(\.id) == ["db"])
    #expect(result.output.algorithm(forPool: "default") == .spread)
    #expect(result.output.algorithm(forPool: "gpu") == .binpack)
  }

  @Test("A file that is no state of a server is refused")
  func noState() {
    var reader = SnapshotReader()
    reader.readState(source("[]"))
    #expect(
      reader.finish().diagnostics.map(\.summary) == ["expected the state of a server, found a list without \"Nodes\""])
  }

  @Test("Damaged snapshots never trap")
  func mutations() {
    for file in ["nodes.json", "allocs.json"] {
      let original = Corpus.bytes("Conformance/plan/cores-assigned/\(file)")
      for seed in UInt64(0)..<60 {
        let source = SourceText(name: file, bytes: Mutation.mutated(original, seed: seed, edits: 2))
        let result = SnapshotReader.read(nodes: [source], allocations: [source], volumes: [source], settings: source)
        for diagnostic in result.diagnostics { #expect(diagnostic.range.end <= source.count, "seed \(seed)") }
      }
    }
  }
}
