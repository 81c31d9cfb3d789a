/// Where the parser stands among the tokens. Block comments are passed over; line ends where a bracket is open.
///
/// It stands on a token that counts, at the end on the end of the file, and never beyond.
struct TokenCursor {
  let tokens: [Token]
  /// The number of the current token.
  private(set) var position = 0
  /// What the current token counts as: a line comment ends its line, so it counts as a line end.
  private(set) var kind = TokenKind.endOfFile
  /// The number after the last token taken: where a node that ends here ends.
  private(set) var lastEnd = 0
  /// Whether line ends are mere blanks here.
  private(set) var ignoresNewlines = false

  init(_ tokens: [Token], ignoresNewlines: Bool) {
    self.tokens = tokens
    self.ignoresNewlines = ignoresNewlines
    settle()
  }

  var token: Token { tokens[position] }

  /// Takes the current token.
  mutating func advance() {
    if kind == .endOfFile { return }
    position &+= 1
    lastEnd = position
    settle()
  }

  /// Takes the current token, an opening bracket or the like. Beyond it line ends count or not, as told.
  /// Returns what was in force before, for `leave`.
  mutating func enter(ignoringNewlines ignores: Bool) -> Bool {
    let outer = ignoresNewlines
    ignoresNewlines = ignores
    advance()
    return outer
  }

  /// From the current token on line ends are mere blanks.
  mutating func ignoreNewlines() {
    ignoresNewlines = true
    settle()
  }

  /// Takes the current token, a closing bracket; what lies beyond is outside.
  mutating func leave(to outer: Bool) {
    ignoresNewlines = outer
    advance()
  }

  /// Leaves without a closing bracket: a line end passed over since the last token taken counts again.
  mutating func abandon(to outer: Bool) {
    ignoresNewlines = outer
    if outer { return }
    position = lastEnd
    settle()
  }

  /// Leaves without a closing bracket, and stays where it is.
  mutating func stay(to outer: Bool) { ignoresNewlines = outer }

  /// Stands on the token `number`, which is not before the current one.
  mutating func move(to number: Int) {
    position = min(number, tokens.count - 1)
    lastEnd = position
    settle()
  }

  /// The kind of the token after the current one, comments passed over, and line ends too if `acrossLines`.
  func following(acrossLines: Bool? = nil) -> TokenKind {
    kind == .endOfFile ? .endOfFile : tokens[significant(from: position + 1, acrossLines: acrossLines)].kind
  }

  /// The number of the first token from `number` on that counts.
  func significant(from number: Int, acrossLines: Bool? = nil) -> Int {
    let acrossLines = acrossLines ?? ignoresNewlines
    var number = number
    while number < tokens.count - 1 {
      switch tokens[number].kind {
      case .blockComment, .byteOrderMark: number += 1
      case .newline, .lineComment:
        guard acrossLines else { return number }
        number += 1
      default: return number
      }
    }
    return number
  }

  @inline(__always)
  private mutating func settle() {
    while true {
      let kind = tokens[position].kind
      switch kind {
      case .newline, .lineComment:
        if ignoresNewlines { break }
        self.kind = .newline
        return
      case .blockComment, .byteOrderMark: break
      default:
        self.kind = kind
        return
      }
      position &+= 1
    }
  }
}
