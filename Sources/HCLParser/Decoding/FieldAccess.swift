/// How one field is read from a source, written to JSON, and compared: one conformer for each way of writing a field.
///
/// The functions that take an attribute or a block say false where the field is not written so.
public protocol FieldAccess<Model>: Sendable {
  associatedtype Model: BlockModel

  /// Takes the text of a label.
  func take(_ label: LabelSource, into model: inout Model)
  /// Takes the value of an attribute, or reports what is wrong with it.
  func take(_ attribute: AttributeSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder)
    -> Bool
  /// Takes a block, or reports what is wrong with it.
  func take(_ block: BlockSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder) -> Bool
  /// Takes a value of API JSON, or reports what is wrong with it.
  func take(_ node: JSONNode, _ row: FieldRow, into model: inout Model, _ reader: inout JSONDecoding)

  /// The value as API JSON.
  func json(_ model: Model) -> JSONValue
  /// Whether two models have the same value here.
  func areEqual(_ left: Model, _ right: Model) -> Bool
  /// What it does to running tasks that the field is another in `new`; `whole` is what the row says of it.
  func change(from old: Model, to new: Model, whole: ChangeKind) -> ChangeKind
  /// False where the field has the value that stands for "not given".
  func isSet(_ model: Model) -> Bool
  /// Hands the blocks of this field to `visitor`, each with its state in `old`; nothing where the field is no block.
  func visitBlocks<Visitor: BlockPairVisitor>(
    _ old: Model, _ new: Model, _ facts: FieldFacts, _ visitor: inout Visitor)
}

extension FieldAccess {
  public func change(from old: Model, to new: Model, whole: ChangeKind) -> ChangeKind {
    areEqual(old, new) ? .none : whole
  }

  public func take(_ label: LabelSource, into model: inout Model) {}
  public func take(
    _ attribute: AttributeSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder
  ) -> Bool { false }
  public func take(
    _ block: BlockSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder
  ) -> Bool { false }
}

/// A field and its number in the schema. Small: it is handed around for every attribute.
public struct FieldRow: Sendable {
  /// The number of the row.
  public let index: Int
  let form: FieldForm
  let hasRange: Bool
  let lastWins: Bool
  // One element: the facts are wide, and are wanted in messages only.
  private let boxed: [FieldFacts]

  init(_ index: Int, _ facts: FieldFacts, lastWins: Bool) {
    self.index = index
    form = facts.form
    self.lastWins = lastWins
    hasRange = facts.range != nil
    boxed = [facts]
  }

  /// What is to be said of the field.
  public var facts: FieldFacts { boxed[0] }
}
