/// Headers of blocks that are not as they should be, but plain enough to go on with the block.
extension Parser {
  /// A block whose header went wrong at the current token, if its body begins further on in this line: then all inside is
  /// read, and the mistake is one mistake. Nil where no body begins here.
  mutating func blockAfterBadHeader(from type: Int, _ labels: ChildList = ChildList()) -> UInt32? {
    guard let brace = braceInLine() else { return nil }
    cursor.move(to: brace)
    isSilent = false
    var children = labels
    append(parseBlockBody(type), to: &children)
    return node(.block, from: type, children)
  }

  /// The number of the `{` further on in this line that begins a body: outside of brackets, the last of its line, or `{}`.
  func braceInLine() -> Int? {
    var open = 0
    var number = cursor.position
    while number < cursor.tokens.count - 1 {
      switch cursor.tokens[number].kind {
      case .newline, .lineComment: return nil
      case .openParenthesis, .openBracket, .interpolationStart, .directiveStart: open += 1
      case .closeParenthesis, .closeBracket, .sequenceEnd: open -= 1
      case .openBrace:
        guard open <= 0 else { return nil }
        let next = cursor.significant(from: number + 1, acrossLines: false)
        switch cursor.tokens[next].kind {
        case .newline, .lineComment, .closeBrace: return number
        default: return nil
        }
      default: break
      }
      number += 1
    }
    return nil
  }

  /// `type("label") {`, standing on the `(`.
  mutating func blockWithParentheses(from type: Int) -> UInt32? {
    guard let quote = plainStringEnd(from: cursor.position + 1), braceInLine() != nil,
      cursor.tokens[quote + 1].kind == .closeParenthesis
    else { return nil }
    let label = SourceRange(
      range(cursor.position + 1).start, range(quote).end, source: source.id)
    report(
      .labelInParentheses(
        range(cursor.position).union(range(quote + 1)), type: text(type), label: source.text(in: label)))
    cursor.advance()
    var labels = ChildList()
    append(parseQuotedLabel(), to: &labels)
    return blockAfterBadHeader(from: type, labels)
  }

  /// `type name = "label" {`, standing on the `=`: the label, taken. Nil where this is something else.
  mutating func labelWithName(from type: Int, _ labels: ChildList) -> ChildList? {
    guard labels.first != 0, labels.first == labels.last, !nodes[Int(labels.first)].flags.contains(.isQuoted),
      let quote = plainStringEnd(from: cursor.position + 1), cursor.tokens[quote + 1].kind == .openBrace
    else { return nil }
    let name = Int(nodes[Int(labels.first)].firstToken)
    let label = SourceRange(range(cursor.position + 1).start, range(quote).end, source: source.id)
    report(
      .labelWithName(
        range(name).union(range(cursor.position)), type: text(type), label: source.text(in: label)))
    isSilent = false
    cursor.advance()
    var children = ChildList()
    append(parseQuotedLabel(), to: &children)
    return children
  }

  /// `type = "label" {`, with the value read: the attribute is a block. Nil where no body begins here.
  mutating func blockWithValueAsLabel(from type: Int, _ value: UInt32, equals: Int) -> UInt32? {
    guard cursor.kind == .openBrace, nodes[Int(value)].kind == .template,
      !nodes[Int(value)].flags.contains(.isHeredoc), nodes[Int(value)].firstChild == 0, braceInLine() != nil
    else { return nil }
    let label = range(Int(nodes[Int(value)].firstToken)).union(range(cursor.lastEnd - 1))
    report(.headerWithEquals(range(equals), type: text(type), label: source.text(in: label)))
    // A plain string is made of the tokens of a label.
    nodes[Int(value)].kind = .label
    nodes[Int(value)].flags = .isQuoted
    var labels = ChildList()
    append(value, to: &labels)
    return blockAfterBadHeader(from: type, labels)
  }

  /// The number of the closing quote of a string without templates that begins at `number`.
  private func plainStringEnd(from number: Int) -> Int? {
    guard number + 1 < cursor.tokens.count - 1, cursor.tokens[number].kind == .openQuote else { return nil }
    let next = cursor.tokens[number + 1].kind == .quotedText ? number + 2 : number + 1
    return next < cursor.tokens.count - 1 && cursor.tokens[next].kind == .closeQuote ? next : nil
  }

  /// A block whose `{` is missing at the end of the line where the parser stands: the file has more `}` than `{`, and the
  /// next line stands further to the right. Nil where that is not so, and nothing is said then.
  mutating func blockWithoutBrace(from type: Int, _ labels: ChildList) -> UInt32? {
    guard cursor.kind == .newline, depth < Parser.nestingLimit, missingOpeners() > 0 else { return nil }
    let next = cursor.significant(from: cursor.position, acrossLines: true)
    guard beginsItem(next), let own = indentation(before: type), let inner = indentation(before: next), inner > own
    else { return nil }
    openersLeft = missingOpeners() - 1
    report(.missingOpener(headerRange(type), type: text(type)))
    isSilent = false
    var children = labels
    let first = cursor.position
    var items = ChildList()
    depth += 1
    parseItems(into: &items, isRoot: false, opener: nil)
    depth -= 1
    if cursor.kind == .closeBrace { cursor.advance() }
    append(node(.body, from: first, items), to: &children)
    return node(.block, from: type, children)
  }

  /// How many more `}` than `{` the file has, less those that were made up for.
  private mutating func missingOpeners() -> Int {
    if let openersLeft { return openersLeft }
    var count = 0
    for token in cursor.tokens {
      switch token.kind {
      case .openBrace: count -= 1
      case .closeBrace: count += 1
      default: break
      }
    }
    openersLeft = count
    return count
  }
}

extension Diagnostic {
  fileprivate static func labelInParentheses(_ range: SourceRange, type: String, label: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-brace", "the label of block \"\(type)\" stands without parentheses", at: range,
      help: "write \(type) \(label) {",
      fixes: [Fix("remove the parentheses", edits: [TextEdit(range, " \(label)")], isSafe: false)])
  }

  fileprivate static func labelWithName(_ range: SourceRange, type: String, label: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-block-equals", "the label of block \"\(type)\" stands alone, without a name and \"=\"", at: range,
      help: "write \(type) \(label) {")
  }

  fileprivate static func headerWithEquals(_ range: SourceRange, type: String, label: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-block-equals", "no \"=\" between \"\(type)\" and the label of a block", at: range,
      help: "write \(type) \(label) {", fixes: [Fix("remove the \"=\"", edits: [TextEdit(range, "")], isSafe: false)])
  }

  fileprivate static func missingOpener(_ header: SourceRange, type: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-brace", "block \"\(type)\" has no \"{\" at the end of its header", at: header,
      help: "write \"{\" at the end of this line",
      fixes: [
        Fix("add the \"{\"", edits: [TextEdit(.empty(at: header.end, source: header.source), " {")], isSafe: false)
      ])
  }
}
