import HCLParser
import JobSpec
import Testing

@testable import Planner

/// What is offered as a help: it says what to change, and does what it says.
@Suite struct RemedyTests {
  /// The remedies for the group `g` of a job on some nodes.
  static func remedies(
    _ group: String, type: String = "service", on nodes: [String], allocations: [String] = []
  ) throws -> [Remedy] {
    try explanation(group, type: type, on: nodes, allocations: allocations).remedies
  }

  static func explanation(
    _ group: String, type: String = "service", on nodes: [String], allocations: [String] = []
  ) throws -> Explanation {
    let text = "job \"j\" {\n  type = \"\(type)\"\n  group \"g\" {\n\(group)\n  }\n}\n"
    let analysis = JobAnalysis(of: JobInput(name: "j.nomad.hcl", bytes: Array(text.utf8)))
    let job = try #require(analysis.validatedJob, "\(analysis.diagnostics.map(\.summary))")
    var reader = SnapshotReader()
    reader.readNodes(SourceText(name: "n", text: "[\(nodes.joined(separator: ","))]"))
    reader.readAllocations(SourceText(name: "a", text: "[\(allocations.joined(separator: ","))]"))
    let read = reader.finish()
    try #require(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.summary))")
    return try #require(Scheduler().plan(job, on: read.output).failures.first?.explanation)
  }

  /// An allocation of the job `other` that holds a port of a node.
  static func holder(of port: Int, on node: String) -> String {
    """
    {"ID": "holder-\(node)", "Name": "other.o[0]", "Namespace": "default", "JobID": "other", "TaskGroup": "o",
     "NodeID": "\(node)", "DesiredStatus": "run", "ClientStatus": "running", "AllocatedResources": {"Tasks": {"t": {"Cpu":
     {"CpuShares": 10}, "Memory": {"MemoryMB": 10}}}, "Shared": {"DiskMB": 10, "Ports": [{"Label": "p", "Value": \(port),
     "To": 0, "HostIP": "10.0.0.1"}]}}, "Job": {"ID": "other", "Type": "service", "Priority": 50, "JobModifyIndex": 1}}
    """
  }

  static let task = ExplanationTests.task
  static func node(_ name: String, drivers: [String] = ["exec"], network: String = "host") -> String {
    ExplanationTests.node(name, drivers: drivers, network: network)
  }

  @Test func aTakenPortMayBeFreedOrChanged() throws {
    let remedies = try Self.remedies(
      "network {\n port \"p\" {\n static = 8080\n }\n}\n\(Self.task)", on: [Self.node("a")],
      allocations: [Self.holder(of: 8080, on: "a")])
    #expect(
      remedies.map(\.change) == [
        "port \"p\" dynamic instead of 8080", "port \"p\" 8080 → 16080, which is free everywhere",
        "port 8080 freed on a by other.o[0]", "one more node like a",
      ])
    #expect(remedies.map(\.wouldPlace) == [1, 1, 1, 1])
    #expect(remedies.map(\.kind) == [.job, .job, .cluster, .cluster])
    #expect(remedies[1].replacement == "16080")
  }

  @Test func aPortOfAJobOfEveryNodeIsFreedOnAllOfThem() throws {
    let remedies = try Self.remedies(
      "network {\n port \"p\" {\n static = 8080\n }\n}\n\(Self.task)", type: "sysbatch",
      on: [Self.node("a"), Self.node("b"), Self.node("c")],
      allocations: [Self.holder(of: 8080, on: "a"), Self.holder(of: 8080, on: "b")])
    let freed = try #require(remedies.first { $0.kind == .cluster })
    #expect(freed.change == "port 8080 freed on 2 nodes by job \"other\"")
    #expect(freed.wouldPlace == 3 && freed.wanted == 3)
  }

  @Test func aDriverIsWantedOnAsManyNodesAsItTakes() throws {
    let remedies = try Self.remedies(
      "count = 3\nconstraint {\n distinct_hosts = true\n}\ntask \"t\" {\n driver = \"exec\"\n}",
      on: ["a", "b", "c", "d"].map { Self.node($0, drivers: ["docker"]) })
    #expect(remedies.first?.change == "driver \"exec\" usable on 3 nodes, such as a, b and c")
    #expect(remedies.first?.wouldPlace == 3)
    #expect(remedies.last?.change == "driver \"exec\" usable on a, or on another of 4 such nodes")
    #expect(remedies.last?.wouldPlace == 1)
  }

  @Test func onlyTheDriversThatANodeLacksAreWantedThere() throws {
    let remedies = try Self.remedies(
      "\(Self.task)\ntask \"u\" {\n driver = \"raw_exec\"\n}", on: [Self.node("a")])
    #expect(remedies.map(\.change) == ["driver \"raw_exec\" usable on a"])
  }

  @Test func fewerInstancesAreOfferedLast() throws {
    let remedies = try Self.remedies(
      "count = 3\ntask \"t\" {\n driver = \"exec\"\n resources {\n cpu = 1000\n }\n}", on: [Self.node("a")])
    let last = try #require(remedies.last)
    #expect(last.change == "count of group \"g\" 3 → 2")
    #expect(last.wouldPlace == 2 && last.wanted == 2)
    #expect(last.replacement == "2")
  }

  @Test func whereOnlyTwoChangesTogetherHelpTheyAreOfferedTogether() throws {
    let remedies = try Self.remedies(
      "constraint {\n attribute = \"${meta.rack}\"\n operator = \"is_set\"\n}\nnetwork {\n mode = \"cni/prod\"\n}\n\(Self.task)",
      on: [Self.node("a", network: "cni/dev")])
    #expect(
      remedies.map(\.change) == [
        "both: no constraint ${meta.rack} is_set, and network mode \"cni/prod\" → \"cni/dev\""
      ])
    #expect(remedies.map(\.wouldPlace) == [1])
  }

  @Test func whereNothingHelpsThatIsSaid() throws {
    let explanation = try Self.explanation(
      "volume \"v\" {\n type = \"csi\"\n source = \"data\"\n access_mode = \"single-node-writer\"\n attachment_mode = \"file-system\"\n}\n\(Self.task)",
      on: [Self.node("a")])
    #expect(explanation.remedies.isEmpty)
    #expect(explanation.triedRemedies == 1)
    let failure = PlacementFailure(
      group: "g", metrics: PlacementMetrics(), request: PlacementRequest(TaskGroup(), of: Job()), firstIndex: 0)
    let lines = ExplanationText(explanation, failure, sources: SourceSet(), isVerbose: false).lines(indent: "")
    #expect(lines.contains("What would help: nothing that was tried (1 change)"))
  }

  @Test func aValueThatNobodyWroteIsNoTextToReplace() throws {
    // The memory is the default: what stands at its place in the file is the task.
    let remedies = try Self.remedies(
      "count = 1\n\(Self.task)",
      on: [Self.node("a").replacing("\"MemoryMB\": 2000", with: "\"MemoryMB\": 200")])
    let less = try #require(remedies.first { $0.change.hasPrefix("memory of task") })
    #expect(less.change == "memory of task \"t\" 300 → 200 MB")
    #expect(less.replacement == nil)
  }

  // MARK: What is told

  @Test func everyReasonIsTold() throws {
    let explanation = try Self.explanation(
      "network {\n mode = \"cni/prod\"\n}\n\(Self.task)", on: [Self.node("a", drivers: ["docker"]), Self.node("b")])
    #expect(
      explanation.findings.map(\.summary) == [
        "no node has CNI network \"prod\"", "1 of 2 nodes lacks driver \"exec\" for task \"t\"",
      ])
  }

  @Test func whatKeepsTheNextOneOffComesBeforeWhatOtherNodesAreNot() throws {
    let explanation = try Self.explanation(
      "count = 2\ntask \"t\" {\n driver = \"exec\"\n resources {\n cpu = 1500\n }\n}",
      on: [Self.node("a")]
        + ["b", "c"].map {
          Self.node($0, drivers: []).replacing("\"Attributes\": {", with: "\"NodeClass\": \"x\", \"Attributes\": {")
        })
    #expect(explanation.findings.map(\.stage) == ["cpu", "driver"])
  }

  @Test func aNodeFullOfTheGroupItselfIsNotWaitedFor() throws {
    let explanation = try Self.explanation(
      "count = 2\nconstraint {\n distinct_hosts = true\n}\nnetwork {\n port \"p\" {\n static = 8080\n }\n}\n\(Self.task)",
      on: [Self.node("a")])
    #expect(explanation.until == ["another fitting node joins"])
  }

  @Test func aDefaultIsNoDemandOfTheTask() throws {
    let explanation = try Self.explanation(
      Self.task, on: [Self.node("a").replacing("\"MemoryMB\": 2000", with: "\"MemoryMB\": 200")])
    #expect(
      explanation.findings[0].causes.map(\.message) == [
        "task \"t\" says nothing of memory, which means 300 MB"
      ])
  }

  @Test func pluginsOfVolumesAreToldOncePerPlugin() throws {
    let volumes = SourceText(
      name: "v",
      text: """
        [{"ID": "v1", "Namespace": "default", "PluginID": "p", "Schedulable": true, "AccessMode": "multi-node-multi-writer",
          "AttachmentMode": "file-system"}]
        """)
    let text =
      "job \"j\" {\n group \"g\" {\n volume \"v\" {\n type = \"csi\"\n source = \"v1\"\n access_mode = \"multi-node-multi-writer\"\n attachment_mode = \"file-system\"\n}\n volume \"w\" {\n type = \"csi\"\n source = \"v2\"\n access_mode = \"multi-node-multi-writer\"\n attachment_mode = \"file-system\"\n}\n\(Self.task)\n }\n}\n"
    let job = try #require(JobAnalysis(of: JobInput(name: "j", bytes: Array(text.utf8))).validatedJob)
    var reader = SnapshotReader()
    reader.readNodes(SourceText(name: "n", text: "[\(Self.node("a")),\(Self.node("b"))]"))
    reader.readVolumes(volumes)
    let explanation = try #require(Scheduler().plan(job, on: reader.finish().output).failures.first?.explanation)
    #expect(
      explanation.findings.map(\.summary) == [
        "no node has CSI plugin \"p\"", "there is no CSI volume \"v2\" in namespace \"default\"",
      ])
    #expect(explanation.until == ["a node with CSI plugin \"p\" joins and CSI volume \"v2\" is made"])
  }

  @Test func aJobOfEveryNodeThatHasNoNodeSaysWhy() throws {
    let text = "job \"j\" {\n type = \"system\"\n datacenters = [\"dc2\"]\n group \"g\" {\n\(Self.task)\n }\n}\n"
    let job = try #require(JobAnalysis(of: JobInput(name: "j", bytes: Array(text.utf8))).validatedJob)
    let snapshot = SnapshotReader.read(nodes: [SourceText(name: "n", text: "[\(Self.node("a"))]")]).output
    let plan = Scheduler().plan(job, on: snapshot)
    #expect(plan.failures.isEmpty)
    #expect(
      plan.remarks == [
        "nothing is placed: the job has no node to run on",
        "1 node not considered: a is in datacenter \"dc1\"; the job wants \"dc2\"",
      ])
  }

  @Test func whatWouldBePromisedOfANodeItsClassAnswersForIsNotPromised() throws {
    // Nomad judges b and c by a, their class being one; that does not give them the driver.
    let remedies = try Self.remedies(
      "count = 2\nconstraint {\n distinct_hosts = true\n}\n\(Self.task)",
      on: ["a", "b", "c"].map { Self.node($0, drivers: []) })
    #expect(
      remedies.map(\.change) == [
        "driver \"exec\" usable on 2 nodes, such as a and b", "driver \"exec\" usable on a, b or c",
      ])
    #expect(remedies.map(\.wouldPlace) == [2, 1])
  }

  @Test func whatANodeLacksMayBeGivenToIt() throws {
    let volume = "volume \"v\" {\n type = \"host\"\n source = \"data\"\n}\n\(Self.task)"
    #expect(try Self.remedies(volume, on: [Self.node("a")]).map(\.change) == ["host volume \"data\" on a"])
    let network = "network {\n mode = \"cni/prod\"\n}\n\(Self.task)"
    #expect(
      try Self.remedies("count = 2\n\(network)", on: [Self.node("a"), Self.node("b")]).map(\.change)
        == ["CNI network \"prod\" on a or b"])
    let alias = "network {\n port \"p\" {\n host_network = \"public\"\n }\n}\n\(Self.task)"
    #expect(
      try Self.remedies(alias, on: [Self.node("a")]).map(\.change) == [
        "host network of port \"p\" \"public\" → \"default\"", "host network \"public\" on a",
      ])
    let rack = "constraint {\n attribute = \"${meta.rack}\"\n value = \"r1\"\n}\n\(Self.task)"
    #expect(
      try Self.remedies(rack, on: [Self.node("a")]).map(\.change) == [
        "no constraint ${meta.rack} = r1", "meta rack = \"r1\" on a",
      ])
  }
}
