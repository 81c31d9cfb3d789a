/// One side of a constraint: a literal text, or a reference to a fact of the node. `reference/scheduler.md` section 3.2.
struct ConstraintTarget: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case literal
    case nodeID, nodeName, datacenter, nodeClass, nodePool
    case attribute(String)
    case meta(String)
    /// A reference outside the known scopes: never found, on no node.
    case unresolvable
  }

  /// As written.
  let text: String
  let kind: Kind

  init(_ text: String) {
    self.text = text
    switch text {
    case _ where !text.utf8.starts(with: "${".utf8): kind = .literal
    case "${node.unique.id}": kind = .nodeID
    case "${node.unique.name}": kind = .nodeName
    case "${node.datacenter}": kind = .datacenter
    case "${node.class}": kind = .nodeClass
    case "${node.pool}": kind = .nodePool
    default:
      if let key = Self.key(in: text, after: "${attr.") {
        kind = .attribute(key)
      } else if let key = Self.key(in: text, after: "${meta.") {
        kind = .meta(key)
      } else {
        kind = .unresolvable
      }
    }
  }

  /// All between the prefix and one closing brace; where the text does not end with one, all that follows the prefix.
  private static func key(in text: String, after prefix: String) -> String? {
    guard text.utf8.starts(with: prefix.utf8) else { return nil }
    var key = text.utf8.dropFirst(prefix.utf8.count)
    if key.last == UInt8(ascii: "}") { key = key.dropLast() }
    return String(key) ?? ""
  }

  var isLiteral: Bool { kind == .literal }

  /// The text on a node, or nil where it is not found there.
  func value(on node: Node) -> String? {
    switch kind {
    case .literal: text
    case .nodeID: node.id
    case .nodeName: node.name
    case .datacenter: node.datacenter
    case .nodeClass: node.nodeClass
    case .nodePool: node.pool
    case .attribute(let key): node.attributes[key]
    case .meta(let key): node.meta[key]
    case .unresolvable: nil
    }
  }

  /// Whether the target asks for a fact that differs from node to node, so that no class can answer for its nodes.
  var isUnique: Bool { ConstraintTarget.isUnique(text) }

  static func isUnique(_ text: String) -> Bool {
    ["${node.unique.", "${attr.unique.", "${meta.unique."].contains { text.utf8.starts(with: $0.utf8) }
  }

  /// The part of a node that has to be known for an answer.
  var source: Node.Unknown {
    switch kind {
    case .attribute: .attributes
    case .meta: .meta
    default: []
    }
  }
}
