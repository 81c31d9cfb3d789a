/// One part of a regular expression.
indirect enum PatternNode: Sendable {
  case empty
  /// One character out of a set.
  case characters(PatternCharacters)
  case assertion(PatternAssertion)
  /// A group that keeps what it matched, under its number.
  case capture(PatternNode, Int)
  case sequence([PatternNode])
  /// The first that leads to a match wins.
  case choice([PatternNode])
  /// No maximum means any number of times.
  case repetition(PatternNode, minimum: Int, maximum: Int?, isGreedy: Bool)

  /// The greatest product of nested counts, which Go bounds.
  var repeatCount: Int {
    switch self {
    case .empty, .characters, .assertion: 1
    case .capture(let node, _): node.repeatCount
    case .sequence(let nodes), .choice(let nodes): nodes.reduce(1) { max($0, $1.repeatCount) }
    case .repetition(let node, let minimum, let maximum, _):
      // `*`, `+` and `?` are no counts.
      minimum <= 1 && (maximum ?? 1) <= 1
        ? node.repeatCount : (maximum ?? minimum).multipliedReportingOverflow(by: node.repeatCount).partialValue
    }
  }
}

/// What must hold at a place, without taking a character.
enum PatternAssertion: Sendable {
  case textStart, textEnd, lineStart, lineEnd, wordBoundary, notWordBoundary

  func holds(before: UInt32?, after: UInt32?) -> Bool {
    switch self {
    case .textStart: before == nil
    case .textEnd: after == nil
    case .lineStart: before == nil || before == 0x0A
    case .lineEnd: after == nil || after == 0x0A
    case .wordBoundary: Self.isWord(before) != Self.isWord(after)
    case .notWordBoundary: Self.isWord(before) == Self.isWord(after)
    }
  }

  /// Words are ASCII, as in RE2.
  private static func isWord(_ value: UInt32?) -> Bool {
    switch value {
    case .some(0x30...0x39), .some(0x41...0x5A), .some(0x61...0x7A), .some(0x5F): true
    default: false
    }
  }
}
