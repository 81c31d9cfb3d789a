/// Tokens to tree by recursive descent, one function for each kind of node.
///
/// Whatever the tokens are, a tree comes out: `missing` where an expression is wanting, `invalid` where one cannot be read.
/// Work is linear in the number of tokens, and recursion is bounded.
struct Parser {
  /// How many brackets, blocks, operators and so on may lie around each other. Beyond it the stack would be in danger:
  /// ours, and that of everyone who walks the tree.
  static let nestingLimit = 500
  /// A text with more mistakes than that is no job file.
  private static let diagnosticLimit = 1000

  struct Result {
    var storage: SyntaxStorage
    /// Zero unless an expression was asked for.
    var expression: UInt32
    var diagnostics: [Diagnostic]
  }

  let source: SourceText
  var cursor: TokenCursor
  var nodes: [SyntaxNode] = []
  var diagnostics: [Diagnostic] = []
  /// How deep the parser has descended.
  var depth = 0
  /// Silent since the last report, until the parser has its feet on the ground again: one mistake, one report.
  var isSilent = false
  var reportedNesting = false
  var reportedStrayBrace = false
  var reportedUnclosedBlock = false
  var reportedConflict = false
  /// Inside a one-line block that holds too much, which is reported.
  var isCrowded = false
  /// The mark of a template program that the file was written for, once that is reported.
  var foreignMark: String?
  /// The innermost `${` around, whose mark may be what was not meant.
  var interpolation: Int?
  /// How many more `}` than `{` are left to be explained, once that is counted.
  var openersLeft: Int?
  /// A text given for a variable: no file, so not a file of another kind either.
  let isExpression: Bool

  private init(_ source: SourceText, _ tokens: [Token], asExpression: Bool) {
    self.source = source
    isExpression = asExpression
    // A text given for a variable is one expression: its line ends do not matter.
    cursor = TokenCursor(tokens, ignoresNewlines: asExpression)
    nodes.reservePages(tokens.count / 2 + 16)
    // The root comes first, so that its number can stand for "none" wherever a child is meant.
    nodes.append(SyntaxNode(.body, [], 0, tokens.count))
  }

  static func parse(_ source: SourceText, asExpression: Bool) -> Result {
    let lexed = Lexer.run(source.bytes)
    var parser = Parser(source, lexed.tokens, asExpression: asExpression)
    var expression: UInt32 = 0
    if asExpression { expression = parser.wholeExpression() } else { parser.wholeFile() }
    if let offset = lexed.badEncoding {
      parser.diagnostics.append(.badEncoding(parser.badBytes(from: offset)))
    }
    var diagnostics = parser.otherFile().map { [$0] } ?? parser.diagnostics
    diagnostics.sort(by: Diagnostic.inSourceOrder)
    let storage = SyntaxStorage(source: source, tokens: lexed.tokens, nodes: parser.nodes)
    return Result(storage: storage, expression: expression, diagnostics: diagnostics)
  }

  private mutating func wholeFile() {
    var items = ChildList()
    parseItems(into: &items, isRoot: true, opener: nil)
    nodes[0].firstChild = items.first
    nodes[0].height = items.height
  }

  private mutating func wholeExpression() -> UInt32 {
    let expression = parseExpression()
    if cursor.kind != .endOfFile {
      let rest = range(cursor.position).union(range(cursor.tokens.count - 2))
      report(.extraAfterExpression(rest))
    }
    return expression
  }

  private func badBytes(from offset: Int) -> SourceRange { SourceRange(offset, offset + 1, source: source.id) }

  // MARK: Nodes

  /// Children while they are gathered: the first and last in the chain, and the height of the highest.
  struct ChildList {
    var first: UInt32 = 0
    var last: UInt32 = 0
    var height: UInt16 = 0
  }

  mutating func append(_ child: UInt32, to list: inout ChildList) {
    if list.last == 0 { list.first = child } else { nodes[Int(list.last)].nextSibling = child }
    list.last = child
    list.height = max(list.height, nodes[Int(child)].height)
  }

  /// Adds a node from the token `first` to the last one taken.
  mutating func node(
    _ kind: SyntaxKind, _ flags: SyntaxNode.Flags = [], from first: Int, _ children: ChildList = ChildList()
  ) -> UInt32 {
    var node = SyntaxNode(kind, flags, first, max(first, cursor.lastEnd))
    node.firstChild = children.first
    node.height = children.height &+ 1
    nodes.append(node)
    return UInt32(truncatingIfNeeded: nodes.count &- 1)
  }

  /// A node of one token, which it takes.
  mutating func leaf(_ kind: SyntaxKind, _ flags: SyntaxNode.Flags = []) -> UInt32 {
    let first = cursor.position
    cursor.advance()
    return node(kind, flags, from: first)
  }

  /// The missing expression before the current token.
  mutating func missing() -> UInt32 {
    var node = SyntaxNode(.missing, [], cursor.position, cursor.position)
    node.height = 1
    nodes.append(node)
    return UInt32(truncatingIfNeeded: nodes.count &- 1)
  }

  // MARK: Reports

  /// Reports, unless the last mistake is still being digested; then stays silent until `isSilent` is cleared.
  mutating func report(_ diagnostic: Diagnostic) {
    if !isSilent, diagnostics.count < Parser.diagnosticLimit, !isForeign(diagnostic) { diagnostics.append(diagnostic) }
    isSilent = true
  }

  /// Reports something that does not disturb the parser.
  mutating func note(_ diagnostic: Diagnostic) {
    if diagnostics.count < Parser.diagnosticLimit { diagnostics.append(diagnostic) }
  }

  func range(_ token: Int) -> SourceRange {
    let token = cursor.tokens[max(0, min(token, cursor.tokens.count - 1))]
    return SourceRange(token.start, token.end, source: source.id)
  }

  func text(_ token: Int) -> String { source.text(in: range(token)) }

  /// The current token's range. Of a line end, the place where the line ends: nothing below it is to blame.
  var currentRange: SourceRange {
    cursor.kind == .newline || cursor.kind == .endOfFile
      ? .empty(at: cursor.token.start, source: source.id) : range(cursor.position)
  }

  /// How the current token is called in a message.
  var found: String { describe(cursor.position) }

  func describe(_ number: Int) -> String {
    let token = cursor.tokens[number]
    return token.kind.phrase ?? (token.count > 40 ? "this" : "\"\(text(number))\"")
  }
}

extension Diagnostic {
  fileprivate static func badEncoding(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-bad-encoding", "the text is not UTF-8 here", at: range,
      help: "save the file in the encoding UTF-8")
  }

  fileprivate static func extraAfterExpression(_ range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "syntax-extra-after-expression", "extra characters after the expression", at: range,
      detail: "One expression is expected, and it ends before this.")
  }
}
