/// Items of a body: which kind of item a name begins, and blocks.
extension Parser {
  /// An item, standing on its name. Returns zero where nothing came of it that belongs in the tree.
  mutating func parseItem() -> UInt32 {
    let name = cursor.position
    cursor.advance()
    switch cursor.kind {
    case .equal, .colon, .arrow, .equalEqual: return parseAttribute(from: name)
    case .openBrace, .openQuote, .identifier: return parseBlock(from: name)
    case .newline, .endOfFile:
      if braceOnNextLine() != nil { return parseBlock(from: name) }
      if let block = blockWithoutBrace(from: name, ChildList()) { return block }
      report(.incompleteItem(range(name), text(name)))
    case .dot, .openBracket: return parseDottedName(from: name)
    case .number where braceInLine() != nil:
      report(.labelWithoutQuotes(currentRange, type: text(name), label: text(cursor.position)))
      return blockAfterBadHeader(from: name) ?? 0
    case .number, .minus, .bang, .heredocStart, .openParenthesis:
      if cursor.kind == .openParenthesis, let block = blockWithParentheses(from: name) { return block }
      report(.missingEquals(range(name), text(name), value: currentRange))
      // What is wrong with the value is another matter.
      isSilent = false
      _ = parseExpression()
    case .invalid: reportInvalidCharacter()
    default:
      report(.unexpectedAfterName(currentRange, name: text(name), found: found))
      if let block = blockAfterBadHeader(from: name) { return block }
    }
    skipLine()
    return 0
  }

  /// The number of a `{` that stands below the header where it should stand beside it.
  private func braceOnNextLine() -> Int? {
    guard cursor.kind == .newline else { return nil }
    let next = cursor.significant(from: cursor.position, acrossLines: true)
    return cursor.tokens[next].kind == .openBrace ? next : nil
  }

  /// `type "label" { … }`, standing on what comes after the type.
  private mutating func parseBlock(from type: Int) -> UInt32 {
    var children = ChildList()
    while cursor.kind == .openQuote || cursor.kind == .identifier {
      append(cursor.kind == .identifier ? leaf(.label) : parseQuotedLabel(), to: &children)
    }
    switch cursor.kind {
    case .openBrace: break
    case .newline:
      guard let brace = braceOnNextLine() else { return incompleteBlock(from: type, &children) }
      report(.braceOnNextLine(range(brace), type: text(type), header: headerRange(type)))
      cursor.move(to: brace)
    case .equal, .colon:
      if let label = labelWithName(from: type, children) {
        children = label
        break
      }
      guard cursor.following() == .openBrace else { return labelledAttribute(from: type) }
      report(.blockWithEquals(currentRange, type: text(type)))
      cursor.advance()
    default: return incompleteBlock(from: type, &children)
    }
    isSilent = false
    append(parseBlockBody(type), to: &children)
    return node(.block, from: type, children)
  }

  mutating func parseBlockBody(_ type: Int) -> UInt32 {
    let brace = cursor.position
    cursor.advance()
    var items = ChildList()
    if depth >= Parser.nestingLimit {
      append(skipTooDeep(acrossLines: true), to: &items)
      items = ChildList()
    } else {
      depth += 1
      parseItems(into: &items, isRoot: false, opener: brace)
      depth -= 1
    }
    guard cursor.kind == .closeBrace else {
      if !reportedUnclosedBlock {
        reportedUnclosedBlock = true
        isSilent = false
        report(.unclosedBlock(range(brace), type: text(type), suspect: suspectBlock()))
      }
      isSilent = true
      return node(.body, from: brace, items)
    }
    cursor.advance()
    return node(.body, .isClosed, from: brace, items)
  }

  func headerRange(_ type: Int) -> SourceRange { range(type).union(range(max(type, cursor.lastEnd - 1))) }

  /// A header that no `{` follows.
  private mutating func incompleteBlock(from type: Int, _ children: inout ChildList) -> UInt32 {
    if let block = blockWithoutBrace(from: type, children) { return block }
    let isAttribute =
      children.first != 0 && children.first == children.last && cursor.kind == .newline
      && nodes[Int(children.first)].flags.contains(.isQuoted)
    if cursor.kind == .invalid {
      reportInvalidCharacter()
    } else if isAttribute {
      let value = range(Int(nodes[Int(children.first)].firstToken)).union(range(cursor.lastEnd - 1))
      report(.missingEqualsOrBrace(value, text(type), value: source.text(in: value)))
    } else {
      report(.missingBrace(currentRange, type: text(type), header: headerRange(type), found: found))
      if let block = blockAfterBadHeader(from: type, children) { return block }
    }
    skipLine()
    append(node(.body, from: cursor.lastEnd), to: &children)
    return node(.block, from: type, children)
  }

  /// `env "NAME" = "value"`: neither attribute nor block.
  private mutating func labelledAttribute(from type: Int) -> UInt32 {
    report(.labelledAttribute(currentRange, type: text(type)))
    cursor.advance()
    isSilent = false
    if cursor.kind != .newline { _ = parseExpression() }
    return 0
  }

  /// `a.b = value` and `a["b"] = value`.
  private mutating func parseDottedName(from name: Int) -> UInt32 {
    let first = cursor.position
    while cursor.kind != .newline, cursor.kind != .endOfFile, cursor.kind != .equal, cursor.kind != .openBrace {
      cursor.advance()
    }
    if cursor.kind == .equal {
      report(.dottedName(range(name).union(range(cursor.lastEnd - 1)), text(name)))
      cursor.advance()
      isSilent = false
      if cursor.kind != .newline { _ = parseExpression() }
    } else {
      report(.unexpectedAfterName(range(first), name: text(name), found: describe(first)))
      skipLine()
    }
    return 0
  }

  /// The number of the closing quote if the string at `number` (or here) is a name that `=` or `:` follows.
  func quotedNameEnd(_ number: Int? = nil) -> Int? {
    var next = (number ?? cursor.position) + 1
    if cursor.tokens[min(next, cursor.tokens.count - 1)].kind == .quotedText { next += 1 }
    guard next < cursor.tokens.count, cursor.tokens[next].kind == .closeQuote else { return nil }
    switch cursor.tokens[cursor.significant(from: next + 1)].kind {
    case .equal, .colon: return next
    default: return nil
    }
  }

  /// `"name" = value`, as JSON and objects have it.
  mutating func parseQuotedName() {
    guard let end = quotedNameEnd() else { return }
    let quoted = range(cursor.position).union(range(end))
    isSilent = false
    let name = source.text(in: SourceRange(quoted.start + 1, quoted.end - 1, source: source.id))
    cursor.move(to: end + 1)
    report(.quotedName(quoted, name, isObject: cursor.following() == .openBrace))
    cursor.advance()
    isSilent = false
    if cursor.kind != .newline, cursor.kind != .endOfFile { _ = parseExpression() }
    if cursor.kind == .comma { cursor.advance() }
    isSilent = true
    if cursor.kind != .newline { skipLine() }
  }

  /// The number of the closing quote if the string here is the type of a block: labels and `{` follow.
  func quotedTypeEnd() -> Int? {
    var next = cursor.position + 1
    if cursor.tokens[min(next, cursor.tokens.count - 1)].kind == .quotedText { next += 1 }
    guard next < cursor.tokens.count, cursor.tokens[next].kind == .closeQuote else { return nil }
    switch cursor.tokens[cursor.significant(from: next + 1)].kind {
    case .openBrace, .openQuote: return next
    default: return nil
    }
  }

  /// `"type" "label" { … }`.
  mutating func parseQuotedType() {
    guard let end = quotedTypeEnd() else { return }
    let quoted = range(cursor.position).union(range(end))
    isSilent = false
    report(.quotedType(quoted, source.text(in: SourceRange(quoted.start + 1, quoted.end - 1, source: source.id))))
    let type = cursor.position
    cursor.move(to: end)
    cursor.advance()
    _ = parseBlock(from: type)
    isSilent = true
    if cursor.kind != .newline { skipLine() }
  }

  /// No item begins like this.
  mutating func unexpectedItem(afterAttribute: Bool) {
    let first = cursor.position
    if let foreign = foreignTemplate() {
      report(foreign)
      skipLine()
      if cursor.position == first { cursor.advance() }
      return
    }
    if let comment = commentMistake() {
      report(comment)
      if comment.rule == Diagnostic.unclosedCommentRule { return skipRest() }
      skipLine()
      return
    }
    if skipConflictMark() { return }
    switch cursor.kind {
    case .invalid: reportInvalidCharacter()
    case .closeParenthesis, .closeBracket, .dot, .question, .colon, .plus, .minus, .star, .slash, .percent, .andAnd,
      .orOr,
      .equalEqual, .notEqual, .less, .lessEqual, .greater, .greaterEqual:
      report(
        .itemExpected(currentRange, found: found, continuesLine: afterAttribute && cursor.kind.continuesExpression))
    default: report(.itemExpected(currentRange, found: found, continuesLine: false))
    }
    skipLine()
    // A brace that nothing here opened ends the line that began with something else.
    if cursor.position == first { cursor.advance() }
  }

  /// The first block whose `}` begins a line further left than its header: its own brace is probably missing, and this
  /// one was meant for a block around it.
  private func suspectBlock() -> (opener: SourceRange, closer: SourceRange, type: String)? {
    var best: (first: Int, brace: Int, closer: Int)?
    // Type tokens of blocks stand in the node after their body; bodies know their braces.
    for number in nodes.indices where nodes[number].kind == .block {
      let block = nodes[number]
      var child = block.firstChild
      while child != 0, nodes[Int(child)].kind != .body { child = nodes[Int(child)].nextSibling }
      guard child != 0, nodes[Int(child)].flags.contains(.isClosed) else { continue }
      let closer = Int(nodes[Int(child)].endToken) - 1
      guard let open = indentation(before: Int(block.firstToken)), let close = indentation(before: closer), close < open
      else { continue }
      if best == nil || closer < (best?.closer ?? 0) {
        best = (Int(block.firstToken), Int(nodes[Int(child)].firstToken), closer)
      }
    }
    return best.map { (range($0.brace), range($0.closer), text($0.first)) }
  }

  /// How far a token that begins its line stands from the left; nil where it does not begin it.
  func indentation(before number: Int) -> Int? {
    if number > 0, cursor.tokens[number - 1].kind != .newline, cursor.tokens[number - 1].kind != .lineComment {
      return nil
    }
    return cursor.tokens[number].start - (number > 0 ? cursor.tokens[number - 1].end : 0)
  }
}

extension TokenKind {
  /// Whether an expression of the line before could go on with it, were line ends allowed there.
  var continuesExpression: Bool {
    self == .question || self == .colon || self == .dot || BinaryOperator(self) != nil
  }
}

extension Diagnostic {
  fileprivate static func incompleteItem(_ range: SourceRange, _ name: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-item-expected", "\"\(name)\" is neither attribute nor block", at: range,
      help: "write \"\(name) = …\" for an attribute, \"\(name) { … }\" for a block")
  }

  fileprivate static func missingEquals(_ range: SourceRange, _ name: String, value: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-equals", "expected \"=\" after \"\(name)\"", at: range, help: "write \"\(name) = …\"",
      fixes: [
        Fix("insert \"=\"", edits: [TextEdit(.empty(at: value.start, source: value.source), "= ")], isSafe: false)
      ])
  }

  fileprivate static func missingEqualsOrBrace(_ range: SourceRange, _ name: String, value: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-equals", "expected \"=\" after \"\(name)\", or \"{\" after its label", at: range,
      help: "write \(name) = \(value) for an attribute, or \(name) \(value) { … } for a block")
  }

  fileprivate static func labelWithoutQuotes(_ range: SourceRange, type: String, label: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-brace", "the label of block \"\(type)\" is a word or stands in quotes", at: range,
      help: "write \(type) \"\(label)\" {",
      fixes: [Fix("put the label in quotes", edits: [TextEdit(range, "\"\(label)\"")], isSafe: false)])
  }

  fileprivate static func unexpectedAfterName(_ range: SourceRange, name: String, found: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-item-expected", "expected \"=\" or \"{\" after \"\(name)\", found \(found)", at: range,
      help: "write \"\(name) = …\" for an attribute, \"\(name) { … }\" for a block")
  }

  fileprivate static func braceOnNextLine(_ range: SourceRange, type: String, header: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-brace-on-next-line", "the \"{\" of block \"\(type)\" must stand on the line of its header",
      at: header, related: [Related("the \"{\" is here", range)], help: "move the \"{\" up")
  }

  fileprivate static func blockWithEquals(_ range: SourceRange, type: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-block-equals", "no \"=\" between the labels of block \"\(type)\" and its \"{\"", at: range,
      help: "remove the \"=\"", fixes: [Fix("remove the \"=\"", edits: [TextEdit(range, "")], isSafe: false)])
  }

  fileprivate static func missingBrace(_ range: SourceRange, type: String, header: SourceRange, found: String)
    -> Diagnostic
  {
    Diagnostic(
      .error, "syntax-missing-brace", "expected \"{\" to begin block \"\(type)\", found \(found)", at: range,
      related: [Related("the block's header", header)], help: "write \"{\" at the end of this line")
  }

  fileprivate static func labelledAttribute(_ range: SourceRange, type: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-block-equals", "\"\(type)\" with a label begins a block, which has no \"=\"", at: range,
      help: "leave out the label for an attribute, or write a block: \"\(type) \"…\" { … }\"")
  }

  fileprivate static func dottedName(_ range: SourceRange, _ name: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-dotted-name", "the name of an attribute is one word", at: range,
      help: "to set a part of \"\(name)\", write it as a block or object: \"\(name) { … }\"")
  }

  fileprivate static func quotedName(_ range: SourceRange, _ name: String, isObject: Bool) -> Diagnostic {
    Diagnostic(
      .error, "syntax-quoted-name", "the name of an attribute is not quoted", at: range,
      help: isObject ? "write a block as: \(name) { … }" : "write \(name) without quotes",
      fixes: [Fix("remove the quotes", edits: [TextEdit(range, name)], isSafe: false)])
  }

  fileprivate static func quotedType(_ range: SourceRange, _ type: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-quoted-name", "the type of a block is not quoted", at: range,
      help: "write \(type.isEmpty ? "a type" : type) without quotes")
  }

  fileprivate static func itemExpected(_ range: SourceRange, found: String, continuesLine: Bool) -> Diagnostic {
    Diagnostic(
      .error, "syntax-item-expected", "expected an attribute or block, found \(found)", at: range,
      help: continuesLine ? "to go on with an expression on the next line, put it in parentheses" : nil)
  }

  fileprivate static func unclosedBlock(
    _ range: SourceRange, type: String, suspect: (opener: SourceRange, closer: SourceRange, type: String)?
  ) -> Diagnostic {
    var related: [Related] = []
    if let suspect {
      related = [
        Related("block \"\(suspect.type)\" begins here, further to the right", suspect.opener),
        Related("and this \"}\" closes it: perhaps its own \"}\" is missing", suspect.closer),
      ]
    }
    return Diagnostic(
      .error, "syntax-unclosed-block", "block \"\(type)\" is not closed", at: range,
      detail: "The file ends before its \"}\".", related: related, help: "add a \"}\" where the block should end")
  }
}
