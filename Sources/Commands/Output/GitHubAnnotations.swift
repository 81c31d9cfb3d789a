import HCLParser

/// Findings as workflow commands that GitHub shows beside the changed lines.
enum GitHubAnnotations {
  static func text(_ shown: RunReport) -> String {
    var text = ""
    for file in shown.files {
      var places = SourcePlaces(file.sources)
      for diagnostic in file.diagnostics {
        let place = places.place(of: diagnostic.rangeInFile(of: file.sources))
        var properties = "file=\(property(place?.file ?? file.name))"
        if let place {
          properties += ",line=\(place.start.line),endLine=\(place.end.line)"
          // Columns of a range over several lines would be taken for those of one.
          if place.start.line == place.end.line {
            properties += ",col=\(place.start.column),endColumn=\(place.end.column)"
          }
        }
        properties += ",title=\(property(diagnostic.rule.name))"
        let help = diagnostic.help.map { "help: \($0)" } ?? ""
        let message = [
          diagnostic.origin(in: file.sources) + diagnostic.summary, diagnostic.annotation, diagnostic.detail, help,
        ].filter { !$0.isEmpty }
        text += "::\(command(diagnostic.severity)) \(properties)::\(data(message.joined(separator: "\n")))\n"
      }
    }
    return text
  }

  private static func command(_ severity: Diagnostic.Severity) -> String {
    severity == .info ? "notice" : severity.rawValue
  }

  /// A message: a line end in it would end the command.
  private static func data(_ text: String) -> String { escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }

  private static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
  }
}
