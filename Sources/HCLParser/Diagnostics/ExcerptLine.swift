/// One line of a source as an excerpt shows it, and the marks below it: cut to a width, without control characters,
/// each mark under its character.
struct ExcerptLine {
  private(set) var text = ""
  /// What stands left of the underline.
  private(set) var indent = ""
  private(set) var underline = ""

  /// `line` holds offsets of the source and its bytes; `range` begins in it.
  init(_ line: (range: Range<Int>, bytes: ArraySlice<UInt8>), _ range: SourceRange, width: Int) {
    let start = min(max(range.start, line.range.lowerBound), line.range.upperBound)
    let end = min(max(range.end, start), line.range.upperBound)
    let window = Self.window(line.range, start, end, width: width)

    // Decoded in three parts: the range keeps its place even where bytes before it are no UTF-8.
    text = window.lowerBound > line.range.lowerBound ? "…" : ""
    indent = text.isEmpty ? "" : " "
    for character in String(decoding: line.bytes[window.lowerBound..<start], as: UTF8.self) {
      let shown = VisibleText.character(character)
      text += shown
      // A tab stays a tab, so that the mark stands right however wide the terminal makes it.
      indent += shown == "\t" ? "\t" : String(repeating: " ", count: VisibleText.cells(shown))
    }
    var marks = 0
    let markedEnd = min(end, window.upperBound)
    for character in String(decoding: line.bytes[start..<markedEnd], as: UTF8.self) {
      let shown = VisibleText.character(character)
      text += shown
      marks += VisibleText.cells(shown)
    }
    text += String(decoding: line.bytes[markedEnd..<window.upperBound], as: UTF8.self).map(VisibleText.character)
      .joined()
    if window.upperBound < line.range.upperBound { text += "…" }
    underline = String(repeating: "^", count: max(1, marks))
    while text.last == " " || text.last == "\t" { text.removeLast() }
  }

  /// The part of a line that is shown: the range with what stands around it, at most `width` bytes of it.
  private static func window(_ line: Range<Int>, _ start: Int, _ end: Int, width: Int) -> Range<Int> {
    guard line.count > width else { return line }
    let shown = min(end - start, width)
    let before = min(start - line.lowerBound, max(0, width - shown) / 2)
    let lower = start - before
    return lower..<min(line.upperBound, lower + width)
  }
}

/// Text of others made fit to be shown.
public enum VisibleText {
  /// A text on one line, with control characters replaced.
  public static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    return text.map { character($0) }.joined()
  }

  /// A character, or what stands for it where it cannot be seen. Tabs stay.
  static func character(_ character: Character) -> String {
    guard character.unicodeScalars.contains(where: isHidden) else { return String(character) }
    return character.unicodeScalars.map { scalar -> String in
      if !isHidden(scalar) { return String(scalar) }
      return scalar == "\n" || scalar == "\r" ? " " : "\u{FFFD}"
    }.joined()
  }

  /// Controls, and the marks that turn the direction of writing: they could make a text look like another.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// The cells of a terminal that a character takes, near enough: East Asian wide characters and emoji take two.
  static func cells(_ character: String) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
