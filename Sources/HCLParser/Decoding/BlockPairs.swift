/// Gets every block of a model together with the same block of an earlier state of that model.
public protocol BlockPairVisitor {
  /// `old` is nil where the block came with `new`.
  mutating func visit<Child: BlockModel>(_ old: Child?, _ new: Child, _ facts: FieldFacts)
}

extension BlockModel {
  /// Hands the blocks of `self` to `visitor`, in the order of the schema. Blocks of a list belong together by their place:
  /// this is for states in which blocks have been added at the end, not for versions written by hand.
  public func visitBlocks<Visitor: BlockPairVisitor>(since old: Self, _ visitor: inout Visitor) {
    for field in Self.schema.fields { field.access.visitBlocks(old, self, field.facts, &visitor) }
  }
}

extension FieldAccess {
  public func visitBlocks<Visitor: BlockPairVisitor>(
    _ old: Model, _ new: Model, _ facts: FieldFacts, _ visitor: inout Visitor
  ) {}
}

extension BlockAccess {
  func visitBlocks<Visitor: BlockPairVisitor>(
    _ old: Model, _ new: Model, _ facts: FieldFacts, _ visitor: inout Visitor
  ) {
    guard let child = new[keyPath: path] else { return }
    visitor.visit(old[keyPath: path], child, facts)
  }
}

extension BlocksAccess {
  func visitBlocks<Visitor: BlockPairVisitor>(
    _ old: Model, _ new: Model, _ facts: FieldFacts, _ visitor: inout Visitor
  ) {
    let before = old[keyPath: path]
    for (index, child) in new[keyPath: path].enumerated() {
      visitor.visit(index < before.count ? before[index] : nil, child, facts)
    }
  }
}

extension KeyedBlocksAccess {
  func visitBlocks<Visitor: BlockPairVisitor>(
    _ old: Model, _ new: Model, _ facts: FieldFacts, _ visitor: inout Visitor
  ) {
    let before = old[keyPath: path]
    for child in new[keyPath: path] {
      let name = child[keyPath: key]
      visitor.visit(before.first { $0[keyPath: key].utf8.elementsEqual(name.utf8) }, child, facts)
    }
  }
}
