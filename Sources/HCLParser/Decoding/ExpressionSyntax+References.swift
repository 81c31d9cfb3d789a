extension ExpressionSyntax {
  /// Every reference in the expression and its parts, in the order of the text.
  package var references: [TraversalSyntax] {
    var found: [TraversalSyntax] = []
    ExpressionSyntax.collect(reference, into: &found)
    return found
  }

  // As deep as the parser lets expressions nest, no deeper.
  private static func collect(_ node: NodeReference, into found: inout [TraversalSyntax]) {
    if node.kind == .traversal { found.append(TraversalSyntax(reference: node)) }
    for child in node.children { collect(child, into: &found) }
  }
}

extension TraversalSyntax {
  /// The name after the root: `x` in `var.x` and in `var["x"]`.
  package var memberName: String? {
    switch steps.first?.kind {
    case .attribute(let name), .key(let name): name
    default: nil
    }
  }
}

extension AttributeSource {
  /// Every reference in the value; in HCL's JSON form those in its texts.
  package var expressionReferences: [TraversalSyntax] {
    switch content {
    case .expression(let expression): expression.references
    case .json(let node): AttributeSource.references(in: node)
    }
  }

  private static func references(in node: JSONNode) -> [TraversalSyntax] {
    switch node.kind {
    case .string:
      return JSONTemplate(node)?.expression?.references ?? []
    case .array: return node.elements.flatMap { references(in: $0) }
    case .object: return node.members.flatMap { references(in: $0.keyNode) + references(in: $0.value) }
    default: return []
    }
  }
}
