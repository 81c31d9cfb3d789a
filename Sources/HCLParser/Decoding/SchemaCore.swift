import Synchronization

/// A schema without its model. A class: it is wide, and is handed around for every block.
@usableFromInline final class SchemaCore: Sendable {
  let name: String
  let summary: String
  let rows: [FieldRow]
  let hints: @Sendable () -> [String: String]
  /// True where the order of effect is that of the rows, not that of the file (`version` beats `value` in a constraint).
  let readsInRowOrder: Bool
  /// Tells the model where it was written.
  let setOrigin: @Sendable (UnsafeMutableRawPointer, Origin) -> Void
  /// Runs after all fields are read.
  let finish: (@Sendable (UnsafeMutableRawPointer) -> Void)?
  /// The rows that are labels, in order.
  let labelRows: [Int]
  let requiredRows: [Int]

  private let table: NameTable
  private let jsonTable = AtomicLazyReference<JSONTable>()

  /// Few programs read API JSON: the table for it is made by the first that does.
  private final class JSONTable: Sendable {
    let names: NameTable
    init(_ rows: [FieldRow]) { names = NameTable(rows.map { $0.facts.jsonName.lowercased() }) }
  }

  @usableFromInline init(
    _ name: String, _ summary: String, hints: @escaping @Sendable () -> [String: String], readsInRowOrder: Bool,
    _ fields: [FieldCore], setOrigin: @escaping @Sendable (UnsafeMutableRawPointer, Origin) -> Void,
    finish: (@Sendable (UnsafeMutableRawPointer) -> Void)?
  ) {
    self.name = name
    self.summary = summary
    self.hints = hints
    self.readsInRowOrder = readsInRowOrder
    self.setOrigin = setOrigin
    self.finish = finish
    var rows: [FieldRow] = []
    var (labelRows, requiredRows): ([Int], [Int]) = ([], [])
    var names: [String] = []
    rows.reserveCapacity(fields.count)
    names.reserveCapacity(fields.count)
    for field in fields {
      if field.form == .label { labelRows.append(rows.count) }
      if field.facts.isRequired { requiredRows.append(rows.count) }
      // A label is no attribute: it must not be found by its name in the body.
      names.append(field.form == .label ? "" : field.facts.name)
      rows.append(FieldRow(index: rows.count, field: field))
    }
    self.rows = rows
    self.labelRows = labelRows
    self.requiredRows = requiredRows
    table = NameTable(names)
  }

  @inlinable static func erased<Model>(
    _ finish: (@Sendable (inout Model) -> Void)?
  ) -> (@Sendable (UnsafeMutableRawPointer) -> Void)? {
    guard let finish else { return nil }
    return { finish(&$0.field(0, as: Model.self).pointee) }
  }

  /// The number of the field with this name in HCL.
  func index(of name: String) -> Int? { table.index(of: name) }

  /// The same, for a name as it stands in the source.
  func index(of name: ArraySlice<UInt8>) -> Int? { table.index(of: name) }

  /// The number of the field with this name in API JSON.
  func index(ofJSON name: String) -> Int? {
    let table = jsonTable.load() ?? jsonTable.storeIfNil(JSONTable(rows))
    return table.names.index(of: name.lowercased())
  }

  /// The number of the field that is stored there.
  func index(ofFieldAt offset: Int) -> Int? { rows.firstIndex { $0.field.offset == offset } }

  /// The entry of the field that is stored there. No two fields are stored at one place.
  func entry(ofFieldAt offset: Int, in origin: Origin) -> Origin.Entry? {
    origin.entries.last {
      // A model may have been read by another schema than its usual one.
      rows.indices.contains($0.field) && rows[$0.field].field.offset == offset
    }
  }

  /// The entry of a label that was written as a member of a JSON object.
  func labelEntry(_ index: Int, in origin: Origin) -> Origin.Entry? {
    guard labelRows.indices.contains(index) else { return nil }
    return origin.entries.last { $0.field == labelRows[index] }
  }

  /// The names of the labels the block takes.
  var labels: [String] { labelRows.map { rows[$0].facts.name } }

  /// What is to be said of the block.
  var facts: SchemaFacts { SchemaFacts(name: name, summary: summary, fields: rows.map(\.facts), hints: hints()) }
}
