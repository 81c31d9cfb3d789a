public import HCLParser

/// Collects what one rule finds.
///
/// The same words at the same place are kept once: a policy of the job is checked once for each group that inherits it.
public struct RuleReporter: Sendable {
  /// The id under which all is reported.
  public let rule: RuleID
  /// The severity of all that is reported: the rule's own, or what the settings want.
  public let severity: Diagnostic.Severity
  /// What was found so far, in the order of finding.
  public private(set) var diagnostics: [Diagnostic] = []
  private var said: Set<Said> = []

  private struct Said: Hashable {
    var summary: String
    var range: SourceRange
  }

  public init(rule: RuleID, severity: Diagnostic.Severity) {
    self.rule = rule
    self.severity = severity
  }

  /// Reports one finding.
  public mutating func callAsFunction(
    _ summary: String, at range: SourceRange, detail: String = "", annotation: String = "",
    related: [Diagnostic.Related] = [], help: String? = nil, fixes: [Fix] = []
  ) {
    guard said.insert(Said(summary: summary, range: range)).inserted else { return }
    diagnostics.append(
      Diagnostic(
        severity, rule, summary, at: range, detail: detail, annotation: annotation, related: related, help: help,
        fixes: fixes))
  }
}

extension RuleReporter {
  /// Reports a word that is none of those known.
  ///
  /// The server compares words as they are written: a runtime reference, or what was meant for a variable, is none of them.
  mutating func unknown(_ word: String, _ kind: String, of known: [String], at range: SourceRange) {
    let nearest = word.isEmpty ? nil : NameSuggestion.nearest(to: word, among: known)
    self(
      word.isEmpty ? "the \(kind) is empty" : "no \(kind) is called \"\(word)\"", at: range,
      detail: (word.isInterpolated ? "The server takes the text as it is written. " : "")
        + (known.count == 1 ? "The only one is \(known.quotedList)." : "Known are \(known.quotedList)."),
      help: nearest.map { "did you mean \"\($0)\"?" })
  }
}
