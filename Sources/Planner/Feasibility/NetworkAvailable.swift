import JobSpec

/// The node offers the network mode the group wants, and the host networks of its ports.
struct NetworkAvailable: FeasibilityCheck {
  let need: RequestedNetwork
  /// The group whose need it is, where it is left over from another one.
  let origin: String?
  var scope: FeasibilityScope { .groupAndClass }

  init(_ request: PlacementRequest) {
    // No network block counts as mode `host` without ports.
    need = request.networkNeed ?? RequestedNetwork(mode: "host", range: request.groupRange)
    origin = request.networkNeedOrigin
  }

  func rejection(_ question: FeasibilityQuestion, in state: ClusterState) -> Rejection? {
    if need.mode == "none" { return nil }
    let node = question.node(in: state)
    let mode = need.effectiveMode
    guard node.resources.networks.contains(where: { $0.effectiveMode.utf8.elementsEqual(mode.utf8) }) else {
      // Clients from before the fingerprint of bridges are let through.
      if mode == "bridge", Self.isOlderThanBridges(node) { return nil }
      return missingNetwork(mode, on: node)
    }
    for port in need.dynamicPorts + need.staticPorts {
      if let rejection = rejection(of: port, on: node) { return rejection }
    }
    return nil
  }

  private static func isOlderThanBridges(_ node: Node) -> Bool {
    guard let version = node.attribute("nomad.version").flatMap({ VersionNumber($0, form: .loose) }),
      let constraint = VersionConstraint("< 0.12", flavour: .version)
    else { return false }
    return constraint.isSatisfied(by: version)
  }

  private func missingNetwork(_ mode: String, on node: Node) -> Rejection {
    let modes = node.resources.networkModes.map { "\"\($0)\"" }
    var detail =
      "wants network mode \"\(mode)\"; the node has " + (modes.isEmpty ? "none" : modes.joined(separator: ", "))
    if let origin { detail += "; the need is left over from group \"\(origin)\"" }
    return .filtered(
      "missing network", .network, detail: detail,
      causes: (need.modeRange ?? need.range).map { [.init("network mode \"\(mode)\" is asked for here", $0)] } ?? [],
      isUncertain: node.unknown.contains(.resources))
  }

  private func rejection(of port: RequestedPort, on node: Node) -> Rejection? {
    let causes = (port.hostNetworkRange ?? port.range).map {
      [Rejection.Cause("port \"\(port.label)\" asks for host network \"\(port.hostNetwork)\" here", $0)]
    }
    guard let alias = HostNetworkName.resolved(port.hostNetwork, on: node) else {
      return .filtered(
        "invalid host network \(GoText.quoted(port.hostNetwork)) template for port \(GoText.quoted(port.label))",
        .hostNetwork, detail: "\(port.hostNetwork) is not set on the node", causes: causes ?? [],
        isUncertain: !node.unknown.intersection(ConstraintTarget(port.hostNetwork).source).isEmpty)
    }
    let resources = node.resources
    if resources.addresses.contains(where: { $0.alias.utf8.elementsEqual(alias.utf8) }) { return nil }
    // It exists; only its address is unknown.
    if resources.aliasesWithoutAddress.contains(where: { $0.utf8.elementsEqual(alias.utf8) }) { return nil }
    let present = resources.aliases.map { "\"\($0)\"" }
    return .filtered(
      "missing host network \(GoText.quoted(alias)) for port \(GoText.quoted(port.label))", .hostNetwork,
      detail: "wants host network \"\(alias)\"; the node has "
        + (present.isEmpty ? "none" : present.joined(separator: ", ")), causes: causes ?? [],
      isUncertain: node.unknown.contains(.resources) || node.unknown.contains(.addressesInferred))
  }
}

/// Texts as Go's `%q` prints them.
enum GoText {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
