import HCLParser

/// Indents the first token of each line by the brackets that lines before it left open.
///
/// A line that opens several brackets opens one level, and a level closes with the last of its brackets.
struct IndentPass {
  /// For each open level the brackets that must close before it does.
  private var levels: [Int] = []

  static let width = 2

  /// The blanks before the line's first token.
  mutating func indent(_ line: FormatLine, _ tokens: [Token]) -> Int {
    if tokens[line.start].kind == .newline { return 0 }
    let balance = Self.balance(line, tokens)
    if balance > 0 {
      defer { levels.append(balance) }
      return Self.width * levels.count
    }
    var closing = -balance
    while closing > 0, let level = levels.popLast() {
      if level > closing { levels.append(level - closing) }
      closing -= min(closing, level)
    }
    return Self.width * levels.count
  }

  /// What a line opens less what it closes. In the lead, counting stops at a heredoc: brackets of its template count
  /// where they stand in an assignment cell or on a line of their own, as in the reference.
  private static func balance(_ line: FormatLine, _ tokens: [Token]) -> Int {
    var sum = 0
    for token in tokens[line.start..<line.assignment] {
      if token.kind == .heredocStart { break }
      sum += token.kind.bracketWeight
    }
    for token in tokens[line.assignment..<line.comment] { sum += token.kind.bracketWeight }
    return sum
  }
}
