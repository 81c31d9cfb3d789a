import HCLParser

/// Says which neighbours within a cell stand apart, by one blank, and which touch.
///
/// The order of the questions is that of the reference; the first that applies decides.
enum SpacingPass {
  /// Whether a blank belongs between `left` and `right`. `before` is what stands before `left` in the cell, if anything.
  static func areApart(_ before: TokenKind?, _ left: TokenKind, _ right: TokenKind, leftIsIn: Bool) -> Bool {
    if right == .newline { return false }
    if left == .identifier, right == .openParenthesis || right == .doubleColon { return false }
    if left == .doubleColon, right == .identifier { return false }
    if left == .dot || right == .dot { return false }
    if right == .comma || right == .ellipsis { return false }
    if left == .comma { return true }
    if left.isLiteralText || right.isLiteralText || left.opensText || right.closesText { return false }
    // So that `in [x]` is not taken for an index of something called `in`.
    if leftIsIn, before == .identifier { return true }
    if right == .openBracket, left.mayBeIndexed { return false }
    if left == .bang { return false }
    if left == .minus { return before.map { !$0.comesBeforeNegation } ?? false }
    return areBracketsApart(left, right)
  }

  private static func areBracketsApart(_ left: TokenKind, _ right: TokenKind) -> Bool {
    if left == .openBrace { return right != .closeBrace }
    if right == .closeBrace { return true }
    let opensSequence = left == .interpolationStart || left == .directiveStart
    if opensSequence, right == .openBrace { return true }
    if left == .closeBrace, right == .sequenceEnd { return true }
    if left == .sequenceEnd, right == .interpolationStart || right == .directiveStart { return false }
    if opensSequence || left == .openBracket || left == .openParenthesis { return false }
    if right == .closeBracket || right == .closeParenthesis || right == .sequenceEnd { return false }
    return true
  }
}

extension TokenKind {
  fileprivate var isLiteralText: Bool { self == .quotedText || self == .heredocText }
  fileprivate var opensText: Bool { self == .openQuote || self == .heredocStart }
  fileprivate var closesText: Bool { self == .closeQuote || self == .heredocEnd }

  /// True where a bracket right after makes an index.
  fileprivate var mayBeIndexed: Bool {
    switch self {
    case .identifier, .number, .closeBrace, .closeBracket, .closeParenthesis: true
    default: false
    }
  }

  /// True where a minus right after is a sign. `${` and `=>` are missing in the reference too.
  fileprivate var comesBeforeNegation: Bool {
    switch self {
    case .openParenthesis, .openBrace, .openBracket, .equal, .colon, .comma, .question: true
    case .plus, .minus, .star, .slash, .percent, .bang, .andAnd, .orOr: true
    case .equalEqual, .notEqual, .less, .lessEqual, .greater, .greaterEqual: true
    default: false
    }
  }
}
