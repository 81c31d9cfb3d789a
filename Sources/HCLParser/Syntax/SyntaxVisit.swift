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

  private var reference: NodeReference {
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
  private var pending: [SyntaxElement]

  /// A walk over `element` and all below.
  public init(_ element: SyntaxElement) { pending = [element] }
  public init(_ tree: SyntaxTree) { self.init(tree.expression.map(SyntaxElement.expression) ?? .body(tree.root)) }
  public init(_ expression: ExpressionSyntax) { self.init(.expression(expression)) }

  public mutating func next() -> SyntaxElement? {
    guard let element = pending.popLast() else { return nil }
    pending += element.children.reversed()
    return element
  }
}
