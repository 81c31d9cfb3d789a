/// What a port's `host_network` stands for on a node.
enum HostNetworkName {
  /// The name itself, or what the reference in it leads to; nil where it leads nowhere.
  static func resolved(_ name: String, on node: Node) -> String? { ConstraintTarget(name).value(on: node) }
}
