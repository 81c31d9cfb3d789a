import HCLParser

/// How a report is printed.
struct ReportOutput {
  enum Format: String, CaseIterable {
    case text, json, sarif, junit, github
  }

  var format: Format = .text
  var style: TextStyle = .plain
  var width = 120
  var isQuiet = false
  var isStrict = false
  var limit: Int?

  /// Nobody reads more than this at once; `--max-diagnostics` asks for more.
  static let limitOfText = 200

  func text(_ report: RunReport) -> String {
    let shown = report.limited(to: limit ?? (format == .text ? Self.limitOfText : nil))
    switch format {
    case .json: return DiagnosticJSON.text(report, shown: shown)
    case .sarif: return SARIF.text(shown)
    case .junit: return JUnit.text(report, shown: shown, isStrict: isStrict)
    case .github: return GitHubAnnotations.text(shown)
    case .text: return plainText(report, shown: shown)
    }
  }

  private func plainText(_ report: RunReport, shown: RunReport) -> String {
    var text = ""
    for file in shown.files where !file.diagnostics.isEmpty {
      var renderer = DiagnosticText(file.sources, style: style, width: width)
      for diagnostic in file.diagnostics { text += renderer.text(of: diagnostic) + "\n" }
    }
    if isQuiet { return text }
    let hidden =
      report.files.reduce(0) { $0 + $1.diagnostics.count } - shown.files.reduce(0) { $0 + $1.diagnostics.count }
    if hidden > 0 { text += "… and \(hidden) more; \"--max-diagnostics\" shows more of them\n" }
    return text + style.strong(report.summary) + "\n"
  }
}
