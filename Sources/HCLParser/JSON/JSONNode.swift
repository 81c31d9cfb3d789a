/// A value of a JSON text: a view, cheap to copy.
public struct JSONNode: Sendable {
  let storage: JSONStorage
  let index: Int

  init(storage: JSONStorage, index: Int) {
    self.storage = storage
    self.index = index
  }

  /// What a JSON value can be. The raw value is how messages call it.
  public enum Kind: String, Sendable {
    case object = "an object"
    case array = "a list"
    case string = "text"
    case number = "a number"
    case bool = "a boolean"
    case null = "null"
  }

  private var entry: JSONEntry { storage.tape[index] }

  /// What the value is, told by its first byte.
  public var kind: Kind {
    switch storage.source.bytes[Int(entry.start)] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  /// True for the value `null` itself; a key that is missing gives no node at all.
  public var isNull: Bool { kind == .null }

  /// The whole value as it stands in the text, quotes and braces included.
  public var range: SourceRange { SourceRange(Int(entry.start), Int(entry.end), source: storage.source.id) }

  /// The tape index after this value and all inside it.
  var indexAfter: Int { kind == .object || kind == .array ? Int(entry.link) : index + 1 }

  /// The text of a string, escapes decoded; nil for any other kind. A lone surrogate becomes U+FFFD.
  public var string: String? {
    guard kind == .string else { return nil }
    if let plain = plainTextRange { return String(decoding: storage.source.bytes[plain], as: UTF8.self) }
    return String(decoding: JSONStringEscapes.decoded(storage.source.bytes, stringContent), as: UTF8.self)
  }

  /// Where the text of a string without escapes stands in `bytes`; nil for other strings and other kinds.
  ///
  /// For readers that take in many strings and make no `String` of each.
  public var plainTextRange: Range<Int>? { kind == .string && entry.link == 0 ? stringContent : nil }

  /// The bytes of the whole source that `plainTextRange` points into.
  public var sourceBytes: [UInt8] { storage.source.bytes }

  private var stringContent: Range<Int> { Int(entry.start) + 1..<Int(entry.end) - 1 }

  /// The digits of a number as written; nil for any other kind.
  public var numberText: String? { kind == .number ? storage.source.text(in: range) : nil }

  /// A whole number that fits, written without fraction and exponent (as Go reads integers); else nil.
  public var int: Int? { numberText.flatMap { Int($0) } }

  /// The nearest double of a number; nil for any other kind and beyond the greatest double.
  public var double: Double? {
    guard let value = numberText.flatMap({ Double($0) }), value.isFinite else { return nil }
    return value
  }

  /// True or false; nil for any other kind.
  public var bool: Bool? {
    guard kind == .bool else { return nil }
    return storage.source.bytes[Int(entry.start)] == UInt8(ascii: "t")
  }

  /// The members of an object in order, repeated keys included; empty for any other kind.
  public var members: JSONMembers {
    JSONMembers(storage: storage, position: index + 1, end: kind == .object ? indexAfter : index + 1)
  }

  /// The elements of an array in order; empty for any other kind.
  public var elements: JSONElements {
    JSONElements(storage: storage, position: index + 1, end: kind == .array ? indexAfter : index + 1)
  }

  /// Whether an object has a member under one of the keys.
  public func hasMember(named keys: [String]) -> Bool {
    members.contains { member in keys.contains { member.hasKey($0) } }
  }

  /// Where the keys and texts of an object stand in `sourceBytes`, if all of them are texts without escapes; else nil.
  ///
  /// For readers of large maps of texts: one array instead of a view for each member.
  public var plainTextMembers: [(key: Range<Int>, value: Range<Int>)]? {
    guard kind == .object else { return nil }
    let tape = storage.tape
    let bytes = storage.source.bytes
    let end = indexAfter
    var result: [(key: Range<Int>, value: Range<Int>)] = []
    result.reserveCapacity((end - index) / 2)
    var position = index + 1
    while position + 1 < end {
      let key = tape[position]
      let value = tape[position + 1]
      guard key.link == 0, value.link == 0, bytes[Int(value.start)] == UInt8(ascii: "\"") else { return nil }
      result.append((Int(key.start) + 1..<Int(key.end) - 1, Int(value.start) + 1..<Int(value.end) - 1))
      position += 2
    }
    return result
  }

  /// The value under a key of an object. Of repeated keys the last wins, as in Go.
  public subscript(key: String) -> JSONNode? {
    var found: JSONNode?
    for member in members where member.hasKey(key) { found = member.value }
    return found
  }
}

/// A key of an object and its value.
public struct JSONMember: Sendable {
  /// The key, a string.
  public var keyNode: JSONNode
  /// What stands under the key.
  public var value: JSONNode

  /// The key as it is meant, escapes decoded.
  public var key: String { keyNode.string ?? "" }
  /// The key with its quotes.
  public var keyRange: SourceRange { keyNode.range }

  /// Whether the key is `key`, byte by byte.
  func hasKey(_ key: String) -> Bool {
    guard let range = keyNode.plainTextRange else { return self.key.utf8.elementsEqual(key.utf8) }
    guard range.count == key.utf8.count else { return false }
    return keyNode.storage.source.bytes[range].elementsEqual(key.utf8)
  }
}

/// The members of an object, in order.
public struct JSONMembers: Sequence, IteratorProtocol, Sendable {
  let storage: JSONStorage
  var position: Int
  let end: Int

  public mutating func next() -> JSONMember? {
    guard position < end else { return nil }
    let value = JSONNode(storage: storage, index: position + 1)
    defer { position = value.indexAfter }
    return JSONMember(keyNode: JSONNode(storage: storage, index: position), value: value)
  }
}

/// The elements of an array, in order.
public struct JSONElements: Sequence, IteratorProtocol, Sendable {
  let storage: JSONStorage
  var position: Int
  let end: Int

  public mutating func next() -> JSONNode? {
    guard position < end else { return nil }
    let value = JSONNode(storage: storage, index: position)
    position = value.indexAfter
    return value
  }
}
