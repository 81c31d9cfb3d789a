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

  private struct Written: Sendable {
    var header: SourceRange
    var labels: [SourceRange] = []
    var entries: [Entry] = []
  }

  // Zero or one element: an origin is one pointer wide.
  private var written: [Written]

  /// Of what nobody wrote.
  public static let none = Origin()

  public init() { written = [] }
  public init(header: SourceRange, labels: [SourceRange] = []) {
    written = [Written(header: header, labels: labels)]
  }

  /// The block's type and labels, as far as the opening brace.
  public var header: SourceRange? { written.first?.header }
  /// The block's labels, quotes included.
  public var labels: [SourceRange] { written.first?.labels ?? [] }
  /// The fields that were written, in the order of reading.
  public var entries: [Entry] { written.first?.entries ?? [] }

  /// The same place, without what was written inside.
  public var withoutFields: Origin { header.map { Origin(header: $0, labels: labels) } ?? .none }

  /// The place of the field with that number, if it was written.
  public func entry(ofField field: Int) -> Entry? {
    // A handful of entries: looking through them beats any index.
    written.first?.entries.last { $0.field == field }
  }

  /// Notes where a field was written.
  public mutating func add(_ entry: Entry) {
    if written.isEmpty { written = [Written(header: entry.name)] }
    written[0].entries.append(entry)
  }
}

extension Origin: Hashable {
  public static func == (left: Origin, right: Origin) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}
