import HCLParser

/// The SARIF 2.1.0 form of a report, as code scanning services take it.
enum SARIF {
  /// What is known of a rule beside its findings.
  struct RuleFacts: Sendable {
    var summary: String
    var help: String
  }

  static let schema = "https://json.schemastore.org/sarif-2.1.0.json"

  /// `facts` gives a rule's summary and explanation, if it has some.
  static func text(_ shown: RunReport, facts: (RuleID) -> RuleFacts? = { _ in nil }) -> String {
    let rules = Set(shown.files.flatMap { $0.diagnostics.map(\.rule) }).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element, $0.offset) })
    var results: [JSONValue] = []
    for file in shown.files {
      var places = SourcePlaces(file.sources)
      for diagnostic in file.diagnostics {
        results.append(
          result(diagnostic, file, number: numbers[diagnostic.rule] ?? 0, &places))
      }
    }
    let driver: JSONValue = [
      "name": "jobtool", "version": .string(Version.text),
      "rules": .array(rules.map { rule($0, facts($0)) }),
    ]
    let run: JSONValue = [
      "tool": ["driver": driver],
      // SARIF counts columns in UTF-16 units unless told otherwise; it knows no grapheme clusters.
      "columnKind": "unicodeCodePoints",
      "results": .array(results),
    ]
    let log: JSONValue = ["$schema": .string(schema), "version": "2.1.0", "runs": [run]]
    return JSONWriter.text(log, layout: .indented(2)) + "\n"
  }

  private static func rule(_ id: RuleID, _ facts: RuleFacts?) -> JSONValue {
    var object = JSONObject()
    object.append("id", .string(id.name))
    if let facts {
      object.append("shortDescription", ["text": .string(facts.summary)])
      if !facts.help.isEmpty { object.append("help", ["text": .string(facts.help)]) }
    }
    return .object(object)
  }

  private static func result(
    _ diagnostic: Diagnostic, _ report: FileReport, number: Int, _ places: inout SourcePlaces
  ) -> JSONValue {
    let file = report.name
    var object = JSONObject()
    object.append("ruleId", .string(diagnostic.rule.name))
    object.append("ruleIndex", .int(number))
    object.append("level", .string(level(diagnostic.severity)))
    object.append("message", ["text": .string(diagnostic.origin(in: report.sources) + message(diagnostic))])
    let range = diagnostic.rangeInFile(of: report.sources)
    object.append("locations", [["physicalLocation": location(range, file, &places)]])
    if !diagnostic.related.isEmpty {
      let related = diagnostic.related.enumerated().map { index, other -> JSONValue in
        [
          "id": .int(index + 1), "physicalLocation": location(other.range, file, &places),
          "message": ["text": .string(other.message)],
        ]
      }
      object.append("relatedLocations", .array(related))
    }
    object.append("partialFingerprints", ["jobtool/v1": .string(Fingerprint.of(diagnostic, file, &places).text)])
    if let fix = diagnostic.fixes.first {
      let replacements = fix.edits.map { edit -> JSONValue in
        let place = places.place(of: edit.range)
        return [
          "deletedRegion": region(place, edit.range, &places), "insertedContent": ["text": .string(edit.replacement)],
        ]
      }
      let change: JSONValue = [
        "artifactLocation": ["uri": .string(address(file))], "replacements": .array(replacements),
      ]
      object.append("fixes", [["description": ["text": .string(fix.title)], "artifactChanges": [change]]])
    }
    return .object(object)
  }

  private static func level(_ severity: Diagnostic.Severity) -> String {
    severity == .info ? "note" : severity.rawValue
  }

  private static func message(_ diagnostic: Diagnostic) -> String {
    let help = diagnostic.help.map { "help: \($0)" } ?? ""
    return [diagnostic.summary, diagnostic.annotation, diagnostic.detail, help].filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private static func location(_ range: SourceRange, _ file: String, _ places: inout SourcePlaces) -> JSONValue {
    let place = places.place(of: range)
    return [
      "artifactLocation": ["uri": .string(address(place?.file ?? file))], "region": region(place, range, &places),
    ]
  }

  private static func region(
    _ place: SourcePlaces.Place?, _ range: SourceRange, _ places: inout SourcePlaces
  ) -> JSONValue {
    guard let place else { return ["startLine": 1] }
    return [
      "startLine": .int(place.start.line),
      "startColumn": .int(places.codePointColumn(of: range.start, in: range.source)),
      "endLine": .int(place.end.line), "endColumn": .int(places.codePointColumn(of: range.end, in: range.source)),
      "byteOffset": .int(range.start), "byteLength": .int(range.count),
    ]
  }

  /// A path as a relative address: what no address may hold is written as percent and two digits.
  static func address(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if plain.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return path.utf8.first == UInt8(ascii: "/") ? "file://\(text)" : text
  }
}
