import HCLParser
import JobSpec

/// How a report is printed.
struct ReportOutput {
  enum Format: String, CaseIterable {
    case text, json, sarif, junit, github
  }

  var format: Format = .text
  var style: TextStyle = .plain
  var width = 120
  var isQuiet = false
  var limit: Int?

  /// Nobody reads more than this at once; `--max-diagnostics` asks for more.
  static let limitOfText = 200

  private static func facts(of rule: RuleID) -> SARIF.RuleFacts? {
    RuleList.rule(rule).map { SARIF.RuleFacts(summary: $0.facts.summary, help: $0.facts.explanation) }
  }

  /// `fixed` findings were mended, `known` ones left out as the baseline has them.
  func text(_ report: RunReport, fixed: Int = 0, known: Int = 0) -> String {
    let shown = report.limited(to: limit ?? (format == .text ? Self.limitOfText : nil))
    switch format {
    case .json: return DiagnosticJSON.text(report, shown: shown)
    case .sarif: return SARIF.text(shown, facts: Self.facts)
    case .junit: return JUnit.text(report, shown: shown)
    case .github: return GitHubAnnotations.text(shown)
    case .text: return plainText(report, shown: shown, fixed: fixed, known: known)
    }
  }

  private func plainText(_ report: RunReport, shown: RunReport, fixed: Int, known: Int) -> String {
    var text = ""
    for file in shown.files where !file.diagnostics.isEmpty {
      var renderer = DiagnosticText(file.sources, style: style, width: width)
      for diagnostic in file.diagnostics { text += renderer.text(of: diagnostic) + "\n" }
    }
    if isQuiet { return text }
    let hidden =
      report.files.reduce(0) { $0 + $1.diagnostics.count } - shown.files.reduce(0) { $0 + $1.diagnostics.count }
    if hidden > 0 { text += "… and \(hidden) more; \"--max-diagnostics\" shows more of them\n" }
    let notes = [fixed > 0 ? "\(fixed) mended" : "", known > 0 ? "\(known) known from the baseline" : ""]
      .filter { !$0.isEmpty }
    let suffix = notes.isEmpty ? "" : "; " + notes.joined(separator: ", ")
    return text + style.strong(report.summary + suffix) + "\n"
  }
}

extension ReportOutput {
  init(_ arguments: ParsedArguments, _ world: World, format: CommandOption) throws(Misuse) {
    self.init(
      format: arguments.value(format).flatMap(Format.init) ?? .text, style: world.style(arguments),
      width: world.excerptWidth, isQuiet: arguments.isOn(.quiet),
      limit: try arguments.count(.maxDiagnostics))
  }
}
