/// Reads one YAML document into a value: sequences become tuples and mappings objects.
///
/// Block and flow style, keys after `?`, anchors and aliases, merge keys, all five kinds of scalars. Not read, and said so:
/// keys that are no scalars, tags of one's own, several documents.
struct YAMLReader {
  let bytes: [UInt8]
  var position = 0
  private var anchors: [String: Value] = [:]
  private var openAnchors: Set<String> = []
  private var depth = 0
  /// What aliases may still add: a few bytes of text can stand for a huge value.
  private var aliasAllowance = 1 << 18

  init(_ text: String) {
    // A carriage return before a line end is part of it.
    var bytes: [UInt8] = []
    let all = Array(text.utf8)
    for (index, byte) in all.enumerated() {
      if byte == 0x0D, index + 1 < all.count, all[index + 1] == 0x0A { continue }
      // U+0085 ends a line too.
      if byte == 0x85, bytes.last == 0xC2 { bytes.removeLast() }
      bytes.append(byte == 0x0D || (byte == 0x85 && index > 0 && all[index - 1] == 0xC2) ? 0x0A : byte)
    }
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  func peek(_ distance: Int) -> UInt8? { position + distance < bytes.count ? bytes[position + distance] : nil }

  /// The place of an offset in its line.
  func column(of offset: Int) -> Int {
    var start = offset
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return offset - start
  }

  func failure(_ message: String, at offset: Int? = nil) -> FunctionFailure {
    let place = min(offset ?? position, bytes.count)
    let line = bytes[..<place].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return FunctionFailure("on line \(line), column \(column(of: place) + 1): \(message)", argument: 0)
  }

  /// Whether a blank, a line end or the end of the text stands at a distance.
  func isBlank(_ distance: Int) -> Bool {
    guard let byte = peek(distance) else { return true }
    return byte == 0x20 || byte == 0x09 || byte == 0x0A
  }

  mutating func skipSpaces() {
    while current == 0x20 || current == 0x09 { position += 1 }
  }

  /// Skips a comment and the line end after it, where nothing else stands on the rest of the line.
  private mutating func skipRestOfLine() -> Bool {
    skipSpaces()
    if current == UInt8(ascii: "#"), position == 0 || isBlank(-1) {
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    }
    guard let byte = current else { return true }
    guard byte == 0x0A else { return false }
    position += 1
    return true
  }

  /// Goes to the next thing that is no blank and no comment. Leaves the place alone where one stands on this line.
  mutating func skipEmptyLines() {
    while position < bytes.count {
      let start = position
      if skipRestOfLine() { continue }
      // Spaces before the thing are passed over as well.
      position = start
      skipSpaces()
      return
    }
  }

  /// `---` or `...` at the start of a line.
  var isAtMarker: Bool {
    guard position == 0 || bytes[position - 1] == 0x0A else { return false }
    let rest = bytes[position...]
    return (rest.starts(with: "---".utf8) || rest.starts(with: "...".utf8)) && isBlank(3)
  }

  // MARK: Document

  mutating func document() throws(FunctionFailure) -> Value {
    try checkCharacters()
    skipEmptyLines()
    var sawDirective = false
    while current == UInt8(ascii: "%"), column(of: position) == 0 {
      try directive(isFirst: !sawDirective)
      sawDirective = true
      skipEmptyLines()
    }
    let isMarked = isAtMarker && current == UInt8(ascii: "-")
    guard isMarked || !sawDirective else { throw failure("did not find expected \"---\" after the directives") }
    guard isMarked || position < bytes.count && !isAtMarker else { throw failure("there is no YAML document") }
    if isMarked { position += 3 }
    // A mapping or sequence begins on a line of its own.
    let value = try blockNode(parent: -1, canBeginCollection: !isMarked)
    skipEmptyLines()
    if isAtMarker {
      let isEnd = current == UInt8(ascii: ".")
      position += 3
      skipEmptyLines()
      if !isEnd || position < bytes.count { throw failure("only one YAML document is read") }
    }
    guard position >= bytes.count else { throw failure("unexpected extra content after value") }
    return value
  }

  /// A line `%…` before the document. What it could change is not read: another version, other tags.
  private mutating func directive(isFirst: Bool) throws(FunctionFailure) {
    let start = position
    while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    var words = bytes[start..<position].split { $0 == 0x20 || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) }
    if let comment = words.firstIndex(where: { $0.hasPrefix("#") }) { words.removeSubrange(comment...) }
    guard words == ["%YAML", "1.1"] && isFirst || words == ["%TAG", "!!", "tag:yaml.org,2002:"] else {
      throw failure("only the directive \"%YAML 1.1\" is read, once", at: start)
    }
  }

  private func checkCharacters() throws(FunctionFailure) {
    var offset = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x20...0x7E, 0xA0...0xFFFD, 0x10000...0x10FFFF: break
      default: throw failure("control characters are not allowed", at: offset)
      }
      offset += UTF8.width(scalar)
    }
  }

  // MARK: Nodes

  /// A node of block style inside a container that begins at column `parent`.
  ///
  /// `canBeginCollection`: a mapping or sequence may begin on this very line, as after a dash.
  mutating func blockNode(
    parent: Int, canBeginCollection: Bool, canBeSequenceAtParent: Bool = false
  ) throws(FunctionFailure) -> Value {
    try enter()
    defer { leave() }
    var canBeginCollection = canBeginCollection
    var properties = Properties()
    let start = position
    skipEmptyLines()
    if bytes[start..<position].contains(0x0A) { canBeginCollection = true }
    if try isAbsent(parent: parent, canBeSequenceAtParent) { return .null(.any) }
    var nodeStart = position
    if try readProperties(into: &properties) {
      let afterProperties = position
      skipEmptyLines()
      if bytes[afterProperties..<position].contains(0x0A) {
        canBeginCollection = true
        if try isAbsent(parent: parent, canBeSequenceAtParent) {
          position = afterProperties
          return try finish(YAMLScalar.plain(""), properties)
        }
        nodeStart = position
      } else if canBeginCollection, isKeyAhead() {
        // The properties belong to the first key of a mapping, not to the mapping.
        position = nodeStart
        return try mapping(column: column(of: nodeStart))
      }
    }
    let column = column(of: nodeStart)
    switch current {
    case nil: return try finish(YAMLScalar.plain(""), properties)
    case UInt8(ascii: "-") where isBlank(1):
      guard canBeginCollection else { throw failure("block sequence entries are not allowed in this context") }
      return try container(properties, "!!seq") { (reader) throws(FunctionFailure) in
        try reader.sequence(column: reader.column(of: reader.position))
      }
    case UInt8(ascii: "?") where isBlank(1):
      guard canBeginCollection else { throw failure("mapping keys are not allowed in this context") }
      return try container(properties, "!!map") { (reader) throws(FunctionFailure) in
        try reader.mapping(column: column)
      }
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return try finish(try blockScalar(parent: parent), properties)
    default: break
    }
    if isKeyAhead() {
      guard canBeginCollection else { throw failure("mapping values are not allowed in this context") }
      return try container(properties, "!!map") { (reader) throws(FunctionFailure) in
        try reader.mapping(column: column)
      }
    }
    let value = try flowNode(properties, parent: parent, isInFlow: false)
    skipSpaces()
    if current == UInt8(ascii: ":"), isBlank(1) { throw failure("mapping values are not allowed in this context") }
    let end = position
    guard skipRestOfLine() || isAtMarker else { throw failure("did not find expected end of line", at: end) }
    return value
  }

  /// Whether nothing is there that could be the node: the next thing stands too far left.
  private func isAbsent(parent: Int, _ canBeSequenceAtParent: Bool) throws(FunctionFailure) -> Bool {
    guard position < bytes.count, !isAtMarker else { return true }
    let column = column(of: position)
    if column > parent {
      let before = bytes[(position - column)..<position]
      if before.contains(0x09), before.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        throw failure("found a tab character that violates indentation")
      }
      return false
    }
    return !(canBeSequenceAtParent && column == parent && current == UInt8(ascii: "-") && isBlank(1))
  }

  /// A sequence or mapping, by the tag that it may have; its anchor is open while it is read, so that it cannot hold
  /// itself.
  mutating func container(
    _ properties: Properties, _ ownTag: String, _ read: (inout YAMLReader) throws(FunctionFailure) -> Value
  ) throws(FunctionFailure) -> Value {
    if let tag = properties.tag, tag != ownTag { throw failure("unsupported tag \"\(tag)\"") }
    if let anchor = properties.anchor { openAnchors.insert(anchor) }
    let value = try read(&self)
    if let anchor = properties.anchor {
      openAnchors.remove(anchor)
      anchors[anchor] = value
    }
    return value
  }

  /// A scalar as a value, by its tag if it has one.
  func resolved(_ scalar: YAMLScalar, _ properties: Properties) throws(FunctionFailure) -> Value {
    switch scalar.value(tag: properties.tag) {
    case .success(let value): return value
    case .failure(let failure): throw self.failure(failure.message)
    }
  }

  mutating func finish(_ scalar: YAMLScalar, _ properties: Properties) throws(FunctionFailure) -> Value {
    let value = try resolved(scalar, properties)
    if let anchor = properties.anchor { anchors[anchor] = value }
    return value
  }

  mutating func alias() throws(FunctionFailure) -> Value {
    let start = position
    position += 1
    let name = anchorName()
    if openAnchors.contains(name) {
      throw failure("cannot refer to anchor \"\(name)\" from inside its own definition", at: start)
    }
    guard let value = anchors[name] else { throw failure("reference to undefined anchor \"\(name)\"", at: start) }
    aliasAllowance -= ValueMeasure(of: value, sizeLimit: max(0, aliasAllowance), nestingLimit: 500).size
    guard aliasAllowance >= 0 else { throw failure("aliases make the document too large", at: start) }
    return value
  }

  // MARK: Properties

  struct Properties {
    var anchor: String?
    var tag: String?
  }

  mutating func readProperties(into properties: inout Properties) throws(FunctionFailure) -> Bool {
    var sawAny = false
    while true {
      if current == UInt8(ascii: "&") {
        guard properties.anchor == nil else { throw failure("a second anchor for one node") }
        position += 1
        let name = anchorName()
        guard !name.isEmpty else { throw failure("did not find expected alphabetic or numeric character") }
        properties.anchor = name
      } else if current == UInt8(ascii: "!") {
        guard properties.tag == nil else { throw failure("a second tag for one node") }
        let start = position
        let isVerbatim = peek(1) == UInt8(ascii: "<")
        while !isBlank(0), isVerbatim || current != UInt8(ascii: ",") { position += 1 }
        properties.tag = Self.shortTag(String(decoding: bytes[start..<position], as: UTF8.self))
      } else {
        return sawAny
      }
      sawAny = true
      skipSpaces()
    }
  }

  private static func shortTag(_ tag: String) -> String {
    let long = "!<tag:yaml.org,2002:"
    return tag.hasPrefix(long) && tag.hasSuffix(">") ? "!!" + tag.dropFirst(long.count).dropLast() : tag
  }

  /// Counts a level that brackets open.
  mutating func enter() throws(FunctionFailure) {
    depth += 1
    guard depth <= FunctionBounds.nesting else {
      throw failure("YAML nests more than \(FunctionBounds.nesting) levels deep")
    }
  }

  mutating func leave() { depth -= 1 }

  private mutating func anchorName() -> String {
    let start = position
    while let byte = current {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: "-"): position += 1
      default: return String(decoding: bytes[start..<position], as: UTF8.self)
      }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }
}
