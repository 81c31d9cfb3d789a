/// What to say of names that a block does not know: the nearest one, the other way of writing it, or where it belongs.
extension BlockDecoder {
  mutating func unknownAttribute(_ attribute: AttributeSource, _ schema: SchemaFacts, written: [Int]) -> Diagnostic {
    let name = attribute.name
    var fixes: [Fix] = []
    let isHelped = takeHelp()
    var help = schema.hints[name] ?? (isHelped ? place(of: name, isBlock: false) : nil)
    if help == nil, isHelped {
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
      }
    }
    return Diagnostic(
      .error, .schemaUnknownAttribute, "\"\(schema.name)\" has no attribute \"\(name)\"", at: attribute.nameRange,
      help: help, fixes: fixes)
  }

  mutating func unknownBlock(_ block: BlockSource, _ schema: SchemaFacts) -> Diagnostic {
    var fixes: [Fix] = []
    let isHelped = takeHelp()
    var help = schema.hints[block.type] ?? (isHelped ? place(of: block.type, isBlock: true) : nil)
    if help == nil, isHelped {
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
      }
    }
    return Diagnostic(
      .error, .schemaUnknownBlock, "\"\(schema.name)\" has no block \"\(block.type)\"", at: block.typeRange, help: help,
      fixes: fixes)
  }

  /// Whether the next unknown name is looked for elsewhere. That costs more than reading a block, and nobody reads the
  /// help of thousands.
  private mutating func takeHelp() -> Bool {
    helpLeft -= 1
    return helpLeft >= 0
  }

  private func nearest(to name: String, among fields: [FieldFacts]) -> FieldFacts? {
    let candidates = fields.filter { !$0.name.isEmpty && $0.form != .label }
    return NameSuggestion.nearest(to: name, among: candidates.map(\.name)).flatMap { found in
      candidates.first { $0.name == found }
    }
  }

  /// Where a name belongs that is right elsewhere: in a block inside this one, around it, or beside it.
  private func place(of name: String, isBlock: Bool) -> String? {
    let chain = path.map(\.facts)
    guard let here = chain.last else { return nil }
    let owner =
      here.owner(of: name, isBlock: isBlock, within: 1)
      ?? chain.dropLast().last { $0.has(name, isBlock: isBlock) }
      ?? chain.dropLast().reversed().lazy.compactMap { $0.owner(of: name, isBlock: isBlock, within: 1) }.first
      ?? here.owner(of: name, isBlock: isBlock, within: 2)
      ?? chain.dropLast().reversed().lazy.compactMap { $0.owner(of: name, isBlock: isBlock, within: 2) }.first
    return owner.map { "\"\(name)\" is \(isBlock ? "a block" : "an attribute") of \"\($0.name)\"" }
  }
}

extension SchemaFacts {
  fileprivate func has(_ name: String, isBlock: Bool) -> Bool {
    fields.contains { $0.name == name && (isBlock ? $0.form.isBlock : $0.form == .attribute) }
  }

  /// The nearest block below this one that has a field of that name, at most `levels` down.
  package func owner(of name: String, isBlock: Bool, within levels: Int) -> SchemaFacts? {
    var level = [self]
    for _ in 0..<levels {
      level = level.flatMap { facts in facts.fields.compactMap { $0.nested?() } }
      if let found = level.first(where: { $0.has(name, isBlock: isBlock) }) { return found }
    }
    return nil
  }
}
