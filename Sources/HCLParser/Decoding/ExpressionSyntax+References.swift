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
