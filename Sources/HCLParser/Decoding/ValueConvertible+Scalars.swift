extension String: ValueConvertible {
  @inlinable public static var kind: ValueKind { .string }
  public static var typeName: String { "string" }
  public static var phrase: String { "text" }
  public static var inPlaceOfNull: String? { "" }

  public static func converted(from value: Value) -> Conversion<String> {
    switch value {
    case .unknown: .unknown
    case .null: .null
    default: value.text.map { .success($0) } ?? .failure(found: value.phrase)
    }
  }

  public static func converted(from node: JSONNode) -> Conversion<String> {
    node.string.map { .success($0) } ?? .failure(found: node.kind.rawValue)
  }

  public var json: JSONValue { .string(self) }
  public var isGiven: Bool { !isEmpty }
}

extension Int: ValueConvertible {
  @inlinable public static var kind: ValueKind { .int }
  public static var typeName: String { "int" }
  public static var phrase: String { "a whole number" }
  public static var inPlaceOfNull: Int? { 0 }

  public static func converted(from value: Value) -> Conversion<Int> {
    switch value {
    case .unknown: return .unknown
    case .null: return .null
    case .number(let number):
      return number.exactInt.map { .success($0) } ?? .failure(found: value.phrase, help: help(for: number))
    case .string(let text):
      guard let number = Number(decimal: text) else {
        return .failure(found: value.phrase, help: help(for: text))
      }
      return number.exactInt.map { .success($0) } ?? .failure(found: "\"\(text)\"", help: help(for: number))
    default:
      return .failure(found: value.phrase)
    }
  }

  private static func help(for number: Number) -> String? {
    number.isWhole ? "whole numbers have 64 bits: the largest is \(Int.max)" : nil
  }

  /// What was probably meant by a text that is no number.
  private static func help(for text: String) -> String? {
    if text.hasPrefix("${") { return "only texts may hold references that a node fills in" }
    let digits = text.utf8.prefix { Int.isDigit($0) }
    guard !digits.isEmpty, let next = text.utf8.dropFirst(digits.count).first else { return nil }
    let alone = text.utf8.filter { Int.isDigit($0) }
    if text.utf8.allSatisfy({ Int.isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ",") }) {
      return "write the digits alone: \(String(decoding: alone, as: UTF8.self))"
    }
    // With a unit, or a blank. A point or an exponent may mean anything.
    guard alone.count == digits.count, next | 0x20 != UInt8(ascii: "e"), next | 0x20 != UInt8(ascii: "x"),
      next == 0x20 || (next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z"))
    else { return nil }
    return "write the number alone: \(String(decoding: alone, as: UTF8.self))"
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  public static func converted(from node: JSONNode) -> Conversion<Int> {
    node.int.map { .success($0) } ?? .failure(found: node.numberText ?? node.kind.rawValue)
  }

  public var json: JSONValue { .int(self) }
  public var isGiven: Bool { self != 0 }
}

extension Bool: ValueConvertible {
  @inlinable public static var kind: ValueKind { .bool }
  public static var typeName: String { "bool" }
  public static var phrase: String { "true or false" }

  public static func converted(from value: Value) -> Conversion<Bool> {
    switch value {
    case .unknown: return .unknown
    case .null: return .null
    case .bool(let value): return .success(value)
    case .string("true"), .string("1"): return .success(true)
    case .string("false"), .string("0"): return .success(false)
    case .string(let text):
      // A word without quotes comes as a reference: `True`.
      let isReference = text.hasPrefix("${") && text.hasSuffix("}")
      let lowered = (isReference ? String(text.dropFirst(2).dropLast()) : text).lowercased()
      let help: String? =
        ["true", "yes", "on"].contains(lowered)
        ? "write true" : ["false", "no", "off"].contains(lowered) ? "write false" : nil
      return .failure(found: "\"\(text)\"", help: help)
    case .number(let number):
      let help: String? = number.exactInt == 1 ? "write true" : number.exactInt == 0 ? "write false" : nil
      return .failure(found: value.phrase, help: help)
    default:
      return .failure(found: value.phrase)
    }
  }

  public static func converted(from node: JSONNode) -> Conversion<Bool> {
    node.bool.map { .success($0) } ?? .failure(found: node.kind.rawValue)
  }

  public var json: JSONValue { .bool(self) }
  public var isGiven: Bool { self }
}

extension Duration: ValueConvertible {
  @inlinable public static var kind: ValueKind { .duration }
  public static var typeName: String { "duration" }
  public static var phrase: String { "a duration such as \"30s\"" }
  public static var jsonPhrase: String { "a whole number of nanoseconds" }

  public static func converted(from value: Value) -> Conversion<Duration> {
    switch value {
    case .unknown: return .unknown
    case .null: return .null
    case .number(let number):
      guard let count = number.exactInt else {
        return .failure(
          found: value.phrase,
          help: number.isWhole ? "the longest duration is about 292 years" : "write it with a unit: \"1.5s\"")
      }
      return .success(Duration(nanoseconds: Int64(count)))
    case .string(let text):
      switch parse(text) {
      case .success(let duration): return .success(duration)
      case .failure(let failure):
        return .failure(found: text.isEmpty ? "empty text" : "\"\(text)\"", help: help(failure, text))
      }
    default:
      return .failure(found: value.phrase)
    }
  }

  private static func help(_ failure: DurationFailure, _ text: String) -> String? {
    switch failure {
    case .missingUnit(let number):
      "add a unit: \"\(number)s\" are seconds, \"\(number)m\" minutes, \"\(number)h\" hours"
    case .unknownUnit(let unit):
      ["d", "day", "days"].contains(unit)
        ? "there is no unit for days: write hours, such as \"24h\""
        : "the units are h, m, s, ms, us and ns, without blanks: \"1h30m\""
    case .outOfRange: "the longest duration is about 292 years"
    case .empty, .notANumber:
      text.hasPrefix("${") ? "only texts may hold references that a node fills in" : nil
    }
  }

  public static func converted(from node: JSONNode) -> Conversion<Duration> {
    if let count = node.int { return .success(Duration(nanoseconds: Int64(count))) }
    guard let text = node.string else { return .failure(found: node.numberText ?? node.kind.rawValue) }
    guard case .success(let duration) = parse(text) else { return .failure(found: node.kind.rawValue) }
    return .failure(found: "\"\(text)\"", help: "API JSON has no units: write \(duration.nanoseconds)")
  }

  public var json: JSONValue { .int(Int(nanoseconds)) }
  public var isGiven: Bool { nanoseconds != 0 }
}
