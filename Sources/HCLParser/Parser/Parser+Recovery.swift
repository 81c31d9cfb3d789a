/// Where to stop skipping after a mistake.
extension Parser {
  /// Skips to the end of the current line, not minding line ends in brackets, strings and heredocs opened since; stops at
  /// a `}` that none of those opened.
  mutating func skipLine() {
    var open: [TokenKind] = []
    while cursor.kind != .endOfFile {
      let kind = cursor.tokens[cursor.position].kind
      switch kind {
      case .newline, .lineComment:
        // No line end stands between quotes: such a string was never closed.
        while open.last == .openQuote { open.removeLast() }
        // A line that reads like an item ends whatever was left open before it.
        if open.isEmpty || beginsItem(cursor.significant(from: cursor.position + 1, acrossLines: true)) { return }
      case .openBrace, .openBracket, .openParenthesis, .interpolationStart, .directiveStart, .openQuote, .heredocStart:
        open.append(kind)
      case .closeBrace:
        if open.isEmpty { return }
        open.removeLast()
      case .closeBracket, .closeParenthesis, .sequenceEnd, .closeQuote, .heredocEnd: _ = open.popLast()
      default: break
      }
      cursor.advance()
    }
  }

  /// Skips to the closing bracket of the bracket that is open, over brackets opened since, and stands on it. Stops, and
  /// returns false, where the file ends, where another kind of bracket closes, or where a line reads like an item of a
  /// body: then the bracket was never closed.
  mutating func skip(to closer: TokenKind) -> Bool {
    var open: [TokenKind] = []
    var isAtLineStart = false
    while cursor.kind != .endOfFile {
      // The cursor may or may not stop at line ends here; the tokens tell in either case.
      if cursor.position > 0 {
        let before = cursor.tokens[cursor.position - 1].kind
        isAtLineStart = before == .newline || before == .lineComment
      }
      // No line end stands between quotes: such a string was never closed.
      if isAtLineStart { while open.last == .openQuote { open.removeLast() } }
      if open.isEmpty {
        if cursor.kind == closer { return true }
        if isAtLineStart, beginsItem(cursor.position) { return false }
      }
      switch cursor.kind {
      case .openBrace, .openBracket, .openParenthesis, .interpolationStart, .directiveStart, .openQuote, .heredocStart:
        open.append(cursor.kind)
      case .closeBrace, .closeBracket, .closeParenthesis, .sequenceEnd, .closeQuote, .heredocEnd:
        if open.isEmpty { return false }
        open.removeLast()
      default: break
      }
      cursor.advance()
    }
    return false
  }

  /// Skips all that is left: it was commented out, or is otherwise lost.
  mutating func skipRest() {
    cursor.move(to: cursor.tokens.count - 1)
    isSilent = true
    reportedUnclosedBlock = true
  }

  /// Where something unclosed, and reported, reaches to the end of the file: it is to blame for the blocks around it, too.
  mutating func noteSwallowedRest() {
    if cursor.kind == .endOfFile, isSilent { reportedUnclosedBlock = true }
  }

  /// Whether the tokens from `number` on read like an item of a body: `name =`, `name {`, `name "label" {`.
  func beginsItem(_ number: Int) -> Bool {
    let tokens = cursor.tokens
    guard number < tokens.count, tokens[number].kind == .identifier else { return false }
    var next = number + 1
    if tokens[next].kind == .equal || tokens[next].kind == .openBrace { return true }
    // Labels stand on the line of their block, and few ever are.
    for _ in 0..<16 {
      switch tokens[next].kind {
      case .openQuote:
        next += 1
        if tokens[next].kind == .quotedText { next += 1 }
        guard tokens[next].kind == .closeQuote else { return false }
        next += 1
      case .identifier: next += 1
      case .openBrace: return true
      default: return false
      }
    }
    return false
  }

  /// What to do about nesting beyond the bound: reports it once, and skips what is inside.
  mutating func skipTooDeep(acrossLines: Bool = false) -> UInt32 {
    let first = cursor.position
    if !reportedNesting {
      isSilent = false
      report(.tooDeep(currentRange))
    }
    reportedNesting = true
    isSilent = true
    var open = 0
    skipping: while cursor.kind != .endOfFile {
      switch cursor.kind {
      case .openBrace, .openBracket, .openParenthesis, .interpolationStart, .directiveStart, .openQuote, .heredocStart:
        open += 1
      case .closeBrace, .closeBracket, .closeParenthesis, .sequenceEnd, .closeQuote, .heredocEnd:
        if open == 0 { break skipping }
        open -= 1
      case .newline: if open == 0, !acrossLines { break skipping }
      default: break
      }
      cursor.advance()
    }
    return node(.invalid, from: first)
  }
}

extension Diagnostic {
  fileprivate static func tooDeep(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-too-deep", "nested more than \(Parser.nestingLimit) levels deep", at: range,
      detail: "What is inside is not read.", help: "give inner parts a name of their own in a \"locals\" block")
  }
}
