/// Quoted strings, heredocs, and labels.
extension Parser {
  /// A quoted string or heredoc, standing on its first token.
  mutating func parseTemplate() -> UInt32 {
    let first = cursor.position
    let isHeredoc = cursor.kind == .heredocStart
    var flags: SyntaxNode.Flags = []
    if isHeredoc {
      flags = isFlush(cursor.token) ? [.isHeredoc, .isFlush] : .isHeredoc
      if cursor.token.notes.contains(.isIrregular) { report(.heredocOpener(openerRange(first))) }
    }
    cursor.advance()
    // Most strings are plain: no nodes for what the tokens already say.
    while cursor.kind == .quotedText || cursor.kind == .heredocText {
      checkText()
      cursor.advance()
    }
    if cursor.kind == .interpolationStart || cursor.kind == .directiveStart {
      cursor.move(to: first)
      cursor.advance()
      flags.insert(.hasSequences)
      var parts = ChildList()
      parseParts(into: &parts, within: .whole, textIsChecked: cursor.position)
      return finishTemplate(from: first, flags, parts)
    }
    return finishTemplate(from: first, flags, ChildList())
  }

  /// The end marker without the blanks before it.
  private var markerRange: SourceRange {
    let range = currentRange
    let blanks = source.bytes(in: range).prefix { $0 == 0x20 || $0 == 0x09 }.count
    return SourceRange(range.start + blanks, range.end, source: source.id)
  }

  private func isFlush(_ opener: Token) -> Bool {
    opener.count > 2 && source.bytes[opener.start + 2] == UInt8(ascii: "-")
  }

  private mutating func finishTemplate(
    from first: Int, _ flags: SyntaxNode.Flags, _ parts: ChildList
  ) -> UInt32 {
    if flags.contains(.isHeredoc) {
      if cursor.kind == .heredocEnd {
        if cursor.token.notes.contains(.isIrregular) { report(.heredocMarker(markerRange)) }
        cursor.advance()
      } else {
        if !isSilent { report(unclosedHeredoc(first)) }
      }
    } else if cursor.kind == .closeQuote {
      cursor.advance()
    } else {
      if !isSilent { report(.unclosedString(unclosedRange(first), atFileEnd: cursor.kind == .endOfFile)) }
    }
    noteSwallowedRest()
    return node(.template, flags, from: first, parts)
  }

  /// From the quote to the end of what was read as its text, on the quote's line.
  private func unclosedRange(_ first: Int) -> SourceRange {
    let start = range(first).start
    // Nested templates that never end would each walk to the end of the line for a report that is not made.
    if isSilent { return .empty(at: start, source: source.id) }
    var end = start
    // An excerpt shows no more than that.
    let limit = min(range(max(first, cursor.lastEnd - 1)).end, start + 4096)
    while end < limit, source.bytes[end] != UInt8(ascii: "\n"), source.bytes[end] != UInt8(ascii: "\r") { end += 1 }
    return SourceRange(start, max(end, start + 1), source: source.id)
  }

  /// `<<NAME` without what follows it on its line.
  private func openerRange(_ first: Int) -> SourceRange {
    let opener = range(first)
    let classes = ByteClass.table
    let name = opener.start + (isFlush(cursor.tokens[first]) ? 3 : 2)
    return SourceRange(opener.start, Lexer.wordEnd(source.bytes.span, name, classes.span), source: source.id)
  }

  private func unclosedHeredoc(_ first: Int) -> Diagnostic {
    let opener = openerRange(first)
    let marker = SourceRange(opener.start + (isFlush(cursor.tokens[first]) ? 3 : 2), opener.end, source: source.id)
    let last = range(max(first, cursor.lastEnd - 1))
    let lastLine = source.text(in: last)
    let isAtEnd =
      cursor.kind == .endOfFile && last.end == source.count
      && lastLine.utf8.elementsEqual(source.text(in: marker).utf8)
    return .unclosedHeredoc(
      .empty(at: cursor.token.start, source: source.id), marker: source.text(in: marker),
      opener: opener, markerAtFileEnd: isAtEnd ? last : nil)
  }

  /// Reports what is wrong with the escapes of the current text, and with line ends in it.
  private mutating func checkText() {
    let token = cursor.token
    guard token.kind == .quotedText else { return }
    if token.notes.contains(.hasLineEnd) {
      var end = token.start
      while end < token.end, source.bytes[end] != UInt8(ascii: "\n") { end += 1 }
      report(.lineEndInString(SourceRange(end, end + 1, source: source.id)))
    }
    if token.notes.contains(.hasBackslash) {
      var ignored: [UInt8] = []
      var found: [Diagnostic] = []
      StringEscapes.decode(source.bytes[token.start..<token.end], escapes: true, into: &ignored) { problem, range in
        let range = SourceRange(range.lowerBound, range.upperBound, source: source.id)
        found.append(.badEscape(range, problem, source.text(in: range)))
      }
      for diagnostic in found { note(diagnostic) }
    }
  }

  // MARK: Parts

  /// What surrounds the parts of a template.
  enum Surroundings { case whole, thenBranch, elseBranch, loop }

  /// What a directive says that is not the beginning of another.
  enum DirectiveEnd { case none, otherwise, endIf, endFor }

  /// Reads parts up to the end of the template, or the directive that ends `within`, which is taken.
  @discardableResult
  private mutating func parseParts(
    into parts: inout ChildList, within surroundings: Surroundings, textIsChecked: Int = 0
  ) -> DirectiveEnd {
    var isFirstRun = textIsChecked != 0
    while true {
      switch cursor.kind {
      case .quotedText, .heredocText:
        if !isFirstRun { checkText() }
        append(leaf(.literal), to: &parts)
      case .interpolationStart:
        isFirstRun = false
        append(parseInterpolation(), to: &parts)
      case .directiveStart:
        isFirstRun = false
        let end = parseDirective(into: &parts, within: surroundings)
        if end != .none { return end }
      default: return .none
      }
    }
  }

  /// `${ expression }`.
  private mutating func parseInterpolation() -> UInt32 {
    let first = cursor.position
    let outerInterpolation = interpolation
    let wasSilent = isSilent
    interpolation = first
    let outer = cursor.enter(ignoringNewlines: true)
    var children = ChildList()
    append(parseExpression(), to: &children)
    if cursor.kind != .sequenceEnd {
      report(
        cursor.kind == .endOfFile || closesBeforeText || isUnclosedQuote
          ? .unclosedInterpolation(range(first))
          : .extraInInterpolation(currentRange, found: found, opener: range(first)))
    }
    interpolation = outerInterpolation
    // What is wrong in one sequence does not speak for the next.
    if endSequence(outer) { isSilent = wasSilent }
    return node(.interpolation, from: first, children)
  }

  /// Whether the sequence was given up by the lexer: text of the template, or its end, stands here.
  private var closesBeforeText: Bool {
    switch cursor.kind {
    case .quotedText, .heredocText, .closeQuote, .heredocEnd, .newline: true
    default: false
    }
  }

  /// Whether a quote stands here that closes nothing on its line: it was meant to end the string around the sequence.
  private var isUnclosedQuote: Bool {
    guard cursor.kind == .openQuote else { return false }
    var next = cursor.position + 1
    if cursor.tokens[next].kind == .quotedText { next += 1 }
    switch cursor.tokens[next].kind {
    case .closeQuote, .interpolationStart, .directiveStart: return false
    default: return true
    }
  }

  /// Takes the end of a sequence, after skipping what should not be there.
  @discardableResult
  private mutating func endSequence(_ outer: Bool) -> Bool {
    if cursor.kind == .sequenceEnd || skip(to: .sequenceEnd) {
      cursor.leave(to: outer)
      return true
    }
    noteSwallowedRest()
    switch cursor.kind {
    // The template goes on here, whatever lies between.
    case .quotedText, .heredocText, .closeQuote, .heredocEnd: cursor.stay(to: outer)
    default: cursor.abandon(to: outer)
    }
    return false
  }

  /// `%{ … }`, and for `if` and `for` all that belongs to it.
  private mutating func parseDirective(
    into parts: inout ChildList, within surroundings: Surroundings
  ) -> DirectiveEnd {
    let first = cursor.position
    let outer = cursor.enter(ignoringNewlines: true)
    if isWord("if") {
      append(parseIfDirective(from: first, outer), to: &parts)
      return .none
    }
    if isWord("for") {
      append(parseForDirective(from: first, outer), to: &parts)
      return .none
    }
    let end: DirectiveEnd = isWord("else") ? .otherwise : isWord("endif") ? .endIf : isWord("endfor") ? .endFor : .none
    let whole = range(first).union(range(cursor.position))
    let isExpected =
      switch (end, surroundings) {
      case (.otherwise, .thenBranch), (.endIf, .thenBranch), (.endIf, .elseBranch), (.endFor, .loop): true
      default: false
      }
    if end == .none {
      report(.unknownDirective(currentRange, found: found))
    } else if !isExpected {
      report(.unexpectedDirective(whole, text(cursor.position)))
    }
    let word = text(cursor.position)
    if cursor.kind == .identifier { cursor.advance() }
    if end != .none, cursor.kind != .sequenceEnd { report(.extraInDirective(currentRange, word, found: found)) }
    endSequence(outer)
    if isExpected { return end }
    append(node(.invalid, from: first), to: &parts)
    return .none
  }

  /// `%{ if c }…%{ else }…%{ endif }`, standing on `if`.
  private mutating func parseIfDirective(from first: Int, _ outer: Bool) -> UInt32 {
    var children = ChildList()
    var flags: SyntaxNode.Flags = []
    cursor.advance()
    append(parseExpression(), to: &children)
    if cursor.kind != .sequenceEnd { report(.extraInDirective(currentRange, "if", found: found)) }
    endSequence(outer)
    var end = parseBranch(into: &children, within: .thenBranch)
    if end == .otherwise {
      flags = .hasElse
      end = parseBranch(into: &children, within: .elseBranch)
    }
    if end != .endIf { report(.unclosedDirective(range(first).union(range(first + 1)), "if", end: "endif")) }
    return node(.ifDirective, flags, from: first, children)
  }

  /// `%{ for k, v in c }…%{ endfor }`, standing on `for`.
  private mutating func parseForDirective(from first: Int, _ outer: Bool) -> UInt32 {
    var children = ChildList()
    var flags: SyntaxNode.Flags = []
    cursor.advance()
    let hasNames = parseForNames(into: &children, flags: &flags, .hasKeyName)
    if hasNames, isWord("in") {
      cursor.advance()
      append(parseExpression(), to: &children)
      if cursor.kind != .sequenceEnd { report(.extraInDirective(currentRange, "for", found: found)) }
    } else {
      report(.forDirective(currentRange, hasNames ? "\"in\"" : "the name of a variable", found: found))
      if children.first == 0 { append(node(.name, from: cursor.position), to: &children) }
      append(missing(), to: &children)
    }
    endSequence(outer)
    let end = parseBranch(into: &children, within: .loop)
    if end != .endFor { report(.unclosedDirective(range(first).union(range(first + 1)), "for", end: "endfor")) }
    return node(.forDirective, flags, from: first, children)
  }

  private mutating func parseBranch(into children: inout ChildList, within surroundings: Surroundings) -> DirectiveEnd {
    let first = cursor.position
    guard depth < Parser.nestingLimit else {
      append(skipTooDeep(acrossLines: true), to: &children)
      return .none
    }
    depth &+= 1
    defer { depth &-= 1 }
    var parts = ChildList()
    // The branch ends where its last part does: the directive after it belongs to the whole.
    var lastEnd = first
    var end = DirectiveEnd.none
    end = parseParts(into: &parts, within: surroundings)
    if parts.last != 0 { lastEnd = Int(nodes[Int(parts.last)].endToken) }
    let body = node(.templateBody, from: first, parts)
    nodes[Int(body)].endToken = UInt32(truncatingIfNeeded: lastEnd)
    append(body, to: &children)
    return end
  }

  // MARK: Labels

  /// A quoted label: text only.
  mutating func parseQuotedLabel() -> UInt32 {
    let first = cursor.position
    cursor.advance()
    while true {
      switch cursor.kind {
      case .quotedText:
        checkText()
        cursor.advance()
      case .closeQuote:
        cursor.advance()
        return node(.label, .isQuoted, from: first)
      case .interpolationStart, .directiveStart:
        report(.templateInLabel(currentRange))
        let outer = cursor.enter(ignoringNewlines: true)
        if skip(to: .sequenceEnd) { cursor.leave(to: outer) } else { cursor.abandon(to: outer) }
      default:
        report(.unclosedString(unclosedRange(first), atFileEnd: cursor.kind == .endOfFile))
        return node(.label, .isQuoted, from: first)
      }
    }
  }
}
