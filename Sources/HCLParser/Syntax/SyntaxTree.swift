/// A source text as a tree, with everything that is wrong with its syntax.
///
/// Any text gives a tree. No byte is lost: `tokens` cover the source, and the tree points into them.
public struct SyntaxTree: Sendable {
  let storage: SyntaxStorage
  private let expressionNumber: UInt32
  /// What is wrong, in the order of the source.
  public let diagnostics: [Diagnostic]

  /// Reads a whole file.
  public init(parsing source: SourceText) {
    let parsed = Parser.parse(source, asExpression: false)
    self.storage = parsed.storage
    self.diagnostics = parsed.diagnostics
    self.expressionNumber = 0
  }

  /// Reads one expression and nothing else, such as the value of a variable given on the command line.
  /// The result is `expression`; `root` is empty.
  public init(parsingExpression source: SourceText) {
    let parsed = Parser.parse(source, asExpression: true)
    self.storage = parsed.storage
    self.diagnostics = parsed.diagnostics
    self.expressionNumber = parsed.expression
  }

  /// The text it was made from.
  public var source: SourceText { storage.source }
  /// All tokens, the last one is the end of the file.
  public var tokens: [Token] { storage.tokens }
  /// The file's body.
  public var root: BodySyntax { BodySyntax(reference: NodeReference(storage: storage, number: 0)) }
  /// The expression of a tree made by `init(parsingExpression:)`.
  public var expression: ExpressionSyntax? {
    expressionNumber == 0
      ? nil : ExpressionSyntax(reference: NodeReference(storage: storage, number: expressionNumber))
  }
  /// Whether the text is broken; the tree holds what could be read all the same.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

extension SyntaxTree {
  /// The elements around a byte, from the root inwards: what an editor asks about the place of its cursor.
  ///
  /// A cursor just behind a name still belongs to it.
  public func path(at offset: Int) -> [SyntaxElement] {
    var path: [SyntaxElement] = []
    var current = NodeReference(storage: storage, number: expressionNumber)
    while true {
      if let element = SyntaxElement(current) { path.append(element) }
      // The later of two neighbours that meet at the offset begins there, so it is what the cursor is on.
      guard let next = current.children.reversed().first(where: { $0.range.touches(offset) }) else { return path }
      current = next
    }
  }
}

extension SourceRange {
  fileprivate func touches(_ offset: Int) -> Bool { start <= offset && offset <= end }
}
