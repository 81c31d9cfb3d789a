/// What to say of names that a block does not know: the nearest one, the other way of writing it, or where it belongs.
extension BlockDecoder {
  func unknownAttribute(_ attribute: AttributeSource, _ schema: SchemaFacts, written: [Int]) -> Diagnostic {
    let name = attribute.name
    var fixes: [Fix] = []
    var help = schema.hints[name]
    if help == nil {
      // What is written already is hardly what was meant.
      let candidates = schema.fields.enumerated().filter { !written.contains($0.offset) }.map(\.element)
      if let nearest = nearest(to: name, among: candidates) {
        help = "did you mean \"\(nearest.name)\"?"
        if nearest.form == .attribute {
          fixes = [
            Fix(
              "replace \"\(name)\" by \"\(nearest.name)\"", edits: [TextEdit(attribute.nameRange, nearest.name)],
              isSafe: false)
          ]
        }
      } else {
        help = place(of: name)
      }
    }
    return Diagnostic(
      .error, .schemaUnknownAttribute, "\"\(schema.name)\" has no attribute \"\(name)\"", at: attribute.nameRange,
      help: help, fixes: fixes)
  }

  func unknownBlock(_ block: BlockSource, _ schema: SchemaFacts) -> Diagnostic {
    var fixes: [Fix] = []
    var help = schema.hints[block.type]
    if help == nil {
      if let nearest = nearest(to: block.type, among: schema.fields) {
        help =
          nearest.form.isBlock ? "did you mean \"\(nearest.name)\"?" : "did you mean the attribute \"\(nearest.name)\"?"
        if nearest.form.isBlock {
          fixes = [
            Fix(
              "replace \"\(block.type)\" by \"\(nearest.name)\"", edits: [TextEdit(block.typeRange, nearest.name)],
              isSafe: false)
          ]
        }
      } else {
        help = place(of: block.type)
      }
    }
    return Diagnostic(
      .error, .schemaUnknownBlock, "\"\(schema.name)\" has no block \"\(block.type)\"", at: block.typeRange, help: help,
      fixes: fixes)
  }

  private func nearest(to name: String, among fields: [FieldFacts]) -> FieldFacts? {
    let candidates = fields.filter { !$0.name.isEmpty && $0.form != .label }
    return NameSuggestion.nearest(to: name, among: candidates.map(\.name)).flatMap { found in
      candidates.first { $0.name == found }
    }
  }

  /// Where a name belongs that is right elsewhere: in a block around this one, or in one inside it.
  private func place(of name: String) -> String? {
    let chain = path.map { $0() }
    for outer in chain.dropLast().reversed() {
      if let field = outer.fields.first(where: { $0.name == name && $0.form != .label }) {
        return "\"\(name)\" is \(field.form.isBlock ? "a block" : "an attribute") of \"\(outer.name)\""
      }
    }
    guard let here = chain.last else { return nil }
    for field in here.fields {
      guard let inner = field.nested?(), inner.name != here.name,
        let found = inner.fields.first(where: { $0.name == name && $0.form != .label })
      else { continue }
      return "\"\(name)\" is \(found.form.isBlock ? "a block" : "an attribute") of \"\(inner.name)\""
    }
    // Beside this block: in another block of one of the blocks around it.
    for outer in chain.dropLast().reversed() {
      for field in outer.fields {
        guard let inner = field.nested?(),
          let found = inner.fields.first(where: { $0.name == name && $0.form != .label })
        else { continue }
        return
          "\"\(name)\" is \(found.form.isBlock ? "a block" : "an attribute") of \"\(inner.name)\" in \"\(outer.name)\""
      }
    }
    return nil
  }
}
