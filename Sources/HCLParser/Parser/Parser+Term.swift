/// Terms: literals, names, calls, parentheses.
extension Parser {
  /// What an operator or a step applies to.
  mutating func parseTerm() -> UInt32 {
    switch cursor.kind {
    case .openQuote, .heredocStart: return parseTemplate()
    case .number: return parseNumber()
    case .identifier: return parseName()
    case .openBracket: return parseTuple()
    case .openBrace: return parseObject()
    case .openParenthesis: return parseParentheses()
    default: return unexpectedTerm()
    }
  }

  private mutating func parseNumber() -> UInt32 {
    if !isNumber(cursor.token) { report(.badNumber(currentRange, text(cursor.position))) }
    return leaf(.number)
  }

  /// Whether a number token is a number: at most one point, before at most one exponent.
  private func isNumber(_ token: Token) -> Bool {
    var hasPoint = false
    var hasExponent = false
    for index in token.start..<token.end {
      switch source.bytes[index] {
      case UInt8(ascii: "."):
        if hasPoint || hasExponent { return false }
        hasPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        if hasExponent { return false }
        hasExponent = true
      default: break
      }
    }
    return true
  }

  private mutating func parseName() -> UInt32 {
    let first = cursor.position
    cursor.advance()
    if cursor.kind == .openParenthesis { return parseCall(from: first) }
    if cursor.kind == .doubleColon { return parseNamespacedCall(from: first) }
    let token = cursor.tokens[first]
    if token.count == 4 || token.count == 5 {
      // Words only as a whole term; `true.x` is a step from a bool, and fails when it is evaluated.
      if isSpelled(token, "true") { return node(.literalTrue, from: first) }
      if isSpelled(token, "false") { return node(.literalFalse, from: first) }
      if isSpelled(token, "null") { return node(.literalNull, from: first) }
    }
    return node(.traversal, from: first)
  }

  func isSpelled(_ token: Token, _ word: StaticString) -> Bool {
    guard token.count == word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { source.bytes[token.start..<token.end].elementsEqual($0) }
  }

  /// `a::b(…)`, standing on the first `::`.
  private mutating func parseNamespacedCall(from first: Int) -> UInt32 {
    while cursor.kind == .doubleColon {
      cursor.advance()
      guard cursor.kind == .identifier else {
        report(.functionNameExpected(currentRange, found: found))
        return node(.invalid, from: first)
      }
      cursor.advance()
    }
    guard cursor.kind == .openParenthesis else {
      report(.parenthesisExpected(currentRange, name: text(first), found: found))
      return node(.invalid, from: first)
    }
    return parseCall(from: first)
  }

  /// The arguments of a call, standing on `(`.
  private mutating func parseCall(from first: Int) -> UInt32 {
    let opener = cursor.position
    let outer = cursor.enter(ignoringNewlines: true)
    var arguments = ChildList()
    var flags: SyntaxNode.Flags = []
    while cursor.kind != .closeParenthesis {
      let before = cursor.position
      append(parseExpression(), to: &arguments)
      if cursor.kind == .ellipsis {
        cursor.advance()
        flags = .expandsLast
        if cursor.kind == .closeParenthesis { break }
        report(.afterExpansion(currentRange, found: found))
        return abandonBracket(.call, flags, from: first, arguments, .closeParenthesis, outer)
      }
      if cursor.kind == .comma {
        cursor.advance()
        continue
      }
      if cursor.kind == .closeParenthesis { break }
      report(.missingArgumentSeparator(currentRange, name: text(first), opener: range(opener), found: found))
      // Another argument stands here, without its comma: go on as if there were one.
      if cursor.position > before, beginsTermOnSameLine { continue }
      return abandonBracket(.call, flags, from: first, arguments, .closeParenthesis, outer)
    }
    cursor.leave(to: outer)
    return node(.call, flags, from: first, arguments)
  }

  /// Gives up on what a bracket holds: skips to its closer if there is one.
  mutating func abandonBracket(
    _ kind: SyntaxKind, _ flags: SyntaxNode.Flags = [], from first: Int, _ children: ChildList, _ closer: TokenKind,
    _ outer: Bool
  ) -> UInt32 {
    if skip(to: closer) {
      cursor.leave(to: outer)
    } else {
      noteSwallowedRest()
      cursor.abandon(to: outer)
    }
    return node(kind, flags, from: first, children)
  }

  /// Whether a string, number or name stands here that no item of a body begins with: then only a comma is missing.
  var beginsTermOnSameLine: Bool {
    switch cursor.kind {
    case .openQuote, .number, .openBrace, .openBracket, .heredocStart: true
    case .identifier: !beginsItem(cursor.position) && cursor.following() != .equal
    default: false
    }
  }

  private mutating func parseParentheses() -> UInt32 {
    let first = cursor.position
    let outer = cursor.enter(ignoringNewlines: true)
    var children = ChildList()
    append(parseExpression(), to: &children)
    guard cursor.kind == .closeParenthesis else {
      report(.unbalancedParentheses(currentRange, opener: range(first), found: found))
      return abandonBracket(.parentheses, from: first, children, .closeParenthesis, outer)
    }
    cursor.leave(to: outer)
    return node(.parentheses, from: first, children)
  }

  /// No expression begins with the current token.
  private mutating func unexpectedTerm() -> UInt32 {
    switch cursor.kind {
    case .invalid:
      if let quote = quotedOtherwise() { return quote }
      if let bare = bareInterpolation() { return bare }
      reportInvalidCharacter()
      let first = cursor.position
      cursor.advance()
      return node(.invalid, from: first)
    case .badEncoding:
      isSilent = true
      return leaf(.invalid)
    case .less where cursor.following() == .less:
      let first = cursor.position
      let marker = brokenHeredoc()
      report(.badHeredoc(range(first).union(range(first + 1)), marker: marker?.name))
      guard let marker else { return missing() }
      cursor.move(to: marker.end)
      return node(.invalid, from: first)
    case .star where commentMistake(at: cursor.position - 1) != nil:
      if let comment = commentMistake(at: cursor.position - 1) { report(comment) }
      let missing = missing()
      skipRest()
      return missing
    case .star, .slash, .percent, .andAnd, .orOr, .plus, .equalEqual, .notEqual, .less, .lessEqual, .greater,
      .greaterEqual:
      report(unexpected())
      let missing = missing()
      // The operand may follow: `* 2` is one mistake.
      return missing
    default:
      report(foreignTemplate() ?? unexpected())
      return missing()
    }
  }

  /// `${ expression }` where no string is around it.
  private mutating func bareInterpolation() -> UInt32? {
    let first = cursor.position
    guard text(first) == "$", cursor.tokens[first + 1].kind == .openBrace,
      cursor.tokens[first + 1].start == cursor.tokens[first].end
    else { return nil }
    report(.bareInterpolation(range(first).union(range(first + 1)), isInside: interpolation != nil))
    guard depth < Parser.nestingLimit else { return skipTooDeep() }
    cursor.advance()
    let outer = cursor.enter(ignoringNewlines: true)
    var children = ChildList()
    append(parseExpression(), to: &children)
    let node = abandonBracket(.parentheses, from: first, children, .closeBrace, outer)
    if cursor.lastEnd > first { isSilent = cursor.tokens[cursor.lastEnd - 1].kind != .closeBrace }
    return node
  }

  /// The report for a token that no expression begins with.
  private func unexpected() -> Diagnostic {
    if let interpolation, cursor.kind == .sequenceEnd {
      return .emptyInterpolation(range(interpolation).union(range(cursor.position)))
    }
    if cursor.kind == .dot, cursor.following() == .number {
      return .numberBeginsWithDot(range(cursor.position).union(range(cursor.position + 1)))
    }
    return .expressionExpected(currentRange, found: found, inInterpolation: interpolation != nil)
  }

  /// `'text'`, `` `text` `` or text in typographic quotes, on one line: one report for the whole.
  private mutating func quotedOtherwise() -> UInt32? {
    let first = cursor.position
    let opener = text(first)
    guard let closers = Parser.otherQuotes[opener] else { return nil }
    var last = first + 1
    while last < cursor.tokens.count - 1 {
      let kind = cursor.tokens[last].kind
      if kind == .newline || kind == .lineComment { return nil }
      if kind == .invalid, closers.contains(text(last)) { break }
      last += 1
    }
    guard last < cursor.tokens.count - 1 else { return nil }
    let whole = range(first).union(range(last))
    let inner = SourceRange(range(first).end, range(last).start, source: source.id)
    report(.otherQuotes(whole, opener, inner: source.text(in: inner)))
    cursor.move(to: last)
    cursor.advance()
    isSilent = false
    return node(.invalid, from: first)
  }

  private static let otherQuotes: [String: [String]] = [
    "'": ["'"], "`": ["`", "'"], "\u{201C}": ["\u{201D}", "\u{201C}"], "\u{201D}": ["\u{201D}"],
    "\u{201E}": ["\u{201C}", "\u{201D}"], "\u{2018}": ["\u{2019}", "\u{2018}"], "\u{2019}": ["\u{2019}"],
    "\u{00AB}": ["\u{00BB}"], "\u{00BB}": ["\u{00AB}"],
  ]

  /// Reports the character here, which HCL has no use for.
  mutating func reportInvalidCharacter() {
    if source.bytes[cursor.token.start...].starts(with: "```".utf8) {
      return report(.fence(SourceRange(cursor.token.start, cursor.token.start + 3, source: source.id)))
    }
    report(.invalidCharacter(currentRange, text(cursor.position)))
  }
}

extension Diagnostic {
  fileprivate static func badNumber(_ range: SourceRange, _ text: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-bad-number", "\"\(text)\" is not a number", at: range,
      detail: "A number has digits, at most one point and at most one exponent.",
      help: "quote it if it is meant as text")
  }

  fileprivate static func functionNameExpected(_ range: SourceRange, found: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-function-name", "expected the name of a function after \"::\", found \(found)", at: range)
  }

  fileprivate static func parenthesisExpected(_ range: SourceRange, name: String, found: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-function-name", "expected \"(\" after the name of a function, found \(found)", at: range,
      detail: "\"::\" stands in names of functions only.")
  }

  fileprivate static func afterExpansion(_ range: SourceRange, found: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-separator", "expected \")\" after \"...\", found \(found)", at: range,
      detail: "Only the last argument can be expanded.")
  }

  fileprivate static func missingArgumentSeparator(
    _ range: SourceRange, name: String, opener: SourceRange, found: String
  ) -> Diagnostic {
    Diagnostic(
      .error, "syntax-missing-separator", "expected \",\" or \")\" in the call of \"\(name)\", found \(found)",
      at: range,
      related: [Related("the \"(\" is here", opener)],
      help: "separate arguments by commas, and close the call with \")\"")
  }

  fileprivate static func unbalancedParentheses(_ range: SourceRange, opener: SourceRange, found: String) -> Diagnostic
  {
    Diagnostic(
      .error, "syntax-unclosed-bracket", "expected \")\", found \(found)", at: range,
      related: [Related("the \"(\" is here", opener)])
  }

  fileprivate static func emptyInterpolation(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-expected-expression", "nothing between \"${\" and \"}\"", at: range,
      help: "write an expression, or \"$${\" for the characters \"${\" themselves")
  }

  fileprivate static func badHeredoc(_ range: SourceRange, marker: String?) -> Diagnostic {
    Diagnostic(
      .error, "syntax-heredoc-marker", "\"<<\" begins no heredoc here", at: range,
      detail: "A heredoc begins with \"<<NAME\" or \"<<-NAME\", without blanks and quotes, at the end of a line.",
      help: marker.map { "write <<\($0)" } ?? "write a name right after \"<<\" and begin the text on the next line")
  }

  fileprivate static func numberBeginsWithDot(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-bad-number", "a number begins with a digit", at: range, help: "write a \"0\" before the point",
      fixes: [
        Fix(
          "write a \"0\" before the point", edits: [TextEdit(.empty(at: range.start, source: range.source), "0")],
          isSafe: false)
      ])
  }

  fileprivate static func expressionExpected(_ range: SourceRange, found: String, inInterpolation: Bool) -> Diagnostic {
    Diagnostic(
      .error, "syntax-expected-expression", "expected an expression, found \(found)", at: range,
      help: inInterpolation ? "write \"$${\" where the characters \"${\" themselves are meant" : nil)
  }

  fileprivate static func bareInterpolation(_ range: SourceRange, isInside: Bool) -> Diagnostic {
    Diagnostic(
      .error, "syntax-bare-interpolation",
      isInside ? "no \"${\" inside another one" : "\"${\" stands in strings and heredocs only", at: range,
      help: isInside
        ? "write the expression without \"${ }\", or \"$${\" where the characters \"${\" themselves are meant"
        : "write the expression without \"${ }\"; a Terraform template must be rendered first")
  }

  fileprivate static func otherQuotes(_ range: SourceRange, _ quote: String, inner: String) -> Diagnostic {
    let isPlain = !inner.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    return Diagnostic(
      .error, "syntax-quote", "a string stands in double quotes, not in \(quote)", at: range,
      help: isPlain ? "write \"\(inner)\"" : "write double quotes, and \\\" for each one inside",
      fixes: isPlain ? [Fix("write double quotes", edits: [TextEdit(range, "\"\(inner)\"")], isSafe: false)] : [])
  }

  fileprivate static func fence(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-invalid-character", "\"```\" has no meaning here", at: range,
      help: "it is a mark of Markdown: remove its line")
  }

  fileprivate static func invalidCharacter(_ range: SourceRange, _ text: String) -> Diagnostic {
    let help: String? =
      switch text {
      case ";": "attributes and blocks are separated by line ends, items of lists and objects by commas"
      case "&": "\"and\" is written \"&&\""
      case "|": "\"or\" is written \"||\""
      case "~": "\"not\" is written \"!\""
      case "'", "`", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{201E}", "\u{00AB}", "\u{00BB}":
        "strings stand in double quotes"
      case "\r": "lines end with a line feed, alone or after a carriage return"
      case "\u{FEFF}": "a byte order mark stands at the start of the file only: remove it"
      case "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{00AD}", "\u{200E}", "\u{200F}":
        "remove it: it has no width, and cannot be seen"
      case _ where text.unicodeScalars.first?.properties.generalCategory == .spaceSeparator:
        "replace it by a plain space"
      case "@", "$", "\\": "quote text that is meant as a string"
      default: nil
      }
    let name = Diagnostic.visibleName(of: text)
    return Diagnostic(.error, "syntax-invalid-character", "\(name) has no meaning here", at: range, help: help)
  }

  /// A character as a message can show it.
  private static func visibleName(of text: String) -> String {
    guard let scalar = text.unicodeScalars.first else { return "this" }
    let isVisible =
      !scalar.properties.isWhitespace && scalar.value > 0x20 && scalar.value != 0x7F
      && ![.control, .format, .privateUse, .unassigned].contains(scalar.properties.generalCategory)
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return isVisible ? "\"\(text)\"" : "the character U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  }
}
