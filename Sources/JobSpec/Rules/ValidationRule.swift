public import HCLParser

/// One thing that can be wrong with a job.
///
/// A rule looks and reports; it changes nothing, and is silent about what it cannot judge: values that could not be
/// decoded, and texts with a runtime reference in them.
public protocol ValidationRule: Sendable {
  /// What is to be said of the rule itself: in lists, on its page, in `explain`.
  var facts: RuleFacts { get }
  /// Looks at the job as a whole. Once for each job.
  func check(_ checked: CheckedJob, _ report: inout RuleReporter)
  /// Looks at groups one by one. Several times for a large job, each time with other groups: what is found in a group
  /// may depend on that group and on the job's own attributes only.
  func check(_ checked: CheckedGroups, _ report: inout RuleReporter)
}

extension ValidationRule {
  /// Finds nothing: most rules look at groups.
  public func check(_ checked: CheckedJob, _ report: inout RuleReporter) {}
  /// Finds nothing: some rules look at the job as a whole.
  public func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {}
}

/// Whose judgement a rule is.
public enum RuleKind: String, Sendable, Hashable {
  /// The server refuses the job, or warns of it itself.
  case server
  /// The server takes the job, and it probably does not do what was meant.
  case advice
}

/// What is to be said of a rule.
public struct RuleFacts: Sendable {
  /// Subject first, then the fault: `port-unknown-label`. Never changes its meaning.
  public var id: RuleID
  /// Whose judgement it is; advice speaks only where it is asked for.
  public var kind: RuleKind
  /// The severity unless settings say otherwise.
  public var severity: Diagnostic.Severity
  /// What the rule finds, one line, lower case at the start, no full stop.
  public var summary: String
  /// Why it matters, in whole sentences.
  public var explanation: String
  /// A file in which the rule finds something.
  public var failing: RuleExample
  /// The same file as it should be.
  public var passing: RuleExample
  /// The numbers of the reference's validation rules that this one answers for.
  public var covers: [Int]
  /// The releases that have the rule; nil where that is not limited.
  public var since: NomadRelease?
  /// The first release that no longer has the rule; nil where all later ones have it.
  public var until: NomadRelease?
  /// Whether the rule speaks only where a target release is named.
  public var needsTarget: Bool

  public init(
    _ id: RuleID, _ kind: RuleKind, _ severity: Diagnostic.Severity = .error, covers: [Int] = [],
    since: NomadRelease? = nil, until: NomadRelease? = nil, needsTarget: Bool = false, finds summary: String,
    because explanation: String, failing: RuleExample, passing: RuleExample
  ) {
    self.id = id
    self.kind = kind
    self.severity = severity
    self.covers = covers
    self.since = since
    self.until = until
    self.needsTarget = needsTarget
    self.summary = summary
    self.explanation = explanation
    self.failing = failing
    self.passing = passing
  }
}
