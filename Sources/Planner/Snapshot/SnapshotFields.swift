import HCLParser

/// Reads typed fields of the document at hand and says what does not fit, naming document and field.
///
/// Null and absent are the same thing everywhere; unknown keys are passed over by whoever walks the members.
struct SnapshotFields {
  var diagnostics: [Diagnostic] = []
  /// The texts of all nodes' attributes and metadata.
  var symbols = SymbolTable()
  /// The attributes of the node before, as a guess what the next one has.
  private var lastAttributes: [NodeAttributes.Entry] = []
  /// How messages call the kind of document: `node`, `allocation`.
  var kind = "document"
  /// The document being read; tells its own name when there is something to say about it.
  var document: JSONNode?

  /// More says nothing new: a generator that gets one field wrong gets it wrong in all ten thousand nodes.
  static let diagnosticBound = 100
  /// Amounts beyond are slips, and sums of them would run over.
  static let amounts = 0...(1 << 48)

  /// `node "n1"`: by its name, else by its id.
  var subject: String {
    for key in ["Name", "ID"] {
      if let name = document?[key]?.string, !name.isEmpty { return "\(kind) \"\(name)\"" }
    }
    return "\(kind) without a name"
  }

  /// What to underline where a document as a whole is meant: its name or id, else its first byte.
  func headline(of json: JSONNode) -> SourceRange { headline(of: json, name: json["Name"], id: json["ID"]) }

  /// The same for one whose members have been looked through already.
  func headline(of json: JSONNode, name: JSONNode?, id: JSONNode?) -> SourceRange {
    for value in [name, id] {
      if let value, value.string?.isEmpty == false { return value.range }
    }
    return SourceRange(json.range.start, json.range.start + 1, source: json.range.source)
  }

  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < Self.diagnosticBound { diagnostics.append(diagnostic) }
  }

  // Names of fields are put together only where there is something to say.

  /// Text. Nothing changes where the value is null or no text.
  mutating func read(_ json: JSONNode, _ field: @autoclosure () -> String, into target: inout String) {
    if let text = json.string { target = text } else { wrongType(json, field(), "text") }
  }

  mutating func read(_ json: JSONNode, _ field: @autoclosure () -> String, into target: inout Bool) {
    if let bool = json.bool { target = bool } else { wrongType(json, field(), "a boolean") }
  }

  mutating func read(_ json: JSONNode, _ field: @autoclosure () -> String, into target: inout Bool?) {
    if let bool = json.bool { target = bool } else { wrongType(json, field(), "a boolean") }
  }

  mutating func read(
    _ json: JSONNode, _ field: @autoclosure () -> String, into target: inout Int,
    in range: ClosedRange<Int> = SnapshotFields.amounts
  ) {
    guard let number = int(json, field(), in: range) else { return }
    target = number
  }

  mutating func read(
    _ json: JSONNode, _ field: @autoclosure () -> String, into target: inout Int?,
    in range: ClosedRange<Int> = SnapshotFields.amounts
  ) {
    if let number = int(json, field(), in: range) { target = number }
  }

  private mutating func int(_ json: JSONNode, _ field: @autoclosure () -> String, in range: ClosedRange<Int>) -> Int? {
    guard json.kind == .number else {
      wrongType(json, field(), "a whole number")
      return nil
    }
    guard let number = json.int else {
      report(.snapshotNotWhole(subject, field(), json.numberText ?? "", at: json.range))
      return nil
    }
    guard range.contains(number) else {
      report(.snapshotOutOfRange(subject, field(), number, range, at: json.range))
      return nil
    }
    return number
  }

  /// The members of an object; none where the value is null or no object.
  mutating func members(_ json: JSONNode, _ field: @autoclosure () -> String) -> JSONMembers {
    if json.kind != .object { wrongType(json, field(), "an object") }
    return json.members
  }

  /// The elements of a list; none where the value is null or no list.
  mutating func elements(_ json: JSONNode, _ field: @autoclosure () -> String) -> JSONElements {
    if json.kind != .array { wrongType(json, field(), "a list") }
    return json.elements
  }

  /// A list of whole numbers, ascending, each once.
  mutating func numbers(_ json: JSONNode, _ field: @autoclosure () -> String, into target: inout [Int]) {
    var numbers: [Int] = []
    for element in elements(json, field()) {
      var number = -1
      read(element, field(), into: &number, in: 0...65_535)
      if number >= 0 { numbers.append(number) }
    }
    target = Set(numbers).sorted()
  }

  /// A map of texts as numbers of the shared table: no `String` is made of any of them.
  mutating func attributes(
    _ json: JSONNode, _ field: @autoclosure () -> String, into target: inout [NodeAttributes.Entry]
  ) {
    let bytes = json.sourceBytes
    if let plain = json.plainTextMembers {
      // Nodes of one cluster list the same names in the same order, and mostly the same texts under them.
      let like = lastAttributes
      target = []
      target.reserveCapacity(plain.count)
      for (index, member) in plain.enumerated() {
        let guess = index < like.count ? like[index] : nil
        let key = symbols.intern(bytes, member.key, guess: guess?.key)
        let value = symbols.intern(bytes, member.value, guess: guess?.key == key ? guess?.value : nil)
        target.append(NodeAttributes.Entry(key: key, value: value))
      }
      if plain.count > 8 { lastAttributes = target }
      return
    }
    var entries: [NodeAttributes.Entry] = []
    for member in members(json, field()) {
      if member.value.isNull { continue }
      guard member.value.kind == .string else {
        wrongType(member.value, "\(field()).\(member.key)", "text")
        continue
      }
      entries.append(
        NodeAttributes.Entry(key: symbol(member.keyNode, bytes), value: symbol(member.value, bytes)))
    }
    target = entries
  }

  private mutating func symbol(_ json: JSONNode, _ bytes: [UInt8]) -> Symbol {
    if let range = json.plainTextRange { return symbols.intern(bytes, range) }
    return symbols.intern(json.string ?? "")
  }

  private mutating func wrongType(_ json: JSONNode, _ field: @autoclosure () -> String, _ expected: String) {
    if json.isNull { return }
    report(.snapshotWrongType(subject, field(), expected: expected, found: json.kind.rawValue, at: json.range))
  }
}
