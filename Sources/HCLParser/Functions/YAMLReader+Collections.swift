/// Sequences and mappings, in block and in flow style.
extension YAMLReader {
  /// Whether a key with its colon stands here, on one line.
  func isKeyAhead() -> Bool {
    var probe = self
    var properties = Properties()
    guard (try? probe.readProperties(into: &properties)) != nil else { return false }
    switch probe.current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard (try? probe.quoted()) != nil else { return false }
    case UInt8(ascii: "*"):
      while !probe.isBlank(0), probe.current != UInt8(ascii: ":") { probe.position += 1 }
    case UInt8(ascii: "["), UInt8(ascii: "{"): return false
    default:
      probe.skipPlainLine(isInFlow: false)
    }
    guard !bytes[position..<probe.position].contains(0x0A) else { return false }
    probe.skipSpaces()
    return probe.current == UInt8(ascii: ":") && probe.isBlank(1)
  }

  mutating func sequence(column: Int) throws(FunctionFailure) -> Value {
    var elements: [Value] = []
    while current == UInt8(ascii: "-"), isBlank(1), self.column(of: position) == column, !isAtMarker {
      position += 1
      elements.append(try blockNode(parent: column, canBeginCollection: true))
      skipEmptyLines()
    }
    try checkOutdent(column)
    return .tuple(elements)
  }

  /// What follows a container must stand further left than it.
  private func checkOutdent(_ column: Int) throws(FunctionFailure) {
    if position < bytes.count, !isAtMarker, self.column(of: position) > column {
      throw failure("did not find expected key or \"-\" indicator")
    }
  }

  mutating func mapping(column: Int) throws(FunctionFailure) -> Value {
    var entries = YAMLEntries()
    while position < bytes.count, self.column(of: position) == column, !isAtMarker {
      if current == UInt8(ascii: "?"), isBlank(1) {
        try explicitEntry(into: &entries, column: column)
        skipEmptyLines()
        continue
      }
      guard isKeyAhead() else {
        if current == UInt8(ascii: "-"), isBlank(1) { break }
        throw failure("could not find expected ':'")
      }
      let key = try key(isInFlow: false)
      position += 1
      let start = position
      let value = try blockNode(parent: column, canBeginCollection: false, canBeSequenceAtParent: true)
      if case .failure(let failure) = entries.append(key, value) { throw self.failure(failure.message, at: start) }
      skipEmptyLines()
    }
    try checkOutdent(column)
    return .object(entries.fields)
  }

  /// `? key`, with `: value` on a line of its own, or without.
  private mutating func explicitEntry(into entries: inout YAMLEntries, column: Int) throws(FunctionFailure) {
    position += 1
    let start = position
    let key = try key(try blockNode(parent: column, canBeginCollection: true), at: start)
    skipEmptyLines()
    var value = Value.null(.any)
    if current == UInt8(ascii: ":"), isBlank(1), self.column(of: position) == column {
      position += 1
      value = try blockNode(parent: column, canBeginCollection: true, canBeSequenceAtParent: true)
    }
    if case .failure(let failure) = entries.append(key, value) { throw self.failure(failure.message, at: start) }
  }

  private func key(_ value: Value, at start: Int) throws(FunctionFailure) -> YAMLKey {
    guard let text = value.text else { throw failure("mapping key must be a string, number or bool", at: start) }
    return text == "<<" ? .merge : .text(text.normalisedC)
  }

  /// Reads a key and stops at its colon. An anchor of a key is passed over: nothing may refer to it.
  mutating func key(isInFlow: Bool) throws(FunctionFailure) -> YAMLKey {
    let start = position
    var properties = Properties()
    _ = try readProperties(into: &properties)
    let value: Value
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): value = try resolved(.quoted(try quoted()), properties)
    case UInt8(ascii: "*"): throw failure("an alias cannot be a key")
    default:
      let from = position
      skipPlainLine(isInFlow: isInFlow)
      value = try resolved(.plain(String(decoding: bytes[from..<position], as: UTF8.self)), properties)
    }
    skipSpaces()
    return try key(value, at: start)
  }

  // MARK: Flow style

  /// Goes to the next thing inside brackets.
  private mutating func skipInFlow() throws(FunctionFailure) {
    skipEmptyLines()
    if isAtMarker { throw failure("found unexpected document indicator") }
  }

  /// A node that is no block collection and no block scalar.
  mutating func flowNode(
    _ given: Properties, parent: Int, isInFlow: Bool
  ) throws(FunctionFailure) -> Value {
    var properties = given
    if isInFlow { _ = try readProperties(into: &properties) }
    switch current {
    case UInt8(ascii: "["):
      return try container(properties, "!!seq") { (reader) throws(FunctionFailure) in
        try reader.flowSequence(parent: parent)
      }
    case UInt8(ascii: "{"):
      return try container(properties, "!!map") { (reader) throws(FunctionFailure) in
        try reader.flowMapping(parent: parent)
      }
    case UInt8(ascii: "*"):
      guard properties.anchor == nil, properties.tag == nil else { throw failure("an alias has no anchor or tag") }
      return try alias()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try finish(.quoted(try quoted()), properties)
    default: return try finish(.plain(try plain(parent: parent, isInFlow: isInFlow)), properties)
    }
  }

  private mutating func flowSequence(parent: Int) throws(FunctionFailure) -> Value {
    var elements: [Value] = []
    try nested { (reader) throws(FunctionFailure) in
      try reader.skipInFlow()
      while reader.position < reader.bytes.count, reader.current != UInt8(ascii: "]") {
        elements.append(try reader.flowEntry(parent: parent))
        try reader.skipInFlow()
        if reader.current == UInt8(ascii: ",") {
          reader.position += 1
          try reader.skipInFlow()
        } else if reader.position < reader.bytes.count, reader.current != UInt8(ascii: "]") {
          throw reader.failure("did not find expected ',' or ']'")
        }
      }
    }
    return .tuple(elements)
  }

  /// An element of a flow sequence: a node, or a mapping of one pair without braces.
  private mutating func flowEntry(parent: Int) throws(FunctionFailure) -> Value {
    let start = position
    var entries = YAMLEntries()
    if current == UInt8(ascii: "?") {
      try pair(into: &entries, parent: parent)
      return .object(entries.fields)
    }
    let value = try flowNode(Properties(), parent: parent, isInFlow: true)
    skipSpaces()
    guard current == UInt8(ascii: ":") else { return value }
    position = start
    try pair(into: &entries, parent: parent)
    return .object(entries.fields)
  }

  private mutating func flowMapping(parent: Int) throws(FunctionFailure) -> Value {
    var entries = YAMLEntries()
    try nested { (reader) throws(FunctionFailure) in
      try reader.skipInFlow()
      while reader.position < reader.bytes.count, reader.current != UInt8(ascii: "}") {
        try reader.pair(into: &entries, parent: parent)
        try reader.skipInFlow()
        if reader.current == UInt8(ascii: ",") {
          reader.position += 1
          try reader.skipInFlow()
        } else if reader.position < reader.bytes.count, reader.current != UInt8(ascii: "}") {
          throw reader.failure("did not find expected ',' or '}'")
        }
      }
    }
    return .object(entries.fields)
  }

  private mutating func pair(into entries: inout YAMLEntries, parent: Int) throws(FunctionFailure) {
    let isExplicit = current == UInt8(ascii: "?")
    if isExplicit {
      position += 1
      try skipInFlow()
    }
    let start = position
    if current == UInt8(ascii: "[") || current == UInt8(ascii: "{") { throw failure("mapping key must be a scalar") }
    let key = try key(isInFlow: true)
    guard position > start else { throw failure("did not find expected node content") }
    let keyEnd = position
    try skipInFlow()
    if !isExplicit, current == UInt8(ascii: ":"), bytes[keyEnd..<position].contains(0x0A) {
      throw failure("a key and its colon stand on one line", at: keyEnd)
    }
    var value = Value.null(.any)
    if current == UInt8(ascii: ":") {
      position += 1
      try skipInFlow()
      if current != UInt8(ascii: ","), current != UInt8(ascii: "}"), current != UInt8(ascii: "]") {
        value = try flowNode(Properties(), parent: parent, isInFlow: true)
      }
    }
    if case .failure(let failure) = entries.append(key, value) { throw self.failure(failure.message, at: start) }
  }

  /// Runs what stands between brackets, counted as one level.
  private mutating func nested(
    _ read: (inout YAMLReader) throws(FunctionFailure) -> Void
  ) throws(FunctionFailure) {
    let start = position
    try enter()
    position += 1
    try read(&self)
    guard position < bytes.count else { throw failure("did not find the end of this flow collection", at: start) }
    position += 1
    leave()
  }
}

/// The key of a mapping entry.
enum YAMLKey {
  case text(String)
  /// `<<`: the entries of another mapping are taken in.
  case merge
}

/// The entries of a mapping: of several with one key the last wins, whether it was merged in or stands there itself.
struct YAMLEntries {
  private var entries: [ValueFields.Entry] = []

  mutating func append(_ key: YAMLKey, _ value: Value) -> Result<Void, FunctionFailure> {
    switch key {
    case .text(let text): entries.append(ValueFields.Entry(text, value))
    case .merge:
      guard case .object(let fields) = value else {
        return .failure(FunctionFailure("only a mapping can be merged in"))
      }
      entries += fields
    }
    return .success(())
  }

  var fields: ValueFields { ValueFields(entries) }
}
