/// Identifiers, numbers, comments: where each of them ends.
extension Lexer {
  /// The end of the identifier that reaches to `index` and goes on with something beyond ASCII, if it is part of it.
  static func identifierEnd(_ bytes: Span<UInt8>, _ index: Int, _ table: Span<UInt8>) -> Int {
    var index = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        guard table[Int(byte)] & ByteClass.identifierPart != 0 else { break }
        index += 1
      } else {
        guard let (scalar, length) = bytes.scalar(at: index), IdentifierCharacters.isContinue(scalar) else { break }
        index += length
      }
    }
    return index
  }

  /// The end of the identifier that begins at `index`; `index` itself where none does.
  static func wordEnd(_ bytes: Span<UInt8>, _ index: Int, _ table: Span<UInt8>) -> Int {
    guard index < bytes.count, let (scalar, length) = bytes.scalar(at: index), IdentifierCharacters.isStart(scalar)
    else { return index }
    return identifierEnd(bytes, index + length, table)
  }

  /// The end of the number whose first digit stands before `index`: digits, points, and `e` with a sign or digit after it.
  ///
  /// A number never ends in a point: `1.` is a number and a dot, `1...` a number and an ellipsis. `1..2` is one token,
  /// and no number.
  static func numberEnd(_ bytes: Span<UInt8>, _ index: Int, _ table: Span<UInt8>) -> Int {
    var index = index
    // The end of the longest number so far.
    var end = index
    while index < bytes.count {
      let byte = bytes[index]
      if table[Int(byte)] & ByteClass.digit != 0 {
        index += 1
        end = index
      } else if byte == UInt8(ascii: ".") {
        index += 1
      } else if byte | 0x20 == UInt8(ascii: "e") {
        var next = index + 1
        if next < bytes.count, bytes[next] == UInt8(ascii: "+") || bytes[next] == UInt8(ascii: "-") { next += 1 }
        guard next < bytes.count, table[Int(bytes[next])] & ByteClass.digit != 0 else { break }
        index = next
      } else {
        break
      }
    }
    return end
  }

  /// The end of a comment that reaches to the end of its line, line end included.
  static func lineCommentEnd(
    _ bytes: Span<UInt8>, _ index: Int, _ table: Span<UInt8>, _ badEncoding: inout Int?
  ) -> Int {
    var index = index
    while index < bytes.count {
      let byte = bytes[index]
      if table[Int(byte)] & ByteClass.endsCommentRun == 0 {
        index += 1
      } else if byte == UInt8(ascii: "\n") {
        return index + 1
      } else {
        index = characterEnd(bytes, index, &badEncoding)
      }
    }
    return index
  }

  /// The end of a `/* … */` whose first star stands before `index`; nil where it is never closed.
  /// Then `isNeverClosed` is set: no other one is closed either, and the rest need not be searched again.
  static func blockCommentEnd(
    _ bytes: Span<UInt8>, _ index: Int, _ badEncoding: inout Int?, _ isNeverClosed: inout Bool
  ) -> Int? {
    var index = index
    while index + 1 < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "*"), bytes[index + 1] == UInt8(ascii: "/") { return index + 2 }
      index = byte < 0x80 ? index + 1 : characterEnd(bytes, index, &badEncoding)
    }
    isNeverClosed = true
    return nil
  }

  /// The end of the character at `index`; notes the first one that is not UTF-8 and steps over its first byte.
  static func characterEnd(_ bytes: Span<UInt8>, _ index: Int, _ badEncoding: inout Int?) -> Int {
    if let (_, length) = bytes.scalar(at: index) { return index + length }
    badEncoding = min(badEncoding ?? index, index)
    return index + 1
  }

  /// The token that begins with a character beyond ASCII: an identifier, an invalid character, or a run of bytes that are
  /// no characters at all.
  static func beyondASCII(
    _ bytes: Span<UInt8>, _ index: inout Int, _ table: Span<UInt8>, _ badEncoding: inout Int?
  ) -> TokenKind {
    guard let (scalar, length) = bytes.scalar(at: index) else {
      badEncoding = min(badEncoding ?? index, index)
      while index < bytes.count, bytes[index] >= 0x80, bytes.scalar(at: index) == nil { index += 1 }
      return .badEncoding
    }
    index += length
    guard IdentifierCharacters.isStart(scalar) else { return .invalid }
    index = identifierEnd(bytes, index, table)
    return .identifier
  }

  /// The token that begins with a punctuation mark that stands before `index`.
  @inline(__always)
  static func punctuation(_ byte: UInt8, _ bytes: Span<UInt8>, _ index: inout Int) -> TokenKind {
    let next = index < bytes.count ? bytes[index] : 0
    let double: TokenKind?
    switch byte {
    case UInt8(ascii: "."):
      if next == UInt8(ascii: "."), index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ".") {
        index += 2
        return .ellipsis
      }
      return .dot
    case UInt8(ascii: "("): return .openParenthesis
    case UInt8(ascii: ")"): return .closeParenthesis
    case UInt8(ascii: "?"): return .question
    case UInt8(ascii: "+"): return .plus
    case UInt8(ascii: "-"): return .minus
    case UInt8(ascii: "*"): return .star
    case UInt8(ascii: "%"): return .percent
    case UInt8(ascii: ":"): double = next == UInt8(ascii: ":") ? .doubleColon : nil
    case UInt8(ascii: "!"): double = next == UInt8(ascii: "=") ? .notEqual : nil
    case UInt8(ascii: ">"): double = next == UInt8(ascii: "=") ? .greaterEqual : nil
    case UInt8(ascii: "&"): double = next == UInt8(ascii: "&") ? .andAnd : nil
    case UInt8(ascii: "|"): double = next == UInt8(ascii: "|") ? .orOr : nil
    default: return .invalid
    }
    if let double {
      index += 1
      return double
    }
    switch byte {
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: "!"): return .bang
    case UInt8(ascii: ">"): return .greater
    default: return .invalid
    }
  }
}
