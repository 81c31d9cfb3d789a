/// The lines of a source that a message shows, cut to a width, with the place to underline in cells of a terminal.
struct SourceExcerpt {
  struct Line {
    /// From 1.
    var number: Int
    var text: String
    var markStart: Int
    var markLength: Int
    /// True where lines between this and the one before are left out.
    var isAfterGap = false
  }

  private let source: SourceText
  private let table: LineTable
  private let width: Int

  /// A tab reaches to the next multiple of this. The underline is made of spaces, so the tabs above it must be too.
  private static let tabWidth = 4

  init(_ source: SourceText, _ table: LineTable, width: Int) {
    self.source = source
    self.table = table
    self.width = max(width, 20)
  }

  /// The first line of a range, and the last one where it has several.
  func lines(of range: SourceRange) -> [Line] {
    let first = table.line(at: range.start)
    // A range that ends with a line end ends on that line.
    let last = max(first, table.line(at: range.isEmpty ? range.end : range.end - 1))
    let firstBytes = table.byteRange(ofLine: first)
    var lines = [line(first, min(range.start, firstBytes.upperBound), min(range.end, firstBytes.upperBound))]
    if last > first {
      let bytes = table.byteRange(ofLine: last)
      var start = bytes.lowerBound
      while start < min(range.end, bytes.upperBound), source.bytes[start] == 0x20 || source.bytes[start] == 0x09 {
        start += 1
      }
      // Of the last line nothing but its indentation: no need to show it.
      if start >= min(range.end, bytes.upperBound) { return lines }
      var lastLine = line(last, start, min(range.end, bytes.upperBound))
      lastLine.isAfterGap = last > first + 1
      lines.append(lastLine)
    }
    return lines
  }

  private func line(_ number: Int, _ start: Int, _ end: Int) -> Line {
    let all = table.byteRange(ofLine: number)
    // Of a huge line only what may be shown is looked at. Characters are at most some bytes long; marks without end are
    // nobody's text.
    let from = boundary(max(all.lowerBound, start - width * 4), all)
    let to = boundary(min(all.upperBound, min(end, start + width) + width * 4), all)
    var cells = Cells()
    let stop = max(start, min(end, to))
    cells.add(source.bytes[from..<start])
    let markStart = cells.count
    cells.add(source.bytes[start..<stop])
    let markEnd = cells.count
    cells.add(source.bytes[stop..<max(stop, to)])
    return cut(
      Line(number: number, text: "", markStart: markStart, markLength: max(0, markEnd - markStart)), cells,
      hasBefore: from > all.lowerBound, hasAfter: to < all.upperBound)
  }

  /// The line cut to the width, with `…` where something is left out.
  private func cut(_ line: Line, _ cells: Cells, hasBefore: Bool, hasAfter: Bool) -> Line {
    var line = line
    if cells.count <= width, !hasBefore, !hasAfter {
      line.text = cells.text(0..<cells.count)
      return line
    }
    // A third of the width before the mark, the rest from it on.
    let start = line.markStart < width * 2 / 3 && !hasBefore ? 0 : max(0, line.markStart - width / 3)
    let end = min(cells.count, start + width - 2)
    let cutsBefore = start > 0 || hasBefore
    let cutsAfter = end < cells.count || hasAfter
    line.text = (cutsBefore ? "\u{2026}" : "") + cells.text(start..<end) + (cutsAfter ? "\u{2026}" : "")
    line.markLength = max(0, min(line.markStart + line.markLength, end) - line.markStart)
    line.markStart = max(0, line.markStart - start) + (cutsBefore ? 1 : 0)
    return line
  }

  private func boundary(_ offset: Int, _ line: Range<Int>) -> Int {
    var offset = offset
    while offset > line.lowerBound, offset < line.upperBound, source.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// A line as cells: what each shows. A wide character fills two, the second with nothing.
  private struct Cells {
    private var shown: [String] = []

    var count: Int { shown.count }

    mutating func add(_ bytes: ArraySlice<UInt8>) {
      for character in String(decoding: bytes, as: UTF8.self) {
        if character == "\t" {
          repeat { shown.append(" ") } while shown.count % SourceExcerpt.tabWidth != 0
        } else if let scalar = character.unicodeScalars.first, VisibleText.isHarmful(scalar) {
          if scalar.value == 0xFEFF { continue }
          for shownCharacter in VisibleText.line(String(character)) { shown.append(String(shownCharacter)) }
        } else {
          let cells = VisibleText.cells(of: character)
          if cells == 0, let last = shown.indices.last {
            shown[last].append(character)
          } else {
            shown.append(VisibleText.line(String(character)))
            if cells == 2 { shown.append("") }
          }
        }
      }
    }

    /// The text of some cells, blanks at its end left out.
    func text(_ range: Range<Int>) -> String {
      var end = range.upperBound
      while end > range.lowerBound, shown[end - 1] == " " { end -= 1 }
      return shown[range.lowerBound..<end].joined()
    }
  }
}
