/// Walks a body against a schema and fills a model.
///
/// Every "unknown", "missing", "given twice", "wrong type", "block, not attribute" of every block comes from here.
public struct BlockDecoder: Sendable {
  /// What was found so far, in the order of reading.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// Where values were passed over because they, or parts of them, depend on what this run does not know.
  public internal(set) var unknownRanges: [SourceRange] = []
  /// The schemas from the outermost block to the one being read: says where a misplaced name belongs.
  var path: [SchemaCore] = []
  /// What the bodies from the outermost to the one being read have shown so far, each in a stretch of its own.
  var seen: [Seen] = []
  /// The same for the places of their fields.
  private var entries: [Origin.Entry] = []

  /// A row met in a body, with the place where it was first.
  struct Seen: Sendable {
    var row: Int
    var range: SourceRange
  }

  /// One evaluator for each scope: the outermost, and one for each block that a `dynamic` block makes.
  var evaluators: [Evaluator]
  /// What is left of `EvaluationLimits.work`, for all scopes together.
  package var workLeft: Int
  /// True once that limit has been reported.
  var isExhausted = false
  /// How many blocks `dynamic` blocks may still make.
  var blocksLeft = 20_000
  /// Of the list of blocks with a label that was added to last.
  var keyedNames = KeyedNames()
  /// How many unknown names are still looked for elsewhere.
  var helpLeft = 300

  /// The scope of what stands in the file, outside of `dynamic` blocks.
  package static let outermost = 0

  public init(context: EvaluationContext = .constant) {
    evaluators = [Evaluator(context: context)]
    workLeft = context.limits.work
  }

  /// Fills `model` from a block of a file.
  public mutating func decode<Model: BlockModel>(
    _ block: BlockSyntax, as schema: BlockSchema<Model>, into model: inout Model
  ) {
    decode(BlockSource(block, scope: BlockDecoder.outermost), as: schema, into: &model)
  }

  /// Fills `model` from a body of a file: the whole file, or the inside of a block.
  public mutating func decode<Model: BlockModel>(
    _ body: BodySyntax, as schema: BlockSchema<Model>, into model: inout Model
  ) {
    let header = SourceRange.empty(at: body.range.start, source: body.range.source)
    let core = schema.core
    withUnsafeMutablePointer(to: &model) {
      decode(
        BodySource(.native(body), scope: BlockDecoder.outermost), as: core, header, labels: [], namedAt: header,
        into: UnsafeMutableRawPointer($0))
    }
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Fills `model` from a block: its labels, then its body.
  public mutating func decode<Model: BlockModel>(
    _ block: BlockSource, as schema: BlockSchema<Model>, into model: inout Model
  ) {
    let core = schema.core
    withUnsafeMutablePointer(to: &model) { decode(block, as: core, into: UnsafeMutableRawPointer($0)) }
  }

  // From here on models are memory: see `ModelMemory.swift`.

  /// Fills the model that lies at `model` from a block.
  @usableFromInline mutating func decode(
    _ block: BlockSource, as schema: SchemaCore, into model: UnsafeMutableRawPointer
  ) {
    if !(block.labels.isEmpty && schema.labelRows.isEmpty) { takeLabels(of: block, schema, into: model) }
    decode(
      block.body, as: schema, block.headerRange, labels: block.labels.map(\.range), namedAt: block.typeRange,
      into: model)
  }

  private mutating func takeLabels(
    of block: BlockSource, _ schema: SchemaCore, into model: UnsafeMutableRawPointer
  ) {
    for (label, row) in zip(block.labels, schema.labelRows) { schema.rows[row].field.access.take(label, into: model) }
    if block.labels.count > schema.labelRows.count {
      report(.extraLabel(block, allowed: schema.labelRows.count))
    } else if block.labels.count < schema.labelRows.count {
      report(.missingLabel(block, schema.rows[schema.labelRows[block.labels.count]].facts.name))
    }
  }

  /// Fills a model from a body. `namedAt` is where a field is missed that is not there.
  private mutating func decode(
    _ body: BodySource, as schema: SchemaCore, _ header: SourceRange, labels: [SourceRange], namedAt: SourceRange,
    into model: UnsafeMutableRawPointer
  ) {
    path.append(schema)
    let firstEntry = entries.count
    var reading = BodyReading(firstSeen: seen.count)
    switch body.content {
    case .native(let syntax): read(syntax, body.scope, schema, &reading, into: model)
    case .json(let node): read(node, body.scope, schema, &reading, into: model)
    }
    if !reading.deferred.isEmpty {
      for attribute in reading.deferred.sorted(by: { $0.row < $1.row }) {
        take(attribute.source, schema.rows[attribute.row], schema, into: model)
      }
    }
    for row in schema.requiredRows where first(row, in: reading) == nil {
      report(.missingRequired(schema.rows[row].facts.name, in: schema.name, at: namedAt))
    }
    schema.setOrigin(model, Origin(header: header, labels: labels, entries: Array(entries[firstEntry...])))
    schema.finish?(model)
    entries.removeLast(entries.count - firstEntry)
    seen.removeLast(seen.count - reading.firstSeen)
    path.removeLast()
  }

  /// What one body has shown so far, beside its stretch of `seen`.
  struct BodyReading {
    /// Where the stretch begins.
    let firstSeen: Int
    /// Attributes that wait for their turn, where rows and not the file say the order.
    var deferred: [(row: Int, source: AttributeSource)] = []
  }

  /// Where the body first had this row.
  private func first(_ row: Int, in reading: BodyReading) -> SourceRange? {
    // A handful of rows: looking through them beats any table.
    var index = reading.firstSeen
    while index < seen.count {
      if seen[index].row == row { return seen[index].range }
      index += 1
    }
    return nil
  }

  /// Notes where a field of the body at hand was written.
  mutating func note(_ entry: Origin.Entry) { entries.append(entry) }

  private mutating func read(
    _ body: BodySyntax, _ scope: Int, _ schema: SchemaCore, _ reading: inout BodyReading,
    into model: UnsafeMutableRawPointer
  ) {
    let storage = body.reference.storage
    var number = body.reference.node.firstChild
    while number != 0 {
      let node = storage.nodes[Int(number)]
      if node.kind == .attribute {
        readAttribute(node, storage, number, scope, schema, &reading, into: model)
      } else {
        let block = BlockSyntax(reference: NodeReference(storage: storage, number: number))
        if storage.token(Int(node.firstToken), spells: "dynamic") {
          for made in expand(BlockSource(block, scope: scope), schema) { read(made, schema, &reading, into: model) }
        } else {
          read(BlockSource(block, scope: scope), schema, &reading, into: model)
        }
      }
      number = node.nextSibling
    }
  }

  /// Reads an attribute of HCL. Most are known, stand there once, and have their value written out: those come as they
  /// go, without a copy of their name.
  private mutating func readAttribute(
    _ node: SyntaxNode, _ storage: SyntaxStorage, _ number: UInt32, _ scope: Int, _ schema: SchemaCore,
    _ reading: inout BodyReading, into model: UnsafeMutableRawPointer
  ) {
    let name = Int(node.firstToken)
    if let row = schema.index(of: storage.source.bytes(in: storage.range(ofToken: name))), !schema.readsInRowOrder,
      let kind = schema.rows[row].field.plain, let offset = schema.rows[row].field.offset,
      first(row, in: reading) == nil,
      takePlain(storage, node.firstChild, row, name, kind, scope, into: model + offset)
    {
      seen.append(Seen(row: row, range: storage.range(ofToken: name)))
      return
    }
    let attribute = AttributeSyntax(reference: NodeReference(storage: storage, number: number))
    read(AttributeSource(attribute, scope: scope), schema, &reading, into: model)
  }

  mutating func read(
    _ attribute: AttributeSource, _ schema: SchemaCore, _ reading: inout BodyReading,
    into model: UnsafeMutableRawPointer
  ) {
    guard let row = schema.index(of: attribute.name) else {
      return report(unknownAttribute(attribute, schema.facts, written: seen[reading.firstSeen...].map(\.row)))
    }
    if let first = first(row, in: reading) {
      switch attribute.content {
      // The parser has reported an attribute written twice; here it stands beside a block of its name.
      case .expression where schema.rows[row].form.isBlock:
        report(.duplicateBlock(attribute.name, at: attribute.nameRange, first: first))
      case .expression: break
      case .json: report(.duplicateName(attribute.name, at: attribute.nameRange, first: first))
      }
      return
    }
    seen.append(Seen(row: row, range: attribute.nameRange))
    if schema.readsInRowOrder {
      reading.deferred.append((row, attribute))
    } else {
      take(attribute, schema.rows[row], schema, into: model)
    }
  }

  private mutating func take(
    _ attribute: AttributeSource, _ row: FieldRow, _ schema: SchemaCore, into model: UnsafeMutableRawPointer
  ) {
    if !row.field.access.take(attribute, row, into: model, &self) {
      report(.attributeForBlock(attribute, row.facts, hint: schema.hints()[attribute.name]))
    }
  }

  mutating func read(
    _ block: BlockSource, _ schema: SchemaCore, _ reading: inout BodyReading, into model: UnsafeMutableRawPointer
  ) {
    guard let index = schema.index(of: block.type) else {
      return report(unknownBlock(block, schema.facts))
    }
    let row = schema.rows[index]
    let isRepeatable = row.form == .blocks || row.form == .keyedBlocks || row.field.lastWins
    if !isRepeatable, row.form.isBlock, let first = first(index, in: reading) {
      return report(.duplicateBlock(block.type, at: block.headerRange, first: first))
    }
    let earlier = first(index, in: reading)
    if row.field.lastWins, let earlier { report(.replacedBlock(block, first: earlier)) }
    // Once for each row, or a long list of blocks would be gone through for every attribute after it.
    if earlier == nil { seen.append(Seen(row: index, range: block.headerRange)) }
    if let read = row.field.readBlock, let offset = row.field.offset {
      read(block, model + offset, &self)
    } else if !row.field.access.take(block, row, into: model, &self) {
      report(.blockForAttribute(block, row.facts))
    }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// What was found since the last call.
  package mutating func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    // The blocks that one "dynamic" block makes have their mistakes in common: once is enough.
    guard evaluators.count > 1 else { return diagnostics }
    var told = Set<Diagnostic>()
    return diagnostics.filter { told.insert($0).inserted }
  }
}
