/// Bodies and attributes.
extension Parser {
  /// What a `{` promised about the body that follows it.
  enum Layout {
    /// Items on lines of their own.
    case lines
    /// `{ name = value }`: one attribute at most, and the brace on its line.
    case oneLine
    /// A one-line block with more in it than it may hold, which is reported.
    case crowded
  }

  /// Reads items up to the closing brace, or to the end of the file.
  mutating func parseItems(into items: inout ChildList, isRoot: Bool, opener: Int?) {
    var layout: Layout = opener == nil || cursor.kind == .newline ? .lines : isCrowded ? .crowded : .oneLine
    let outerCrowded = isCrowded
    defer { isCrowded = outerCrowded }
    var afterAttribute = false
    while true {
      switch cursor.kind {
      case .newline:
        if layout == .oneLine, items.first != 0 {
          report(.oneLineBroken(currentRange, opener: range(opener ?? 0)))
        }
        layout = .lines
        cursor.advance()
        isSilent = false
        continue
      case .endOfFile:
        checkDuplicates(items)
        return
      case .closeBrace:
        if !isRoot {
          checkDuplicates(items)
          return
        }
        strayBrace()
      case .identifier:
        isSilent = false
        if layout == .oneLine { checkOneLine(&layout, isFirst: items.first == 0, opener: opener ?? 0) }
        isCrowded = layout == .crowded
        let item = parseItem()
        if item != 0 {
          append(item, to: &items)
          afterAttribute = nodes[Int(item)].kind == .attribute
        }
        finishItem(item, &layout, isRoot: isRoot)
        continue
      case .openQuote where quotedNameEnd() != nil: parseQuotedName()
      case .openQuote where quotedTypeEnd() != nil: parseQuotedType()
      default: unexpectedItem(afterAttribute: afterAttribute)
      }
    }
  }

  /// A `}` without a `{`. One forgotten `{` makes many of them: the first is enough.
  private mutating func strayBrace() {
    if !reportedStrayBrace {
      isSilent = false
      report(.strayBrace(currentRange))
    }
    reportedStrayBrace = true
    cursor.advance()
    isSilent = true
    if cursor.kind != .newline, cursor.kind != .closeBrace { skipLine() }
  }

  /// The item that begins here must be the first in its one-line block, and an attribute.
  private mutating func checkOneLine(_ layout: inout Layout, isFirst: Bool, opener: Int) {
    let next = cursor.following()
    let isBlock = next == .openBrace || next == .openQuote || next == .identifier
    if isFirst, !isBlock { return }
    report(.oneLineCrowded(currentRange, opener: range(opener), isBlock: isBlock))
    isSilent = false
    layout = .crowded
  }

  /// What must follow an item: the end of its line, or in a one-line block the brace.
  private mutating func finishItem(_ item: UInt32, _ layout: inout Layout, isRoot: Bool) {
    switch cursor.kind {
    case .newline, .endOfFile: return
    case .closeBrace where layout != .lines && !isRoot: return
    default: break
    }
    if layout == .crowded { isSilent = true }
    let isBlock = item != 0 && nodes[Int(item)].kind == .block
    let name = item == 0 ? nil : text(Int(nodes[Int(item)].firstToken))
    let next = cursor.position
    let nextBeginsItem = cursor.kind == .identifier && (beginsItem(next) || layout == .oneLine)
    if let foreign = foreignTemplate() {
      report(foreign)
      skipLine()
      return
    }
    if let comment = commentMistake(), comment.rule == Diagnostic.unclosedCommentRule {
      report(comment)
      return skipRest()
    }
    switch cursor.kind {
    case .comma:
      report(
        .commaAfterItem(
          currentRange, inOneLine: layout == .oneLine, isLast: cursor.following() == .newline))
      cursor.advance()
      if cursor.kind == .identifier, layout == .oneLine { layout = .crowded }
    case .invalid where text(next) == ";":
      report(.semicolon(currentRange))
      cursor.advance()
      if layout == .oneLine { layout = .crowded }
    case .closeBrace: report(.braceAfterItem(currentRange, isBlock: isBlock))
    case .identifier where nextBeginsItem && layout == .oneLine:
      // Said in full when the item is there.
      return
    case .closeParenthesis, .closeBracket: report(.strayBracket(currentRange, text(next)))
    case .invalid: reportInvalidCharacter()
    default:
      report(
        .missingNewline(
          currentRange, after: name, isBlock: isBlock, found: found, beginsItem: nextBeginsItem,
          hint: quoteInStringHint ?? operatorHint ?? unquotedTextHint(of: isBlock ? nil : name)))
    }
    if cursor.kind == .identifier, beginsItem(cursor.position) { return }
    if cursor.kind != .newline, cursor.kind != .closeBrace { skipLine() }
  }

  /// What to add where a bare word goes on with a mark that no expression has: it was meant as text.
  private func unquotedTextHint(of attribute: String?) -> String? {
    guard let attribute, cursor.lastEnd > 0, cursor.tokens[cursor.lastEnd - 1].kind == .identifier else { return nil }
    return "text is written in quotes: \(attribute) = \"…\""
  }

  /// The same attribute twice in one body. The first stays in force.
  private mutating func checkDuplicates(_ items: ChildList) {
    var count = 0
    var number = items.first
    while number != 0 {
      if nodes[Int(number)].kind == .attribute { count += 1 }
      number = nodes[Int(number)].nextSibling
    }
    if count < 2 { return }
    // Most bodies hold a few attributes: comparing each with each is quickest. Large ones need a table.
    if count > 24 {
      var seen: [ArraySlice<UInt8>: UInt32] = [:]
      number = items.first
      while number != 0 {
        if nodes[Int(number)].kind == .attribute {
          let name = source.bytes(in: range(Int(nodes[Int(number)].firstToken)))
          if let first = seen[name] { reportDuplicate(number, first) } else { seen[name] = number }
        }
        number = nodes[Int(number)].nextSibling
      }
      return
    }
    number = nodes[Int(items.first)].nextSibling
    while number != 0 {
      if nodes[Int(number)].kind == .attribute {
        let token = cursor.tokens[Int(nodes[Int(number)].firstToken)]
        var earlier = items.first
        while earlier != number {
          if nodes[Int(earlier)].kind == .attribute,
            isSame(token, cursor.tokens[Int(nodes[Int(earlier)].firstToken)])
          {
            reportDuplicate(number, earlier)
            break
          }
          earlier = nodes[Int(earlier)].nextSibling
        }
      }
      number = nodes[Int(number)].nextSibling
    }
  }

  private func isSame(_ left: Token, _ right: Token) -> Bool {
    guard left.count == right.count else { return false }
    var (a, b) = (left.start, right.start)
    while a < left.end {
      if source.bytes[a] != source.bytes[b] { return false }
      a &+= 1
      b &+= 1
    }
    return true
  }

  private mutating func reportDuplicate(_ second: UInt32, _ first: UInt32) {
    let name = Int(nodes[Int(second)].firstToken)
    note(.duplicateAttribute(range(name), text(name), first: range(Int(nodes[Int(first)].firstToken))))
  }

  /// `name = value`, standing on what comes after the name: `=`, or what is taken for it.
  mutating func parseAttribute(from name: Int) -> UInt32 {
    if cursor.kind != .equal {
      report(.wrongEquals(currentRange, text(cursor.position), name: text(name)))
      isSilent = false
    }
    let equals = cursor.position
    cursor.advance()
    var children = ChildList()
    if cursor.kind == .newline || cursor.kind == .endOfFile {
      append(missingValue(of: name), to: &children)
    } else {
      let value = parseExpression()
      if cursor.kind == .openBrace, let block = blockWithValueAsLabel(from: name, value, equals: equals) {
        return block
      }
      append(value, to: &children)
    }
    return node(.attribute, from: name, children)
  }

  /// Nothing after the `=`; unless the value stands on the next line, where it may not.
  private mutating func missingValue(of name: Int) -> UInt32 {
    let next = cursor.significant(from: cursor.position, acrossLines: true)
    switch cursor.tokens[next].kind {
    case .openQuote where quotedNameEnd(next) == nil, .number, .openBracket, .openBrace, .heredocStart,
      .openParenthesis:
      report(.valueOnNextLine(currentRange, name: text(name), value: range(next)))
      cursor.move(to: next)
      isSilent = false
      return parseExpression()
    default:
      report(.missingValue(currentRange, name: text(name)))
      return missing()
    }
  }
}

extension Diagnostic {
  fileprivate static func strayBrace(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-stray-brace", "this \"}\" closes nothing", at: range,
      help: "remove it, or look for a \"{\" that is missing above")
  }

  fileprivate static func strayBracket(_ range: SourceRange, _ text: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-stray-bracket", "this \"\(text)\" closes nothing", at: range,
      help: "remove it, or add the bracket that it should close")
  }

  fileprivate static func oneLineBroken(_ range: SourceRange, opener: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-one-line-block", "a block that has an attribute on the line of its \"{\" must end on that line",
      at: range,
      related: [Related("the block begins here", opener)],
      help: "put the attribute on a line of its own, or the \"}\" on this line")
  }

  fileprivate static func oneLineCrowded(_ range: SourceRange, opener: SourceRange, isBlock: Bool) -> Diagnostic {
    Diagnostic(
      .error, "syntax-one-line-block",
      isBlock ? "a block on one line holds no other block" : "a block on one line holds one attribute only", at: range,
      related: [Related("the block begins here", opener)],
      help: "begin a new line after the \"{\", and give each item a line of its own")
  }

  fileprivate static func commaAfterItem(_ range: SourceRange, inOneLine: Bool, isLast: Bool) -> Diagnostic {
    Diagnostic(
      .error, "syntax-unexpected-comma", "no comma after an attribute", at: range,
      detail: inOneLine ? "A block on one line holds one attribute only." : "",
      help: inOneLine
        ? "give each attribute a line of its own" : "attributes are separated by line ends: remove the comma",
      fixes: inOneLine || !isLast ? [] : [Fix("remove the comma", edits: [TextEdit(range, "")], isSafe: true)])
  }

  fileprivate static func semicolon(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-invalid-character", "\";\" has no meaning here", at: range,
      help: "attributes and blocks are separated by line ends: give each a line of its own")
  }

  fileprivate static func braceAfterItem(_ range: SourceRange, isBlock: Bool) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-newline", "the line must end before this \"}\"", at: range,
      help: "put the \"}\" on a line of its own",
      fixes: [
        Fix(
          "put the \"}\" on a line of its own", edits: [TextEdit(.empty(at: range.start, source: range.source), "\n")],
          isSafe: true)
      ])
  }

  fileprivate static func missingNewline(
    _ range: SourceRange, after name: String?, isBlock: Bool, found: String, beginsItem: Bool, hint: String?
  ) -> Diagnostic {
    let what = name.map { isBlock ? "the block \"\($0)\"" : "the value of \"\($0)\"" } ?? "an item"
    return Diagnostic(
      .error, "syntax-missing-newline", "expected the end of the line after \(what), found \(found)", at: range,
      help: hint ?? (beginsItem ? "begin a new line here" : isBlock ? "begin a new line after the \"}\"" : nil))
  }

  fileprivate static func duplicateAttribute(_ range: SourceRange, _ name: String, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-duplicate-attribute", "\"\(name)\" is set twice", at: range,
      related: [Related("first set here", first)], help: "remove one of the two")
  }

  fileprivate static func wrongEquals(_ range: SourceRange, _ text: String, name: String) -> Diagnostic {
    Diagnostic(
      .error, wrongEqualsRule, "expected \"=\" after \"\(name)\", found \"\(text)\"", at: range,
      help: "write \"\(name) = …\"",
      fixes: [Fix("replace \"\(text)\" by \"=\"", edits: [TextEdit(range, "=")], isSafe: false)])
  }

  fileprivate static func missingValue(_ range: SourceRange, name: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-value", "\"\(name)\" has no value", at: range,
      help: "write a value after the \"=\", or remove the line")
  }

  fileprivate static func valueOnNextLine(_ range: SourceRange, name: String, value: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-value-on-next-line", "the value of \"\(name)\" must begin on the line of its \"=\"", at: range,
      related: [Related("this looks like the value", value)], help: "move the value up to the \"=\"")
  }
}
