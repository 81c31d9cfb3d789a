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
  let accesses: [any FieldAccess<Model>]
  /// The block without its model.
  let describe: @Sendable () -> SchemaFacts

  /// For each field where it lies in the model: the offset, or one of the marks below.
  private let offsets: [Int]
  /// Not at a fixed offset: kept out of line.
  private static var elsewhere: Int { -1 }
  /// Not stored in one place, or stored where an earlier field is.
  private static var none: Int { -2 }

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
    rows = fields.enumerated().map { FieldRow($0.offset, $0.element.facts) }
    accesses = fields.map(\.access)
    describe = { SchemaFacts(name: name, summary: summary, fields: fields.map(\.facts), hints: hints) }
    offsets = fields.indices.map { index in
      guard let path = fields[index].keyPath as PartialKeyPath<Model>? else { return BlockSchema.none }
      let isFirst = !fields[..<index].contains { ($0.keyPath as PartialKeyPath<Model>?) == path }
      return isFirst ? MemoryLayout<Model>.offset(of: path) ?? BlockSchema.elsewhere : BlockSchema.none
    }
    labelRows = fields.indices.filter { fields[$0].facts.form == .label }
    requiredRows = fields.indices.filter { fields[$0].facts.isRequired }
  }

  /// The number of the field with this name in HCL.
  public func index(of name: String) -> Int? { table.index(of: name) }

  /// The number of the field with this name in API JSON. Upper and lower case are the same, as Go reads JSON.
  public func index(ofJSON name: String) -> Int? { jsonTable.index(of: name.lowercased()) }

  /// The number of the field stored at `keyPath`.
  public func index(of keyPath: PartialKeyPath<Model>) -> Int? {
    let offset = offset(of: keyPath)
    return fields.indices.first { isField($0, at: keyPath, offset) }
  }

  /// The entry of the field stored at `keyPath`.
  func entry(of keyPath: PartialKeyPath<Model>, in origin: Origin) -> Origin.Entry? {
    let entries = origin.entries
    if entries.isEmpty { return nil }
    let offset = offset(of: keyPath)
    return entries.last { isField($0.field, at: keyPath, offset) }
  }

  private func offset(of keyPath: PartialKeyPath<Model>) -> Int {
    MemoryLayout<Model>.offset(of: keyPath) ?? BlockSchema.elsewhere
  }

  /// Offsets rule nearly all fields out; comparing key paths is slow.
  private func isField(_ field: Int, at keyPath: PartialKeyPath<Model>, _ offset: Int) -> Bool {
    offsets[field] == offset && (fields[field].keyPath as PartialKeyPath<Model>?) == keyPath
  }

  /// The names of the labels the block takes.
  public var labels: [String] { labelRows.map { fields[$0].facts.name } }

  /// The block without its model.
  public var facts: SchemaFacts { describe() }
}
