import HCLParser

/// Finds job files that are templates of another tool (nomad-pack, Levant, consul-template) and were not rendered.
///
/// Read as HCL they give a syntax error per mark, none of which says what is the matter.
enum ForeignTemplate {
  /// One diagnostic in place of all syntax errors, or nil where these stand for themselves.
  static func diagnostic(for source: SourceText, errors: [Diagnostic]) -> Diagnostic? {
    let table = source.makeLineTable()
    for error in errors {
      let line = table.position(at: error.range.start).line
      let text = Array(table.text(ofLine: line).utf8)
      guard let mark = mark(in: text) else { continue }
      let start = table.byteRange(ofLine: line).lowerBound + mark.offset
      return Diagnostic(
        .error, .syntaxForeignTemplate, "the file is a template for another tool: \"\(mark.text)\" is not HCL",
        at: SourceRange(start, start + mark.text.utf8.count, source: source.id),
        help: "render it first, with nomad-pack, levant or whatever it was written for, and check the result")
    }
    return nil
  }

  /// `[[ .x ]]` anywhere in a line (HCL has `[[` for lists of lists only), or a line that begins with `{{`.
  private static func mark(in line: [UInt8]) -> (text: String, offset: Int)? {
    guard line.count >= 4 else { return nil }
    if let first = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }), line[first...].starts(with: Array("{{".utf8)) {
      return ("{{", first)
    }
    for index in 0..<line.count - 3 where line[index] == UInt8(ascii: "[") && line[index + 1] == UInt8(ascii: "[") {
      let rest = line[(index + 2)...]
      guard let first = rest.first, isActionStart(first) else { continue }
      if rest.indices.dropLast().contains(where: { rest[$0] == UInt8(ascii: "]") && rest[$0 + 1] == UInt8(ascii: "]") })
      {
        return ("[[", index)
      }
    }
    return nil
  }

  /// What a template's action begins with: a field, a variable, a comment, a trim mark, or a blank before a word.
  private static func isActionStart(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "."), UInt8(ascii: "$"), UInt8(ascii: "/"), UInt8(ascii: "-"), 0x20].contains(byte)
  }
}

extension RuleID {
  static let syntaxForeignTemplate: RuleID = "syntax-foreign-template"
}
