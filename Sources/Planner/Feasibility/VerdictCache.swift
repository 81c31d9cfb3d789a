/// What the classes of nodes said to the groups before, for the next group that asks the same: most groups of most jobs
/// do.
///
/// Only for groups that ask nothing of single nodes. Holds as long as the nodes stay as they are.
struct VerdictCache: Sendable {
  /// A request without what no check of classes looks at.
  ///
  /// Whatever a request holds beyond that is part of the key, so that a check that comes to look at more is never
  /// answered wrongly.
  struct Key: Sendable {
    fileprivate let request: PlacementRequest
  }

  private var entries: [(key: Key, verdicts: ClassVerdicts)] = []
  /// A handful is enough, and each holds a list as long as there are nodes.
  private static let bound = 8

  /// Nil where texts are not plain: other texts may count as equal to them that are not, byte by byte.
  static func key(for request: PlacementRequest) -> Key? { request.forClasses.map(Key.init) }

  subscript(key: Key) -> ClassVerdicts? {
    entries.first { $0.key.request == key.request }?.verdicts
  }

  mutating func remember(_ verdicts: ClassVerdicts, for key: Key) {
    if entries.count == Self.bound { entries.removeFirst() }
    entries.append((key, verdicts))
  }
}

/// The answers of all classes to one group.
struct ClassVerdicts: Sendable {
  var ofJob: [ClassMemo.Verdict]
  var ofGroup: [ClassMemo.Verdict]
  /// By place in the state's order of nodes: not a number where the node is of the wrong kind; empty where none is.
  var mask: [Double]
}

extension PlacementRequest {
  /// The request without names, ranges and amounts; nil where some text is not plain.
  fileprivate var forClasses: PlacementRequest? {
    // Devices and volumes are rare enough to be asked about each time.
    guard volumes.isEmpty, tasks.allSatisfy(\.devices.isEmpty), datacenters.allSatisfy(\.isPlain), nodePool.isPlain,
      (jobConstraints + groupConstraints).allSatisfy(\.isPlain), drivers.allSatisfy(\.name.isPlain),
      networkNeed?.isPlain ?? true
    else { return nil }
    var request = self
    request.jobID = ""
    request.group = ""
    request.networkNeedOrigin = nil
    (request.priority, request.count, request.diskMB, request.peakCPU, request.peakMemoryMB) = (0, 0, 0, 0, 0)
    (request.datacentersRange, request.nodePoolRange, request.groupRange) = (nil, nil, nil)
    (request.countRange, request.diskRange) = (nil, nil)
    (request.affinities, request.spreads, request.tasks) = ([], [], [])
    request.network = nil
    request.networkNeed = networkNeed?.forClasses
    for index in jobConstraints.indices { request.jobConstraints[index].strip() }
    for index in groupConstraints.indices { request.groupConstraints[index].strip() }
    for index in drivers.indices {
      request.drivers[index].task = ""
      request.drivers[index].range = nil
    }
    return request
  }
}

extension RequestedConstraint {
  fileprivate var isPlain: Bool { attribute.isPlain && comparison.isPlain && value.isPlain }

  fileprivate mutating func strip() {
    owner = .job
    range = nil
  }
}

extension RequestedNetwork {
  fileprivate var isPlain: Bool {
    mode.isPlain && staticPorts.allSatisfy(\.hostNetwork.isPlain) && dynamicPorts.allSatisfy(\.hostNetwork.isPlain)
  }

  fileprivate var forClasses: RequestedNetwork {
    var network = self
    (network.modeRange, network.range) = (nil, nil)
    for index in staticPorts.indices { network.staticPorts[index].strip() }
    for index in dynamicPorts.indices { network.dynamicPorts[index].strip() }
    return network
  }
}

extension RequestedPort {
  fileprivate mutating func strip() {
    label = ""
    (range, hostNetworkRange, valueRange) = (nil, nil, nil)
  }
}

extension String {
  /// True where only equal bytes make an equal text.
  fileprivate var isPlain: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
