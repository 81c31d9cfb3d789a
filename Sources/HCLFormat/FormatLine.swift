import HCLParser

/// The tokens of one line in three cells: lead, assignment, trailing comment. Token numbers.
///
/// A line ends with a line end or with a comment that holds one. Line ends inside a string or heredoc belong to their
/// text and split nothing, so a whole heredoc lies in the line of its opener; those inside brackets do split.
struct FormatLine {
  var start: Int
  /// Where the `=` stands that begins the assignment cell; `comment` where there is none.
  var assignment: Int
  /// Where the trailing comment stands; `end` where there is none.
  var comment: Int
  var end: Int

  var hasAssignment: Bool { assignment < comment }
  var hasComment: Bool { comment < end }

  /// The lines of a file, without its byte order mark and its end.
  static func split(_ tokens: [Token], of source: SourceText) -> [FormatLine] {
    var lines: [FormatLine] = []
    lines.reserveCapacity(tokens.count / 5)
    var start = tokens.first?.kind == .byteOrderMark ? 1 : 0
    for (number, token) in tokens.enumerated() {
      let endsLine: Bool
      switch token.kind {
      case .newline, .endOfFile: endsLine = true
      case .lineComment: endsLine = source.bytes[token.end - 1] == UInt8(ascii: "\n")
      default: endsLine = false
      }
      guard endsLine else { continue }
      let end = token.kind == .endOfFile ? number : number + 1
      if end > start { lines.append(FormatLine(tokens, start, end)) }
      start = end
    }
    return lines
  }

  private init(_ tokens: [Token], _ start: Int, _ end: Int) {
    self.start = start
    self.end = end
    // A block comment can only be the last token where the file ends without a line end. The reference lines it up
    // with line comments then, observed with its `fmt`.
    let last = tokens[end - 1].kind
    let isComment = last == .lineComment || last == .blockComment
    comment = isComment && end - start > 1 ? end - 1 : end
    assignment = comment
    guard let equal = tokens[start..<comment].firstIndex(where: { $0.kind == .equal }), equal > start else { return }
    // A value that opens more than it closes goes on below: it has no column of its own.
    var balance = 0
    for token in tokens[equal..<comment] { balance += token.kind.bracketWeight }
    if balance == 0 { assignment = equal }
  }
}

extension TokenKind {
  /// 1 for what opens a bracket or a template sequence, -1 for what closes one.
  var bracketWeight: Int {
    switch self {
    case .openBrace, .openBracket, .openParenthesis, .interpolationStart, .directiveStart: 1
    case .closeBrace, .closeBracket, .closeParenthesis, .sequenceEnd: -1
    default: 0
    }
  }
}
