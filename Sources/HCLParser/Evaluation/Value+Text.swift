extension Value {
  /// What the value becomes in a template: strings as they are, numbers in plain decimal, `true` and `false`.
  /// Nil for null, for unknown values, for containers, and for numbers too long to write out.
  public var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number): number.plainText
    case .bool(let value): value ? "true" : "false"
    default: nil
    }
  }

  /// What messages call the value: itself where it is short, else its kind.
  public var summary: String {
    switch self {
    case .string(let text):
      text.utf8.count <= 40 && !text.utf8.contains { $0 < 0x20 || $0 == 0x7F } ? "\"\(text)\"" : "a string"
    case .number(let number): number.plainText.flatMap { $0.utf8.count <= 40 ? $0 : nil } ?? "a number"
    case .bool(let value): value ? "true" : "false"
    case .null: "null"
    case .unknown(.any): "a value that is not known yet"
    case .unknown(.bool): "a bool that is not known yet"
    case .unknown(let type): "\(type.phrase) that is not known yet"
    case .list: "a list"
    case .set: "a set"
    case .map: "a map"
    // People write `[…]` for a list and rarely know the word tuple; where the difference matters, types are shown.
    case .tuple(let elements): elements.isEmpty ? "an empty list" : "a list"
    case .object(let fields): fields.isEmpty ? "an empty object" : "an object"
    }
  }
}

extension ValueType {
  /// What messages call the type: `list of string`, `object`.
  public var name: String {
    switch self {
    case .any: "any type"
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .list(let element): element == .any ? "list" : "list of \(element.name)"
    case .set(let element): element == .any ? "set" : "set of \(element.name)"
    case .map(let element): element == .any ? "map" : "map of \(element.name)"
    case .tuple: "tuple"
    case .object: "object"
    }
  }

  /// What messages say that something takes: `a string`, `a list of numbers`.
  public var phrase: String {
    switch self {
    case .any: "any value"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a string"
    case .list(let element): element == .any ? "a list" : "a list of \(element.pluralPhrase)"
    case .set(let element): element == .any ? "a set" : "a set of \(element.pluralPhrase)"
    case .map(let element): element == .any ? "a map" : "a map of \(element.pluralPhrase)"
    case .tuple: "a tuple"
    case .object: "an object"
    }
  }

  private var pluralPhrase: String {
    switch self {
    case .any: "any values"
    case .bool: "bools"
    case .number: "numbers"
    case .string: "strings"
    case .list: "lists"
    case .set: "sets"
    case .map: "maps"
    case .tuple: "tuples"
    case .object: "objects"
    }
  }

  /// The type as a type expression writes it: `list(string)`, `object({a = number})`.
  public var expressionText: String {
    switch self {
    case .any: "any"
    case .bool: "bool"
    case .number: "number"
    case .string: "string"
    case .list(let element): "list(\(element.expressionText))"
    case .set(let element): "set(\(element.expressionText))"
    case .map(let element): "map(\(element.expressionText))"
    case .tuple(let elements): "tuple([\(elements.map(\.expressionText).joined(separator: ", "))])"
    case .object(let attributes):
      "object({\(attributes.map { "\($0.name) = \($0.type.expressionText)" }.joined(separator: ", "))})"
    }
  }
}
