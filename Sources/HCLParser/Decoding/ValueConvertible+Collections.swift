extension Array: ValueConvertible where Element: ValueConvertible {
  public static var typeName: String { "list(\(Element.typeName))" }
  @inlinable public static var kind: ValueKind { Element.self == String.self ? .strings : .other(Self.self) }
  public static var phrase: String { "a list of \(Element.self == Int.self ? "whole numbers" : "texts")" }
  public static var isList: Bool { true }

  public static func converted(from value: Value) -> Conversion<[Element]> {
    switch value {
    case .unknown: return .unknown
    case .null: return .null
    default: break
    }
    guard let items = value.elements else {
      var help: String?
      if case .string(let text) = value, text.utf8.count < 60 { help = "put it in brackets: [\"\(text)\"]" }
      return .failure(found: value.phrase, help: help)
    }
    var result: [Element] = []
    result.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      switch Element.converted(from: item) {
      case .success(let element): result.append(element)
      // A list with a gap would be another list.
      case .unknown, .partial: return .unknown
      case .null: return .failure(found: "a list whose item \(index + 1) is null")
      case .failure(let found, let help):
        return .failure(found: "a list whose item \(index + 1) is \(found)", help: help)
      }
    }
    return .success(result)
  }

  public static func converted(from node: JSONNode) -> Conversion<[Element]> {
    guard node.kind == .array else { return .failure(found: node.kind.rawValue) }
    var result: [Element] = []
    for (index, item) in node.elements.enumerated() {
      if item.isNull, let element = Element.inPlaceOfNull {
        result.append(element)
      } else if case .success(let element) = Element.converted(from: item) {
        result.append(element)
      } else {
        return .failure(found: "a list whose item \(index + 1) is \(item.kind.rawValue)")
      }
    }
    return .success(result)
  }

  public var json: JSONValue { .array(map(\.json)) }
  public var isGiven: Bool { !isEmpty }
}

extension StringMap: ValueConvertible {
  public static var typeName: String { "map(string)" }
  public static var phrase: String { "an object of texts" }

  public static func converted(from value: HCLParser.Value) -> Conversion<StringMap> {
    switch value {
    case .unknown: return .unknown
    case .null: return .null
    default: break
    }
    guard let fields = value.fields else {
      return .failure(found: value.phrase, help: "write names with texts in braces: { NAME = \"…\" }")
    }
    var entries: [Entry] = []
    var isPartial = false
    for field in fields {
      switch String.converted(from: field.value) {
      case .success(let text): entries.append(Entry(field.key, text))
      case .unknown, .partial: isPartial = true
      case .null: return .failure(found: "an object whose \"\(field.key)\" is null")
      case .failure(let found, let help):
        return .failure(found: "an object whose \"\(field.key)\" is \(found)", help: help)
      }
    }
    return isPartial ? .partial(StringMap(entries)) : .success(StringMap(entries))
  }

  public static func converted(from node: JSONNode) -> Conversion<StringMap> {
    guard node.kind == .object else { return .failure(found: node.kind.rawValue) }
    var entries: [Entry] = []
    for member in node.members {
      guard let text = member.value.isNull ? "" : member.value.string else {
        return .failure(found: "an object whose \"\(member.key)\" is \(member.value.kind.rawValue)")
      }
      entries.append(
        Entry(member.key, text, namePlace: Place(member.keyRange), valuePlace: Place(member.value.range)))
    }
    return .success(StringMap(entries))
  }

  public var json: JSONValue {
    .object(JSONObject(entries.map { JSONObject.Member($0.name, .string($0.value)) }))
  }
  public var isGiven: Bool { !entries.isEmpty }
}

extension FreeFormValue: ValueConvertible {
  public static var typeName: String { "any" }
  public static var phrase: String { "any value" }

  public static func converted(from value: Value) -> Conversion<FreeFormValue> { .success(FreeFormValue(of: value)) }
  public static func converted(from node: JSONNode) -> Conversion<FreeFormValue> { .success(FreeFormValue(node)) }

  public var isGiven: Bool { content != .null }
}

extension FreeFormBody: ValueConvertible {
  public static var typeName: String { "any" }
  public static var phrase: String { "an object" }

  public static func converted(from value: Value) -> Conversion<FreeFormBody> {
    FreeFormValue(of: value).body.map { .success($0) } ?? .failure(found: value.phrase)
  }

  public static func converted(from node: JSONNode) -> Conversion<FreeFormBody> {
    guard node.kind == .object else { return .failure(found: node.kind.rawValue) }
    if let number = beyondDoubles(in: node) { return .failure(found: "an object with the number \(number)") }
    return .success(FreeFormBody(node))
  }

  /// The first number that Go cannot read: it makes doubles of all.
  private static func beyondDoubles(in node: JSONNode) -> String? {
    switch node.kind {
    case .number: node.double == nil ? node.numberText : nil
    case .array: node.elements.lazy.compactMap { beyondDoubles(in: $0) }.first { _ in true }
    case .object: node.members.lazy.compactMap { beyondDoubles(in: $0.value) }.first { _ in true }
    case .null, .bool, .string: nil
    }
  }

  public var json: JSONValue { .object(JSONObject(members.map { JSONObject.Member($0.name, $0.value.json) })) }
  public var isGiven: Bool { !members.isEmpty }
}
