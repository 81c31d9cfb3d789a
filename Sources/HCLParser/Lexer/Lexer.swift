/// Turns bytes into tokens, in one pass with a stack of modes. Knows nothing of the parser.
///
/// The tokens cover the source: what lies between two neighbours is spaces and tabs, nothing else.
public enum Lexer {
  /// The tokens of a whole text; the last is the end of the file. Neighbours are separated by blanks only.
  public static func tokenize(_ source: SourceText) -> [Token] { run(source.bytes).tokens }

  /// Tokens, and what the parser must know beside them.
  struct Result {
    var tokens: [Token] = []
    /// Where the first bytes stand that are not UTF-8.
    var badEncoding: Int?
    /// True where a string, a heredoc or a sequence is never closed, or a string not on its line.
    var isBroken = false
  }

  static func run(_ source: [UInt8]) -> Result {
    let result = scan(source, recovering: false)
    return result.isBroken ? scan(source, recovering: true) : result
  }

  /// How often a broken file may be searched to its end for the end of one heredoc.
  private static let heredocSearches = 16

  /// The loop. Hot state lives in local variables: a property or a captured variable costs half the speed.
  private static func scan(_ source: [UInt8], recovering: Bool) -> Result {
    let bytes = source.span
    let classes = ByteClass.table
    let table = classes.span
    let count = bytes.count
    var result = Result()
    // Pages that stay untouched cost nothing; growing would copy.
    result.tokens.reservePages(count / 2 + 16)
    var index = 0
    var stack: [Frame] = []
    var braces = 0
    // What `braces` is where a `}` closes the innermost sequence; -1 outside of all.
    var sequenceBraces = -1
    var searchesLeft = heredocSearches
    // No `*/` lies beyond: looked for once, not for each `/*` again.
    var hasNoCommentEnd = false

    if count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      result.tokens.append(Token(.byteOrderMark, 0, 3))
      index = 3
    }

    while index < count {
      let byte = bytes[index]
      let start = index
      index += 1
      let kind: TokenKind
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
        while index < count, table[Int(bytes[index])] & ByteClass.identifierPart != 0 { index += 1 }
        if index < count, bytes[index] >= 0x80 { index = identifierEnd(bytes, index, table) }
        kind = .identifier
      case UInt8(ascii: "\n"): kind = .newline
      case UInt8(ascii: "="):
        let next = index < count ? bytes[index] : 0
        kind = next == UInt8(ascii: "=") ? .equalEqual : next == UInt8(ascii: ">") ? .arrow : .equal
        if kind != .equal { index += 1 }
      case UInt8(ascii: "\""):
        var end = index
        while end < count, table[Int(bytes[end])] & ByteClass.endsQuotedRun == 0 { end += 1 }
        result.tokens.append(Token(.openQuote, start, index))
        if end < count, bytes[end] == UInt8(ascii: "\"") {
          if end > index { result.tokens.append(Token(.quotedText, index, end)) }
          result.tokens.append(Token(.closeQuote, end, end + 1))
          index = end + 1
        } else {
          stack.append(Frame(kind: .quoted))
          continueTemplate(
            bytes, &index, table, &result, &stack, &braces, &sequenceBraces, atLineStart: false, recovering: recovering)
        }
        continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        kind = .number
        index = numberEnd(bytes, index, table)
      case UInt8(ascii: ","): kind = .comma
      case UInt8(ascii: "["): kind = .openBracket
      case UInt8(ascii: "]"): kind = .closeBracket
      case UInt8(ascii: "{"):
        kind = .openBrace
        braces += 1
      case UInt8(ascii: "}"):
        if braces == sequenceBraces {
          result.tokens.append(Token(.sequenceEnd, start, index))
          stack.removeLast()
          continueTemplate(
            bytes, &index, table, &result, &stack, &braces, &sequenceBraces, atLineStart: false, recovering: recovering)
          continue
        }
        kind = .closeBrace
        if braces > 0 { braces -= 1 }
      case UInt8(ascii: "~"):
        if braces == sequenceBraces, index < count, bytes[index] == UInt8(ascii: "}") {
          index += 1
          result.tokens.append(Token(.sequenceEnd, start, index))
          stack.removeLast()
          continueTemplate(
            bytes, &index, table, &result, &stack, &braces, &sequenceBraces, atLineStart: false, recovering: recovering)
          continue
        }
        kind = .invalid
      case UInt8(ascii: "#"):
        kind = .lineComment
        index = lineCommentEnd(bytes, index, table, &result.badEncoding)
      case UInt8(ascii: "/"):
        if index < count, bytes[index] == UInt8(ascii: "/") {
          kind = .lineComment
          index = lineCommentEnd(bytes, index, table, &result.badEncoding)
        } else if index < count, bytes[index] == UInt8(ascii: "*"), !hasNoCommentEnd,
          let end = blockCommentEnd(bytes, index + 1, &result.badEncoding, &hasNoCommentEnd)
        {
          kind = .blockComment
          index = end
        } else {
          kind = .slash
        }
      case UInt8(ascii: "<"):
        if index < count, bytes[index] == UInt8(ascii: "<"),
          let opener = heredocOpener(bytes, start, table, isLoose: recovering && searchesLeft > 0)
        {
          var frame = Frame(kind: .heredoc, marker: opener.marker)
          var isAccepted = opener.isRegular
          if recovering, searchesLeft > 0 {
            searchesLeft -= 1
            let hasEnd = hasEndMarker(bytes, opener.end, frame)
            frame.endsLoosely = !hasEnd
            isAccepted = isAccepted || hasEnd
          }
          // `<` never follows `<` in a good file: an opener with more on its line is a mistake.
          if !opener.isRegular { result.isBroken = true }
          if isAccepted {
            index = opener.end
            result.tokens.append(Token(.heredocStart, start, index, opener.isRegular ? [] : .isIrregular))
            stack.append(frame)
            continueTemplate(
              bytes, &index, table, &result, &stack, &braces, &sequenceBraces, atLineStart: true,
              recovering: recovering)
            continue
          }
        }
        kind = index < count && bytes[index] == UInt8(ascii: "=") ? .lessEqual : .less
        if kind == .lessEqual { index += 1 }
      case UInt8(ascii: "\r"):
        kind = index < count && bytes[index] == UInt8(ascii: "\n") ? .newline : .invalid
        if kind == .newline { index += 1 }
      case 0x80...:
        index = start
        kind = beyondASCII(bytes, &index, table, &result.badEncoding)
      default: kind = punctuation(byte, bytes, &index)
      }
      result.tokens.append(Token(kind, start, index))
      if recovering, kind == .newline || kind == .lineComment, sequenceBraces == braces,
        leavesSequence(bytes, index, table, stack)
      {
        unwind(&stack, &braces)
        sequenceBraces = -1
        if stack.isEmpty { continue }
        continueTemplate(
          bytes, &index, table, &result, &stack, &braces, &sequenceBraces, atLineStart: true, recovering: recovering)
      }
    }
    if !stack.isEmpty { result.isBroken = true }
    result.tokens.append(Token(.endOfFile, count, count))
    return result
  }
}
