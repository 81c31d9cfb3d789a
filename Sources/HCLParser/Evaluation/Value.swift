/// What an expression can yield. `reference/hcl.md` section 6.
///
/// Strings are in Unicode normalisation form C. Sets hold each element once, in the order in which they iterate.
public enum Value: Sendable {
  case null(ValueType)
  /// A value that cannot be known offline. Operations on it yield unknown.
  case unknown(ValueType)
  case bool(Bool)
  case number(Number)
  case string(String)
  case list([Value], of: ValueType)
  case set([Value], of: ValueType)
  case map(ValueFields, of: ValueType)
  case tuple([Value])
  case object(ValueFields)
}

extension Value {
  /// A set of elements of one type: each once, in the order in which sets iterate.
  public static func makeSet(_ elements: [Value], of type: ValueType) -> Value {
    let sorted = Value.inIterationOrder(elements)
    var unique: [Value] = []
    unique.reserveCapacity(sorted.count)
    for element in sorted where unique.last.map({ $0.order(against: element) != 0 }) ?? true { unique.append(element) }
    return .set(unique, of: type)
  }

  private static func inIterationOrder(_ elements: [Value]) -> [Value] {
    guard elements.contains(where: { $0.elements != nil || $0.fields != nil }) else {
      return elements.sorted { $0.order(against: $1) < 0 }
    }
    return elements.map { (key: IterationKey($0).bytes, value: $0) }.sorted { left, right in
      left.key == right.key
        ? left.value.order(against: right.value) < 0 : left.key.lexicographicallyPrecedes(right.key)
    }.map(\.value)
  }

  /// A string as the language holds it: in normalisation form C.
  public static func normalised(_ text: String) -> Value { .string(text.normalisedC) }

  /// The value's type; null and unknown carry theirs, which is `any` where nothing is known of it.
  public var type: ValueType {
    switch self {
    case .null(let type), .unknown(let type): type
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .list(_, let element): .list(element)
    case .set(_, let element): .set(element)
    case .map(_, let element): .map(element)
    case .tuple(let elements): .tuple(elements.map(\.type))
    case .object(let fields): .object(fields.map { ValueType.ObjectAttribute($0.key, $0.value.type) })
    }
  }

  /// True for null of any type, not for a container that holds one.
  public var isNull: Bool { if case .null = self { true } else { false } }

  /// True where the value as a whole is not known.
  public var isUnknown: Bool { if case .unknown = self { true } else { false } }

  /// True where no part of the value is unknown.
  public var isWhollyKnown: Bool {
    switch self {
    case .unknown: false
    case .null, .bool, .number, .string: true
    case .list(let elements, _), .set(let elements, _), .tuple(let elements):
      elements.allSatisfy { $0.isWhollyKnown }
    case .map(let fields, _), .object(let fields): fields.allSatisfy { $0.value.isWhollyKnown }
    }
  }

  /// The elements of a list, set or tuple.
  public var elements: [Value]? {
    switch self {
    case .list(let elements, _), .set(let elements, _), .tuple(let elements): elements
    default: nil
    }
  }

  /// The entries of a map or object.
  public var fields: ValueFields? {
    switch self {
    case .map(let fields, _), .object(let fields): fields
    default: nil
    }
  }
}
