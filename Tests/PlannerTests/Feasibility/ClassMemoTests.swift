import TestSupport
import Testing

@testable import Planner

@Suite("The memory of node classes")
struct ClassMemoTests {
  private let cni = Feasible.request { $0.networkNeed = RequestedNetwork(mode: "cni/prod") }

  private func withNetwork(_ name: String) -> Node {
    Feasible.node(name) { $0.resources.networks.append(NodeNetwork(mode: "cni/prod")) }
  }

  @Test("The first node of a class answers for the others, be it wrong")
  func firstNodeDecides() {
    let has = withNetwork("a")
    let lacks = Feasible.node("b")
    #expect(Feasible.reasons(cni, ClusterSnapshot(nodes: [has, lacks])) == ["fits", "fits"])
    #expect(
      Feasible.reasons(cni, ClusterSnapshot(nodes: [lacks, has])) == ["missing network", "computed class ineligible"])
    #expect(
      Feasible.reasons(cni, ClusterSnapshot(nodes: [lacks, has]), isIdeal: true) == ["missing network", "fits"])
  }

  @Test("A unique constraint of the group switches the memory off, one of the job does not")
  func escaping() {
    let unique = Feasible.constraint("${node.unique.name}", "is_set", "", .group("web"))
    var byGroup = cni
    byGroup.groupConstraints = [unique]
    var byJob = cni
    byJob.jobConstraints = [unique]
    let snapshot = ClusterSnapshot(nodes: [Feasible.node("a"), withNetwork("b")])
    #expect(Feasible.reasons(byGroup, snapshot) == ["missing network", "fits"])
    #expect(Feasible.reasons(byJob, snapshot) == ["missing network", "computed class ineligible"])
  }

  @Test("What failed for the job is remembered for its next group")
  func nextGroup() {
    let first = Feasible.request { $0.jobConstraints = [Feasible.constraint("${attr.x}", "is_set", "")] }
    var second = first
    second.group = "db"
    var state = ClusterState(ClusterSnapshot(nodes: [Feasible.node("a")]))
    var filter = NodeFilter()
    let groups = [state.group("web"), state.group("db")]
    #expect(filter.reason(against: 0, for: first, group: groups[0], instance: 0, in: state) == "${attr.x} is_set ")
    #expect(
      filter.reason(against: 0, for: second, group: groups[1], instance: 0, in: state) == "computed class ineligible")
    #expect(filter.classEligibility(in: state).map(\.isFit) == [false])
  }

  @Test("What failed for a group is not remembered for another")
  func otherGroup() {
    var state = ClusterState(ClusterSnapshot(nodes: [Feasible.node("a")]))
    var other = Feasible.request()
    other.group = "db"
    var filter = NodeFilter()
    #expect(filter.reason(against: 0, for: cni, group: state.group("web"), instance: 0, in: state) == "missing network")
    #expect(filter.reason(against: 0, for: other, group: state.group("db"), instance: 0, in: state) == nil)
    #expect(filter.classEligibility(in: state).map(\.isFit) == [true])
  }

  @Test("Classes are those of the reference", arguments: Corpus.cases("Conformance/plan"))
  func classes(name: String) throws {
    let folder = "Conformance/plan/\(name)"
    let snapshot = SnapshotReader.read(nodes: [Corpus.source("\(folder)/nodes.json")]).output
    guard let expected = (Corpus.json("\(folder)/expected.json") as? [String: Any])?["node_classes"] as? [String: Any]
    else { return }
    for (left, leftNode) in snapshot.nodes.enumerated() {
      for (right, rightNode) in snapshot.nodes.enumerated() {
        let areAlike = "\(expected[leftNode.name] ?? "")" == "\(expected[rightNode.name] ?? "")"
        #expect((snapshot.classes.ofNode[left] == snapshot.classes.ofNode[right]) == areAlike)
      }
    }
  }
}
