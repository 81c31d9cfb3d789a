import HCLParser
import JobSpec

/// Runs the rules over a text, as `validate` and `lint` do.
enum RuleCheck {
  static func analysis(
    _ text: String, advice: Bool = false, target: NomadRelease? = nil, edit: (inout JobInput) -> Void = { _ in }
  ) -> JobAnalysis {
    var input = JobInput(name: "job.nomad.hcl", bytes: Array(text.utf8))
    input.givesAdvice = advice
    input.rules.target = target
    edit(&input)
    return JobAnalysis(of: input)
  }

  static func diagnostics(_ text: String, advice: Bool = false, target: NomadRelease? = nil) -> [Diagnostic] {
    analysis(text, advice: advice, target: target).diagnostics
  }

  /// A target release for which a rule speaks.
  static func target(for facts: RuleFacts) -> NomadRelease? {
    facts.needsTarget ? facts.since ?? .baseline : nil
  }

  static func line(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.severity.rawValue)[\(diagnostic.rule)]: \(diagnostic.summary)"
  }
}
