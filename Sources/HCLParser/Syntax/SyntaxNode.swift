/// What a node is. The children of each kind are listed in their order.
enum SyntaxKind: UInt8 {
  /// Items: `attribute` and `block`. Its tokens include the braces, if it has some.
  case body
  /// One expression. First token: the name.
  case attribute
  /// `label`s, then `body`. First token: the type.
  case block
  case label

  case number, literalTrue, literalFalse, literalNull
  /// Where it holds `${` or `%{`: `literal`, `interpolation`, `ifDirective`, `forDirective`; else nothing.
  case template
  /// Steps, all of them static. First token: the root name.
  case traversal
  /// The base, then one step.
  case access
  /// The base, then steps.
  case splat
  /// Arguments. First token: the name, or its first part before `::`.
  case call
  case tuple
  /// `objectItem`s.
  case object
  /// The key, then the value.
  case objectItem
  /// `name` (two where the key is named), collection, key (in objects), value, condition (if there is one).
  case forExpression
  case conditional, binary, unary, parentheses
  /// No expression where one is needed. Empty.
  case missing
  /// What could not be read as an expression.
  case invalid
  /// A variable that a `for` introduces.
  case name

  /// `.name`: the last token is the name.
  case attributeStep
  /// `.0` or `[0]`: the number.
  case indexStep
  /// `["key"]`: the template.
  case keyStep
  /// `[expression]`: the expression.
  case expressionStep
  /// `[*]` or `.*` among the steps of a full splat: the steps it applies.
  case splatStep

  /// Text of a template: one token.
  case literal
  /// The expression.
  case interpolation
  /// The condition, one or two `templateBody`.
  case ifDirective
  /// `name` (two where the key is named), collection, `templateBody`.
  case forDirective
  /// Parts of a template.
  case templateBody
}

/// One node of the tree: 20 bytes in a flat array. It holds token numbers, never text.
struct SyntaxNode {
  var kind: SyntaxKind
  var flags: Flags
  /// How many levels the tree has from here down; matters only while parsing, which bounds the depth.
  var height: UInt16 = 0
  var firstToken: UInt32
  /// The number after the last token's; equal to `firstToken` where the node is empty.
  var endToken: UInt32
  /// Zero, the root's number, stands for none: the root is nobody's child.
  var firstChild: UInt32 = 0
  var nextSibling: UInt32 = 0

  struct Flags: OptionSet {
    let rawValue: UInt8

    /// A body whose closing brace is there.
    static let isClosed = Flags(rawValue: 1)
    /// A quoted label.
    static let isQuoted = Flags(rawValue: 1)
    /// A heredoc, and one that begins with `<<-`.
    static let isHeredoc = Flags(rawValue: 1)
    static let isFlush = Flags(rawValue: 2)
    /// A template with interpolations or directives.
    static let hasSequences = Flags(rawValue: 4)
    /// `[*]`, not `.*`.
    static let isFull = Flags(rawValue: 1)
    /// A call whose last argument is followed by `...`.
    static let expandsLast = Flags(rawValue: 1)
    /// An object item whose key is a bare word.
    static let hasBareKey = Flags(rawValue: 1)
    /// Of `for`: what is there.
    static let isObject = Flags(rawValue: 1)
    static let hasKeyName = Flags(rawValue: 2)
    static let hasCondition = Flags(rawValue: 4)
    static let groups = Flags(rawValue: 8)
    /// An `if` directive with `else`.
    static let hasElse = Flags(rawValue: 1)
  }

  init(_ kind: SyntaxKind, _ flags: Flags = [], _ firstToken: Int, _ endToken: Int) {
    self.kind = kind
    self.flags = flags
    self.firstToken = UInt32(truncatingIfNeeded: firstToken)
    self.endToken = UInt32(truncatingIfNeeded: endToken)
  }
}

/// What all views of one tree share.
///
/// The one class of this library: a view is a reference to it and a node number, 16 bytes, and costs no copy of three
/// arrays. Nothing in it changes after parsing, so it is a value in all but name.
final class SyntaxStorage: Sendable {
  let source: SourceText
  let tokens: [Token]
  let nodes: [SyntaxNode]

  init(source: SourceText, tokens: [Token], nodes: [SyntaxNode]) {
    self.source = source
    self.tokens = tokens
    self.nodes = nodes
  }

  func range(ofToken number: Int) -> SourceRange {
    guard number >= 0, number < tokens.count else { return .empty(at: source.count, source: source.id) }
    return SourceRange(tokens[number].start, tokens[number].end, source: source.id)
  }

  func text(ofToken number: Int) -> String {
    guard number >= 0, number < tokens.count else { return "" }
    let token = tokens[number]
    guard token.end <= source.bytes.count else { return "" }
    return String(decoding: source.bytes[token.start..<token.end], as: UTF8.self)
  }

  /// From the token `first` to the one before `end`; empty where there is none.
  func range(ofTokens first: Int, _ end: Int) -> SourceRange {
    guard first < end else { return .empty(at: range(ofToken: first).start, source: source.id) }
    return range(ofToken: first).union(range(ofToken: end - 1))
  }
}

/// A place in the tree: what every view consists of.
struct NodeReference: Sendable, Equatable {
  let storage: SyntaxStorage
  let number: UInt32

  var node: SyntaxNode { storage.nodes[Int(number)] }
  var kind: SyntaxKind { node.kind }
  var flags: SyntaxNode.Flags { node.flags }
  var firstToken: Int { Int(node.firstToken) }
  var endToken: Int { Int(node.endToken) }
  var range: SourceRange { storage.range(ofTokens: firstToken, endToken) }
  var children: NodeChildren { NodeChildren(storage: storage, next: node.firstChild) }

  func child(_ index: Int) -> NodeReference? {
    var number = node.firstChild
    for _ in 0..<index where number != 0 { number = storage.nodes[Int(number)].nextSibling }
    return number == 0 ? nil : NodeReference(storage: storage, number: number)
  }

  static func == (left: NodeReference, right: NodeReference) -> Bool {
    left.storage === right.storage && left.number == right.number
  }
}

/// The children of a node, in order.
struct NodeChildren: Sequence, IteratorProtocol {
  let storage: SyntaxStorage
  private var upcoming: UInt32

  init(storage: SyntaxStorage, next: UInt32) {
    self.storage = storage
    upcoming = next
  }

  mutating func next() -> NodeReference? {
    guard upcoming != 0 else { return nil }
    let number = upcoming
    upcoming = storage.nodes[Int(number)].nextSibling
    return NodeReference(storage: storage, number: number)
  }
}
