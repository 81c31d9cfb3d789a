/// A JSON value made in code, with the keys of objects in the order given. `JSONWriter` turns it into text.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case int(Int)
  case unsigned(UInt64)
  case double(Double)
  /// A number as text, written as it stands: for numbers that no machine type holds exactly.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// An object of the given members, in that order.
  public static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(JSONObject(members.map { JSONObject.Member($0.key, $0.value) }))
  }

  /// `value` as text, or null where there is none.
  public static func optional(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
  /// `value` as a number, or null where there is none.
  public static func optional(_ value: Int?) -> JSONValue { value.map { .int($0) } ?? .null }
  /// `value` as a boolean, or null where there is none.
  public static func optional(_ value: Bool?) -> JSONValue { value.map { .bool($0) } ?? .null }
}

/// The members of an object, in the order they were given.
public struct JSONObject: Sendable, Hashable {
  /// One key and its value.
  public struct Member: Sendable, Hashable {
    /// The key as it is meant: the writer escapes it.
    public var key: String
    /// What is written after the key.
    public var value: JSONValue

    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// As they will be written; a key that stands twice is written twice.
  public var members: [Member]

  public init(_ members: [Member] = []) { self.members = members }

  /// Adds a member at the end.
  public mutating func append(_ key: String, _ value: JSONValue) { members.append(Member(key, value)) }

  /// The value of the last member with this key.
  public subscript(key: String) -> JSONValue? {
    members.last { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .int(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(nilLiteral: ()) { self = .null }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(JSONObject(elements.map { JSONObject.Member($0.0, $0.1) }))
  }

  /// A value of a parsed text, as it stands there; repeated keys are kept.
  public init(_ node: JSONNode) {
    switch node.kind {
    case .null: self = .null
    case .bool: self = .bool(node.bool ?? false)
    case .number: self = node.int.map { .int($0) } ?? .number(node.numberText ?? "0")
    case .string: self = .string(node.string ?? "")
    case .array: self = .array(node.elements.map { JSONValue($0) })
    case .object: self = .object(JSONObject(node.members.map { JSONObject.Member($0.key, JSONValue($0.value)) }))
    }
  }
}
