struct CompiledConstraint {
  init(_ constraint: RequestedConstraint) {}
  func holds(on node: Node) -> Bool { true }
}
struct ConstraintTarget {
  var attribute: String
  init(_ attribute: String) { self.attribute = attribute }
  func value(on node: Node) -> String? { attribute.contains("datacenter") ? node.datacenter : nil }
}
