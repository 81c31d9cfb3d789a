/// One thing found in a source text: by the parser, the evaluator, the decoder, a rule or the planner.
public struct Diagnostic: Sendable, Hashable {
  /// How grave it is: only errors make a job invalid.
  public enum Severity: String, Sendable, Hashable, Comparable {
    case info, warning, error

    private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
    /// By gravity, errors last.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  /// Another place that belongs to the matter: "first declared here".
  public struct Related: Sendable, Hashable {
    /// What the place has to do with the matter, a few words.
    public var message: String
    /// The place.
    public var range: SourceRange

    /// A place and what it has to do with the matter.
    public init(_ message: String, _ range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  /// How grave it is.
  public var severity: Severity
  /// The stable name of what was found: `schema-unknown-attribute`.
  public var rule: RuleID
  /// One line, lower case at the start unless it starts with a name, no full stop; names in double quotes as written.
  public var summary: String
  /// What was found and what was expected, where the summary does not say it all. May be empty.
  public var detail: String
  /// What to underline; tight.
  public var range: SourceRange
  /// A few words that stand right after the underline: `0 of 12 nodes have it`. May be empty.
  public var annotation: String
  /// Other places that belong to the matter, the most telling first.
  public var related: [Related]
  /// What to do about it, one line: `did you mean "memory"?`
  public var help: String?
  /// Edits, each of which makes the diagnostic go away.
  public var fixes: [Fix]

  /// A finding. Line ends and other control characters in the summary are spelled out.
  public init(
    _ severity: Severity = .error, _ rule: RuleID, _ summary: String, at range: SourceRange, detail: String = "",
    annotation: String = "", related: [Related] = [], help: String? = nil, fixes: [Fix] = []
  ) {
    self.severity = severity
    self.rule = rule
    // Names are quoted as written, and what is written may hold line ends.
    self.summary = Diagnostic.shortened(Diagnostic.spelled(Diagnostic.shortened(summary)))
    self.detail = detail
    self.range = range
    self.annotation = annotation
    self.related = related
    self.help = help.map(Diagnostic.shortened)
    self.fixes = fixes
  }
}

extension Diagnostic {
  /// A message that names something as long as a file, without its middle.
  private static func shortened(_ text: String) -> String {
    guard text.utf8.count > 600 else { return text }
    let (head, tail) = (text.utf8.prefix(300), text.utf8.suffix(200))
    // A character that was cut in two goes too.
    let start = head.lastIndex { $0 & 0xC0 != 0x80 } ?? head.startIndex
    let end = tail.firstIndex { $0 & 0xC0 != 0x80 } ?? tail.endIndex
    return String(text[..<start]) + "…" + String(text[end...])
  }

  /// Order of a report: by place, then severity (errors first), then rule and text, so that equal input gives equal output.
  public static func inSourceOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.range != right.range { return left.range < right.range }
    if left.severity != right.severity { return left.severity > right.severity }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.summary < right.summary
  }
}
