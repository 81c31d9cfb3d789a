/// A struct that a block is decoded into.
///
/// `init()` gives the values in force where nothing is written; `schema` has one row per field.
public protocol BlockModel: Sendable, Hashable {
  init()
  var origin: Origin { get set }
  static var schema: BlockSchema<Self> { get }
}

extension BlockModel {
  // Inlined where they are called: the compiler then turns the key path into an offset, and makes no key path.

  /// Where the value of a field was written; the block's header where the field was not; an empty range at the start of
  /// the file for models made in code.
  @inlinable @inline(__always)
  public func range(of field: PartialKeyPath<Self>) -> SourceRange {
    valueRange(ofFieldAt: MemoryLayout<Self>.offset(of: field))
  }

  /// Where the name of a field was written, or what `range(of:)` says.
  @inlinable @inline(__always)
  public func nameRange(of field: PartialKeyPath<Self>) -> SourceRange {
    nameRange(ofFieldAt: MemoryLayout<Self>.offset(of: field))
  }

  /// Where one item of a list was written; the whole list where it is not written out.
  @inlinable @inline(__always)
  public func range(of field: PartialKeyPath<Self>, item: Int) -> SourceRange {
    itemRange(ofFieldAt: MemoryLayout<Self>.offset(of: field), item)
  }

  /// Whether a field was written in the source, even as its default.
  @inlinable @inline(__always)
  public func wrote(_ field: PartialKeyPath<Self>) -> Bool { wroteField(at: MemoryLayout<Self>.offset(of: field)) }

  /// The block's type and labels, or an empty range for models made in code.
  public var headerRange: SourceRange { origin.header ?? SourceRange(0, 0) }

  /// Where a label was written, or the header. In JSON labels are members of the object.
  public func labelRange(_ index: Int = 0) -> SourceRange {
    if origin.labels.indices.contains(index) { return origin.labels[index] }
    return Self.schema.core.labelEntry(index, in: origin)?.value ?? headerRange
  }

  @usableFromInline func valueRange(ofFieldAt offset: Int?) -> SourceRange { entry(at: offset)?.value ?? headerRange }
  @usableFromInline func nameRange(ofFieldAt offset: Int?) -> SourceRange { entry(at: offset)?.name ?? headerRange }
  @usableFromInline func wroteField(at offset: Int?) -> Bool { entry(at: offset) != nil }
  @usableFromInline func itemRange(ofFieldAt offset: Int?, _ item: Int) -> SourceRange {
    guard let entry = entry(at: offset) else { return headerRange }
    return entry.items.indices.contains(item) ? entry.items[item] : entry.value
  }

  private func entry(at offset: Int?) -> Origin.Entry? {
    let origin = origin
    guard let offset, !origin.entries.isEmpty else { return nil }
    return Self.schema.core.entry(ofFieldAt: offset, in: origin)
  }

  /// The strongest effect of the fields in which the model differs from an older version.
  public func change(from old: Self) -> ChangeKind {
    withUnsafePointer(to: old) { old in
      withUnsafePointer(to: self) { new in
        Self.schema.core.rows.map { $0.field.access.change(from: old, to: new, whole: $0.facts.change) }.max() ?? .none
      }
    }
  }
}
