/// The node has every host volume the group asks for, writable where it is to be written.
struct HostVolumesPresent: OptionalCheck {
  let group: String
  let volumes: [RequestedVolume]
  var scope: FeasibilityScope { .groupAndClass }

  init(_ request: PlacementRequest) {
    group = request.group
    volumes = request.volumes.filter { $0.type == "host" }
  }

  var isIdle: Bool { volumes.isEmpty }

  func rejection(_ question: FeasibilityQuestion, in state: ClusterState) -> Rejection? {
    let node = question.node(in: state)
    var faults: [(RequestedVolume, String)] = []
    for volume in volumes {
      let source = volume.source(forInstance: question.instance)
      guard let present = node.hostVolume(source) else {
        faults.append((volume, Self.missing(source, on: node)))
        continue
      }
      if present.isReadOnly, !volume.isReadOnly {
        faults.append((volume, "host volume \"\(source)\" is read-only on the node"))
      }
    }
    guard !faults.isEmpty else { return nil }
    return .filtered(
      "missing compatible host volumes", .hostVolume, detail: faults.map(\.1).joined(separator: ", "),
      causes: faults.compactMap { fault in
        fault.0.range.map { .init("group \"\(group)\" asks for volume \"\(fault.0.name)\" here", $0) }
      },
      isUncertain: node.unknown.contains(.hostVolumes))
  }

  private static func missing(_ source: String, on node: Node) -> String {
    if node.unknown.contains(.hostVolumes) { return "the snapshot does not tell the node's host volumes" }
    if node.hostVolumes.isEmpty { return "the node has no host volumes" }
    let names = node.hostVolumes.map { "\"\($0.name)\"" }.joined(separator: ", ")
    return "wants host volume \"\(source)\"; the node has \(names)"
  }
}
