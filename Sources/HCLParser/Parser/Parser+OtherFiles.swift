/// What is no HCL at all, and marks that other programs leave in a file: one report instead of many.
extension Parser {
  /// The one thing to say of a file that was written in another language or encoding.
  func otherFile() -> Diagnostic? {
    guard !isExpression, let first = diagnostics.first else { return nil }
    if looksLikeUTF16 {
      return .otherEncoding(SourceRange(0, min(2, source.count), source: source.id))
    }
    // `name:` and `name: value`, and not one block in the whole file.
    let isColon =
      first.rule == Diagnostic.wrongEqualsRule && source.bytes(in: first.range).elementsEqual([UInt8(ascii: ":")])
    guard isColon, !nodes.contains(where: { $0.kind == .block }),
      !cursor.tokens.contains(where: { $0.kind == .openBrace })
    else { return nil }
    let colons = diagnostics.count { $0.rule == Diagnostic.wrongEqualsRule }
    return colons > 1 ? .yaml(first.range) : nil
  }

  /// Every second byte of a plain text is zero there; its mark says so too.
  private var looksLikeUTF16: Bool {
    let start = Array(source.bytes.prefix(8))
    guard start.count >= 2 else { return false }
    if start[0] == 0xFF, start[1] == 0xFE { return true }
    if start[0] == 0xFE, start[1] == 0xFF { return true }
    guard start.count == 8 else { return false }
    let zeros = start.indices.filter { start[$0] == 0 }
    return zeros == [0, 2, 4, 6] || zeros == [1, 3, 5, 7]
  }

  /// What to say of a comment at the token `number` (or here) that is none, or does not end.
  func commentMistake(at number: Int? = nil) -> Diagnostic? {
    let number = number ?? cursor.position
    guard number >= 0, number + 1 < cursor.tokens.count else { return nil }
    let (first, second) = (cursor.tokens[number], cursor.tokens[number + 1])
    let both = SourceRange(first.start, second.end, source: source.id)
    switch (first.kind, second.kind) {
    case (.slash, .star) where first.end == second.start: return .unclosedComment(both)
    case (.less, .bang) where source.bytes[first.start...].starts(with: "<!--".utf8):
      return .otherComment(SourceRange(first.start, first.start + 4, source: source.id), "<!--")
    case (.minus, .minus) where first.end == second.start: return .otherComment(both, "--")
    default: return nil
    }
  }

  /// Passes over a line that a version control system left where two versions did not fit together; of several, the first
  /// is reported.
  mutating func skipConflictMark() -> Bool {
    let mark = source.bytes[cursor.token.start...].prefix(7)
    guard mark.count == 7, let byte = mark.first, mark.allSatisfy({ $0 == byte }),
      [UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "|")].contains(byte),
      cursor.token.start == 0 || source.bytes[cursor.token.start - 1] == UInt8(ascii: "\n")
    else { return false }
    if !reportedConflict {
      isSilent = false
      report(.conflict(SourceRange(cursor.token.start, cursor.token.start + 7, source: source.id)))
    }
    reportedConflict = true
    isSilent = true
    while cursor.kind != .newline, cursor.kind != .endOfFile { cursor.advance() }
    return true
  }

  /// The heredoc that was meant by `<< NAME`, `<<"NAME"` or `<<'NAME'` here: its name, and the number of the token after
  /// its end marker. Nil where no line ends such a text.
  func brokenHeredoc() -> (name: String, end: Int)? {
    // Each looks through the rest of the file.
    guard diagnostics.count < 10 else { return nil }
    let bytes = source.bytes
    var at = cursor.token.start + 2
    let skipped: Set<UInt8> = [
      UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "-"),
    ]
    var isFlush = false
    while at < bytes.count, skipped.contains(bytes[at]) {
      if bytes[at] == UInt8(ascii: "-") { isFlush = true }
      at += 1
    }
    let classes = ByteClass.table
    let end = Lexer.wordEnd(bytes.span, at, classes.span)
    guard end > at, end - at < 256 else { return nil }
    let name = bytes[at..<end]
    while at < bytes.count {
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      at += 1
      var start = at
      while start < bytes.count, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "\t") { start += 1 }
      guard start < bytes.count, bytes[start...].starts(with: name) else { continue }
      var rest = start + name.count
      while rest < bytes.count, [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")].contains(bytes[rest]) {
        rest += 1
      }
      guard rest >= bytes.count || bytes[rest] == UInt8(ascii: "\n") else { continue }
      // The tokens of the text are of no use; one of them may even reach beyond it.
      guard let next = firstToken(from: rest), cursor.tokens[next].start <= rest + 1 else { return nil }
      return ((isFlush ? "-" : "") + String(decoding: name, as: UTF8.self), next)
    }
    return nil
  }

  /// The number of the first token after the current one that begins at `offset` or later.
  private func firstToken(from offset: Int) -> Int? {
    var (low, high) = (cursor.position, cursor.tokens.count)
    while low < high {
      let middle = (low + high) / 2
      if cursor.tokens[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low < cursor.tokens.count ? low : nil
  }

  /// What to write for an operator that other languages spell as a word.
  var operatorHint: String? {
    guard cursor.lastEnd > 0, cursor.lastEnd <= cursor.position else { return nil }
    if cursor.kind == .equal { return "write \"==\" to compare" }
    let word = cursor.kind == .identifier ? text(cursor.position) : ""
    switch word {
    case "and": return "write \"&&\" for \"and\""
    case "or": return "write \"||\" for \"or\""
    case "is", "eq": return "write \"==\" to compare"
    case "if": return "a choice is written: condition ? value : other"
    default: break
    }
    return cursor.tokens[cursor.lastEnd - 1].kind == .identifier && text(cursor.lastEnd - 1) == "not"
      ? "write \"!\" for \"not\"" : nil
  }
}

extension Diagnostic {
  static let unclosedCommentRule: RuleID = "syntax-unclosed-comment"
  static let wrongEqualsRule: RuleID = "syntax-wrong-equals"

  fileprivate static func otherEncoding(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-bad-encoding", "the file is in the encoding UTF-16, not UTF-8", at: range,
      help: "save the file in the encoding UTF-8")
  }

  fileprivate static func yaml(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-foreign-language", "this file is YAML, not HCL", at: range,
      detail: "Job files are written in HCL or JSON. It is reported once.",
      help: "write blocks as: job \"name\" { … }, and values as: name = value")
  }

  fileprivate static func unclosedComment(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, unclosedCommentRule, "this comment is not closed", at: range, help: "write \"*/\" where it ends")
  }

  fileprivate static func otherComment(_ range: SourceRange, _ mark: String) -> Diagnostic {
    Diagnostic(
      .error, "syntax-item-expected", "\"\(mark)\" begins no comment here", at: range,
      help: "comments begin with \"#\" or \"//\", or stand between \"/*\" and \"*/\"")
  }

  fileprivate static func conflict(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-merge-conflict", "two versions of the file were not merged here", at: range,
      detail: "The lines with \"<<<<<<<\", \"=======\" and \">>>>>>>\" are marks of version control.",
      help: "keep one version of what stands between them, and remove the marks")
  }
}
