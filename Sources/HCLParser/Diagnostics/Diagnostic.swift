/// One thing found in a source text: by the parser, the evaluator, the decoder, a rule or the planner.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable, Hashable, Comparable {
    case info, warning, error

    private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  /// Another place that belongs to the matter: "first declared here".
  public struct Related: Sendable, Hashable {
    public var message: String
    public var range: SourceRange

    public init(_ message: String, _ range: SourceRange) {
      self.message = message
      self.range = range
    }
  }

  public var severity: Severity
  public var rule: RuleID
  /// One line, lower case at the start unless it starts with a name, no full stop; names in double quotes as written.
  public var summary: String
  /// What was found and what was expected, where the summary does not say it all. May be empty.
  public var detail: String
  /// What to underline; tight.
  public var range: SourceRange
  /// A few words that stand right after the underline: `0 of 12 nodes have it`. May be empty.
  public var annotation: String
  public var related: [Related]
  /// What to do about it, one line: `did you mean "memory"?`
  public var help: String?
  public var fixes: [Fix]

  public init(
    _ severity: Severity = .error, _ rule: RuleID, _ summary: String, at range: SourceRange, detail: String = "",
    annotation: String = "", related: [Related] = [], help: String? = nil, fixes: [Fix] = []
  ) {
    self.severity = severity
    self.rule = rule
    // Names are quoted as written, and what is written may hold line ends.
    self.summary = Diagnostic.spelled(summary)
    self.detail = detail
    self.range = range
    self.annotation = annotation
    self.related = related
    self.help = help
    self.fixes = fixes
  }
}

extension Diagnostic {
  /// Order of a report: by place, then severity (errors first), then rule and text, so that equal input gives equal output.
  public static func inSourceOrder(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.range != right.range { return left.range < right.range }
    if left.severity != right.severity { return left.severity > right.severity }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.summary < right.summary
  }
}
