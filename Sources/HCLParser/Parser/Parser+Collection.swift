/// Tuples, objects and `for` expressions.
extension Parser {
  /// `[ … ]`, a tuple or a `for`.
  mutating func parseTuple() -> UInt32 {
    let first = cursor.position
    let outer = cursor.enter(ignoringNewlines: true)
    if isWord("for") { return parseFor(from: first, isObject: false, outer) }
    var elements = ChildList()
    var missesComma = false
    // The report about the first comma missing: its fix inserts the others too.
    var reported: Int?
    while cursor.kind != .closeBracket {
      let before = cursor.position
      append(parseExpression(), to: &elements)
      if cursor.kind == .comma {
        cursor.advance()
        continue
      }
      if cursor.kind == .closeBracket { break }
      if missesComma {
        addComma(to: reported, since: before)
      } else {
        let count = diagnostics.count
        report(separatorExpected(first, in: .list, since: before))
        reported = diagnostics.count > count ? count : nil
      }
      missesComma = true
      // Another element stands here, without its comma: go on as if there were one.
      if cursor.position > before, beginsTermOnSameLine {
        // The same mistake in the same list is one mistake; others in its elements are others.
        isSilent = false
        continue
      }
      return abandonBracket(.tuple, from: first, elements, .closeBracket, outer)
    }
    cursor.leave(to: outer)
    return node(.tuple, from: first, elements)
  }

  private mutating func addComma(to reported: Int?, since before: Int) {
    guard let reported, !diagnostics[reported].fixes.isEmpty, cursor.lastEnd > before else { return }
    let end = range(cursor.lastEnd - 1).end
    diagnostics[reported].fixes[0].edits.append(TextEdit(.empty(at: end, source: source.id), ","))
  }

  /// `{ … }`, an object or a `for`.
  mutating func parseObject() -> UInt32 {
    let first = cursor.position
    let outer = cursor.enter(ignoringNewlines: false)
    let isFor = cursor.tokens[cursor.significant(from: cursor.position, acrossLines: true)]
    if isFor.kind == .identifier, isSpelled(isFor, "for") {
      cursor.ignoreNewlines()
      return parseFor(from: first, isObject: true, outer)
    }
    var items = ChildList()
    while true {
      while cursor.kind == .newline { cursor.advance() }
      if cursor.kind == .closeBrace { break }
      let before = cursor.position
      guard let item = parseObjectItem(opener: first) else {
        // Resume with the next item, if the object goes on.
        if recoverInObject(since: before) { continue }
        return abandonObject(from: first, items, outer)
      }
      append(item, to: &items)
      switch cursor.kind {
      case .comma, .newline: cursor.advance()
      case .closeBrace: break
      case .identifier where isKey, .openQuote where quotedNameEnd() != nil:
        report(separatorExpected(first, in: .object, since: before))
        isSilent = false
      default:
        report(separatorExpected(first, in: .object, since: before))
        if recoverInObject(since: before) { continue }
        return abandonObject(from: first, items, outer)
      }
    }
    cursor.leave(to: outer)
    return node(.object, from: first, items)
  }

  /// Whether a word stands here that `=` or `:` follows.
  private var isKey: Bool {
    let next = cursor.following()
    return next == .equal || next == .colon
  }

  /// `key = value`. Nil where no item can be made of what stands here; that is reported.
  private mutating func parseObjectItem(opener: Int) -> UInt32? {
    let first = cursor.position
    var children = ChildList()
    var flags: SyntaxNode.Flags = []
    if cursor.kind == .identifier, isKey {
      append(leaf(.traversal), to: &children)
      flags = .hasBareKey
    } else {
      if cursor.kind == .endOfFile {
        report(.unclosedObject(range(opener)))
        return nil
      }
      append(parseExpression(), to: &children)
    }
    switch cursor.kind {
    case .equal, .colon: cursor.advance()
    case .arrow, .equalEqual:
      report(.objectArrow(currentRange, text(cursor.position)))
      isSilent = false
      cursor.advance()
    case .openBrace where nodes[Int(children.first)].kind == .traversal:
      // A block's way of writing: the braces hold the value none the less.
      report(.missingKeySeparator(range(first), key: text(first), found: found))
      isSilent = false
    case .endOfFile:
      report(.unclosedObject(range(opener)))
      return nil
    default:
      report(
        foreignTemplate()
          ?? .missingKeySeparator(
            currentRange, key: source.text(in: range(first).union(range(max(first, cursor.lastEnd - 1)))), found: found)
      )
      return nil
    }
    if cursor.kind == .newline || cursor.kind == .comma || cursor.kind == .closeBrace {
      report(.missingItemValue(currentRange, key: text(first)))
      append(missing(), to: &children)
      isSilent = false
    } else {
      append(parseExpression(), to: &children)
    }
    return node(.objectItem, flags, from: first, children)
  }

  /// After a mistake in an item: skips to the next item on a line of its own, or to the closing brace. False where the
  /// object seems never to be closed.
  private mutating func recoverInObject(since before: Int) -> Bool {
    var open = 0
    switch cursor.kind {
    // What the report was about; were it the end of something around, there would be no item before it.
    case .closeBracket, .closeParenthesis: cursor.advance()
    default: break
    }
    while cursor.kind != .endOfFile {
      switch cursor.kind {
      case .newline, .comma:
        if open == 0 {
          cursor.advance()
          isSilent = false
          return cursor.position > before
        }
      case .openBrace, .openBracket, .openParenthesis, .interpolationStart, .directiveStart, .openQuote, .heredocStart:
        open += 1
      case .closeBrace:
        if open == 0 { return cursor.position >= before }
        open -= 1
      case .closeBracket, .closeParenthesis, .sequenceEnd, .closeQuote, .heredocEnd:
        if open == 0 { return false }
        open -= 1
      default: break
      }
      cursor.advance()
    }
    return false
  }

  private mutating func abandonObject(from first: Int, _ items: ChildList, _ outer: Bool) -> UInt32 {
    report(.unclosedObject(range(first)))
    noteSwallowedRest()
    cursor.abandon(to: outer)
    return node(.object, from: first, items)
  }

  /// The rest of `[for …]` or `{for …}`, standing on `for`.
  private mutating func parseFor(from first: Int, isObject: Bool, _ outer: Bool) -> UInt32 {
    let closer: TokenKind = isObject ? .closeBrace : .closeBracket
    var flags: SyntaxNode.Flags = isObject ? .isObject : []
    cursor.advance()
    var children = ChildList()
    guard parseForNames(into: &children, flags: &flags, .hasKeyName) else {
      return giveUpFor(
        from: first, .forPart(currentRange, "the name of a variable", range(first), found: found), closer, outer)
    }
    guard isWord("in") else {
      return giveUpFor(from: first, .forPart(currentRange, "\"in\"", range(first), found: found), closer, outer)
    }
    cursor.advance()
    append(parseExpression(), to: &children)
    guard cursor.kind == .colon else {
      return giveUpFor(from: first, .forPart(currentRange, "\":\"", range(first), found: found), closer, outer)
    }
    cursor.advance()
    append(parseExpression(), to: &children)
    if isObject {
      guard cursor.kind == .arrow else {
        return giveUpFor(from: first, .forWithoutKey(currentRange, range(first), found: found), closer, outer)
      }
      cursor.advance()
      append(parseExpression(), to: &children)
    } else if cursor.kind == .arrow {
      return giveUpFor(from: first, .forWithKey(currentRange, range(first)), closer, outer)
    }
    if cursor.kind == .ellipsis {
      if !isObject { report(.forGroupsTuple(currentRange)) }
      flags.insert(.groups)
      cursor.advance()
    }
    if isWord("if") {
      cursor.advance()
      flags.insert(.hasCondition)
      append(parseExpression(), to: &children)
    }
    guard cursor.kind == closer else {
      let expected = isObject ? "\"}\"" : "\"]\""
      return giveUpFor(from: first, .forPart(currentRange, expected, range(first), found: found), closer, outer)
    }
    cursor.leave(to: outer)
    return node(.forExpression, flags, from: first, children)
  }

  /// `value` or `key, value`.
  mutating func parseForNames(
    into children: inout ChildList, flags: inout SyntaxNode.Flags, _ hasKey: SyntaxNode.Flags
  ) -> Bool {
    guard cursor.kind == .identifier else { return false }
    append(leaf(.name), to: &children)
    guard cursor.kind == .comma else { return true }
    cursor.advance()
    guard cursor.kind == .identifier else { return false }
    append(leaf(.name), to: &children)
    flags.insert(hasKey)
    return true
  }

  /// A `for` that makes no sense stays in the tree as what could not be read.
  private mutating func giveUpFor(
    from first: Int, _ diagnostic: Diagnostic, _ closer: TokenKind, _ outer: Bool
  ) -> UInt32 {
    report(diagnostic)
    return abandonBracket(.invalid, from: first, ChildList(), closer, outer)
  }

  /// Whether the current token is this word.
  func isWord(_ word: StaticString) -> Bool { cursor.kind == .identifier && isSpelled(cursor.token, word) }

  private enum Collection { case list, object }

  /// The report for an element or item that neither a separator nor the end follows.
  private func separatorExpected(_ opener: Int, in collection: Collection, since before: Int) -> Diagnostic {
    if cursor.kind == .endOfFile {
      return collection == .list ? .unclosedList(range(opener)) : .unclosedObject(range(opener))
    }
    let last = range(max(before, cursor.lastEnd - 1))
    let looksComplete = cursor.lastEnd > before && cursor.kind != .invalid && quoteInStringHint == nil
    return collection == .list
      ? .missingComma(
        currentRange, opener: range(opener), found: found, insertAt: looksComplete ? last.end : nil,
        isUnclosed: cursor.kind == .identifier && beginsItem(cursor.position), hint: quoteInStringHint)
      : .missingObjectSeparator(
        currentRange, opener: range(opener), found: found, insertAt: looksComplete ? last.end : nil)
  }
}

extension Diagnostic {
  fileprivate static func missingComma(
    _ range: SourceRange, opener: SourceRange, found: String, insertAt: Int?, isUnclosed: Bool, hint: String?
  ) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-separator", "expected \",\" or \"]\" in the list, found \(found)", at: range,
      related: [Related("the list begins here", opener)],
      help: isUnclosed
        ? "close the list with \"]\""
        : hint ?? "separate the elements of a list by commas",
      fixes: isUnclosed || insertAt == nil
        ? []
        : [
          Fix("insert a comma", edits: [TextEdit(.empty(at: insertAt ?? 0, source: range.source), ",")], isSafe: false)
        ])
  }

  fileprivate static func missingObjectSeparator(
    _ range: SourceRange, opener: SourceRange, found: String, insertAt: Int?
  ) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-separator", "expected a comma or a new line in the object, found \(found)", at: range,
      related: [Related("the object begins here", opener)],
      help: "separate the items of an object by commas or line ends")
  }

  fileprivate static func unclosedList(_ opener: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-unclosed-bracket", "this list is not closed", at: opener,
      detail: "The file ends before its \"]\".", help: "add a \"]\" where the list should end")
  }

  fileprivate static func unclosedObject(_ opener: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-unclosed-bracket", "this object is not closed", at: opener,
      detail: "No \"}\" belongs to it.", help: "add a \"}\" where the object should end")
  }

  fileprivate static func objectArrow(_ range: SourceRange, _ text: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-wrong-equals", "expected \"=\" or \":\" after the key, found \"\(text)\"", at: range,
      fixes: [Fix("replace \"\(text)\" by \"=\"", edits: [TextEdit(range, "=")], isSafe: false)])
  }

  fileprivate static func missingKeySeparator(_ range: SourceRange, key: String, found: String) -> Diagnostic {
    let shown =
      key.utf8.count <= 40 && !key.utf8.contains(UInt8(ascii: "\n"))
      ? " \(key.hasPrefix("\"") ? key : "\"\(key)\"")" : ""
    return Diagnostic(
      .error, "syntax-missing-equals", "expected \"=\" after the key\(shown), found \(found)", at: range,
      help: "an object holds \"key = value\" items; a list stands in \"[ ]\", and a block has no \"=\" before its \"{\""
    )
  }

  fileprivate static func missingItemValue(_ range: SourceRange, key: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-value", "\(key.hasPrefix("\"") ? "the key" : "\"\(key)\"") has no value", at: range,
      help: "write a value on the line of the key")
  }

  fileprivate static func forPart(_ range: SourceRange, _ part: String, _ opener: SourceRange, found: String)
    -> Diagnostic
  {
    Diagnostic(
      .error, "syntax-for", "expected \(part) in the \"for\" expression, found \(found)", at: range,
      related: [Related("the expression begins here", opener)],
      help: "write [for v in list : v] or {for k, v in map : k => v}; a key named \"for\" must be quoted")
  }

  fileprivate static func forWithoutKey(_ range: SourceRange, _ opener: SourceRange, found: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-for", "expected \"=>\" in the \"for\" expression, found \(found)", at: range,
      related: [Related("it makes an object, because it begins with this", opener)],
      help: "write \"key => value\", or use \"[ ]\" to make a list")
  }

  fileprivate static func forWithKey(_ range: SourceRange, _ opener: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-for", "a \"for\" expression in \"[ ]\" makes a list, which has no keys", at: range,
      related: [Related("the expression begins here", opener)], help: "use \"{ }\" to make an object")
  }

  fileprivate static func forGroupsTuple(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-for", "\"...\" gathers values by key, and a list has no keys", at: range,
      help: "remove the \"...\"")
  }
}
