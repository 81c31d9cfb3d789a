import HCLParser

/// The page of a rule in the docs, as Markdown: what it finds, why it matters, an example, and what to write instead.
///
/// What the tool says about the example is asked of the tool itself, so the page cannot lie.
public struct RuleDocument: Sendable {
  /// The rule that the page is about.
  public let facts: RuleFacts

  public init(_ facts: RuleFacts) { self.facts = facts }

  /// The page, from its heading to its last line end.
  public var markdown: String {
    var text = "# \(facts.id)\n\n"
    text += "\(kind) · \(facts.severity.rawValue)\(releases)\n\n"
    text += "Finds \(facts.summary).\n\n"
    text += "## Why it matters\n\n\(facts.explanation)\n\n"
    text += "## Example\n\n\(code(facts.failing))\n"
    let output = outputOfExample
    if !output.isEmpty { text += "```text\n\(output)```\n\n" }
    text += "## Instead\n\n\(code(facts.passing))"
    return text
  }

  private var kind: String { facts.kind == .server ? "Server rule" : "Advice" }

  private var releases: String {
    let option = facts.needsTarget ? ", only with `--target-version`" : ""
    switch (facts.since, facts.until) {
    case (nil, nil): return option
    case (let since?, nil): return " · since Nomad \(since)\(option)"
    case (nil, let until?): return " · before Nomad \(until)\(option)"
    case (let since?, let until?): return " · since Nomad \(since), before \(until)\(option)"
    }
  }

  private func code(_ example: RuleExample) -> String {
    "```\(example.isJSON ? "json" : "hcl")\n\(example.text)```\n"
  }

  /// What `lint` reports about the failing example under this rule.
  private var outputOfExample: String {
    var input = JobInput(
      name: facts.failing.isJSON ? "shop.json" : "shop.nomad.hcl", bytes: Array(facts.failing.text.utf8))
    input.givesAdvice = true
    if facts.needsTarget { input.rules.target = facts.since ?? .baseline }
    let analysis = JobAnalysis(of: input)
    var renderer = DiagnosticText(analysis.sources)
    return analysis.diagnostics.filter { $0.rule == facts.id }.map { renderer.text(of: $0) }.joined(separator: "\n")
  }

  /// The list of all rules with links to their pages.
  public static var index: String {
    var text = """
      # Rules

      A *server rule* says what a Nomad server would refuse or warn of. *Advice* says what it accepts and probably was not
      meant; `lint` gives it, `validate` does not. `jobtool explain RULE` shows these pages on the command line.
      [What a server refuses, rule by rule](server-rules.md) lists the server's checks with a job file for each.

      The rules about the configuration of drivers (`driver-…`) are advice even where they are errors. No server looks into a task's
      `config`: it takes the job, and the driver fails the task on the node. So `validate`, which answers as a server does, is silent
      about them, and `lint` is not; who wants to be warned before a deployment runs `lint`.

      """
    for section in RuleList.sections {
      text += "\n## \(section.title)\n\n| rule | | finds |\n| --- | --- | --- |\n"
      for facts in section.rules.map(\.facts) {
        text +=
          "| [\(facts.id)](\(facts.id).md) | \(facts.kind == .server ? "" : "advice, ")\(facts.severity.rawValue) | \(facts.summary) |\n"
      }
    }
    return text
  }
}

extension RuleExample {
  /// Whether the example is a job in JSON.
  var isJSON: Bool { text.utf8.first == UInt8(ascii: "{") }
}
