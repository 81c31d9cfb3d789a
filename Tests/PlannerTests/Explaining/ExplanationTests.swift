import HCLParser
import JobSpec
import Testing

@testable import Planner

/// What an explanation says: true of the cluster, and of use.
@Suite struct ExplanationTests {
  /// A node that can take nearly anything; `changes` are members that come in addition, or in place of these.
  static func node(_ name: String, drivers: [String] = ["exec"], network: String = "host", extra: String = "") -> String
  {
    let healthy = drivers.map { "\"\($0)\": {\"Detected\": true, \"Healthy\": true}" }.joined(separator: ", ")
    return """
      {"ID": "\(name)", "Name": "\(name)", "Datacenter": "dc1", "NodePool": "default", "Status": "ready",
       "SchedulingEligibility": "eligible", "Attributes": {"kernel.name": "linux", "cpu.arch": "amd64",
       "unique.hostname": "\(name)", "nomad.version": "1.6.2"}, "Drivers": {\(healthy)},
       "NodeResources": {"Cpu": {"CpuShares": 2000, "TotalCpuCores": 2, "ReservableCpuCores": [0, 1]},
        "Memory": {"MemoryMB": 2000}, "Disk": {"DiskMB": 20000}, "Networks": [{"Mode": "\(network)"},
        {"Mode": "host", "Device": "eth0", "IP": "10.0.0.1", "CIDR": "10.0.0.1/32"}],
        "NodeNetworks": [{"Mode": "host", "Device": "eth0", "Addresses": [{"Family": "ipv4", "Alias": "default",
        "Address": "10.0.0.1"}]}], "MinDynamicPort": 20000, "MaxDynamicPort": 32000}\(extra)}
      """
  }

  /// Why a group has no place on some nodes.
  static func explanation(_ group: String, type: String = "service", on nodes: [String]) throws -> Explanation {
    let text = "job \"j\" {\n  type = \"\(type)\"\n  group \"g\" {\n\(group)\n  }\n}\n"
    let analysis = JobAnalysis(of: JobInput(name: "j.nomad.hcl", bytes: Array(text.utf8)))
    let job = try #require(analysis.validatedJob, "\(analysis.diagnostics.map(\.summary))")
    let snapshot = SnapshotReader.read(nodes: [SourceText(name: "n", text: "[\(nodes.joined(separator: ","))]")])
    try #require(snapshot.diagnostics.isEmpty, "\(snapshot.diagnostics.map(\.summary))")
    let plan = Scheduler().plan(job, on: snapshot.output)
    return try #require(plan.failures.first?.explanation)
  }

  static let task = "task \"t\" {\n driver = \"exec\"\n}"

  // MARK: What would end the wait

  @Test func aNodeThatJoinsHasToHaveAllThatIsAskedFor() throws {
    let explanation = try Self.explanation(
      "network {\n mode = \"cni/prod\"\n}\n\(Self.task)",
      on: [Self.node("a"), Self.node("b", drivers: ["docker"], network: "cni/prod")])
    #expect(explanation.until == ["a node with CNI network \"prod\" and driver \"exec\" joins"])
  }

  @Test func aConstraintIsMetByTheNodeThatJoins() throws {
    let explanation = try Self.explanation(
      "constraint {\n attribute = \"${meta.rack}\"\n operator = \"is_set\"\n}\n\(Self.task)",
      on: [Self.node("a", drivers: ["docker"]), Self.node("b")])
    #expect(explanation.until == ["a node with driver \"exec\" joins that meets \"${meta.rack} is_set\""])
  }

  @Test func aFullNodeMayBecomeFree() throws {
    let explanation = try Self.explanation(
      "count = 2\ntask \"t\" {\n driver = \"exec\"\n resources {\n cpu = 1500\n }\n}",
      on: [Self.node("a")])
    #expect(
      explanation.until == [
        "a fitting node has 1500 MHz, 300 MB of memory and 300 MB of disk free", "another fitting node joins",
      ])
  }

  @Test func whatIsTooLargeForEveryNodeDoesNotWaitForOneToBecomeFree() throws {
    let explanation = try Self.explanation(
      "task \"t\" {\n driver = \"exec\"\n resources {\n cpu = 9000\n }\n}", on: [Self.node("a")])
    #expect(explanation.until == ["a node with 9000 MHz, 300 MB of memory and 300 MB of disk joins"])
  }

  @Test func aNodeThatOnlyDrainsIsNamedFirst() throws {
    let draining = Self.node("a").replacing("\"eligible\"", with: "\"ineligible\"")
    let explanation = try Self.explanation(Self.task, on: [draining, Self.node("b", drivers: ["docker"])])
    #expect(explanation.until == ["a is marked as eligible", "a node with driver \"exec\" joins"])
  }

  @Test func anInstanceOfEachNodeWaitsForItsOwnNode() throws {
    let explanation = try Self.explanation(
      "task \"t\" {\n driver = \"exec\"\n resources {\n cpu = 1800\n memory = 1990\n }\n}", type: "sysbatch",
      on: [
        Self.node("a"), Self.node("b").replacing("\"CpuShares\": 2000", with: "\"CpuShares\": 1000"),
        Self.node("c").replacing("\"eligible\"", with: "\"ineligible\""),
      ])
    #expect(!explanation.until.contains { $0.contains("joins") || $0.contains("eligible") })
    #expect(!explanation.remedies.contains { $0.change.contains("eligible") })
  }

  // MARK: What is missing

  @Test func aHostNetworkThatIsNotThereIsToldOnce() throws {
    let explanation = try Self.explanation(
      "network {\n port \"http\" {\n host_network = \"public\"\n }\n}\n\(Self.task)",
      on: [Self.node("a"), Self.node("b")])
    #expect(explanation.findings.map(\.summary) == ["no node has host network \"public\" for port \"http\""])
    #expect(explanation.nodes[0].rejections.count == 1)
  }

  @Test func hostVolumesAreNamed() throws {
    let has = ", \"HostVolumes\": {\"data\": {\"Name\": \"data\", \"Path\": \"/x\", \"ReadOnly\": false}}"
    let none = ", \"HostVolumes\": {}"
    let explanation = try Self.explanation(
      "volume \"d\" {\n type = \"host\"\n source = \"dada\"\n}\n\(Self.task)",
      on: [Self.node("a", extra: has), Self.node("b", extra: none)])
    let finding = try #require(explanation.findings.first)
    #expect(finding.summary == "no node has host volume \"dada\"")
    #expect(finding.details == ["1 node has host volume \"data\": a", "1 node has no host volume: b"])
    #expect(finding.help == "did you mean \"data\"?")
    #expect(explanation.nodes[1].rejections.map(\.detail) == ["wants host volume \"dada\"; the node has none"])
    #expect(explanation.until == ["a node with host volume \"dada\" to write to joins"])
  }

  @Test func eachDriverIsCountedOnItsOwn() throws {
    let explanation = try Self.explanation(
      "\(Self.task)\ntask \"u\" {\n driver = \"java\"\n}",
      on: [Self.node("a"), Self.node("b", drivers: ["docker"])])
    #expect(
      explanation.findings.first?.summary
        == "1 of 2 nodes lacks driver \"exec\" for task \"t\" and no node has driver \"java\" for task \"u\"")
  }

  @Test func anotherArchitectureIsNotTakenForAMisspelling() throws {
    let explanation = try Self.explanation(
      "constraint {\n attribute = \"${attr.cpu.arch}\"\n value = \"arm64\"\n}\n\(Self.task)", on: [Self.node("a")])
    #expect(explanation.findings.first?.help == nil)
    #expect(!explanation.remedies.contains { $0.change.contains("amd64") })
  }

  @Test func valuesOfTheirOwnTakeOneLine() throws {
    let explanation = try Self.explanation(
      "constraint {\n attribute = \"${attr.unique.hostname}\"\n value = \"zeus\"\n}\n\(Self.task)",
      on: (1...8).map { Self.node("n\($0)") })
    #expect(
      explanation.findings.first?.details == [
        "${attr.unique.hostname} is different on each of 8 nodes: \"n1\", \"n2\", \"n3\", \"n4\" and 4 more"
      ])
    #expect(explanation.remedies.map(\.change) == ["no constraint ${attr.unique.hostname} = zeus"])
  }

  @Test func whatTheSnapshotLeavesOutDoesNotMatterWhereSomethingElseIsAmiss() throws {
    let volume =
      "volume \"d\" {\n type = \"csi\"\n source = \"d\"\n access_mode = \"single-node-writer\"\n attachment_mode = \"file-system\"\n}"
    let unfit = try Self.explanation("\(volume)\n\(Self.task)", on: [Self.node("a", drivers: ["docker"])])
    #expect(unfit.notes.isEmpty)
    let unknown = try Self.explanation("\(volume)\n\(Self.task)", on: [Self.node("a")])
    #expect(unknown.notes == ["the snapshot does not tell all about a: it may be fit after all."])
  }

  @Test func nodesWithManyReasonsAreFoldedToTheLargestGroups() throws {
    let nodes = (0..<12).map { number in
      Self.node("n\(number)").replacing("\"Datacenter\": \"dc1\"", with: "\"Datacenter\": \"x\(number % 6)\"")
    }
    let text = "job \"j\" {\n  datacenters = [\"dc1\"]\n  group \"g\" {\n\(Self.task)\n  }\n}\n"
    let job = try #require(JobAnalysis(of: JobInput(name: "j", bytes: Array(text.utf8))).validatedJob)
    let snapshot = SnapshotReader.read(nodes: [SourceText(name: "n", text: "[\(nodes.joined(separator: ","))]")])
    let explanation = try #require(Scheduler().plan(job, on: snapshot.output).failures.first?.explanation)
    #expect(
      explanation.findings.first?.summary
        == "12 nodes not considered: n0 and n6 are in datacenter \"x0\"; n1 and n7 are in datacenter \"x1\"; n2 and n8 are in datacenter \"x2\"; n3 and n9 are in datacenter \"x3\"; n4 and n10 are in datacenter \"x4\"; n5 and n11 are in datacenter \"x5\"; the job wants \"dc1\""
    )
  }
}
