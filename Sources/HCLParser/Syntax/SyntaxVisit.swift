/// Any part of a tree that has a place.
public enum SyntaxElement: Sendable, Equatable {
  case body(BodySyntax)
  case attribute(AttributeSyntax)
  case block(BlockSyntax)
  case label(LabelSyntax)
  case expression(ExpressionSyntax)
  case objectItem(ObjectItemSyntax)
  case step(StepSyntax)
  case interpolation(InterpolationSyntax)

  /// Nil for parts that only mean something within the one around them: names that a `for` introduces, texts and
  /// branches of templates.
  init?(_ reference: NodeReference) {
    switch reference.kind {
    case .body: self = .body(BodySyntax(reference: reference))
    case .attribute: self = .attribute(AttributeSyntax(reference: reference))
    case .block: self = .block(BlockSyntax(reference: reference))
    case .label: self = .label(LabelSyntax(reference: reference))
    case .objectItem: self = .objectItem(ObjectItemSyntax(reference: reference))
    case .attributeStep, .indexStep, .keyStep, .expressionStep, .splatStep:
      self = .step(StepSyntax(reference: reference))
    case .interpolation: self = .interpolation(InterpolationSyntax(reference: reference))
    case .number, .literalTrue, .literalFalse, .literalNull, .template, .traversal, .access, .splat, .call, .tuple,
      .object, .forExpression, .conditional, .binary, .unary, .parentheses, .missing, .invalid:
      self = .expression(ExpressionSyntax(reference: reference))
    case .name, .literal, .ifDirective, .forDirective, .templateBody: return nil
    }
  }

  fileprivate var reference: NodeReference {
    switch self {
    case .body(let view): view.reference
    case .attribute(let view): view.reference
    case .block(let view): view.reference
    case .label(let view): view.reference
    case .expression(let view): view.reference
    case .objectItem(let view): view.reference
    case .step(let view): view.reference
    case .interpolation(let view): view.reference
    }
  }

  /// The whole element.
  public var range: SourceRange { reference.range }

  /// The elements directly below, in the order of the source.
  public var children: [SyntaxElement] {
    var elements: [SyntaxElement] = []
    var pending = Array(reference.children.reversed())
    while let next = pending.popLast() {
      // What is no element itself may hold some: the branches of a directive.
      if let element = SyntaxElement(next) { elements.append(element) } else { pending += next.children.reversed() }
    }
    return elements
  }
}

/// A walk over all elements of a tree, each before what is below it. Needs no stack of calls, however deep the tree.
public struct SyntaxVisit: Sequence, IteratorProtocol, Sendable {
  private var walk: NodeWalk

  /// A walk over `element` and all below.
  public init(_ element: SyntaxElement) { walk = NodeWalk(element.reference) }
  public init(_ tree: SyntaxTree) { self.init(tree.expression.map(SyntaxElement.expression) ?? .body(tree.root)) }
  public init(_ expression: ExpressionSyntax) { self.init(.expression(expression)) }

  public mutating func next() -> SyntaxElement? {
    // What is no element itself may hold some: the branches of a directive.
    while let node = walk.next() {
      if let element = SyntaxElement(node) { return element }
    }
    return nil
  }
}

/// The same walk over nodes of every kind, without a list of children for each.
struct NodeWalk: Sequence, IteratorProtocol, Sendable {
  private let storage: SyntaxStorage
  private let start: UInt32
  private var pending: [UInt32]

  init(_ node: NodeReference) {
    storage = node.storage
    start = node.number
    pending = [node.number]
  }

  mutating func next() -> NodeReference? {
    guard let number = pending.popLast() else { return nil }
    let node = storage.nodes[Int(number)]
    // What stands beside the node where the walk began is not below it.
    if number != start, node.nextSibling != 0 { pending.append(node.nextSibling) }
    if node.firstChild != 0 { pending.append(node.firstChild) }
    return NodeReference(storage: storage, number: number)
  }
}

extension SyntaxTree {
  /// All blocks, each before those inside it.
  package var allBlocks: [BlockSyntax] {
    NodeWalk(root.reference).lazy.filter { $0.kind == .block }.map(BlockSyntax.init)
  }

  /// The names that loops introduce, in expressions and in templates.
  package var loopNames: Set<String> {
    var names: Set<String> = []
    for node in NodeWalk(root.reference) where node.kind == .forExpression || node.kind == .forDirective {
      names.insert(node.forValueName)
      if let name = node.forKeyName { names.insert(name) }
    }
    return names
  }
}

extension BlockSyntax {
  /// Every reference in the block, in the order of the text.
  package var references: [TraversalSyntax] {
    NodeWalk(reference).lazy.filter { $0.kind == .traversal }.map(TraversalSyntax.init)
  }
}
