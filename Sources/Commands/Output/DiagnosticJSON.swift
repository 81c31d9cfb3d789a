import HCLParser

/// The JSON form of a report. Its keys are stable within a major `FormatVersion`.
enum DiagnosticJSON {
  static let formatVersion = "1.0"

  /// `shown` holds the findings to list; the summary counts those of `report`.
  static func text(_ report: RunReport, shown: RunReport) -> String {
    var diagnostics: [JSONValue] = []
    for file in shown.files {
      var places = SourcePlaces(file.sources)
      for diagnostic in file.diagnostics { diagnostics.append(object(diagnostic, in: file.name, &places)) }
    }
    let value: JSONValue = [
      "FormatVersion": .string(formatVersion),
      "Diagnostics": .array(diagnostics),
      "Summary": [
        "Files": .int(report.files.count), "Errors": .int(report.count(.error)),
        "Warnings": .int(report.count(.warning)), "Notes": .int(report.count(.info)),
      ],
    ]
    return JSONWriter.text(value, layout: .indented(2)) + "\n"
  }

  static func object(_ diagnostic: Diagnostic, in file: String, _ places: inout SourcePlaces) -> JSONValue {
    let place = places.place(of: diagnostic.range)
    var object = JSONObject()
    object.append("Rule", .string(diagnostic.rule.name))
    object.append("Severity", .string(diagnostic.severity.rawValue))
    object.append("Summary", .string(diagnostic.summary))
    object.append("Detail", .string(detail(of: diagnostic)))
    if let help = diagnostic.help { object.append("Help", .string(help)) }
    object.append("File", .string(place?.file ?? file))
    object.append("Range", range(place))
    var related: [JSONValue] = []
    for other in diagnostic.related {
      let place = places.place(of: other.range)
      related.append(
        ["Message": .string(other.message), "File": .string(place?.file ?? file), "Range": range(place)])
    }
    object.append("Related", .array(related))
    object.append("Fingerprint", .string(Fingerprint.of(diagnostic, file, &places).text))
    if let fix = diagnostic.fixes.first {
      let edits = fix.edits.map { edit -> JSONValue in
        ["Range": range(places.place(of: edit.range)), "Text": .string(edit.replacement)]
      }
      object.append("Fix", ["Title": .string(fix.title), "Safe": .bool(fix.isSafe), "Edits": .array(edits)])
    }
    return .object(object)
  }

  /// What the text form shows beside the underline belongs to the detail.
  private static func detail(of diagnostic: Diagnostic) -> String {
    [diagnostic.annotation, diagnostic.detail].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// A range as lines, columns and bytes; the start of the file where it lies in none.
  static func range(_ place: SourcePlaces.Place?) -> JSONValue {
    func object(_ position: SourcePosition) -> JSONValue {
      ["Line": .int(position.line), "Column": .int(position.column), "Byte": .int(position.byte)]
    }
    let start = SourcePosition(line: 1, column: 1, byte: 0)
    return ["Start": object(place?.start ?? start), "End": object(place?.end ?? start)]
  }
}
