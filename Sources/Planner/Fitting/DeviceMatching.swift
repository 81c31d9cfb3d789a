/// Which devices a request means.
enum DeviceMatching {
  /// True where the names of the request fit the group: `type`, `vendor/type` or `vendor/type/model`.
  static func matches(_ request: RequestedDevice, _ device: NodeDevice) -> Bool {
    let parts = request.name.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: return parts[0].isEmpty || parts[0] == device.type
    case 2: return (parts[0].isEmpty || parts[0] == device.vendor) && (parts[1].isEmpty || parts[1] == device.type)
    default:
      return (parts[0].isEmpty || parts[0] == device.vendor) && (parts[1].isEmpty || parts[1] == device.type)
        && (parts[2].isEmpty || parts[2] == device.name)
    }
  }

  static func matches(_ request: RequestedDevice, _ device: NodeDevice, instance: NodeDevice.Instance) -> Bool { true }

  /// The sum of the weights of the request's affinities that hold on the group.
  static func matchedWeight(of request: RequestedDevice, _ device: NodeDevice) -> Double { 0 }
}

/// What a port's `host_network` stands for on a node.
enum HostNetworkName {
  /// The name itself, or what the reference in it leads to; nil where it leads nowhere.
  static func resolved(_ name: String, on node: Node) -> String? { name }
}
