/// Which devices a request means.
enum DeviceMatching {
  /// True where the names of the request fit the group and what it demands of groups holds.
  static func matches(_ request: RequestedDevice, _ device: NodeDevice) -> Bool {
    matchesName(request, device)
      && request.constraints.allSatisfy { constraint in
        let constraint = DeviceConstraint(constraint)
        return constraint.choosesInstances || constraint.holds(for: device)
      }
  }

  /// True where the names of the request fit the group: `type`, `vendor/type` or `vendor/type/model`.
  static func matchesName(_ request: RequestedDevice, _ device: NodeDevice) -> Bool {
    let parts = request.name.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: return parts[0].isEmpty || parts[0] == device.type
    case 2: return (parts[0].isEmpty || parts[0] == device.vendor) && (parts[1].isEmpty || parts[1] == device.type)
    default:
      return (parts[0].isEmpty || parts[0] == device.vendor) && (parts[1].isEmpty || parts[1] == device.type)
        && (parts[2].isEmpty || parts[2] == device.name)
    }
  }

  static func matches(_ request: RequestedDevice, _ device: NodeDevice, instance: NodeDevice.Instance) -> Bool {
    request.constraints.map(DeviceConstraint.init).allSatisfy {
      !$0.choosesInstances || $0.admits(instance: instance.id)
    }
  }

  /// The sum of the weights of the request's affinities that hold on the group.
  static func matchedWeight(of request: RequestedDevice, _ device: NodeDevice) -> Double {
    request.affinities.reduce(0) { sum, affinity in
      DeviceConstraint(affinity).holds(for: device) ? sum + Double(affinity.weight) : sum
    }
  }
}
