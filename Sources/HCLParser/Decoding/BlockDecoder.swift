/// Walks a body against a schema and fills a model.
///
/// Every "unknown", "missing", "given twice", "wrong type", "block, not attribute" of every block comes from here.
public struct BlockDecoder: Sendable {
  /// What was found so far, in the order of reading.
  public internal(set) var diagnostics: [Diagnostic] = []
  /// Where values were passed over because they, or parts of them, depend on what this run does not know.
  public internal(set) var unknownRanges: [SourceRange] = []
  /// The schemas from the outermost block to the one being read: says where a misplaced name belongs.
  var path: [@Sendable () -> SchemaFacts] = []

  /// One evaluator for each scope: the outermost, and one for each block that a `dynamic` block makes.
  var evaluators: [Evaluator]
  /// What is left of `EvaluationLimits.work`, for all scopes together.
  package var workLeft: Int
  /// True once that limit has been reported.
  var isExhausted = false
  /// How many blocks `dynamic` blocks may still make.
  var blocksLeft = 20_000
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
    model.origin = Origin(header: .empty(at: body.range.start, source: body.range.source))
    decode(
      BodySource(.native(body), scope: BlockDecoder.outermost), as: schema,
      header: .empty(at: body.range.start, source: body.range.source), into: &model)
  }

  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Fills `model` from a block: its labels, then its body.
  public mutating func decode<Model: BlockModel>(
    _ block: BlockSource, as schema: BlockSchema<Model>, into model: inout Model
  ) {
    model.origin = Origin(header: block.headerRange, labels: block.labels.map(\.range))
    takeLabels(of: block, schema, into: &model)
    decode(block.body, as: schema, header: block.typeRange, into: &model)
  }

  private mutating func takeLabels<Model: BlockModel>(
    of block: BlockSource, _ schema: BlockSchema<Model>, into model: inout Model
  ) {
    for (label, row) in zip(block.labels, schema.labelRows) { schema.access(row).take(label, into: &model) }
    if block.labels.count > schema.labelRows.count {
      report(.extraLabel(block, allowed: schema.labelRows.count))
    } else if block.labels.count < schema.labelRows.count {
      report(.missingLabel(block, schema.fields[schema.labelRows[block.labels.count]].facts.name))
    }
  }

  /// Fills `model` from a body.
  mutating func decode<Model: BlockModel>(
    _ body: BodySource, as schema: BlockSchema<Model>, header: SourceRange, into model: inout Model
  ) {
    path.append(schema.describe)
    var reading = BodyReading()
    reading.seen.reserveCapacity(min(schema.rows.count, 8))
    switch body.content {
    case .native(let syntax): read(syntax, body.scope, schema, &reading, into: &model)
    case .json(let node): read(node, body.scope, schema, &reading, into: &model)
    }
    if !reading.deferred.isEmpty {
      for attribute in reading.deferred.sorted(by: { $0.row < $1.row }) {
        take(attribute.source, row: attribute.row, schema, into: &model)
      }
    }
    for row in schema.requiredRows where !reading.seen.contains(where: { $0.row == row }) {
      report(.missingRequired(schema.fields[row].facts.name, in: schema.name, at: header))
    }
    schema.finish?(&model)
    path.removeLast()
  }

  /// What one body has shown so far.
  struct BodyReading {
    /// Rows met, with the place of the first.
    var seen: [(row: Int, range: SourceRange)] = []
    /// Attributes that wait for their turn, where rows and not the file say the order.
    var deferred: [(row: Int, source: AttributeSource)] = []
  }

  private mutating func read<Model: BlockModel>(
    _ body: BodySyntax, _ scope: Int, _ schema: BlockSchema<Model>, _ reading: inout BodyReading,
    into model: inout Model
  ) {
    for item in body.items {
      switch item {
      case .attribute(let attribute):
        read(AttributeSource(attribute, scope: scope), schema, &reading, into: &model)
      case .block(let block):
        if block.type == "dynamic" {
          for made in expand(BlockSource(block, scope: scope), schema) { read(made, schema, &reading, into: &model) }
        } else {
          read(BlockSource(block, scope: scope), schema, &reading, into: &model)
        }
      }
    }
  }

  mutating func read<Model: BlockModel>(
    _ attribute: AttributeSource, _ schema: BlockSchema<Model>, _ reading: inout BodyReading, into model: inout Model
  ) {
    guard let row = schema.index(of: attribute.name) else {
      return report(unknownAttribute(attribute, schema.facts, written: reading.seen.map(\.row)))
    }
    if let first = reading.seen.first(where: { $0.row == row }) {
      switch attribute.content {
      // The parser has reported an attribute written twice; here it stands beside a block of its name.
      case .expression where schema.rows[row].form.isBlock, .json:
        report(.duplicateBlock(attribute.name, at: attribute.nameRange, first: first.range))
      case .expression: break
      }
      return
    }
    reading.seen.append((row, attribute.nameRange))
    if schema.readsInRowOrder {
      reading.deferred.append((row, attribute))
    } else {
      take(attribute, row: row, schema, into: &model)
    }
  }

  private mutating func take<Model: BlockModel>(
    _ attribute: AttributeSource, row: Int, _ schema: BlockSchema<Model>, into model: inout Model
  ) {
    let field = schema.rows[row]
    if !schema.access(row).take(attribute, field, into: &model, &self) {
      report(.attributeForBlock(attribute, field.facts, hint: schema.hints[attribute.name]))
    }
  }

  mutating func read<Model: BlockModel>(
    _ block: BlockSource, _ schema: BlockSchema<Model>, _ reading: inout BodyReading, into model: inout Model
  ) {
    guard let row = schema.index(of: block.type) else {
      return report(unknownBlock(block, schema.facts))
    }
    let field = schema.rows[row]
    let isRepeatable = field.form == .blocks || field.form == .keyedBlocks || field.lastWins
    if !isRepeatable, field.form.isBlock, let first = reading.seen.first(where: { $0.row == row }) {
      return report(.duplicateBlock(block.type, at: block.headerRange, first: first.range))
    }
    if field.lastWins, let first = reading.seen.first(where: { $0.row == row }) {
      report(.replacedBlock(block, first: first.range))
    }
    // Once for each row, or a long list of blocks would be gone through for every attribute after it.
    if !reading.seen.contains(where: { $0.row == row }) { reading.seen.append((row, block.headerRange)) }
    if !schema.access(row).take(block, field, into: &model, &self) {
      report(.blockForAttribute(block, field.facts))
    }
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// What was found since the last call.
  package mutating func takeDiagnostics() -> [Diagnostic] {
    defer { diagnostics = [] }
    return diagnostics
  }
}
