import HCLParser

/// The blanks wanted before each token, held against those that stand there: edits of the gaps, and of nothing else.
///
/// A byte order mark counts as part of the gap before the first token, and goes.
struct GapEdits {
  let source: SourceText
  let tokens: [Token]
  /// By token number.
  let blanks: [Int]

  /// Calls `edit` for each gap that is not as wanted, in the order of the source.
  func visit(_ edit: (_ gap: Range<Int>, _ blanks: Int) -> Void) {
    var gapStart = 0
    var blanksStart = 0
    for (number, token) in tokens.enumerated() {
      if number == 0, token.kind == .byteOrderMark {
        blanksStart = token.end
        continue
      }
      // Blanks at the very end of a file keep their number, as in the reference; a tab among them becomes a space.
      let wanted = token.kind == .endOfFile ? token.start - blanksStart : blanks[number]
      if !isAsWanted(gapStart..<token.start, wanted) { edit(gapStart..<token.start, wanted) }
      gapStart = token.end
      blanksStart = token.end
    }
  }

  private func isAsWanted(_ gap: Range<Int>, _ blanks: Int) -> Bool {
    guard gap.count == blanks else { return false }
    for offset in gap where source.bytes[offset] != UInt8(ascii: " ") { return false }
    return true
  }

  var textEdits: [TextEdit] {
    var edits: [TextEdit] = []
    visit { gap, blanks in
      edits.append(
        TextEdit(
          SourceRange(gap.lowerBound, gap.upperBound, source: source.id), String(repeating: " ", count: blanks)))
    }
    return edits
  }

  /// The whole text with the gaps as wanted.
  var applied: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.count &+ source.count / 8)
    var copied = 0
    visit { gap, blanks in
      result += source.bytes[copied..<gap.lowerBound]
      result += repeatElement(UInt8(ascii: " "), count: blanks)
      copied = gap.upperBound
    }
    result += source.bytes[copied...]
    return result
  }
}
