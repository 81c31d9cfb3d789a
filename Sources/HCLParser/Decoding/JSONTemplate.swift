/// A text of HCL's JSON form, which is a template without quotes around it.
///
/// It is read as a heredoc, the only template that has no escapes of its own.
struct JSONTemplate {
  let tree: SyntaxTree
  private let text: String
  private let node: JSONNode
  private let openerLength: Int

  /// Nil where the text is plain: then it stands for itself.
  init?(_ node: JSONNode) {
    guard let text = node.string, text.utf8.contains(UInt8(ascii: "{")) else { return nil }
    var marker = "END"
    while text.holds(marker) { marker += "_" }
    self.text = text
    self.node = node
    let opener = "<<\(marker)\n"
    openerLength = opener.utf8.count
    tree = SyntaxTree(
      parsingExpression: SourceText(name: "", text: "\(opener)\(text)\n\(marker)\n", id: node.range.source))
  }

  var diagnostics: [Diagnostic] { placed(tree.diagnostics) }

  /// What to evaluate: the one interpolation where there is nothing else, else the whole text.
  var expression: ExpressionSyntax? {
    guard let whole = tree.expression, case .template(let template) = whole.kind else { return tree.expression }
    let parts = template.parts
    guard parts.count == 2, case .interpolation(let only) = parts[0], case .literal(let rest, range: _) = parts[1],
      rest == "\n" || rest.isEmpty && text.hasSuffix("~}")
    else { return whole }
    return only.expression
  }

  /// `value` of `expression` without the line end that the heredoc put there.
  func trimmed(_ value: Value) -> Value {
    // A strip mark at the end has taken the line end already.
    guard case .string(let result) = value, isWhole, !text.hasSuffix("~}"), result.utf8.last == 0x0A else {
      return value
    }
    return .string(String(result.unicodeScalars.dropLast()))
  }

  private var isWhole: Bool {
    guard let expression, let whole = tree.expression else { return false }
    return expression == whole
  }

  /// Diagnostics with their places in the file.
  func placed(_ found: [Diagnostic]) -> [Diagnostic] {
    found.map { diagnostic in
      var result = diagnostic
      result.fixes = []
      guard let content = node.plainTextRange, diagnostic.range.start >= openerLength else {
        // A text with escapes has other offsets than the file.
        result.range = node.range
        return result
      }
      let shift = content.lowerBound - openerLength
      result.range = SourceRange(
        min(diagnostic.range.start + shift, content.upperBound), min(diagnostic.range.end + shift, content.upperBound),
        source: node.range.source)
      return result
    }
  }
}
