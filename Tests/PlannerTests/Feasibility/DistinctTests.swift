import Testing

@testable import Planner

@Suite("Distinct hosts and properties")
struct DistinctTests {
  private func allocation(_ name: String, on node: String, job: String = "app", group: String = "web") -> Allocation {
    Allocation(id: name, name: "\(job).\(group)[0]", jobID: job, group: group, nodeID: "id-\(node)")
  }

  private func request(_ comparison: String, _ attribute: String, _ value: String, ofJob: Bool) -> PlacementRequest {
    Feasible.request {
      let constraint = Feasible.constraint(attribute, comparison, value, ofJob ? .job : .group("web"))
      if ofJob { $0.jobConstraints = [constraint] } else { $0.groupConstraints = [constraint] }
    }
  }

  @Test(
    "Instances of the job, or of the group, keep others off their node",
    arguments: [
      ("true", true, ["distinct_hosts", "distinct_hosts", "fits", "fits"]),
      ("", true, ["distinct_hosts", "distinct_hosts", "fits", "fits"]),
      ("perhaps", true, ["distinct_hosts", "distinct_hosts", "fits", "fits"]),
      ("false", true, ["fits", "fits", "fits", "fits"]),
      ("true", false, ["distinct_hosts", "fits", "fits", "fits"]),
    ])
  func hosts(value: String, ofJob: Bool, reasons: [String]) {
    var ended = allocation("d", on: "d")
    ended.clientStatus = "failed"
    let snapshot = ClusterSnapshot(
      nodes: ["a", "b", "c", "d"].map { Feasible.node($0) },
      allocations: [
        allocation("a", on: "a"), allocation("b", on: "b", group: "db"), allocation("c", on: "c", job: "other"), ended,
      ])
    #expect(Feasible.reasons(request("distinct_hosts", "", value, ofJob: ofJob), snapshot) == reasons)
  }

  @Test("System jobs know no distinct hosts")
  func system() {
    var request = request("distinct_hosts", "", "true", ofJob: true)
    request.jobKind = .system
    let snapshot = ClusterSnapshot(nodes: [Feasible.node("a")], allocations: [allocation("a", on: "a")])
    #expect(Feasible.reasons(request, snapshot) == ["fits"])
  }

  @Test("A value may be shared as often as the constraint says, and must be there")
  func properties() {
    let racks = ["a": "r1", "b": "r1", "c": "r2"]
    let nodes = ["a", "b", "c", "d"].map { name in
      Feasible.node(name) { if let rack = racks[name] { $0.meta = ["rack": rack] } }
    }
    var stopped = allocation("c", on: "c")
    stopped.desiredStatus = "stop"
    let snapshot = ClusterSnapshot(
      nodes: nodes, allocations: [allocation("a", on: "a"), allocation("x", on: "b", group: "db"), stopped])
    let attribute = "${meta.rack}"
    let missing = "missing property \"${meta.rack}\""
    func reasons(_ limit: String, ofJob: Bool) -> [String] {
      Feasible.reasons(request("distinct_property", attribute, limit, ofJob: ofJob), snapshot)
    }
    let used2 = "distinct_property: ${meta.rack}=r1 used by 2 allocs"
    let used1 = "distinct_property: ${meta.rack}=r1 used by 1 allocs"
    #expect(reasons("", ofJob: true) == [used2, used2, "fits", missing])
    #expect(reasons("2", ofJob: true) == [used2, used2, "fits", missing])
    #expect(reasons("3", ofJob: true) == ["fits", "fits", "fits", missing])
    #expect(reasons("", ofJob: false) == [used1, used1, "fits", missing])
  }
}
