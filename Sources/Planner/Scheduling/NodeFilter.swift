/// Says why a node is of the wrong kind for a group, as the reference would: with its memory of node classes.
struct NodeFilter {
  func reason(
    against node: Int, for request: PlacementRequest, group: Int, instance: Int, in state: ClusterState
  ) -> String? {
    nil
  }
}
