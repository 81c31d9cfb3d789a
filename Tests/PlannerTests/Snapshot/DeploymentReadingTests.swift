import HCLParser
import JobSpec
import Testing

@testable import Planner

@Suite("Reading deployments, and what the server notes of allocations")
struct DeploymentReadingTests {
  private func source(_ text: String) -> SourceText { SourceText(name: "x.json", text: text) }

  private let deployment = """
    {"ID": "d1", "Namespace": "prod", "JobID": "web", "JobVersion": 3, "JobCreateIndex": 7, "JobSpecModifyIndex": 9,
     "IsMultiregion": false, "Status": "paused", "CreateIndex": 40, "TaskGroups": {"api": {"Promoted": true,
     "DesiredCanaries": 2, "PlacedCanaries": ["a", "b"], "DesiredTotal": 5}, "db": {"PlacedCanaries": null}}}
    """

  @Test("A deployment is read alone, in a list, and among the state of a server", arguments: ["one", "list", "state"])
  func forms(form: String) throws {
    var reader = SnapshotReader()
    switch form {
    case "one": reader.readDeployments(source(deployment))
    case "list": reader.readDeployments(source("[\(deployment)]"))
    default: reader.readState(source("{\"Nodes\": [], \"Deployments\": [\(deployment)]}"))
    }
    let read = reader.finish()
    #expect(read.diagnostics.map(\.summary) == [])
    let found = try #require(read.output.deployments.first)
    #expect(found.status == .paused)
    #expect(found.jobVersion == 3)
    #expect(found.createIndex == 40)
    #expect(found.groups.map(\.name) == ["api", "db"])
    #expect(found.group("api")?.isPromoted == true)
    #expect(found.group("api")?.placedCanaries == ["a", "b"])
  }

  @Test("A job without a deployment prints null, and that is none")
  func none() {
    var reader = SnapshotReader()
    reader.readDeployments(source("null"))
    let read = reader.finish()
    #expect(read.diagnostics.isEmpty)
    #expect(read.output.deployments.isEmpty)
  }

  @Test(
    "What is no deployment is told",
    arguments: [
      "[{\"ClientStatus\": \"running\", \"JobVersion\": 1}]", "[{\"TaskGroups\": []}]", "7",
      "[{\"JobSpecModifyIndex\": 1, \"ID\": 5}]",
    ])
  func wrong(text: String) {
    var reader = SnapshotReader()
    reader.readDeployments(source(text))
    #expect(!reader.finish().diagnostics.isEmpty)
  }

  @Test("Lost contact is read from what the server has noted last")
  func contact() throws {
    func read(_ states: String) throws -> Allocation {
      var reader = SnapshotReader()
      reader.readAllocations(
        source(
          "[{\"ID\": \"a\", \"JobID\": \"j\", \"NodeID\": \"n\", \"ClientStatus\": \"running\", \"AllocStates\": \(states)}]"
        ))
      return try #require(reader.finish().output.allocations.first)
    }
    let lost = "{\"Field\": 0, \"Value\": \"unknown\", \"Time\": \"2026-01-01T00:00:00Z\"}"
    let back = "{\"Field\": 0, \"Value\": \"running\", \"Time\": \"2026-01-01T01:00:00Z\"}"
    #expect(try read("[\(lost)]").needsReconnect)
    #expect(try read("[\(lost)]").unknownSince == 1_767_225_600_000_000_000)
    #expect(try !read("[\(lost), \(back)]").needsReconnect)
    #expect(try !read("[]").needsReconnect)
    #expect(try !read("null").needsReconnect)
  }

  @Test("The job that the state of a server lists is the registered one")
  func listedJob() {
    var reader = SnapshotReader()
    reader.readState(
      source(
        """
        {"Nodes": [], "Jobs": [{"ID": "app", "Name": "app", "Type": "service", "Version": 4, "JobModifyIndex": 44,
         "TaskGroups": [{"Name": "web", "Count": 1, "Tasks": [{"Name": "main", "Driver": "docker",
         "Config": {"image": "demo/web:1"}, "Resources": {"CPU": 200, "MemoryMB": 128}}]}]}]}
        """))
    var state = ClusterState(reader.finish().output)
    let job = PlannedCluster.service(count: 1)
    #expect(state.registeredVersion(of: job)?.version == 4)
    #expect(Scheduler().plan(job, on: &state).jobModifyIndex == 44)
    var other = job
    other.id = "other"
    #expect(state.registeredVersion(of: other) == nil)
  }
}
