/// A pattern of file paths: `*` and `?` inside one part of a path, `**` across parts, `[…]`, and `{a,b}`.
struct GlobPattern: Sendable {
  private enum Piece: Sendable {
    case scalar(Unicode.Scalar)
    case anyScalar
    case anyRun
    /// `**` as a whole part, with the slash after it: any number of parts, none included.
    case anyParts
    case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  /// The pattern without braces: one row of pieces for each combination of choices.
  private let rows: [[Piece]]

  /// Combinations beyond this are refused: braces multiply.
  private static let rowBound = 1_000

  /// Nil where the pattern is malformed: a bracket or brace not closed, a slash within braces, a backslash at the end.
  init?(_ text: String) {
    guard let texts = GlobPattern.expanded(Array(text.unicodeScalars)[...]) else { return nil }
    var rows: [[Piece]] = []
    for text in texts {
      guard let row = GlobPattern.pieces(text) else { return nil }
      rows.append(row)
    }
    self.rows = rows
  }

  func matches(_ path: String) -> Bool {
    let scalars = Array(path.unicodeScalars)
    return rows.contains { GlobPattern.matches($0, scalars) }
  }

  /// All texts that the choices in braces give. Braces nest.
  private static func expanded(_ text: ArraySlice<Unicode.Scalar>) -> [[Unicode.Scalar]]? {
    var done: [[Unicode.Scalar]] = []
    var waiting = [Array(text)]
    while let next = waiting.popLast() {
      guard done.count + waiting.count < rowBound else { return nil }
      var depth = 0
      var open: Int?
      var cuts: [Int] = []
      var position = 0
      scan: while position < next.count {
        switch next[position] {
        case "\\": position += 1
        case "{":
          if depth == 0 {
            open = position
            cuts = []
          }
          depth += 1
        case "/" where depth > 0: return nil
        case "," where depth == 1: cuts.append(position)
        case "}" where depth > 0:
          depth -= 1
          if depth == 0 { break scan }
        default: break
        }
        position += 1
      }
      guard let open else {
        done.append(next)
        continue
      }
      guard depth == 0, position < next.count else { return nil }
      var start = open + 1
      for cut in cuts + [position] {
        waiting.append(Array(next[..<open]) + next[start..<cut] + next[(position + 1)...])
        start = cut + 1
      }
    }
    return done
  }

  private static func pieces(_ text: [Unicode.Scalar]) -> [Piece]? {
    var pieces: [Piece] = []
    var position = 0
    while position < text.count {
      let scalar = text[position]
      position += 1
      switch scalar {
      case "*":
        let startsPart = position == 1 || text[position - 2] == "/"
        if startsPart, position < text.count, text[position] == "*" {
          if position + 1 < text.count, text[position + 1] == "/" {
            pieces.append(.anyParts)
            position += 2
            continue
          }
          if position + 1 == text.count {
            pieces += [.anyParts, .anyRun]
            position += 1
            continue
          }
        }
        pieces.append(.anyRun)
      case "?": pieces.append(.anyScalar)
      case "[":
        guard let piece = set(text, &position) else { return nil }
        pieces.append(piece)
      case "\\":
        guard position < text.count else { return nil }
        pieces.append(.scalar(text[position]))
        position += 1
      default: pieces.append(.scalar(scalar))
      }
    }
    return pieces
  }

  private static func set(_ text: [Unicode.Scalar], _ position: inout Int) -> Piece? {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var isNegated = false
    if position < text.count, text[position] == "^" {
      isNegated = true
      position += 1
    }
    func scalar() -> Unicode.Scalar? {
      guard position < text.count, text[position] != "-" else { return nil }
      if text[position] == "\\" { position += 1 }
      guard position < text.count else { return nil }
      position += 1
      return text[position - 1]
    }
    while position < text.count {
      if text[position] == "]", !ranges.isEmpty {
        position += 1
        return .oneOf(ranges, isNegated: isNegated)
      }
      guard text[position] != "]", let low = scalar() else { return nil }
      var high = low
      if position < text.count, text[position] == "-" {
        position += 1
        guard let end = scalar() else { return nil }
        high = end
      }
      // A range from the greater to the lesser holds nothing.
      if low <= high { ranges.append(low...high) } else { ranges.append("\u{0}"..."\u{0}") }
    }
    return nil
  }

  /// All pieces at once against each character, so that many stars cost no more than one.
  private static func matches(_ pieces: [Piece], _ path: [Unicode.Scalar]) -> Bool {
    // `states[i]`: the pieces before `i` have matched all of the path so far.
    var states = Array(repeating: false, count: pieces.count + 1)
    states[0] = true
    func passOver(_ states: inout [Bool]) {
      for (index, piece) in pieces.enumerated() where states[index] {
        switch piece {
        case .anyRun, .anyParts: states[index + 1] = true
        default: break
        }
      }
    }
    passOver(&states)
    for scalar in path {
      var next = Array(repeating: false, count: pieces.count + 1)
      var entered = next
      for (index, piece) in pieces.enumerated() where states[index] {
        switch piece {
        case .scalar(let wanted): if scalar == wanted { next[index + 1] = true }
        case .anyScalar: if scalar != "/" { next[index + 1] = true }
        case .anyRun: if scalar != "/" { next[index] = true }
        case .anyParts:
          // Only a slash leads from inside the parts to what follows them.
          entered[index] = true
          if scalar == "/" { next[index + 1] = true }
        case .oneOf(let ranges, let isNegated):
          if scalar != "/", ranges.contains(where: { $0.contains(scalar) }) != isNegated { next[index + 1] = true }
        }
      }
      // A run may end at once; parts entered may not.
      for (index, piece) in pieces.enumerated() where next[index] {
        switch piece {
        case .anyRun, .anyParts: next[index + 1] = true
        default: break
        }
      }
      for index in entered.indices where entered[index] { next[index] = true }
      states = next
    }
    return states[pieces.count]
  }
}
