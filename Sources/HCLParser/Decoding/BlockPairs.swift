/// Gets every block of a model together with the same block of an earlier state of that model.
public protocol BlockPairVisitor {
  /// `old` is nil where the block came with `new`.
  mutating func visit<Child: BlockModel>(_ old: Child?, _ new: Child, _ facts: FieldFacts)
}

extension BlockModel {
  /// Hands the blocks of `self` to `visitor`, in the order of the schema. Blocks of a list belong together by their place:
  /// this is for states in which blocks have been added at the end, not for versions written by hand.
  public func visitBlocks(since old: Self, _ visitor: inout any BlockPairVisitor) {
    withUnsafePointer(to: old) { old in
      withUnsafePointer(to: self) { new in
        for row in Self.schema.core.rows { row.field.access.visitBlocks(old, new, row.facts, &visitor) }
      }
    }
  }
}
