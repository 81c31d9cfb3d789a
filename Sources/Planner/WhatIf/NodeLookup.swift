/// A text that was to name a node, or nodes, and does not; with what it might have been.
public struct UnknownNode: Error, Sendable, Hashable {
  /// `no node is called "ap-1"`.
  public var message: String
  /// `did you mean "app-1"?`, or what there is.
  public var hint: String

  init(message: String, hint: String = "") {
    self.message = message
    self.hint = hint
  }

  init(_ message: String, _ wanted: String, among names: [String]) {
    var known: [String] = []
    for name in names where !name.isEmpty && !known.contains(name) { known.append(name) }
    self.message = message
    hint = UnknownNode.hint(wanted, among: known)
  }

  private static func hint(_ wanted: String, among known: [String]) -> String {
    if let nearest = Wording.nearest(to: wanted, among: known) { return "did you mean \"\(nearest)\"?" }
    let longer = wanted.isEmpty ? [] : known.filter { $0.utf8.starts(with: wanted.utf8) }
    if !longer.isEmpty { return "names that begin so: \(Wording.names(longer))" }
    return known.isEmpty ? "" : "there \(known.count == 1 ? "is" : "are") \(Wording.names(known))"
  }
}

extension ClusterSnapshot {
  /// The place of the node that a text means: by its name, its id, or the beginning of its id, four characters at least.
  ///
  /// A name or an id that fits as a whole beats the beginning of an id. What fits several nodes means none.
  public func nodeNumber(of text: String) throws(UnknownNode) -> Int {
    let whole = nodes.indices.filter {
      nodes[$0].name.utf8.elementsEqual(text.utf8) || nodes[$0].id.utf8.elementsEqual(text.utf8)
    }
    if whole.count == 1 { return whole[0] }
    guard whole.isEmpty else {
      throw UnknownNode(
        message: "\(whole.count) nodes are called \"\(text)\"",
        hint: "say which by its id: \(Wording.names(whole.map { nodes[$0].id }))")
    }
    let begun = text.utf8.count < 4 ? [] : nodes.indices.filter { nodes[$0].id.utf8.starts(with: text.utf8) }
    if begun.count == 1 { return begun[0] }
    guard begun.isEmpty else {
      throw UnknownNode(
        message: "\(begun.count) nodes have an id that begins with \"\(text)\"",
        hint: "these are \(Wording.names(begun.map { "\(nodes[$0].name) (\(nodes[$0].id))" }))")
    }
    throw UnknownNode("no node is called \"\(text)\"", text, among: nodes.map(\.name))
  }
}
