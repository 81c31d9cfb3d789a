/// Reads a regular expression in the syntax of RE2, as Go takes it: no look-around, no back references.
///
/// Groups stand on an explicit stack, so that a deep pattern cannot exhaust the machine's.
struct PatternParser {
  private struct Group {
    var choices: [PatternNode] = []
    var items: [PatternNode] = []
    /// The number of a capturing group.
    var capture: Int?
    var outerFlags: Flags
    /// Where its `(` stands.
    var start = 0
  }

  struct Flags: Sendable {
    var ignoresCase = false
    var isMultiline = false
    var dotTakesNewline = false
    var isLazy = false
  }

  let scalars: [Unicode.Scalar]
  var position = 0
  var flags = Flags()
  private var groups: [Group]
  private(set) var captureCount = 0
  /// Names of groups with their numbers, in order.
  private(set) var names: [(name: String, number: Int)] = []

  /// Go's bounds.
  private static let depthBound = 1000
  private static let countBound = 1000

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    groups = [Group(outerFlags: Flags())]
  }

  var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  func peek(_ distance: Int) -> Unicode.Scalar? {
    position + distance < scalars.count ? scalars[position + distance] : nil
  }

  func fault(_ reason: String, from start: Int, to end: Int? = nil) -> Pattern.Fault {
    let text = String(String.UnicodeScalarView(scalars[start..<min(end ?? position, scalars.count)]))
    return Pattern.Fault("error parsing regexp: \(reason): `\(text)`")
  }

  /// The whole expression.
  mutating func expression() throws(Pattern.Fault) -> PatternNode {
    while let scalar = current {
      switch scalar {
      case "(": try open()
      case ")":
        guard groups.count > 1 else { throw fault("unexpected )", from: 0, to: scalars.count) }
        position += 1
        let group = groups.removeLast()
        flags = group.outerFlags
        let body = Self.node(of: group)
        try add(group.capture.map { .capture(body, $0) } ?? body)
      case "|":
        position += 1
        let top = groups.count - 1
        groups[top].choices.append(Self.sequence(groups[top].items))
        groups[top].items = []
      default:
        guard let node = try atom() else { continue }
        try add(node)
      }
    }
    guard groups.count == 1 else { throw fault("missing closing )", from: 0, to: scalars.count) }
    return Self.node(of: groups[0])
  }

  private static func node(of group: Group) -> PatternNode {
    group.choices.isEmpty ? sequence(group.items) : .choice(group.choices + [sequence(group.items)])
  }

  private static func sequence(_ items: [PatternNode]) -> PatternNode {
    items.isEmpty ? .empty : items.count == 1 ? items[0] : .sequence(items)
  }

  /// Appends an item, with the repetition that follows it.
  private mutating func add(_ node: PatternNode) throws(Pattern.Fault) {
    groups[groups.count - 1].items.append(node)
    try repetition()
  }

  /// What stands for itself, a class, an escape or an assertion; nil where the text only changed the state.
  private mutating func atom() throws(Pattern.Fault) -> PatternNode? {
    guard let scalar = current else { return nil }
    switch scalar {
    case "[": return .characters(try characterClass())
    case ".":
      position += 1
      return .characters(flags.dotTakesNewline ? .all : .allButNewline)
    case "^":
      position += 1
      return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$":
      position += 1
      return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    case "*", "+", "?":
      // Only reached where nothing stands before, or where flags stand between.
      guard groups[groups.count - 1].items.isEmpty else {
        try repetition()
        return nil
      }
      throw fault("missing argument to repetition operator", from: position, to: position + 1)
    case "{":
      let start = position
      if try count() != nil {
        guard groups[groups.count - 1].items.isEmpty else {
          position = start
          try repetition()
          return nil
        }
        throw fault("missing argument to repetition operator", from: start)
      }
      position += 1
      return literal(scalar)
    case "\\": return try escape()
    default:
      position += 1
      return literal(scalar)
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> PatternNode {
    var set = PatternCharacters([scalar.value...scalar.value])
    if flags.ignoresCase { for other in PatternCase.variants(of: scalar.value) { set.insert(other...other) } }
    return .characters(set.sealed)
  }

  private mutating func escape() throws(Pattern.Fault) -> PatternNode? {
    switch peek(1) {
    case "A":
      position += 2
      return .assertion(.textStart)
    case "z":
      position += 2
      return .assertion(.textEnd)
    case "b":
      position += 2
      return .assertion(.wordBoundary)
    case "B":
      position += 2
      return .assertion(.notWordBoundary)
    case "C": throw fault("invalid escape sequence", from: position, to: position + 2)
    case "Q":
      position += 2
      while let scalar = current {
        if scalar == "\\", peek(1) == "E" {
          position += 2
          return nil
        }
        position += 1
        groups[groups.count - 1].items.append(literal(scalar))
      }
      return nil
    default:
      var set = PatternCharacters()
      set.ignoresCase = flags.ignoresCase
      if try classEscape(into: &set) { return .characters(set.sealed) }
      return literal(try escapedScalar())
    }
  }

  // MARK: Repetition

  /// The repetition that stands at the current place, applied to the last item.
  private mutating func repetition() throws(Pattern.Fault) {
    let top = groups.count - 1
    let start = position
    guard let bounds = try operatorBounds(), let item = groups[top].items.last else {
      position = start
      return
    }
    var isGreedy = !flags.isLazy
    if current == "?" {
      position += 1
      isGreedy.toggle()
    }
    let end = position
    if try operatorBounds() != nil { throw fault("invalid nested repetition operator", from: start) }
    position = end
    let node = PatternNode.repetition(item, minimum: bounds.minimum, maximum: bounds.maximum, isGreedy: isGreedy)
    if bounds.isCounted, node.repeatCount > Self.countBound { throw fault("invalid repeat count", from: start) }
    groups[top].items[groups[top].items.count - 1] = node
  }

  private mutating func operatorBounds() throws(Pattern.Fault) -> (minimum: Int, maximum: Int?, isCounted: Bool)? {
    switch current {
    case "*":
      position += 1
      return (0, nil, false)
    case "+":
      position += 1
      return (1, nil, false)
    case "?":
      position += 1
      return (0, 1, false)
    case "{":
      guard let bounds = try count() else { return nil }
      return (bounds.minimum, bounds.maximum, true)
    default: return nil
    }
  }

  /// `{n}`, `{n,}` or `{n,m}`. Anything else after a brace is no count, and the brace stands for itself.
  private mutating func count() throws(Pattern.Fault) -> (minimum: Int, maximum: Int?)? {
    let start = position
    position += 1
    guard let minimum = figures() else {
      position = start
      return nil
    }
    var maximum: Int? = minimum
    if current == "," {
      position += 1
      if current == "}" {
        maximum = nil
      } else if let figures = figures() {
        maximum = figures
      } else {
        position = start
        return nil
      }
    }
    guard current == "}" else {
      position = start
      return nil
    }
    position += 1
    guard minimum <= Self.countBound, maximum.map({ $0 <= Self.countBound && $0 >= minimum }) ?? true else {
      throw fault("invalid repeat count", from: start)
    }
    return (minimum, maximum)
  }

  private mutating func figures() -> Int? {
    guard let first = current, ("0"..."9").contains(first) else { return nil }
    if first == "0", let second = peek(1), ("0"..."9").contains(second) { return nil }
    var value = 0
    while let scalar = current, ("0"..."9").contains(scalar) {
      value = min(1_000_000, value * 10 + Int(scalar.value - 0x30))
      position += 1
    }
    return value
  }

  // MARK: Groups

  private mutating func open() throws(Pattern.Fault) {
    let start = position
    guard groups.count <= Self.depthBound else {
      throw fault("expression nests too deeply", from: 0, to: scalars.count)
    }
    var group = Group(outerFlags: flags, start: start)
    if peek(1) == "?" {
      if peek(2) == "<" || (peek(2) == "P" && peek(3) == "<") {
        position += peek(2) == "<" ? 3 : 4
        let name = try captureName(from: start)
        captureCount += 1
        names.append((name, captureCount))
        group.capture = captureCount
      } else {
        position += 2
        guard try groupFlags(from: start) else { return }
      }
    } else {
      position += 1
      captureCount += 1
      group.capture = captureCount
    }
    groups.append(group)
  }

  private mutating func captureName(from start: Int) throws(Pattern.Fault) -> String {
    var name = String.UnicodeScalarView()
    while let scalar = current, scalar != ">" {
      name.append(scalar)
      position += 1
    }
    guard current == ">" else { throw fault("invalid named capture", from: start, to: scalars.count) }
    position += 1
    let text = String(name)
    let isWord = name.allSatisfy { !$0.separatesWords && $0.isASCII }
    guard !text.isEmpty, isWord else { throw fault("invalid named capture", from: start) }
    return text
  }

  /// Reads flags up to `)` or `:`. True where a group opens, false where the flags hold for the rest of this one.
  private mutating func groupFlags(from start: Int) throws(Pattern.Fault) -> Bool {
    var new = flags
    var turnsOn = true
    var sawFlag = false
    while let scalar = current {
      position += 1
      switch scalar {
      case "i": new.ignoresCase = turnsOn
      case "m": new.isMultiline = turnsOn
      case "s": new.dotTakesNewline = turnsOn
      case "U": new.isLazy = turnsOn
      case "-" where turnsOn:
        turnsOn = false
        sawFlag = false
        continue
      case ":" where turnsOn || sawFlag:
        flags = new
        return true
      case ")" where turnsOn || sawFlag:
        flags = new
        return false
      default: throw fault("invalid or unsupported Perl syntax", from: start)
      }
      sawFlag = true
    }
    throw fault("missing closing )", from: start)
  }
}
