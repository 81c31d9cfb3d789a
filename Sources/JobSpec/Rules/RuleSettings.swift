public import HCLParser

/// What the user wants of the rules: severities by rule, the release the jobs are for.
public struct RuleSettings: Sendable, Hashable {
  /// What becomes of a rule's findings.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    case error, warning, info, off

    /// The severity to report with; nil for off.
    public var severity: Diagnostic.Severity? { Diagnostic.Severity(rawValue: rawValue) }
  }

  /// The release the jobs are meant for; nil where it is not known.
  public var target: NomadRelease?
  private var levels: [RuleID: Level] = [:]

  public init(target: NomadRelease? = nil) { self.target = target }

  /// The level set for a rule, if one is.
  public subscript(rule: RuleID) -> Level? {
    // Asked for each rule and each job, and mostly nothing is set.
    get { levels.isEmpty ? nil : levels[rule] }
    set { levels[rule] = newValue }
  }

  /// Takes over what `other` sets.
  public mutating func override(with other: RuleSettings) {
    target = other.target ?? target
    levels.merge(other.levels) { $1 }
  }

  /// Reads `rule-id=level`, as the `--rule` flag has it; the answer is what is wrong with it, or nil.
  public mutating func set(_ assignment: String) -> String? {
    let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return "\"\(assignment)\" is not of the form ID=LEVEL" }
    guard RuleList.isKnown(RuleID(parts[0])) else {
      let nearest = NameSuggestion.nearest(to: parts[0], among: RuleList.all.map(\.facts.id.name))
      return "no rule is called \"\(parts[0])\"" + (nearest.map { "; did you mean \"\($0)\"?" } ?? "")
    }
    guard let level = Level(rawValue: parts[1]) else {
      return "\"\(parts[1])\" is no level; the levels are \(Level.allCases.map(\.rawValue).joined(separator: ", "))"
    }
    levels[RuleID(parts[0])] = level
    return nil
  }

  /// Gives the findings of reading a file the severities the user wants; errors stay errors.
  func applied(to diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard !levels.isEmpty else { return diagnostics }
    return diagnostics.compactMap { diagnostic in
      guard diagnostic.severity != .error, let level = levels[diagnostic.rule] else { return diagnostic }
      guard let severity = level.severity else { return nil }
      var result = diagnostic
      result.severity = severity
      return result
    }
  }
}
