extension ExpressionSyntax {
  /// Every reference in the expression and its parts, in the order of the text.
  package var references: [TraversalSyntax] {
    NodeWalk(reference).lazy.filter { $0.kind == .traversal }.map(TraversalSyntax.init)
  }

  /// The names that `for` gives to keys and values anywhere in the expression: they refer to nothing outside of it.
  var namesOfIterations: Set<String> {
    var found: Set<String> = []
    var pending = [reference]
    while let node = pending.popLast() {
      if node.kind == .name { found.insert(node.storage.text(ofToken: node.firstToken)) }
      pending += node.children
    }
    return found
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

  /// The names that `for` gives to keys and values anywhere in the value.
  package var namesOfIterations: Set<String> {
    switch content {
    case .expression(let expression): expression.namesOfIterations
    case .json(let node): JSONTemplate(node)?.expression?.namesOfIterations ?? []
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
