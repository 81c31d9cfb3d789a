/// What a token is. `reference/hcl.md` section 2.
public enum TokenKind: UInt8, Sendable, Hashable, CaseIterable {
  case identifier, number
  case openBrace, closeBrace, openBracket, closeBracket, openParenthesis, closeParenthesis
  case dot, comma, colon, doubleColon, question, ellipsis, equal, arrow
  case equalEqual, notEqual, less, lessEqual, greater, greaterEqual
  case plus, minus, star, slash, percent, bang, andAnd, orOr
  /// `"` before and after a quoted template.
  case openQuote, closeQuote
  /// `<<NAME` or `<<-NAME` with its line end.
  case heredocStart
  /// The end marker of a heredoc: the marker's line from its first blank, without its line end.
  case heredocEnd
  /// Literal text of a quoted template.
  case quotedText
  /// Literal text of a heredoc; each line, with its line end, is one token.
  case heredocText
  /// `${` or `${~`.
  case interpolationStart
  /// `%{` or `%{~`.
  case directiveStart
  /// `}` or `~}` that closes one of the two above.
  case sequenceEnd
  /// `#…` or `//…` with its line end, if there is one.
  case lineComment
  /// `/* … */`.
  case blockComment
  /// `\n` or `\r\n`.
  case newline
  /// EF BB BF at the start of the text.
  case byteOrderMark
  /// A character that HCL has no use for (`&`, `|`, `^`, `~`, `;`, a back quote, an apostrophe, …).
  case invalid
  /// Bytes that are not UTF-8.
  case badEncoding
  case endOfFile
}
