/// The text form of diagnostics: summary, place, excerpt with the range underlined, related places, detail, help.
///
/// ```
/// error[schema-unknown-attribute]: "resources" has no attribute "memmory"
///   --> web.nomad.hcl:14:7
///    |
/// 14 |       memmory = 512
///    |       ^^^^^^^
///    = help: did you mean "memory"?
/// ```
public struct DiagnosticText: Sendable {
  private let sources: SourceSet
  private let style: TextStyle
  private let width: Int
  private var tables: [SourceID: LineTable] = [:]

  /// A renderer for diagnostics of these texts. Excerpts are cut to `width` cells of a terminal.
  public init(_ sources: SourceSet, style: TextStyle = .plain, width: Int = 120) {
    self.sources = sources
    self.style = style
    self.width = max(width, 40)
  }

  /// The text of one diagnostic, with a line end after its last line.
  public mutating func text(of diagnostic: Diagnostic) -> String {
    let ranges = [diagnostic.range] + diagnostic.related.map(\.range)
    let numbers = ranges.map { range in table(of: range.source)?.line(at: range.end) ?? 1 }
    let gutter = String(numbers.max() ?? 1).utf8.count
    let margin = String(repeating: " ", count: gutter)
    let style = style

    var text = style.severity(diagnostic.severity, "\(diagnostic.severity.rawValue)[\(diagnostic.rule)]")
    text += style.strong(": \(VisibleText.line(diagnostic.summary))") + "\n"
    text += excerpt(of: diagnostic.range, arrow: "-->", gutter: gutter) { marks in
      let words = diagnostic.annotation.isEmpty ? "" : " " + VisibleText.line(diagnostic.annotation)
      return style.severity(diagnostic.severity, String(repeating: "^", count: marks) + words)
    }
    for related in diagnostic.related {
      // On the line that is shown already, its marks alone will do.
      if let marks = marksBelow(diagnostic.range, for: related, gutter: gutter) {
        text += marks
        continue
      }
      text += excerpt(of: related.range, arrow: ":::", gutter: gutter) { marks in
        style.quiet(String(repeating: "-", count: marks) + " " + VisibleText.line(related.message))
      }
    }
    if !diagnostic.detail.isEmpty { text += footer("note", diagnostic.detail, margin) }
    if let help = diagnostic.help { text += footer("help", help, margin) }
    return text
  }

  /// The texts of several diagnostics, an empty line between them.
  public mutating func text(of diagnostics: [Diagnostic]) -> String {
    var text = ""
    for diagnostic in diagnostics {
      if !text.isEmpty { text += "\n" }
      text += self.text(of: diagnostic)
    }
    return text
  }

  private mutating func table(of id: SourceID) -> LineTable? {
    if let table = tables[id] { return table }
    guard let source = sources[id] else { return nil }
    let table = source.makeLineTable()
    tables[id] = table
    return table
  }

  /// Where a range stands, and its lines with marks below them. `finished` makes the last marks of so many.
  private mutating func excerpt(
    of range: SourceRange, arrow: String, gutter: Int, finished: (Int) -> String
  ) -> String {
    guard let source = sources[range.source], let table = table(of: range.source) else { return "" }
    let margin = String(repeating: " ", count: gutter)
    let bar = style.quiet("|")
    let position = table.position(at: min(range.start, source.count))
    var text = "\(margin)\(style.quiet(arrow)) \(VisibleText.line(source.name)):\(position.line):\(position.column)\n"
    text += "\(margin) \(bar)\n"
    let lines = SourceExcerpt(source, table, width: width - gutter - 3).lines(of: range)
    for (index, line) in lines.enumerated() {
      if line.isAfterGap { text += style.quiet("...") + "\n" }
      let number = String(line.number)
      text += String(repeating: " ", count: max(0, gutter - number.utf8.count)) + style.quiet(number)
      text += " \(bar)\(line.text.isEmpty ? "" : " \(line.text)")\n"
      let marks = max(1, line.markLength)
      let isLast = index == lines.count - 1
      text += "\(margin) \(bar) " + String(repeating: " ", count: line.markStart)
      text += (isLast ? finished(marks) : style.quiet(String(repeating: "^", count: marks))) + "\n"
    }
    return text
  }

  /// The marks of a related place on the line of the range, if that line is shown whole; else nil.
  private mutating func marksBelow(
    _ range: SourceRange, for related: Diagnostic.Related, gutter: Int
  ) -> String? {
    guard range.source == related.range.source, let source = sources[range.source], let table = table(of: range.source)
    else { return nil }
    let number = table.line(at: range.start)
    guard table.byteRange(ofLine: number).count <= width / 2 else { return nil }
    let excerpt = SourceExcerpt(source, table, width: width - gutter - 3)
    let lines = excerpt.lines(of: related.range)
    guard lines.count == 1, lines[0].number == number, excerpt.lines(of: range).count == 1 else { return nil }
    let indent = String(repeating: " ", count: gutter) + " \(style.quiet("|")) "
    let marks = String(repeating: "-", count: max(1, lines[0].markLength)) + " " + VisibleText.line(related.message)
    return indent + String(repeating: " ", count: lines[0].markStart) + style.quiet(marks) + "\n"
  }

  private func footer(_ name: String, _ words: String, _ margin: String) -> String {
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.line(String($0)) }
    let indent = "\n\(margin)   " + String(repeating: " ", count: name.utf8.count + 2)
    return "\(margin) \(style.quiet("=")) \(style.strong(name + ":")) \(lines.joined(separator: indent))\n"
  }
}
