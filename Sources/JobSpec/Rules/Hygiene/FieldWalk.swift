import HCLParser

/// The attributes and blocks of a job file with what the field tables say of them.
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

  init(_ tree: SyntaxTree) {
    for job in tree.root.blocks(ofType: "job") { collect(job.body, Job.schema.facts) }
  }

  // Field tables nest a few levels deep, and so does the walk.
  private mutating func collect(_ body: BodySyntax, _ schema: SchemaFacts) {
    for item in body.items {
      switch item {
      case .attribute(let attribute):
        guard let facts = schema.fields.first(where: { $0.name == attribute.name }) else { continue }
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
        found.append(
          Found(
            facts: facts, nameRange: block.typeRange, attribute: nil, blockRange: block.range, owner: schema.name,
            body: body))
        if let nested = facts.nested { collect(inner.body, nested()) }
      }
    }
  }
}
