/// A struct that a block is decoded into.
///
/// `init()` gives the values in force where nothing is written; `schema` has one row per field.
public protocol BlockModel: Sendable, Hashable {
  init()
  var origin: Origin { get set }
  static var schema: BlockSchema<Self> { get }
}

extension BlockModel {
  /// Where the value of a field was written; the block's header where the field was not; an empty range at the start of
  /// the file for models made in code.
  public func range(of field: PartialKeyPath<Self>) -> SourceRange {
    entry(of: field)?.value ?? origin.header ?? SourceRange(0, 0)
  }

  /// Where the name of a field was written, or what `range(of:)` says.
  public func nameRange(of field: PartialKeyPath<Self>) -> SourceRange {
    entry(of: field)?.name ?? origin.header ?? SourceRange(0, 0)
  }

  /// Where one item of a list was written; the whole list where it is not written out.
  public func range(of field: PartialKeyPath<Self>, item: Int) -> SourceRange {
    let entry = entry(of: field)
    guard let items = entry?.items, items.indices.contains(item) else { return range(of: field) }
    return items[item]
  }

  /// The block's type and labels, or an empty range for models made in code.
  public var headerRange: SourceRange { origin.header ?? SourceRange(0, 0) }

  /// Where a label was written, or the header. In JSON labels are members of the object.
  public func labelRange(_ index: Int = 0) -> SourceRange {
    if origin.labels.indices.contains(index) { return origin.labels[index] }
    return Self.schema.labelEntry(index, in: origin)?.value ?? headerRange
  }

  /// Whether a field was written in the source, even as its default.
  public func wrote(_ field: PartialKeyPath<Self>) -> Bool { entry(of: field) != nil }

  private func entry(of field: PartialKeyPath<Self>) -> Origin.Entry? {
    Self.schema.entry(of: field, in: origin)
  }

  /// The strongest effect of the fields in which the model differs from an older version.
  public func change(from old: Self) -> ChangeKind {
    Self.schema.fields.map { $0.access.change(from: old, to: self, whole: $0.facts.change) }.max() ?? .none
  }
}
