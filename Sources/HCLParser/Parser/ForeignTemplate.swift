/// Files that are no HCL yet: job files written for a template program (Levant, Nomad Pack, Ansible, Terraform).
extension Parser {
  /// What to say where the mark of such a program stands at the current token, or just before it.
  func foreignTemplate() -> Diagnostic? {
    guard !isExpression, let (mark, range) = foreignMarkHere() else { return nil }
    return .foreignTemplate(range, mark)
  }

  /// What to add where something follows a string without a blank: the string ended before it was meant to.
  var quoteInStringHint: String? {
    guard cursor.lastEnd > 0, cursor.lastEnd <= cursor.position, cursor.tokens[cursor.lastEnd - 1].kind == .closeQuote,
      cursor.tokens[cursor.lastEnd - 1].end == cursor.token.start, cursor.kind != .newline, cursor.kind != .endOfFile
    else { return nil }
    return "the string ends before this: write \\\" for a quote inside a string"
  }

  private func foreignMarkHere() -> (String, SourceRange)? {
    let position = cursor.position
    // `[[ .name ]]` where a value is wanted reads as a list in a list until the dot.
    for first in [position, position - 2, position - 3] where first >= 0 && first + 1 < cursor.tokens.count {
      let (left, right) = (cursor.tokens[first], cursor.tokens[first + 1])
      guard left.end == right.start else { continue }
      switch (left.kind, right.kind) {
      case (.openBracket, .openBracket) where first > position - 3, (.percent, .openBrace) where first == position,
        (.openBrace, .percent) where first == position, (.openBrace, .openBrace):
        let range = range(first).union(range(first + 1))
        return (source.text(in: range), range)
      default: continue
      }
    }
    return nil
  }

  /// Whether a report is one more of what `foreignMark` says already: the mark stands on its line.
  mutating func isForeign(_ diagnostic: Diagnostic) -> Bool {
    if diagnostic.rule == Diagnostic.foreignTemplateRule {
      defer { foreignMark = source.text(in: diagnostic.range) }
      return foreignMark != nil
    }
    guard let foreignMark else { return false }
    // As much of the line as an excerpt would show.
    let start = max(0, diagnostic.range.start - 200)
    let before = source.bytes[start..<diagnostic.range.start].reversed().prefix { $0 != UInt8(ascii: "\n") }.reversed()
    let after = source.bytes[diagnostic.range.start...].prefix(200).prefix { $0 != UInt8(ascii: "\n") }
    let line = String(decoding: Array(before) + Array(after), as: UTF8.self).utf8
    // Terraform's templates have two marks.
    return line.holds(foreignMark.utf8) || (foreignMark == "%{" && line.holds("${".utf8))
  }
}

extension Diagnostic {
  fileprivate static let foreignTemplateRule: RuleID = "syntax-foreign-template"

  fileprivate static func foreignTemplate(_ range: SourceRange, _ mark: String) -> Diagnostic {
    let program =
      switch mark {
      case "[[": "Levant or Nomad Pack"
      case "{{", "{%": "a template program such as Ansible or Levant"
      default: "Terraform"
      }
    return Diagnostic(
      .error, foreignTemplateRule, "\"\(mark)\" is the mark of another template language", at: range,
      detail: "This file is a template for \(program), not a job file yet. It is reported once."
        + (mark == "{{"
          ? "\nNomad itself fills in {{ }} only within text, in the \"data\" of a \"template\" block." : ""),
      help: "render the template first, and check what comes out")
  }
}

extension String.UTF8View {
  /// Whether these bytes hold those.
  fileprivate func contains(_ other: String.UTF8View) -> Bool {
    var rest = self[...]
    while rest.count >= other.count {
      if rest.starts(with: other) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
