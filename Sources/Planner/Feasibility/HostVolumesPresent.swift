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
    var faulty: [RequestedVolume] = []
    var missing: [String] = []
    var readOnly: [String] = []
    for volume in volumes {
      let source = volume.source(forInstance: question.instance)
      let present = node.hostVolume(source)
      if let present, !present.isReadOnly || volume.isReadOnly { continue }
      faulty.append(volume)
      let name = "\"\(source)\""
      if present != nil { readOnly.append(name) } else if !missing.contains(name) { missing.append(name) }
    }
    guard !faulty.isEmpty else { return nil }
    var details: [String] = []
    if !missing.isEmpty { details.append(Self.missing(missing, on: node)) }
    if !readOnly.isEmpty {
      let are = readOnly.count == 1 ? "is" : "are"
      details.append("\(Self.naming(readOnly)) \(are) read-only on the node")
    }
    return .filtered(
      "missing compatible host volumes", .hostVolume, detail: details.joined(separator: "; "),
      causes: faulty.compactMap { volume in
        volume.range.map { .init("group \"\(group)\" asks for volume \"\(volume.name)\" here", $0) }
      },
      isUncertain: node.unknown.contains(.hostVolumes))
  }

  private static func naming(_ names: [String]) -> String {
    "host volume\(names.count == 1 ? "" : "s") \(Wording.list(names))"
  }

  private static func missing(_ names: [String], on node: Node) -> String {
    if node.unknown.contains(.hostVolumes) { return "the snapshot does not tell the node's host volumes" }
    let present = node.hostVolumes.map { "\"\($0.name)\"" }
    return "wants \(naming(names)); the node has \(present.isEmpty ? "none" : present.joined(separator: ", "))"
  }
}
