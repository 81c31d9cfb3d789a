import HCLParser

/// The attributes and blocks of a job file of which the field tables say more than what they are: those that came with a
/// release, are deprecated, or are an old form.
struct FieldWalk: Sendable {
  struct Found: Sendable {
    var facts: FieldFacts
    /// Where the field's name stands.
    var nameRange: SourceRange
    /// Nil for a block.
    var attribute: AttributeSyntax?
    /// The whole block, where the field is one.
    var blockRange: SourceRange?
    /// The type of the block around it.
    var owner: String
    /// The block around it.
    var body: BodySyntax
  }

  private(set) var found: [Found] = []
  /// The tables met so far, by the types of the blocks that lead there: making one takes longer than walking a block.
  private var tables: [String: SchemaFacts] = [:]

  init(_ tree: SyntaxTree) {
    for job in tree.root.blocks(ofType: "job") { collect(job.body, Job.schema.facts, at: "job") }
  }

  private static func isOfInterest(_ facts: FieldFacts) -> Bool {
    facts.since != nil || facts.deprecation != nil || facts.name == "reserved_ports"
  }

  // Field tables nest a few levels deep, and so does the walk.
  private mutating func collect(_ body: BodySyntax, _ schema: SchemaFacts, at path: String) {
    for item in body.items {
      switch item {
      case .attribute(let attribute):
        let name = attribute.name
        guard let facts = schema.fields.first(where: { $0.name == name }), FieldWalk.isOfInterest(facts) else {
          continue
        }
        found.append(
          Found(facts: facts, nameRange: attribute.nameRange, attribute: attribute, owner: schema.name, body: body))
      case .block(let block):
        var inner = block
        var type = block.type
        if type == "dynamic", let label = block.labels.first {
          type = label.text
          guard let content = block.body.blocks(ofType: "content").first else { continue }
          inner = content
        }
        guard let facts = schema.fields.first(where: { $0.name == type && $0.form.isBlock }) else { continue }
        if FieldWalk.isOfInterest(facts) {
          found.append(
            Found(
              facts: facts, nameRange: block.typeRange, attribute: nil, blockRange: block.range, owner: schema.name,
              body: body))
        }
        guard let nested = facts.nested else { continue }
        let place = "\(path).\(type)"
        let table = tables[place] ?? nested()
        tables[place] = table
        collect(inner.body, table, at: place)
      }
    }
  }
}
