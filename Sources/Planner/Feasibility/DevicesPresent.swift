/// The node has enough healthy devices of every kind asked for, whoever uses them now.
struct DevicesPresent: OptionalCheck {
  let devices: [RequestedDevice]
  var scope: FeasibilityScope { .groupAndClass }

  init(_ devices: [RequestedDevice]) { self.devices = devices }

  var isIdle: Bool { devices.isEmpty }

  func rejection(_ question: FeasibilityQuestion, in state: ClusterState) -> Rejection? {
    let node = question.node(in: state)
    let groups = node.resources.devices
    // What earlier requests take is gone for later ones.
    var left = groups.map { $0.instances.filter(\.isHealthy).count }
    for request in devices {
      let fitting = groups.indices.first { index in
        left[index] >= max(request.count, 1) && DeviceMatching.matchesName(request, groups[index])
          && request.constraints.allSatisfy { DeviceConstraint($0).holds(for: groups[index]) }
      }
      guard let fitting else { return rejection(of: request, groups, left, on: node) }
      left[fitting] -= max(request.count, 0)
    }
    return nil
  }

  private func rejection(of request: RequestedDevice, _ groups: [NodeDevice], _ left: [Int], on node: Node)
    -> Rejection
  {
    let present = groups.indices.map { "\(left[$0]) healthy \"\(groups[$0].id)\"" }.joined(separator: ", ")
    var causes = request.range.map { [Rejection.Cause("task \"\(request.task)\" asks for devices here", $0)] } ?? []
    causes += request.constraints.compactMap { constraint in
      let failsEverywhere = groups.allSatisfy {
        !DeviceMatching.matchesName(request, $0) || !DeviceConstraint(constraint).holds(for: $0)
      }
      return failsEverywhere ? constraint.range.map { .init("no device meets this constraint", $0) } : nil
    }
    return .filtered(
      "missing devices", .device,
      detail: "wants \(request.count) of \"\(request.name)\"; the node has "
        + (groups.isEmpty ? "no devices" : present), causes: causes,
      isUncertain: node.unknown.contains(.resources))
  }
}
