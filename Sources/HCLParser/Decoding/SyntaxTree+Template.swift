extension SyntaxTree {
  /// Reads a text as a template without quotes, as the strings of HCL's JSON form are.
  init(parsingTemplate source: SourceText, in range: Range<Int>? = nil) {
    // A heredoc has no escapes of its own; its last line end is not part of the text.
    let text = source.text(
      in: range.map { SourceRange($0.lowerBound, $0.upperBound, source: source.id) } ?? source.range)
    self.init(parsingExpression: SourceText(name: source.name, text: "<<_END_\n\(text)\n_END_\n", id: source.id))
  }
}
