public import HCLParser

/// All rules, in the order of the docs.
public enum RuleList {
  /// The server's rules and the advice; not what parser, evaluator and decoder report.
  public static let all: [any ValidationRule] = sections.flatMap(\.rules)

  /// The same, for a run over a job.
  static let steps = all.map(RuleStep.init)

  /// The rules by what they speak of.
  static let sections: [(title: String, rules: [any ValidationRule])] = [
    ("What a job consists of", structure), ("What a job's type allows", system), ("Ports and networks", network),
    ("Services and checks", services), ("Service mesh", connect), ("Placement", placement), ("Resources", resources),
    ("Volumes", storage), ("Updates, restarts, schedules", policies), ("Artifacts, templates, secrets", templates),
    ("Runtime references", references), ("Old and ignored keys", hygiene), ("More advice", advice),
    ("Configuration of drivers", drivers),
  ]

  /// The rule of this name.
  public static func rule(_ id: RuleID) -> (any ValidationRule)? { step(id)?.rule }

  static func step(_ id: RuleID) -> RuleStep? { steps.first { $0.id == id } }

  /// What reading a job reports under names that rules might have too.
  private static let readingIDs: [RuleID] = [
    .jobMissing, .jobSecond, .valueUnknown, .localDuplicate, .localCircular, .scalingUnknownLabel, .scalingWrongType,
    .referenceBareWord,
  ]

  /// Whether an id may stand in settings and ignore comments: those of rules, and of the stages before them.
  public static func isKnown(_ id: RuleID) -> Bool {
    rule(id) != nil || readingIDs.contains(id)
      || ["syntax-", "eval-", "schema-", "variable-", "plan-", "suppression-", "layout-"].contains {
        id.name.hasPrefix($0)
      }
  }
}

/// A rule with what a run over a job asks of it.
///
/// The facts hold all texts about a rule; fetching them for every job would cost more than most rules do.
final class RuleStep: Sendable {
  let rule: any ValidationRule
  let id: RuleID
  let kind: RuleKind
  let severity: Diagnostic.Severity
  private let since: NomadRelease?
  private let until: NomadRelease?
  private let needsTarget: Bool

  init(_ rule: any ValidationRule) {
    let facts = rule.facts
    self.rule = rule
    id = facts.id
    kind = facts.kind
    severity = facts.severity
    since = facts.since
    until = facts.until
    needsTarget = facts.needsTarget
  }

  /// The severity with which the rule speaks in a run; nil where it does not.
  func severity(under settings: RuleSettings, advice: Bool) -> Diagnostic.Severity? {
    guard kind == .server || advice, applies(to: settings.target) else { return nil }
    guard let level = settings[id] else { return severity }
    return level.severity
  }

  /// Whether the rule speaks about jobs for `target`; where no release is named all rules do that do not need one.
  private func applies(to target: NomadRelease?) -> Bool {
    guard let target else { return !needsTarget }
    if let since, target < since { return false }
    if let until, target >= until { return false }
    return true
  }
}
