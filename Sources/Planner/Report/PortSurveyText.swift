public import HCLParser

/// A survey of ports as text: what jobs ask for, what clashes, and the addresses of the nodes.
public struct PortSurveyText {
  private let survey: PortSurvey
  private let places: [SourcePlaces?]
  /// Every node is told.
  public var isVerbose = false

  /// `sources` has the texts of each request's job, by the request's place.
  public init(_ survey: PortSurvey, sources: [SourceSet] = []) {
    self.survey = survey
    places = sources.map { SourcePlaces($0) }
  }

  /// How many rows a table has before it is cut, unless all is wanted.
  private static let tableLimit = 20

  /// All lines, the last one ended: requests, shortages, clashes, then a table of addresses.
  public var rendered: String {
    var lines = requests + shortages + clashes + nodes
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private var requests: [String] {
    guard !survey.requests.isEmpty else { return [] }
    var lines = ["Static ports asked for:", ""]
    for (index, request) in survey.requests.enumerated() {
      let place = request.range.flatMap { range in
        places.indices.contains(index) ? places[index].map { " (\($0.text(of: range)))" } : nil
      }
      lines.append(
        "  \(request.jobID).\(request.group): port \"\(request.label)\" = \(request.port) on host network "
          + "\"\(request.hostNetwork)\", \(request.wanted) wanted\(place ?? "")")
      lines.append("    - \(granting(request))")
      lines += refusals(request).map { "    - \($0)" }
    }
    return lines + [""]
  }

  private func granting(_ request: PortSurvey.Request) -> String {
    let limit = isVerbose ? Int.max : 5
    guard !request.grants.isEmpty else { return "no node can grant it" }
    let held = request.grants.count { $0.isHeld }
    let note = held == 0 ? "" : "; \(held) of them \(held == 1 ? "has" : "have") it for the group already"
    return "\(Wording.count(request.grants.count, "node")) can grant it: "
      + Wording.names(request.grants.map(\.nodeName), limit: limit) + note
  }

  /// Nodes of one reason together.
  private func refusals(_ request: PortSurvey.Request) -> [String] {
    var order: [PortSurvey.Refusal.Reason] = []
    var names: [PortSurvey.Refusal.Reason: [String]] = [:]
    for refusal in request.refusals {
      if names[refusal.reason] == nil { order.append(refusal.reason) }
      names[refusal.reason, default: []].append(refusal.nodeName)
    }
    return order.map { reason in
      let names = names[reason] ?? []
      let (plural, list) = (names.count > 1, Wording.names(names, limit: isVerbose ? Int.max : 5))
      switch reason {
      case .noHostNetwork: return "\(list) \(plural ? "have" : "has") no host network \"\(request.hostNetwork)\""
      case .keptBack: return "\(list) \(plural ? "keep" : "keeps") it back"
      case .taken(let holder): return "\(list): taken by \(holder)"
      case .unreadableReservedPorts:
        return "\(list) \(plural ? "have lists" : "has a list") of reserved ports that cannot be read"
      }
    }
  }

  private var shortages: [String] {
    guard !survey.shortages.isEmpty else { return [] }
    return ["Too many want the same port:", ""]
      + survey.shortages.map { shortage in
        let asking = shortage.requests.map { index in
          "\(survey.requests[index].jobID).\(survey.requests[index].group) wants \(survey.requests[index].wanted)"
        }
        let can = "\(Wording.count(shortage.available, "address")) can grant it".replacingEach(
          "addresss", with: "addresses")
        return "  port \(shortage.port): \(Wording.list(asking)), \(can)"
      } + [""]
  }

  private var clashes: [String] {
    var lines: [String] = []
    for node in survey.nodes {
      if let list = node.unreadable {
        lines.append("  \(node.name): the list of reserved ports cannot be read: \"\(list)\"")
      }
      for address in node.addresses {
        for clash in address.clashes {
          lines.append(
            "  \(node.name): port \(clash.port) on \(address.address) is held by \(Wording.list(clash.parties))")
        }
      }
    }
    return lines.isEmpty ? [] : ["Clashes; nothing more can be placed on these nodes:", ""] + lines + [""]
  }

  private var nodes: [String] {
    var table = TextTable([
      ("Node", .left), ("Address", .left), ("Host networks", .left), ("Kept back", .left), ("Taken", .left),
      ("Dynamic free", .right),
    ])
    var rows = 0
    let all = survey.nodes.reduce(0) { $0 + $1.addresses.count }
    let limit = isVerbose ? all : Self.tableLimit
    for node in survey.nodes {
      for address in node.addresses where rows < limit {
        rows += 1
        table.add([
          node.name, address.address, address.hostNetworks.joined(separator: ", "),
          address.reserved.map(PortSurveyText.range).joined(separator: ","), taken(address),
          "\(address.dynamicFree) of \(address.dynamicPorts.count)",
        ])
      }
    }
    guard rows > 0 else { return ["No node has an address."] }
    return ["Addresses:", ""] + table.lines() + (rows < all ? ["and \(all - rows) more (--verbose shows all)"] : [])
  }

  private func taken(_ address: PortSurvey.AddressUse) -> String {
    let limit = isVerbose ? address.taken.count : 6
    let shown = address.taken.prefix(limit).map { "\($0.port)" }.joined(separator: ",")
    return address.taken.count > limit ? "\(shown) and \(address.taken.count - limit) more" : shown
  }

  private static func range(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }
}
