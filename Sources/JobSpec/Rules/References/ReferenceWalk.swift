import HCLParser

/// The runtime references of a job file: names that nobody defines in the file, for the client or the server to replace.
struct ReferenceWalk: Sendable {
  /// One reference with the blocks it stands in.
  struct Found: Sendable {
    var traversal: TraversalSyntax
    /// The types of the blocks around it, outermost first.
    var blocks: [BlockSyntax]
    /// The attribute it stands in.
    var attribute: AttributeSyntax

    var root: String { traversal.rootName }
    /// The first static step after the root, if it is a name.
    var member: String? {
      if case .attribute(let name)? = traversal.steps.first?.kind { return name }
      return nil
    }
    /// Root and steps as written, as far as they are names.
    var path: String {
      ([root]
        + traversal.steps.compactMap {
          if case .attribute(let name) = $0.kind { return name }
          return nil
        }).joined(separator: ".")
    }
    func isInside(_ type: String) -> Bool { blocks.contains { $0.type == type } }
    /// The label of the nearest block of a type.
    func label(of type: String) -> String? { blocks.last { $0.type == type }?.labels.first?.text }
  }

  private(set) var found: [Found] = []

  /// Collects the references of a tree; `var`, `local`, and the names of loops and dynamic blocks are none.
  init(_ tree: SyntaxTree) {
    var defined = tree.loopNames.union(["var", "local"])
    for block in tree.allBlocks where block.type == "dynamic" {
      if let label = block.labels.first { defined.insert(label.text) }
      if let iterator = block.body.attribute(named: "iterator"), case .traversal(let name) = iterator.value.kind {
        defined.insert(name.rootName)
      }
    }
    for block in tree.root.blocks { collect(block, [], except: defined) }
  }

  // Blocks nest no deeper than the parser allows.
  private mutating func collect(_ block: BlockSyntax, _ outer: [BlockSyntax], except defined: Set<String>) {
    // Variables have no references, and the walk would take the words of a type for some.
    if outer.isEmpty, block.type == "variable" { return }
    let blocks = outer + [block]
    for attribute in block.body.attributes {
      if block.type == "dynamic", attribute.name == "iterator" { continue }
      for traversal in attribute.value.references where !defined.contains(traversal.rootName) {
        found.append(Found(traversal: traversal, blocks: blocks, attribute: attribute))
      }
    }
    for inner in block.body.blocks { collect(inner, blocks, except: defined) }
  }
}
