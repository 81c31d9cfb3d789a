/// The fields of one block, in the order of its API JSON. A class: it is wide, and is handed around for every block.
public final class BlockSchema<Model: BlockModel>: Sendable {
  /// The block's type as written.
  public let name: String
  /// One line: what the block is.
  public let summary: String
  /// One row per field.
  public let fields: [Field<Model>]
  /// Help for names that do not belong here, by name: `network` in `resources`.
  public let hints: [String: String]
  /// True where the order of effect is that of the rows, not that of the file (`version` beats `value` in a constraint).
  let readsInRowOrder: Bool
  /// Runs after all fields are read.
  let finish: (@Sendable (inout Model) -> Void)?

  // What decoding touches for every attribute, apart from what it touches for messages only.
  let rows: [FieldRow]
  private let storages: [FieldStorage<Model>]
  /// The block without its model.
  let describe: @Sendable () -> SchemaFacts

  private let table: NameTable
  private let jsonTable: NameTable
  /// The rows that are labels, in order.
  let labelRows: [Int]
  let requiredRows: [Int]

  public init(
    _ name: String, _ summary: String, hints: [String: String] = [:], readsInRowOrder: Bool = false,
    fields: [Field<Model>], finish: (@Sendable (inout Model) -> Void)? = nil
  ) {
    self.name = name
    self.summary = summary
    self.hints = hints
    self.readsInRowOrder = readsInRowOrder
    self.fields = fields
    self.finish = finish
    // A label is no attribute: it must not be found by its name in the body.
    table = NameTable(fields.map { $0.facts.form == .label ? "" : $0.facts.name })
    jsonTable = NameTable(fields.map { $0.facts.jsonName.lowercased() })
    storages = fields.map(\.storage)
    rows = fields.enumerated().map { FieldRow($0.offset, $0.element.facts, lastWins: $0.element.lastWins) }
    describe = { SchemaFacts(name: name, summary: summary, fields: fields.map(\.facts), hints: hints) }
    labelRows = fields.indices.filter { fields[$0].facts.form == .label }
    requiredRows = fields.indices.filter { fields[$0].facts.isRequired }
  }

  /// The number of the field with this name in HCL.
  public func index(of name: String) -> Int? { table.index(of: name) }

  /// The number of the field with this name in API JSON. Upper and lower case are the same, as Go reads JSON.
  public func index(ofJSON name: String) -> Int? { jsonTable.index(of: name.lowercased()) }

  /// The number of the field stored at `keyPath`.
  public func index(of keyPath: PartialKeyPath<Model>) -> Int? {
    let offset = MemoryLayout<Model>.offset(of: keyPath)
    return storages.firstIndex { $0.isStored(at: keyPath, offset: offset) }
  }

  /// How the field of a row is read and written.
  func access(_ row: Int) -> any FieldAccess<Model> { storages[row].parts.access }

  /// The entry of the field stored at `keyPath`. No two fields are stored at one place.
  func entry(of keyPath: PartialKeyPath<Model>, in origin: Origin) -> Origin.Entry? {
    let entries = origin.entries
    if entries.isEmpty { return nil }
    let offset = MemoryLayout<Model>.offset(of: keyPath)
    return entries.last {
      // A model may have been read by another schema than its usual one.
      storages.indices.contains($0.field) && storages[$0.field].isStored(at: keyPath, offset: offset)
    }
  }

  /// The entry of a label that was written as a member of a JSON object.
  func labelEntry(_ index: Int, in origin: Origin) -> Origin.Entry? {
    guard labelRows.indices.contains(index) else { return nil }
    return origin.entries.last { $0.field == labelRows[index] }
  }

  /// The names of the labels the block takes.
  public var labels: [String] { labelRows.map { fields[$0].facts.name } }

  /// The block without its model.
  public var facts: SchemaFacts { describe() }
}
