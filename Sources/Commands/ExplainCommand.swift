import HCLParser
import JobSpec

/// `jobtool explain RULE`.
struct ExplainCommand: Command {
  let name = "explain"
  let summary = "say what a rule means, why, and how to mend what it finds"
  let operands = "[RULE]"
  var operandCompletion: Completion { .words(RuleList.all.map(\.facts.id.name)) }
  let details = """
    Says what a rule finds, why it matters, and shows an example and how it is right.
    Without RULE it lists all rules.
    """
  var options: OptionTable {
    OptionTable([.color])
  }

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    guard let name = arguments.operands.first else {
      try world.print(Self.list)
      return .success
    }
    if arguments.operands.count > 1 { throw Misuse("\"explain\" takes one rule, got \(arguments.operands.count)") }
    let id = RuleID(name)
    if let rule = RuleList.rule(id) {
      try world.print(RulePage(facts: rule.facts, style: world.style(arguments)).text)
      return .success
    }
    if let text = Self.stages.first(where: { $0.prefixes.contains(where: id.name.hasPrefix) })?.text {
      try world.print("\(id)\n\n\(HelpText.filled(text, width: 100))\n")
      return .success
    }
    let nearest = NameSuggestion.nearest(to: name, among: RuleList.all.map(\.facts.id.name))
    throw Misuse(
      "no rule is called \"\(name)\"",
      hint: nearest.map { "did you mean \"\($0)\"?" } ?? "\"jobtool explain\" lists the rules")
  }

  private static var list: String {
    HelpText.columns(RuleList.all.map { ($0.facts.id.name, "\($0.facts.severity.rawValue): \($0.facts.summary)") })
  }

  /// Findings of the stages before the rules: each says in itself what was found and what is expected.
  private static let stages: [(prefixes: [String], text: String)] = [
    (
      ["syntax-"],
      "The parser could not read the file here. The finding itself says what stands there and what is expected; the rest of the file is read as far as that is possible. Nothing that reads job files accepts such a file."
    ),
    (
      ["eval-"],
      "An expression has no value: an operation, a function or a reference in it fails. Nomad refuses the file."
    ),
    (
      ["schema-"],
      "An attribute or block is not one that Nomad knows in this place, is missing, stands there twice, or has a value of another type. Nomad refuses the file."
    ),
    (
      ["variable-"],
      "A variable's declaration or the value given for it is not right. Values come from --var, --var-file and NOMAD_VAR_name, in falling precedence."
    ),
    (
      ["local-duplicate", "local-circular"],
      "A local is defined twice, or its value needs itself, perhaps by way of others. Locals may stand in any order; each has one definition."
    ),
    (
      ["job-missing"],
      "A job file holds one block job \"name\" { … }, beside variables and locals. This file has none."
    ),
    (["job-second"], "A job file holds one job. Nomad refuses a file with two; give each job a file of its own."),
    (
      ["scaling-unknown-label", "scaling-wrong-type"],
      "A scaling block of a task has the label \"cpu\" or \"mem\" and the type that goes with it; one of a group has no label and the type \"horizontal\". Nomad refuses the file."
    ),
    (
      ["value-unknown"],
      "A value is needed here and depends on a variable that has none. Give the variable a value, or check the rest with --allow-unset-variables."
    ),
    (
      ["reference-bare-word"],
      "A single word without quotes is a reference, which the language lets pass and no client replaces. Put the word in quotes where the text is meant."
    ),
    (
      ["snapshot-"],
      "A file about the cluster (nodes, allocations, volumes, deployments) has a value that cannot be used, or leaves something out that a plan needs. The finding names the node and the field."
    ),
    (
      ["settings-"],
      "The settings file has a key that jobtool does not know, or a value that the key does not take."
    ),
    (["test-"], "A placement test expects something that the plan does not give. The finding says what came instead."),
    (
      ["plan-"],
      "The plan found no place for something, or found a place that is not to be relied on. The finding says what is missing and what would help."
    ),
    (
      ["suppression-"],
      "A comment \"jobtool:ignore\" names a rule that reports nothing there, or one that does not exist."
    ),
    (
      ["layout-"],
      "The file is not in the layout that \"jobtool fmt\" and \"nomad fmt\" give it. \"jobtool fmt\" or \"jobtool lint --fix\" formats it."
    ),
  ]
}

/// What there is to say of a rule, as a page of text.
struct RulePage {
  var facts: RuleFacts
  var style: TextStyle

  var text: String {
    let judge =
      facts.kind == .server ? "the server refuses the job, or warns of it" : "advice: the server takes the job"
    var text = style.strong(facts.id.name) + " (\(facts.severity.rawValue); \(judge))\n\n"
    text += HelpText.filled("Finds: " + facts.summary + ".", width: 100) + "\n\n"
    text += HelpText.filled(facts.explanation, width: 100) + "\n\n"
    if let since = facts.since { text += "Since Nomad \(since).\n\n" }
    if let until = facts.until { text += "Only before Nomad \(until).\n\n" }
    text += style.strong("Example") + "\n\n" + Self.indented(facts.failing.text) + "\n"
    text += Self.indented(findings) + "\n"
    text += style.strong("Instead") + "\n\n" + Self.indented(facts.passing.text)
    return text
  }

  /// What this program says of the example: made, not written, so that it is true.
  private var findings: String {
    var input = JobInput(name: "example.nomad.hcl", bytes: Array(facts.failing.text.utf8))
    input.givesAdvice = true
    if facts.needsTarget || facts.until != nil || facts.since != nil { input.rules.target = facts.since ?? .baseline }
    var analysis = JobAnalysis(of: input)
    if !analysis.diagnostics.contains(where: { $0.rule == facts.id }) {
      // Some rules hold a job against the version that runs: the good example is that version.
      input.running =
        JobAnalysis(of: JobInput(name: "running.nomad.hcl", bytes: Array(facts.passing.text.utf8))).expandedJob
      analysis = JobAnalysis(of: input)
    }
    var renderer = DiagnosticText(analysis.sources, style: style)
    return analysis.diagnostics.filter { $0.rule == facts.id }.map { renderer.text(of: $0) }.joined(separator: "\n")
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    " + $0 }
      .joined(separator: "\n")
  }
}
