/// Guesses for texts that are broken anyway: where a string that nobody closed was meant to end.
///
/// The first pass over a file follows the language to the letter. Only where that pass finds a string, heredoc or sequence
/// left open does a second one ask these, so that one forgotten quote does not swallow the rest of the file.
extension Lexer {
  /// Whether the line at `index` reads like an item of a body (`name =`, `name {`, `name "label" {`) or closes a block.
  static func looksLikeItem(_ bytes: Span<UInt8>, _ index: Int, _ table: Span<UInt8>) -> Bool {
    var at = index
    // Comments say nothing either way: the line after a few of them decides.
    for _ in 0..<4 {
      while at < bytes.count, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t") { at += 1 }
      guard at < bytes.count, bytes[at] == UInt8(ascii: "#") else { break }
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      at += 1
    }
    guard at < bytes.count, bytes[at] != UInt8(ascii: "}") else { return true }
    let end = wordEnd(bytes, at, table)
    guard end > at else { return false }
    at = end
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t") { at += 1 }
    guard at < bytes.count else { return false }
    switch bytes[at] {
    case UInt8(ascii: "="):
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      return next != UInt8(ascii: "=") && next != UInt8(ascii: ">") && next != UInt8(ascii: "~")
    case UInt8(ascii: "{"), UInt8(ascii: "\""):
      var last: UInt8 = 0
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") {
        if bytes[at] > 0x20 { last = bytes[at] }
        at += 1
      }
      return last == UInt8(ascii: "{")
    default: return false
    }
  }

  /// Whether some line from `index` on ends the heredoc as the language wants it.
  static func hasEndMarker(_ bytes: Span<UInt8>, _ index: Int, _ frame: Frame) -> Bool {
    var at = index
    while at < bytes.count {
      if markerEnd(bytes, at, frame) != nil { return true }
      while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
      at += 1
    }
    return false
  }

  /// Whether the sequence on top of the stack was meant to end before the line at `index`: the line that ends the heredoc
  /// around it, or, in a quoted string, a line that can only be an item of a body.
  static func leavesSequence(_ bytes: Span<UInt8>, _ index: Int, _ table: Span<UInt8>, _ stack: [Frame]) -> Bool {
    guard stack.count >= 2 else { return false }
    let around = stack[stack.count - 2]
    if around.kind == .heredoc { return markerEnd(bytes, index, around) != nil }
    guard looksLikeItem(bytes, index, table) else { return false }
    var at = index
    while at < bytes.count, bytes[at] == UInt8(ascii: " ") || bytes[at] == UInt8(ascii: "\t") { at += 1 }
    // A brace of its own line may well close the sequence.
    return at < bytes.count && bytes[at] != UInt8(ascii: "}")
  }

  /// Takes all from the stack up to the innermost heredoc, and forgets the braces opened since.
  static func unwind(_ stack: inout [Frame], _ braces: inout Int) {
    while let frame = stack.last, frame.kind != .heredoc {
      if frame.kind == .sequence { braces = frame.braces }
      stack.removeLast()
    }
  }
}
