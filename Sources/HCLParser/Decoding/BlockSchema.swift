/// The fields of one block, in the order of its API JSON.
public struct BlockSchema<Model>: Sendable {
  @usableFromInline let core: SchemaCore

  @usableFromInline init(_ core: SchemaCore) { self.core = core }
}

extension BlockSchema where Model: BlockModel {
  @inlinable public init(
    _ name: String, _ summary: String, hints: @autoclosure @escaping @Sendable () -> [String: String] = [:],
    readsInRowOrder: Bool = false, fields: [Field<Model>], finish: (@Sendable (inout Model) -> Void)? = nil
  ) {
    var cores: [FieldCore] = []
    cores.reserveCapacity(fields.count)
    for field in fields { cores.append(field.core) }
    core = SchemaCore(
      name, summary, hints: hints, readsInRowOrder: readsInRowOrder, cores,
      setOrigin: { $0.field(0, as: Model.self).pointee.origin = $1 },
      finish: SchemaCore.erased(finish))
  }

  /// The block's type as written.
  public var name: String { core.name }
  /// One line: what the block is.
  public var summary: String { core.summary }
  /// One row per field.
  public var fields: [Field<Model>] { core.rows.map { Field($0.field) } }
  /// Help for names that do not belong here, by name: `network` in `resources`.
  public var hints: [String: String] { core.hints() }

  /// The number of the field with this name in HCL.
  public func index(of name: String) -> Int? { core.index(of: name) }

  /// The number of the field with this name in API JSON. Upper and lower case are the same, as Go reads JSON.
  public func index(ofJSON name: String) -> Int? { core.index(ofJSON: name) }

  /// The number of the field stored at `keyPath`.
  public func index(of keyPath: PartialKeyPath<Model>) -> Int? {
    MemoryLayout<Model>.offset(of: keyPath).flatMap { core.index(ofFieldAt: $0) }
  }

  /// The names of the labels the block takes.
  public var labels: [String] { core.labels }

  /// The block without its model.
  public var facts: SchemaFacts { core.facts }
}
