/// How one field is read from a source, written to JSON, and compared: one conformer for each way of writing a field.
///
/// The functions that take an attribute or a block say false where the field is not written so. What lies in the memory
/// handed to them is the model of the field's schema.
protocol FieldAccess: Sendable {
  /// Takes the text of a label.
  func take(_ label: LabelSource, into model: UnsafeMutableRawPointer)
  /// Takes the value of an attribute, or reports what is wrong with it.
  func take(
    _ attribute: AttributeSource, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder
  ) -> Bool
  /// Takes a block, or reports what is wrong with it.
  func take(
    _ block: BlockSource, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder
  ) -> Bool
  /// Takes a value of API JSON, or reports what is wrong with it.
  func take(_ node: JSONNode, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ reader: inout JSONDecoding)

  /// The value as API JSON.
  func json(_ model: UnsafeRawPointer) -> JSONValue
  /// Whether two models have the same value here.
  func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool
  /// What it does to running tasks that the field is another in `new`; `whole` is what the row says of it.
  func change(from old: UnsafeRawPointer, to new: UnsafeRawPointer, whole: ChangeKind) -> ChangeKind
  /// False where the field has the value that stands for "not given".
  func isSet(_ model: UnsafeRawPointer) -> Bool
  /// Gives `model` the value that `other` has here.
  func copy(from other: UnsafeRawPointer, into model: UnsafeMutableRawPointer)
  /// Hands the blocks of this field to `visitor`, each with its state in `old`; nothing where the field is no block.
  func visitBlocks(
    _ old: UnsafeRawPointer, _ new: UnsafeRawPointer, _ facts: FieldFacts, _ visitor: inout any BlockPairVisitor)
}

extension FieldAccess {
  func change(from old: UnsafeRawPointer, to new: UnsafeRawPointer, whole: ChangeKind) -> ChangeKind {
    areEqual(old, new) ? .none : whole
  }

  func take(_ label: LabelSource, into model: UnsafeMutableRawPointer) {}
  func take(
    _ attribute: AttributeSource, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder
  ) -> Bool { false }
  func take(
    _ block: BlockSource, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder
  ) -> Bool { false }
  func visitBlocks(
    _ old: UnsafeRawPointer, _ new: UnsafeRawPointer, _ facts: FieldFacts, _ visitor: inout any BlockPairVisitor
  ) {}
}
