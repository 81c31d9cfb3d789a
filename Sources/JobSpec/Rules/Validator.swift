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
    var diagnostics: [Diagnostic] = []
    for step in RuleList.steps {
      guard let severity = step.severity(under: settings, advice: advice) else { continue }
      var report = RuleReporter(rule: step.id, severity: severity)
      step.rule.check(checked, &report)
      if !report.diagnostics.isEmpty { diagnostics += report.diagnostics }
    }
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
}

/// Findings that only follow from what was wrong before: a block without a driver, where the driver could not be read.
private struct Consequences {
  private let causes: [SourceRange]
  private let syntaxErrors: [SourceRange]
  private let tree: SyntaxTree

  init(of earlier: [Diagnostic], unknown: [SourceRange], in tree: SyntaxTree) {
    causes = earlier.filter { $0.severity == .error }.map(\.range) + unknown
    syntaxErrors = earlier.filter { $0.severity == .error && $0.rule.name.hasPrefix("syntax-") }.map(\.range)
    self.tree = tree
  }

  func contains(_ diagnostic: Diagnostic) -> Bool {
    guard !causes.isEmpty else { return false }
    if causes.contains(diagnostic.range) { return true }
    // What is left of an attribute that could not be parsed is not what was meant.
    if !syntaxErrors.isEmpty, diagnostic.range.source == tree.source.id,
      let attribute = tree.innermostBody(at: diagnostic.range.start)?.attributes
        .first(where: { $0.range.contains(diagnostic.range.start) }),
      syntaxErrors.contains(where: { attribute.range.contains($0.start) })
    {
      return true
    }
    // What is said at a block's header speaks of the block as a whole, mostly of something it lacks.
    guard let block = tree.block(at: diagnostic.range), diagnostic.range.start < block.openBraceRange.start else {
      return false
    }
    return causes.contains { $0.source == block.range.source && block.range.contains($0.start) }
  }
}
