/// The text form of diagnostics: summary, place, excerpt, underline, related places, help; plain or styled.
///
///     error[port-unknown-host-network]: no node network is called "pubilc"
///       --> jobs/lb.nomad.hcl:14:24
///        |
///     14 |         host_network = "pubilc"
///        |                        ^^^^^^^^ 0 of 12 nodes have it
///        = help: did you mean "public"?
///
/// What stands in a source is shown without control characters: a file cannot speak to the terminal.
public struct DiagnosticText: Sendable {
  private var places: SourcePlaces
  private let style: TextStyle
  /// Columns of a line of an excerpt; longer lines are cut around the range.
  private let width: Int

  public init(_ sources: SourceSet, style: TextStyle = .plain, width: Int = 120) {
    places = SourcePlaces(sources)
    self.style = style
    self.width = max(40, width)
  }

  /// One diagnostic, with a line end after its last line.
  public mutating func text(of diagnostic: Diagnostic) -> String {
    let severity = style.severity(diagnostic.severity, "\(diagnostic.severity.rawValue)[\(diagnostic.rule)]")
    var text = severity + style.strong(": " + VisibleText.line(diagnostic.summary)) + "\n"
    let gutter = gutterWidth(of: diagnostic)
    text += excerpt(diagnostic.range, gutter: gutter, annotation: diagnostic.annotation, diagnostic.severity)
    if !diagnostic.detail.isEmpty { text += remark("note", diagnostic.detail, gutter: gutter) }
    if let help = diagnostic.help { text += remark("help", help, gutter: gutter) }
    for related in diagnostic.related {
      text += style.strong("note: " + VisibleText.line(related.message)) + "\n"
      text += excerpt(related.range, gutter: gutter, annotation: "", .info)
    }
    return text
  }

  private mutating func gutterWidth(of diagnostic: Diagnostic) -> Int {
    let ranges = [diagnostic.range] + diagnostic.related.map(\.range)
    return ranges.map { String(places.place(of: $0)?.start.line ?? 1).count }.max() ?? 1
  }

  private func remark(_ kind: String, _ message: String, gutter: Int) -> String {
    let lead = String(repeating: " ", count: gutter + 1) + style.quiet("= ") + style.strong("\(kind): ")
    let further = String(repeating: " ", count: gutter + 3)
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { VisibleText.line(String($0)) }
    return lead + lines.joined(separator: "\n" + further) + "\n"
  }

  /// The line that a range begins on, with the range underlined.
  private mutating func excerpt(
    _ range: SourceRange, gutter: Int, annotation: String, _ severity: Diagnostic.Severity
  ) -> String {
    guard let place = places.place(of: range) else { return "" }
    let blank = String(repeating: " ", count: gutter)
    let number = String(repeating: " ", count: max(0, gutter - String(place.start.line).count)) + "\(place.start.line)"
    let bar = style.quiet("|")
    var text =
      blank + style.quiet("--> ") + "\(VisibleText.line(place.file)):\(place.start.line):\(place.start.column)\n"
    let line = ExcerptLine(places.bytes(ofLine: place.start.line, in: range.source), range, width: width)
    text += "\(blank) \(bar)\n"
    text += "\(style.quiet(number)) \(bar)" + (line.text.isEmpty ? "" : " " + line.text) + "\n"
    let mark = line.underline + (annotation.isEmpty ? "" : " " + VisibleText.line(annotation))
    text += "\(blank) \(bar) \(line.indent)" + style.severity(severity, mark) + "\n"
    return text
  }
}

/// How text is told apart on a terminal: by colour, or not at all.
public enum TextStyle: Sendable, Hashable {
  case plain, coloured

  public func strong(_ text: String) -> String { wrapped(text, "1") }
  public func quiet(_ text: String) -> String { wrapped(text, "34") }
  public func added(_ text: String) -> String { wrapped(text, "32") }
  public func removed(_ text: String) -> String { wrapped(text, "31") }
  public func changed(_ text: String) -> String { wrapped(text, "33") }
  public func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
    wrapped(text, severity == .error ? "1;31" : severity == .warning ? "1;33" : "1;36")
  }

  private func wrapped(_ text: String, _ code: String) -> String {
    self == .plain || text.isEmpty ? text : "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
