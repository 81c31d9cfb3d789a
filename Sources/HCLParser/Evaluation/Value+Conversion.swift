/// Why a value does not convert to a type.
public struct ConversionFailure: Error, Sendable, Hashable {
  /// A way into a value: by the number of an element, from 0, or by the key of an entry.
  public enum Step: Sendable, Hashable {
    case index(Int)
    case key(String)
  }

  /// What is required, lower case at the start, no full stop: `a number is required`.
  public var message: String
  /// Where in the value: empty for the value itself.
  public var path: [Step]

  public init(_ message: String, at path: [Step] = []) {
    self.message = message
    self.path = path
  }

  /// The message with the place before it: `[0].port: a number is required`.
  public var description: String { path.isEmpty ? message : "\(pathText): \(message)" }

  /// The place as an expression would name it: `[0].port`.
  public var pathText: String {
    path.reduce(into: "") { text, step in
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key): text += IdentifierText.isIdentifier(key) ? ".\(key)" : "[\"\(key)\"]"
      }
    }
  }

  func inside(_ step: Step) -> ConversionFailure { ConversionFailure(message, at: [step] + path) }

  fileprivate static func required(_ type: ValueType, have value: ValueType) -> ConversionFailure {
    ConversionFailure(value == .any ? "\(type.name) required" : "\(type.name) required, but have \(value.name)")
  }
}

extension Value {
  /// The value as one of that type, by the language's unsafe conversion. `reference/hcl.md` 6.3.
  public func converted(to type: ValueType) -> Result<Value, ConversionFailure> {
    do throws(ConversionFailure) { return .success(try conversion(to: type)) } catch { return .failure(error) }
  }

  func conversion(to target: ValueType) throws(ConversionFailure) -> Value {
    switch (self, target) {
    case (_, .any), (.string, .string), (.number, .number), (.bool, .bool): return self
    case (.null(let type), _):
      guard type.converts(to: target) else { throw .required(target, have: type) }
      return .null(target)
    case (.unknown(let type), _):
      guard type.converts(to: target) else { throw .required(target, have: type) }
      return .unknown(target)
    case (.number, .string), (.bool, .string):
      guard let text else { throw ConversionFailure("the number is too long to be written out") }
      return .string(text)
    case (.string(let text), .number):
      guard let number = Number(decimal: text) else { throw ConversionFailure("a number is required") }
      return .number(number)
    case (.string(let text), .bool): return .bool(try Value.bool(from: text))
    default: break
    }
    switch target {
    case .list(let element): return try sequence(to: target, element: element) { .list($0, of: $1) }
    case .set(let element): return try sequence(to: target, element: element) { .makeSet($0, of: $1) }
    case .map(let element): return try mapping(to: target, element: element)
    case .tuple(let types): return try tuple(to: target, types)
    case .object(let attributes): return try object(to: target, attributes)
    case .any, .bool, .number, .string: throw .required(target, have: type)
    }
  }

  private static func bool(from text: String) throws(ConversionFailure) -> Bool {
    switch text {
    case "true", "1": return true
    case "false", "0": return false
    default:
      let lower = text.lowercased()
      guard lower == "true" || lower == "false" else { throw ConversionFailure("a bool is required") }
      throw ConversionFailure("a bool is required; write \"\(lower)\" in lower case")
    }
  }

  /// A list, set or tuple as a list or set.
  private func sequence(
    to target: ValueType, element: ValueType, _ make: ([Value], ValueType) -> Value
  ) throws(ConversionFailure) -> Value {
    var wanted = element
    let parts: [Value]
    switch self {
    case .list(let elements, let own), .set(let elements, let own):
      guard own.converts(to: element) else { throw .required(target, have: type) }
      if element == .any { wanted = own }
      parts = elements
    case .tuple(let elements):
      if element.isOpen {
        guard let unified = ValueType.unify(elements.map(\.type)) else {
          throw ConversionFailure("all elements must have one type")
        }
        if element == .any { wanted = unified }
      }
      parts = elements
    default: throw .required(target, have: type)
    }
    var result: [Value] = []
    result.reserveCapacity(parts.count)
    for (index, part) in parts.enumerated() {
      do throws(ConversionFailure) { result.append(try part.conversion(to: wanted)) } catch {
        throw error.inside(.index(index))
      }
    }
    guard wanted.isOpen, !ValueType.areEqual(result.lazy.map(\.type)) else { return make(result, wanted) }
    // Parts of an open type came out differently: all take the type that fits them all.
    guard let closed = ValueType.unify(result.map(\.type)) else {
      throw ConversionFailure("all elements must have one type")
    }
    for index in result.indices { result[index] = try result[index].conversion(to: closed) }
    guard ValueType.areEqual(result.lazy.map(\.type)) else {
      throw ConversionFailure("all elements must have one type")
    }
    return make(result, closed)
  }

  /// A map or object as a map.
  private func mapping(to target: ValueType, element: ValueType) throws(ConversionFailure) -> Value {
    var wanted = element
    let fields: ValueFields
    switch self {
    case .map(let own, let type):
      guard type.converts(to: element) else { throw .required(target, have: self.type) }
      if element == .any { wanted = type }
      fields = own
    case .object(let own):
      if element == .any {
        guard let unified = ValueType.unify(own.map { $0.value.type }) else {
          throw ConversionFailure("all values must have one type")
        }
        wanted = unified
      }
      fields = own
    default: throw .required(target, have: type)
    }
    let target = wanted
    let result = try fields.mapValues { (entry) throws(ConversionFailure) in
      do throws(ConversionFailure) { return try entry.value.conversion(to: target) } catch {
        throw error.inside(.key(entry.key))
      }
    }
    // A bare null fits beside anything in a map.
    let types = result.map { $0.value.type }.filter { $0 != .any }
    guard wanted.isOpen, !ValueType.areEqual(types) else { return .map(result, of: wanted) }
    guard wanted != .any, let closed = ValueType.unify(types) else {
      throw ConversionFailure("all values must have one type")
    }
    let closedResult = try result.mapValues { (entry) throws(ConversionFailure) in
      try entry.value.conversion(to: closed)
    }
    guard ValueType.areEqual(closedResult.map { $0.value.type }.filter { $0 != .any }) else {
      throw ConversionFailure("all values must have one type")
    }
    return .map(closedResult, of: closed)
  }

  private func tuple(to target: ValueType, _ types: [ValueType]) throws(ConversionFailure) -> Value {
    guard let elements else { throw .required(target, have: type) }
    guard elements.count == types.count else {
      throw ConversionFailure(
        "a tuple of \(types.count) \(types.count == 1 ? "element" : "elements") is required, not of \(elements.count)")
    }
    var result: [Value] = []
    for (index, element) in elements.enumerated() {
      do throws(ConversionFailure) { result.append(try element.conversion(to: types[index])) } catch {
        throw error.inside(.index(index))
      }
    }
    return .tuple(result)
  }

  /// Attributes that the target does not name are dropped.
  private func object(to target: ValueType, _ attributes: [ValueType.ObjectAttribute]) throws(ConversionFailure)
    -> Value
  {
    guard let fields else { throw .required(target, have: type) }
    var result: [ValueFields.Entry] = []
    for attribute in attributes {
      guard let value = fields[attribute.name] else {
        guard attribute.isOptional else { throw ConversionFailure("attribute \"\(attribute.name)\" is required") }
        result.append(ValueFields.Entry(attribute.name, .null(attribute.type)))
        continue
      }
      do throws(ConversionFailure) {
        result.append(ValueFields.Entry(attribute.name, try value.conversion(to: attribute.type)))
      } catch {
        throw error.inside(.key(attribute.name))
      }
    }
    return .object(ValueFields(result))
  }
}

extension ValueType {
  static func areEqual(_ types: some Sequence<ValueType>) -> Bool {
    var iterator = types.makeIterator()
    guard let first = iterator.next() else { return true }
    while let next = iterator.next() { if next != first { return false } }
    return true
  }

  /// True where the type leaves something open: it is `any`, or holds it.
  var isOpen: Bool {
    switch self {
    case .any: true
    case .bool, .number, .string: false
    case .list(let element), .set(let element), .map(let element): element.isOpen
    case .tuple(let elements): elements.contains { $0.isOpen }
    case .object(let attributes): attributes.contains { $0.type.isOpen }
    }
  }
}

/// How names read in paths.
enum IdentifierText {
  /// True for a plain ASCII name, which needs no quotes after a dot.
  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isIdentifierStart else { return false }
    return text.utf8.dropFirst().allSatisfy {
      $0.isIdentifierStart || $0 == UInt8(ascii: "-") || (48...57).contains($0)
    }
  }
}

extension UInt8 {
  fileprivate var isIdentifierStart: Bool {
    (65...90).contains(self) || (97...122).contains(self) || self == UInt8(ascii: "_")
  }
}
