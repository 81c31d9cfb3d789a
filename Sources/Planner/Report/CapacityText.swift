public import HCLParser

/// How many more instances of a group fit, as text.
public struct CapacityText {
  private let capacity: GroupCapacity
  private let state: ClusterState
  private let sources: SourceSet
  /// Every node is told.
  public var isVerbose = false

  public init(_ capacity: GroupCapacity, on state: ClusterState, sources: SourceSet = SourceSet()) {
    self.capacity = capacity
    self.state = state
    self.sources = sources
  }

  /// How many rows a table has before it is cut, unless all is wanted.
  private static let tableLimit = 20

  /// All lines, the last one ended: how many fit, where, and what stops the next one.
  public var rendered: String {
    var lines = ["Task Group \(MetricsText.quoted(capacity.group)): \(headline)", ""]
    lines += table("Datacenter", \.datacenter) + table("Class", \.nodeClass) + table("Node", \.name)
    if let obstacle = capacity.obstacle, let explanation = obstacle.explanation {
      lines.append(capacity.isOncePerNode ? "What keeps it off the other nodes:" : "What stops the next one:")
      let text = ExplanationText(explanation, obstacle, sources: sources, isVerbose: isVerbose).lines(indent: "  ")
      // The heading above says it already.
      lines += text.drop { $0.isEmpty || $0 == "  Why:" } + [""]
    }
    if capacity.isLimited {
      lines += ["The search ended here; a larger --limit looks further.", ""]
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private var headline: String {
    let more = capacity.isLimited ? "at least \(capacity.more)" : capacity.more == 0 ? "no" : "\(capacity.more)"
    let verb = capacity.more == 1 && !capacity.isLimited || capacity.more == 0 ? "fits" : "fit"
    let wanted = capacity.isOncePerNode ? "one on each node" : "\(capacity.wanted) wanted"
    let noun = capacity.more == 1 || capacity.more == 0 ? "instance" : "instances"
    return "\(more) more \(noun) \(verb) (\(wanted), \(capacity.running) running)"
  }

  private func table(_ heading: String, _ fact: (Node) -> String) -> [String] {
    let shares = capacity.shares(by: fact, in: state)
    guard !shares.isEmpty else { return [] }
    let isNode = heading == "Node"
    // A single nameless class tells nothing.
    if !isNode, shares.count == 1, shares[0].name.isEmpty { return [] }
    var columns: [(String, TextTable.Alignment)] = [(heading, .left), ("Instances", .right)]
    if !isNode { columns.append(("Nodes", .right)) }
    var table = TextTable(columns)
    let shown = isVerbose ? shares.count : min(shares.count, Self.tableLimit)
    for share in shares.prefix(shown) {
      let row = [share.name.isEmpty ? "(none)" : share.name, "\(share.instances)"]
      table.add(isNode ? row : row + ["\(share.nodes)"])
    }
    var lines = table.lines(indent: "  ")
    if shown < shares.count { lines.append("  and \(shares.count - shown) more (--verbose shows all)") }
    return lines + [""]
  }
}
