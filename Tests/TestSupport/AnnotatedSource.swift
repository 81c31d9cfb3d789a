import Foundation
public import HCLParser

/// A source whose comments say which diagnostics are expected on the line above:
///
///     count = "three"
///     #       ^^^^^^^ error[schema-wrong-type]: "count" takes a whole number, not text
///
/// A `#` right before a caret counts as a caret. Unannotated diagnostics and unmet annotations both fail.
public struct AnnotatedSource {
  public let source: SourceText

  public init(_ text: String, name: String = "test.nomad.hcl") { source = SourceText(name: name, text: text) }

  /// What does not agree, one line each; empty where all does.
  public func disagreements(with diagnostics: [Diagnostic]) -> [String] {
    let table = source.makeLineTable()
    var expected: [String] = []
    for number in 1...max(1, table.lineCount) {
      let line = Array(table.text(ofLine: number))
      guard let hash = line.firstIndex(where: { $0 != " " && $0 != "\t" }), line[hash] == "#" else { continue }
      var caret = hash + 1
      while caret < line.count, line[caret] == " " { caret += 1 }
      guard caret < line.count, line[caret] == "^" else { continue }
      var end = caret
      while end < line.count, line[end] == "^" { end += 1 }
      let first = caret == hash + 1 ? hash : caret
      let message = String(line[end...]).trimmingCharacters(in: .whitespaces)
      guard !message.isEmpty else { continue }
      // Several annotations may stand below one line: count up to the annotated one.
      var target = number - 1
      while target > 1, AnnotatedSource.isAnnotation(table.text(ofLine: target)) { target -= 1 }
      expected.append("\(target):\(first + 1)-\(end + 1) \(message)")
    }
    let actual = diagnostics.map { diagnostic in
      let start = table.position(at: diagnostic.range.start)
      let end = table.position(at: diagnostic.range.end)
      let stop = end.line == start.line ? end.column : table.text(ofLine: start.line).count + 1
      // An empty range shows as one caret.
      let column = stop == start.column ? stop + 1 : stop
      return
        "\(start.line):\(start.column)-\(column) \(diagnostic.severity.rawValue)[\(diagnostic.rule)]: \(diagnostic.summary)"
    }
    return expected.filter { !actual.contains($0) }.map { "expected but not reported: \($0)" }
      + actual.filter { !expected.contains($0) }.map { "reported but not expected: \($0)" }
  }

  private static func isAnnotation(_ line: String) -> Bool {
    let trimmed = line.trimmingCharacters(in: .whitespaces)
    return trimmed.hasPrefix("#") && trimmed.dropFirst().trimmingCharacters(in: .whitespaces).hasPrefix("^")
  }
}
