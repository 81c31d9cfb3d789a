/// What came of turning a value of the language, or of JSON, into a Swift value.
public enum Conversion<Output> {
  case success(Output)
  /// The value depends on what this run does not know; nothing is to be said about it.
  case unknown
  /// Only some parts depend on what this run does not know: what is left without them.
  case partial(Output)
  /// Null, where null is not allowed.
  case null
  /// `found` is how the message calls what stood there; `help` what to write instead.
  case failure(found: String, help: String? = nil)

  func map<New>(_ transform: (Output) -> New) -> Conversion<New> {
    switch self {
    case .success(let output): .success(transform(output))
    case .unknown: .unknown
    case .partial(let output): .partial(transform(output))
    case .null: .null
    case .failure(let found, let help): .failure(found: found, help: help)
    }
  }
}

/// A type that an attribute can have.
public protocol ValueConvertible: Sendable, Hashable {
  /// As docs call it: `list(string)`.
  static var typeName: String { get }
  /// Which of the common types it is.
  static var kind: ValueKind { get }
  /// As messages call it: "a whole number".
  static var phrase: String { get }
  /// The same in API JSON.
  static var jsonPhrase: String { get }
  /// Whether it is a list: the places of its items are kept.
  static var isList: Bool { get }

  static func converted(from value: Value) -> Conversion<Self>
  /// From API JSON, where durations are whole numbers of nanoseconds.
  static func converted(from node: JSONNode) -> Conversion<Self>
  var json: JSONValue { get }
  /// False for the value that stands for "not given".
  var isGiven: Bool { get }
  /// What Go makes of a null inside of a list or map of these; nil where that is no such value.
  static var inPlaceOfNull: Self? { get }
}

extension ValueConvertible {
  public static var jsonPhrase: String { phrase }
  public static var inPlaceOfNull: Self? { nil }
  public static var isList: Bool { false }
  @inlinable public static var kind: ValueKind { .other(Self.self) }
}

extension Optional: ValueConvertible where Wrapped: ValueConvertible {
  public static var typeName: String { Wrapped.typeName }
  @inlinable public static var kind: ValueKind { Wrapped.kind.optional ?? .other(Self.self) }
  public static var phrase: String { Wrapped.phrase }
  public static var jsonPhrase: String { Wrapped.jsonPhrase }
  public static var isList: Bool { Wrapped.isList }

  public static func converted(from value: Value) -> Conversion<Wrapped?> {
    switch Wrapped.converted(from: value) {
    // Durations refuse null even where the field may be absent. reference/jobspec.md section 3.3
    case .null where Wrapped.self != Duration.self: .success(nil)
    case let other: other.map { $0 }
    }
  }

  public static func converted(from node: JSONNode) -> Conversion<Wrapped?> {
    node.isNull ? .success(nil) : Wrapped.converted(from: node).map { $0 }
  }

  public var json: JSONValue { self?.json ?? .null }
  public var isGiven: Bool { self != nil }
}

extension Value {
  /// How messages call this value: by its type, and by itself where it is short.
  var phrase: String {
    switch self {
    case .null: "null"
    case .unknown: "an unknown value"
    case .bool(let value): value ? "true" : "false"
    case .number(let number): number.description.utf8.count <= 24 ? number.description : "a number"
    case .string(let text):
      text.utf8.contains(UInt8(ascii: "{")) && text.hasPrefix("${") ? "the reference \(text)" : "text"
    case .list, .tuple, .set: "a list"
    case .map, .object: "an object"
    }
  }
}
