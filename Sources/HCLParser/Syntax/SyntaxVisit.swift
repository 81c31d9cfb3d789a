/// Any part of a tree that has a place.
public enum SyntaxElement: Sendable, Equatable {
  case body(BodySyntax)
  case attribute(AttributeSyntax)
  case block(BlockSyntax)
  case label(LabelSyntax)
  case expression(ExpressionSyntax)
}
