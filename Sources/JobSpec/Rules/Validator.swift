public import HCLParser

/// Runs the rules over an expanded job.
public enum Validator {
  /// What the rules found, and the job itself where nothing stands against it.
  public struct Outcome: Sendable {
    /// Nil where a server rule reported an error that the settings let stand.
    public var job: ValidatedJob?
    /// In source order.
    public var diagnostics: [Diagnostic]
  }

  /// Checks a job against the server's rules, and against the advice too where asked.
  ///
  /// A rule that is switched off or whose findings are ignored by a comment does not stand in the way: whoever silences
  /// a server rule knows better about their servers. `earlier` is what reading the file found; findings that are mere
  /// consequences of it, or of values that are not known (`unknown`), are left out.
  public static func validate(
    _ checked: CheckedJob, settings: RuleSettings = RuleSettings(), advice: Bool = false,
    after earlier: [Diagnostic] = [], unknown: [SourceRange] = []
  ) -> Outcome {
    var diagnostics = findings(in: checked, settings: settings, advice: advice)
    if !diagnostics.isEmpty, let tree = checked.tree {
      let consequences = Consequences(of: earlier, unknown: unknown, in: tree)
      diagnostics.removeAll { consequences.contains($0) }
    }
    var suppressions = checked.tree.map { Suppressions($0) } ?? Suppressions()
    let kept = suppressions.apply(to: diagnostics)
    let isRefused = kept.contains { diagnostic in
      diagnostic.severity == .error && RuleList.step(diagnostic.rule)?.kind == .server
    }
    var all = suppressions.applyToNotes(settings.applied(to: earlier)) + kept
    if advice {
      all += suppressions.unused { rule in
        RuleList.step(rule).map { $0.severity(under: settings, advice: advice) != nil } ?? true
      }
    }
    return Outcome(
      job: isRefused ? nil : ValidatedJob(job: checked.job), diagnostics: all.sorted(by: Diagnostic.inSourceOrder))
  }

  /// What the rules find, in their order, that many groups at a time.
  package static func findings(
    in checked: CheckedJob, settings: RuleSettings, advice: Bool, groupsAtATime: Int = 16
  ) -> [Diagnostic] {
    let count = checked.job.groups.count
    // A job without groups has constraints all the same.
    let first = CheckedGroups(0..<min(count, groupsAtATime), of: checked)
    var steps: [RuleStep] = []
    var reports: [RuleReporter] = []
    for step in RuleList.steps {
      guard let severity = step.severity(under: settings, advice: advice) else { continue }
      var report = RuleReporter(rule: step.id, severity: severity)
      step.rule.check(checked, &report)
      step.rule.check(first, &report)
      // Most jobs are one part, and most rules find nothing.
      if count <= groupsAtATime, report.diagnostics.isEmpty { continue }
      steps.append(step)
      reports.append(report)
    }
    var start = groupsAtATime
    while start < count {
      let part = CheckedGroups(start..<min(start + groupsAtATime, count), of: checked)
      for index in steps.indices { steps[index].rule.check(part, &reports[index]) }
      start += groupsAtATime
    }
    return reports.flatMap(\.diagnostics)
  }
}
