struct Parser {
  struct Result {
    var storage: SyntaxStorage
    var expression: UInt32
    var diagnostics: [Diagnostic]
  }
  static func parse(_ source: SourceText, asExpression: Bool) -> Result {
    Result(
      storage: SyntaxStorage(source: source, tokens: Lexer.tokenize(source), nodes: [SyntaxNode(.body, [], 0, 1)]),
      expression: 0, diagnostics: [])
  }
}
