/// What a byte means to the lexer's inner loops: one table of bit sets, so that each loop asks one bit.
enum ByteClass {
  static let identifierStart: UInt8 = 1
  static let identifierPart: UInt8 = 2
  static let digit: UInt8 = 4
  /// Ends a run of plain text between quotes.
  static let endsQuotedRun: UInt8 = 8
  /// Ends a run of plain text in a heredoc.
  static let endsHeredocRun: UInt8 = 16
  /// Ends a run of plain text in a comment.
  static let endsCommentRun: UInt8 = 32

  static let table: [UInt8] = (0...255).map { (number: Int) -> UInt8 in
    let byte = UInt8(number)
    var bits: UInt8 = 0
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
      bits = identifierStart | identifierPart
    case UInt8(ascii: "0")...UInt8(ascii: "9"): bits = identifierPart | digit
    case UInt8(ascii: "-"): bits = identifierPart
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bits = endsQuotedRun
    case UInt8(ascii: "$"), UInt8(ascii: "%"): bits = endsQuotedRun | endsHeredocRun
    case UInt8(ascii: "\n"), 0x80...: bits = endsQuotedRun | endsHeredocRun | endsCommentRun
    default: break
    }
    return bits
  }
}
