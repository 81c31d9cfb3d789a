/// The node has every driver that some task needs, detected and healthy.
struct DriverAvailable: OptionalCheck {
  let drivers: [RequestedDriver]
  var scope: FeasibilityScope { .groupAndClass }

  init(_ drivers: [RequestedDriver]) { self.drivers = drivers }

  var isIdle: Bool { drivers.isEmpty }

  func rejection(_ question: FeasibilityQuestion, in state: ClusterState) -> Rejection? {
    let node = question.node(in: state)
    let faults = drivers.compactMap { driver in Self.fault(of: driver.name, on: node).map { (driver, $0) } }
    guard !faults.isEmpty else { return nil }
    return .filtered(
      "missing drivers", .driver,
      detail: faults.map { "driver \"\($0.0.name)\" \($0.1)" }.joined(separator: ", "),
      causes: faults.compactMap { fault in
        fault.0.range.map { .init("task \"\(fault.0.task)\" needs driver \"\(fault.0.name)\"", $0) }
      },
      isUncertain: node.unknown.contains(.drivers))
  }

  /// What is wrong with a driver, or nil where it can be used. Nodes that say nothing of drivers may still have the
  /// attribute of old.
  private static func fault(of name: String, on node: Node) -> String? {
    if let driver = node.driver(name) {
      if driver.isUsable { return nil }
      if !driver.isDetected { return "is not detected" }
      return driver.healthDescription.isEmpty ? "is not healthy" : "is not healthy: \(driver.healthDescription)"
    }
    if node.attribute("driver.\(name)").flatMap(DeviceQuantity.bool) == true { return nil }
    return node.unknown.contains(.drivers) ? "is not told by the snapshot" : "is unknown to the node"
  }
}
