/// Values that are written out: `"text"`, `42`, `true`, `["a", "b"]`. Most are, and need no evaluator to be read.
extension BlockDecoder {
  /// Stores the value of the expression `number` at `place`, and notes where it stands. False, with nothing done, where
  /// it is not written out, or is not what the field takes: then it is for the evaluator, which knows what to say.
  mutating func takePlain(
    _ storage: SyntaxStorage, _ number: UInt32, _ row: Int, _ name: Int, _ kind: ValueKind, _ scope: Int,
    into place: UnsafeMutableRawPointer
  ) -> Bool {
    let node = storage.nodes[Int(number)]
    guard workLeft > 0 else { return false }
    var items: [SourceRange] = []
    switch kind {
    case .string:
      guard let text = storage.plainText(node) else { return false }
      place.field(0, as: String.self).pointee = text
    case .optionalString:
      guard let text = storage.plainText(node) else { return false }
      place.field(0, as: String?.self).pointee = text
    case .int:
      guard let value = storage.plainInt(node) else { return false }
      place.field(0, as: Int.self).pointee = value
    case .optionalInt:
      guard let value = storage.plainInt(node) else { return false }
      place.field(0, as: Int?.self).pointee = value
    case .bool:
      guard node.kind == .literalTrue || node.kind == .literalFalse else { return false }
      place.field(0, as: Bool.self).pointee = node.kind == .literalTrue
    case .optionalBool:
      guard node.kind == .literalTrue || node.kind == .literalFalse else { return false }
      place.field(0, as: Bool?.self).pointee = node.kind == .literalTrue
    case .duration:
      guard let value = storage.plainDuration(node) else { return false }
      place.field(0, as: Duration.self).pointee = value
    case .optionalDuration:
      guard let value = storage.plainDuration(node) else { return false }
      place.field(0, as: Duration?.self).pointee = value
    case .strings:
      guard let texts = storage.plainTexts(node, places: &items) else { return false }
      place.field(0, as: [String].self).pointee = texts
    case .optionalStrings:
      guard let texts = storage.plainTexts(node, places: &items) else { return false }
      place.field(0, as: [String]?.self).pointee = texts
    case .optionalTexts, .optionalFreeForm, .other: return false
    }
    // What the evaluator would have spent.
    workLeft -= 1 + items.count
    note(
      Origin.Entry(
        field: row, name: storage.range(ofToken: name),
        value: storage.range(ofTokens: Int(node.firstToken), Int(node.endToken)), items: items))
    return true
  }

  /// The text of an attribute, where it is written out.
  mutating func plainText(_ attribute: AttributeSource) -> String? {
    guard case .expression(let expression) = attribute.content, workLeft > 0,
      let text = expression.reference.storage.plainText(expression.reference.node)
    else { return nil }
    workLeft -= 1
    return text
  }

  /// A value that is written out, as plain data; nil where it is for the evaluator.
  mutating func plainData(_ expression: NodeReference, _ scope: Int) -> FreeFormValue? {
    guard workLeft > 0 else { return nil }
    let storage = expression.storage
    let node = expression.node
    let content: FreeFormValue.Content
    switch node.kind {
    case .template:
      guard let text = storage.plainText(node) else { return nil }
      content = .string(text)
    case .number:
      guard let value = storage.plainInt(node) else { return nil }
      content = .number(Number(literal: value))
    case .literalTrue, .literalFalse: content = .bool(node.kind == .literalTrue)
    case .tuple:
      var items: [FreeFormValue] = []
      for child in expression.children {
        guard let text = storage.plainText(child.node) else { return nil }
        items.append(FreeFormValue(.string(text), place: Place(child.range)))
      }
      workLeft -= items.count
      content = .list(items)
    default: return nil
    }
    workLeft -= 1
    return FreeFormValue(content, place: Place(expression.range))
  }
}

extension SyntaxStorage {
  /// The longest text that is taken without a look at the evaluator's limits.
  private static let plainLength = 4096

  /// The text of a quoted string that holds nothing but itself.
  func plainText(_ node: SyntaxNode) -> String? {
    guard node.kind == .template, node.flags.isDisjoint(with: [.hasSequences, .isHeredoc]) else { return nil }
    let first = Int(node.firstToken) + 1
    let end = Int(node.endToken)
    // Two quotes with nothing between them, or one token.
    if end - first == 1, tokens[first].kind == .closeQuote { return "" }
    guard end - first == 2, tokens[first].kind == .quotedText, tokens[first + 1].kind == .closeQuote,
      tokens[first].notes.isDisjoint(with: [.hasBackslash, .hasDoubledMark]),
      tokens[first].count <= SyntaxStorage.plainLength
    else { return nil }
    return text(ofToken: first).normalisedC
  }

  /// A number of a few digits.
  func plainInt(_ node: SyntaxNode) -> Int? {
    guard node.kind == .number else { return nil }
    let token = tokens[Int(node.firstToken)]
    guard token.count <= 18 else { return nil }
    var value = 0
    for byte in source.bytes[token.start..<token.end] {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value &* 10 &+ Int(byte &- UInt8(ascii: "0"))
    }
    return value
  }

  func plainDuration(_ node: SyntaxNode) -> Duration? {
    guard let text = plainText(node), case .success(let duration) = Duration.parse(text) else { return nil }
    return duration
  }

  /// A list of such strings.
  func plainTexts(_ node: SyntaxNode, places: inout [SourceRange]) -> [String]? {
    guard node.kind == .tuple else { return nil }
    var texts: [String] = []
    var number = node.firstChild
    while number != 0 {
      let item = nodes[Int(number)]
      guard let text = plainText(item) else { return nil }
      texts.append(text)
      places.append(range(ofTokens: Int(item.firstToken), Int(item.endToken)))
      number = item.nextSibling
    }
    return texts
  }

  /// Whether the token reads so.
  func token(_ number: Int, spells word: StaticString) -> Bool {
    let token = tokens[number]
    guard token.count == word.utf8CodeUnitCount, token.end <= source.bytes.count else { return false }
    return word.withUTF8Buffer { source.bytes[token.start..<token.end].elementsEqual($0) }
  }
}
