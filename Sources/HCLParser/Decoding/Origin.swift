/// Where a model was written: the range of its header, of its labels, and of each field's name and value.
///
/// Two origins are always equal, so two jobs are equal when they ask for the same thing. Models made in code have `.none`.
public struct Origin: Sendable {
  /// One field as written.
  public struct Entry: Sendable {
    /// The field's row in the schema of the block.
    public var field: Int
    /// The field's name, or a block's type.
    public var name: SourceRange
    /// The field's value, or a block's header.
    public var value: SourceRange
    /// The ranges of a list's items, where the list is written out.
    public var items: [SourceRange]

    public init(field: Int, name: SourceRange, value: SourceRange, items: [SourceRange] = []) {
      self.field = field
      self.name = name
      self.value = value
      self.items = items
    }
  }

  /// A class, never changed once another origin refers to it: an origin is one pointer wide, and costs one object.
  private final class Written: Sendable {
    let header: SourceRange
    let labels: [SourceRange]
    let entries: [Entry]

    init(_ header: SourceRange, _ labels: [SourceRange], _ entries: [Entry]) {
      self.header = header
      self.labels = labels
      self.entries = entries
    }
  }

  private var written: Written?

  /// Of what nobody wrote.
  public static let none = Origin()

  public init() { written = nil }
  public init(header: SourceRange, labels: [SourceRange] = [], entries: [Entry] = []) {
    written = Written(header, labels, entries)
  }

  /// The block's type and labels, as far as the opening brace.
  public var header: SourceRange? { written?.header }
  /// The block's labels, quotes included.
  public var labels: [SourceRange] { written?.labels ?? [] }
  /// The fields that were written, in the order of reading.
  public var entries: [Entry] { written?.entries ?? [] }

  /// The same place, without what was written inside.
  public var withoutFields: Origin { header.map { Origin(header: $0, labels: labels) } ?? .none }

  /// The place of the field with that number, if it was written.
  public func entry(ofField field: Int) -> Entry? {
    // A handful of entries: looking through them beats any index.
    written?.entries.last { $0.field == field }
  }
}

extension Origin: Hashable {
  public static func == (left: Origin, right: Origin) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}
