public import HCLParser

extension SyntaxTree {
  /// The edits that bring the text into canonical layout, in the order of the source; nil where the tree has errors.
  ///
  /// Only the number of blanks before tokens changes: line ends, comments and the tokens themselves stay as they are,
  /// so that layout cannot change what a file means. An edit is there only where something changes.
  public func formattingEdits() -> [TextEdit]? { gapEdits?.textEdits }

  /// The edits of the lines that `range` touches. They are those of the whole text, so that applying them line by line
  /// and applying them at once gives the same.
  public func formattingEdits(in range: SourceRange) -> [TextEdit]? {
    guard let edits = formattingEdits() else { return nil }
    let isLineEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") }
    let start = min(range.start, source.count)
    let end = max(start, min(range.end, source.count))
    let first = source.bytes[..<start].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
    // A range that ends where a line begins does not touch that line.
    let last = end > start && isLineEnd(source.bytes[end - 1]) ? end - 1 : end
    let limit = source.bytes[last...].firstIndex(where: isLineEnd) ?? source.count
    return edits.filter { first <= $0.range.start && $0.range.end <= limit }
  }

  /// The text in canonical layout; nil where the tree has errors.
  public func formatted() -> [UInt8]? { gapEdits?.applied }

  /// True where the text is in canonical layout already; false where the tree has errors.
  public var isFormatted: Bool {
    guard let edits = gapEdits else { return false }
    var isSame = true
    edits.visit { _, _ in isSame = false }
    return isSame
  }

  private var gapEdits: GapEdits? {
    // The layout of a broken file would be a guess.
    hasErrors ? nil : GapEdits(source: source, tokens: tokens, blanks: TokenLayout.blanks(tokens, of: source))
  }
}

/// The canonical layout of a list of tokens.
enum TokenLayout {
  /// The blanks wanted before each token.
  static func blanks(_ tokens: [Token], of source: SourceText) -> [Int] {
    let lines = FormatLine.split(tokens, of: source)
    var blanks = [Int](repeating: 0, count: tokens.count)
    var indentation = IndentPass()
    for line in lines {
      setSpacing(line.start..<line.assignment, tokens, source, &blanks)
      setSpacing(line.assignment..<line.comment, tokens, source, &blanks)
      blanks[line.start] = indentation.indent(line, tokens)
    }
    let columns = ColumnPass(source: source, tokens: tokens)
    columns.alignAssignments(lines, &blanks)
    columns.alignComments(lines, &blanks)
    return blanks
  }

  private static func setSpacing(
    _ cell: Range<Int>, _ tokens: [Token], _ source: SourceText, _ blanks: inout [Int]
  ) {
    guard cell.count > 1 else { return }
    for number in (cell.lowerBound + 1)..<cell.upperBound {
      let left = tokens[number - 1]
      let before = number - 1 > cell.lowerBound ? tokens[number - 2].kind : nil
      let isIn =
        left.kind == .identifier && left.count == 2 && source.bytes[left.start..<left.end].elementsEqual(inWord)
      let isApart =
        SpacingPass.areApart(before, left.kind, tokens[number].kind, leftIsIn: isIn)
        || wouldGoOnANumber(tokens, number, source)
      blanks[number] = isApart ? 1 : 0
    }
  }

  /// Whether a dot behind a number would become part of it if it touched it, since a number or an exponent follows: as
  /// in `a.0 .1` and `a.0 .e2`. The reference lets it, and breaks the file.
  private static func wouldGoOnANumber(_ tokens: [Token], _ number: Int, _ source: SourceText) -> Bool {
    guard tokens[number].kind == .dot, tokens[number - 1].kind == .number, number + 1 < tokens.count else {
      return false
    }
    let next = tokens[number + 1]
    if next.kind == .number { return true }
    guard next.kind == .identifier else { return false }
    let word = source.bytes[next.start..<next.end]
    guard let first = word.first, first | 0x20 == UInt8(ascii: "e") else { return false }
    var digits = word.dropFirst()
    if digits.first == UInt8(ascii: "-") { digits = digits.dropFirst() }
    return digits.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  private static let inWord = Array("in".utf8)
}
