/// Text between quotes and in heredocs.
extension Lexer {
  /// What encloses the place where the lexer stands.
  struct Frame {
    enum Kind { case quoted, heredoc, sequence }

    var kind: Kind
    /// Of a sequence: how many braces were open when it began. The `}` that finds as many open closes it.
    var braces = 0
    /// Of a heredoc: where its marker is written.
    var marker = 0..<0
    /// Of a heredoc: whether a line that only begins with the marker ends it, because no other line does.
    var endsLoosely = false
  }

  /// What ends a piece of text.
  enum TextEnd { case closed, sequence, fileEnd, lineEnd }

  /// Goes on with the text of the template on top of the stack, until it ends or a sequence begins.
  static func continueTemplate(
    _ bytes: Span<UInt8>, _ index: inout Int, _ table: Span<UInt8>, _ result: inout Result, _ stack: inout [Frame],
    _ braces: inout Int, _ sequenceBraces: inout Int, atLineStart: Bool, recovering: Bool
  ) {
    var atLineStart = atLineStart
    while let frame = stack.last {
      let end =
        frame.kind == .quoted
        ? scanQuoted(bytes, &index, table, &result, recovering: recovering)
        : scanHeredoc(bytes, &index, table, &result, frame, atLineStart: atLineStart)
      switch end {
      case .sequence:
        stack.append(Frame(kind: .sequence, braces: braces))
        sequenceBraces = braces
        return
      case .closed:
        stack.removeLast()
        sequenceBraces = stack.last.map(\.braces) ?? -1
        return
      case .fileEnd: return
      case .lineEnd:
        // A string that nobody closed: all that is open around it was not closed either, except a heredoc.
        unwind(&stack, &braces)
        sequenceBraces = -1
        atLineStart = false
      }
    }
  }

  /// Where an interpolation or directive begins at the `$` or `%` at `index`: after its `${` or `${~`.
  @inline(__always)
  static func sequenceStartEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "{") else { return nil }
    return index + 2 < bytes.count && bytes[index + 2] == UInt8(ascii: "~") ? index + 3 : index + 2
  }

  /// Whether `$${` or `%%{` stands at `index`.
  @inline(__always)
  static func isDoubledMark(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index + 1] == bytes[index] && bytes[index + 2] == UInt8(ascii: "{")
  }

  /// Reads text between quotes from `index` on, to the closing quote or the next sequence, and adds its tokens.
  static func scanQuoted(
    _ bytes: Span<UInt8>, _ index: inout Int, _ table: Span<UInt8>, _ result: inout Result, recovering: Bool
  ) -> TextEnd {
    let start = index
    var notes: Token.Notes = []
    var at = index
    while at < bytes.count {
      let byte = bytes[at]
      if table[Int(byte)] & ByteClass.endsQuotedRun == 0 {
        at += 1
        continue
      }
      switch byte {
      case UInt8(ascii: "\""):
        if at > start { result.tokens.append(Token(.quotedText, start, at, notes)) }
        result.tokens.append(Token(.closeQuote, at, at + 1))
        index = at + 1
        return .closed
      case UInt8(ascii: "\\"):
        notes.insert(.hasBackslash)
        at += 1
        // A line end is none the less a line end.
        if at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
          at = bytes[at] < 0x80 ? at + 1 : characterEnd(bytes, at, &result.badEncoding)
        }
      case UInt8(ascii: "$"), UInt8(ascii: "%"):
        if isDoubledMark(bytes, at) {
          notes.insert(.hasDoubledMark)
          at += 3
        } else if let end = sequenceStartEnd(bytes, at) {
          if at > start { result.tokens.append(Token(.quotedText, start, at, notes)) }
          let kind: TokenKind = byte == UInt8(ascii: "$") ? .interpolationStart : .directiveStart
          result.tokens.append(Token(kind, at, end))
          index = end
          return .sequence
        } else {
          at += 1
        }
      case UInt8(ascii: "\n"):
        result.isBroken = true
        if recovering, looksLikeItem(bytes, at + 1, table) {
          if at > start, bytes[at - 1] == UInt8(ascii: "\r") { at -= 1 }
          if at > start { result.tokens.append(Token(.quotedText, start, at, notes)) }
          index = at
          return .lineEnd
        }
        notes.insert(.hasLineEnd)
        at += 1
      default:
        at = characterEnd(bytes, at, &result.badEncoding)
      }
    }
    if at > start { result.tokens.append(Token(.quotedText, start, at, notes)) }
    index = at
    return .fileEnd
  }

  /// Reads a heredoc's text from `index` on, to its end marker or the next sequence. Each line is a token.
  static func scanHeredoc(
    _ bytes: Span<UInt8>, _ index: inout Int, _ table: Span<UInt8>, _ result: inout Result, _ frame: Frame,
    atLineStart: Bool
  ) -> TextEnd {
    var atLineStart = atLineStart
    while index < bytes.count {
      if atLineStart, let end = markerEnd(bytes, index, frame) {
        result.tokens.append(Token(.heredocEnd, index, end.offset, end.isLoose ? .isIrregular : []))
        index = end.offset
        return .closed
      }
      let start = index
      var at = index
      var notes: Token.Notes = []
      line: while at < bytes.count {
        let byte = bytes[at]
        if table[Int(byte)] & ByteClass.endsHeredocRun == 0 {
          at += 1
          continue
        }
        switch byte {
        case UInt8(ascii: "\n"):
          at += 1
          break line
        case UInt8(ascii: "$"), UInt8(ascii: "%"):
          if isDoubledMark(bytes, at) {
            notes.insert(.hasDoubledMark)
            at += 3
          } else if let end = sequenceStartEnd(bytes, at) {
            if at > start { result.tokens.append(Token(.heredocText, start, at, notes)) }
            let kind: TokenKind = byte == UInt8(ascii: "$") ? .interpolationStart : .directiveStart
            result.tokens.append(Token(kind, at, end))
            index = end
            return .sequence
          } else {
            at += 1
          }
        default:
          at = characterEnd(bytes, at, &result.badEncoding)
        }
      }
      result.tokens.append(Token(.heredocText, start, at, notes))
      index = at
      atLineStart = true
    }
    return .fileEnd
  }

  /// The end of the marker if the line at `index` is the heredoc's last one: the marker between blanks, and a line end.
  ///
  /// A marker that the file ends with is none.
  static func markerEnd(_ bytes: Span<UInt8>, _ index: Int, _ frame: Frame) -> (offset: Int, isLoose: Bool)? {
    var at = index
    while at < bytes.count, isBlankAroundMarker(bytes[at]) { at += 1 }
    guard bytes.count - at > frame.marker.count, bytes[at] == bytes[frame.marker.lowerBound] else { return nil }
    for offset in 1..<max(1, frame.marker.count) where bytes[at + offset] != bytes[frame.marker.lowerBound + offset] {
      return nil
    }
    let end = at + frame.marker.count
    var rest = end
    while rest < bytes.count, isBlankAroundMarker(bytes[rest]) { rest += 1 }
    if rest < bytes.count, bytes[rest] == UInt8(ascii: "\n") {
      // The `\r` before it is part of the line end.
      if rest > end, bytes[rest - 1] == UInt8(ascii: "\r") { rest -= 1 }
      // Only spaces and tabs may lie between two tokens: a stranger blank belongs to the marker's token.
      let lineEnd = rest
      while rest > end, bytes[rest - 1] == UInt8(ascii: " ") || bytes[rest - 1] == UInt8(ascii: "\t") { rest -= 1 }
      // Without the blanks behind it a `\r` would become part of the line end: then they are of the token too.
      if rest > end, rest < lineEnd, bytes[rest - 1] == UInt8(ascii: "\r") { rest = lineEnd }
      return (rest, false)
    }
    guard frame.endsLoosely else { return nil }
    let goesOn =
      end < bytes.count && (bytes[end] >= 0x80 || ByteClass.table[Int(bytes[end])] & ByteClass.identifierPart != 0)
    return goesOn ? nil : (end, true)
  }

  private static func isBlankAroundMarker(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r") || byte == 0x0B
      || byte == 0x0C
  }

  /// The opener of a heredoc that begins with the `<<` at `index`: its end after the line end, and its marker.
  ///
  /// Where `isLoose`, more may follow the marker on its line; the language allows nothing, not even a blank.
  static func heredocOpener(
    _ bytes: Span<UInt8>, _ index: Int, _ table: Span<UInt8>, isLoose: Bool
  ) -> (end: Int, marker: Range<Int>, isRegular: Bool)? {
    var at = index + 2
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    let end = wordEnd(bytes, at, table)
    guard end > at else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { return (end + 1, at..<end, true) }
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") {
      return (end + 2, at..<end, true)
    }
    guard isLoose else { return (end, at..<end, false) }
    var lineEnd = end
    while lineEnd < bytes.count, bytes[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
    return (min(lineEnd + 1, bytes.count), at..<end, false)
  }
}
