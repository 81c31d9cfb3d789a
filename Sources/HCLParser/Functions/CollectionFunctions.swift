/// Functions of lists, tuples, maps and objects that look things up or cut things out.
enum CollectionFunctions {
  static let all: [Function] = [
    Function("length", [.opaque("value")], returns: .number, "How many elements a list, set or map has.", length),
    Function(
      "element", [.opaque("list"), .number("index")], returns: .any,
      "An element of a list; the index wraps around, a negative one counts from the end.", element),
    Function(
      "index", [.opaque("collection"), .any("key")], returns: .any,
      "The element of a list or map under a number or key.", index),
    Function(
      "lookup", [.opaque("inputMap"), .string("key"), .opaque("default", allowsNull: true)], returns: .any,
      "The value of a map or object under a key, or a default where there is none.", lookup),
    Function(
      "contains", [.any("list"), Function.Parameter("value", .any, allowsNull: true)], returns: .bool,
      "Whether a list or set holds a value.", contains),
    Function(
      "keys", [.opaque("inputMap")], returns: .any, "The keys of a map or object, sorted."
    ) { (arguments) throws(FunctionFailure) in
      switch arguments.values[0] {
      case .unknown: return .unknown(.any)
      case .map(let fields, _): return .list(fields.keys.map { .string($0) }, of: .string)
      case .object(let fields): return .tuple(fields.keys.map { .string($0) })
      default: throw FunctionFailure("must have map or object type", argument: 0)
      }
    },
    Function(
      "values", [.opaque("mapping")], returns: .any, "The values of a map or object, in the order of their keys."
    ) { (arguments) throws(FunctionFailure) in
      switch arguments.values[0] {
      case .unknown: return .unknown(.any)
      case .map(let fields, let type): return .list(fields.values, of: type)
      case .object(let fields): return .tuple(fields.values)
      default: throw FunctionFailure("values() requires a map as the first argument", argument: 0)
      }
    },
    Function(
      "chunklist", [.opaque("list", .list(.any)), .number("size")], returns: .any,
      "A list cut into lists of some size.", chunkList),
    Function(
      "slice", [.opaque("list"), .number("start_index"), .number("end_index")], returns: .any,
      "The elements of a list from one index up to, but not including, another.", slice),
    Function(
      "coalesce", [], variadic: .opaque("vals", allowsNull: true), returns: .any, "The first value that is not null.",
      coalesce),
    Function(
      "coalescelist", [], variadic: .opaque("vals", allowsNull: true), returns: .any,
      "The first list that is not empty.", coalesceList),
  ]

  private static func length(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    switch arguments.values[0] {
    case .unknown: return .unknown(.number)
    case .list(let elements, _), .set(let elements, _), .tuple(let elements): return .number(Number(elements.count))
    case .map(let fields, _): return .number(Number(fields.count))
    default: throw FunctionFailure("collection must be a list, a map or a tuple")
    }
  }

  private static func element(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    switch arguments.values[0] {
    case .unknown: return .unknown(.any)
    case .list(let elements, _), .tuple(let elements):
      let index = try arguments.whole(1)
      guard !elements.isEmpty else { throw FunctionFailure("cannot use element function with an empty list") }
      let position = index % elements.count
      return elements[position < 0 ? position + elements.count : position]
    default: throw FunctionFailure("cannot read elements from \(arguments.values[0].type.name)", argument: 0)
    }
  }

  private static func index(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    switch (arguments.values[0], arguments.values[1]) {
    case (.unknown, _): return .unknown(.any)
    case (.list(let elements, _), .number(let number)), (.tuple(let elements), .number(let number)):
      guard let position = number.exactInt, elements.indices.contains(position) else {
        throw FunctionFailure("invalid index", argument: 1)
      }
      return elements[position]
    case (.list, _): throw FunctionFailure("key for list must be number", argument: 1)
    case (.tuple, _): throw FunctionFailure("key for tuple must be number", argument: 1)
    case (.map(let fields, _), .string(let key)):
      guard let value = fields[key] else { throw FunctionFailure("invalid index", argument: 1) }
      return value
    case (.map, _): throw FunctionFailure("key for map must be string", argument: 1)
    default: throw FunctionFailure("this value does not have any indices", argument: 0)
    }
  }

  private static func lookup(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let fallback = arguments.values[2]
    switch arguments.values[0] {
    case .unknown: return .unknown(.any)
    case .map(let fields, let type):
      guard case .success(let converted) = fallback.converted(to: type) else {
        throw FunctionFailure("the default value must have the same type as the map elements", argument: 2)
      }
      return fields[arguments.text(1)] ?? converted
    case .object(let fields): return fields[arguments.text(1)] ?? fallback
    default: throw FunctionFailure("lookup() requires a map as the first argument", argument: 0)
    }
  }

  private static func contains(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    guard let elements = arguments.values[0].elements else {
      throw FunctionFailure("argument must be list, tuple, or set", argument: 0)
    }
    return .bool(elements.contains { $0 == arguments.values[1] })
  }

  private static func chunkList(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    guard case .list(let elements, let type) = arguments.values[0] else { return .unknown(.any) }
    let size = try arguments.whole(1)
    guard size >= 0 else { throw FunctionFailure("the size argument must be positive", argument: 1) }
    let step = size == 0 ? max(1, elements.count) : size
    let chunks = stride(from: 0, to: elements.count, by: step).map { start in
      Value.list(Array(elements[start...].prefix(step)), of: type)
    }
    return .list(chunks, of: .list(type))
  }

  private static func slice(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let elements: [Value]
    switch arguments.values[0] {
    case .unknown: return .unknown(.any)
    case .list(let all, _), .tuple(let all): elements = all
    case .set:
      throw FunctionFailure(
        "cannot slice a set, because its elements do not have indices; convert it to a list first", argument: 0)
    default: throw FunctionFailure("must be a list or tuple value", argument: 0)
    }
    let start = try arguments.whole(1)
    let end = try arguments.whole(2)
    guard start >= 0 else { throw FunctionFailure("start index must not be less than zero", argument: 1) }
    guard start <= elements.count else {
      throw FunctionFailure("start index must not be greater than the length of the list", argument: 1)
    }
    guard end <= elements.count else {
      throw FunctionFailure("end index must not be greater than the length of the list", argument: 2)
    }
    guard start <= end else { throw FunctionFailure("start index must not be greater than end index", argument: 1) }
    let part = Array(elements[start..<end])
    if case .list(_, let type) = arguments.values[0] { return .list(part, of: type) }
    return .tuple(part)
  }

  private static func coalesce(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    guard let type = ValueType.unify(arguments.values.map(\.type)) else {
      throw FunctionFailure("all arguments must have the same type")
    }
    for (index, value) in arguments.values.enumerated() where !value.isNull {
      if value.isUnknown { return .unknown(type) }
      switch value.converted(to: type) {
      case .success(let converted): return converted
      case .failure(let failure): throw FunctionFailure(failure.description, argument: index)
      }
    }
    throw FunctionFailure("no non-null arguments")
  }

  private static func coalesceList(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    guard arguments.count > 0 else { throw FunctionFailure("at least one argument is required") }
    for (index, value) in arguments.values.enumerated() {
      switch value {
      case .null: continue
      case .unknown: return .unknown(.any)
      case .list(let elements, _), .tuple(let elements): if !elements.isEmpty { return value }
      default: throw FunctionFailure("coalescelist arguments must be lists or tuples", argument: index)
      }
    }
    throw FunctionFailure("no non-null arguments")
  }
}
