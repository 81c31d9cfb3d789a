/// Functions that build lists and maps out of others.
enum SequenceFunctions {
  static let all: [Function] = [
    Function(
      "merge", [], variadic: .opaque("maps", allowsNull: true), returns: .any,
      "One map or object of the entries of several; of equal keys the last wins.", merge),
    Function(
      "zipmap", [.strings("keys"), .opaque("values")], returns: .any, "A map of keys with the values beside them.",
      zipMap),
    Function("concat", [], variadic: .opaque("seqs"), returns: .any, "One list of the elements of several.", concat),
    Function(
      "flatten", [.opaque("list")], returns: .any,
      "A list in which every list is replaced by its elements, however deep."
    ) { (arguments) throws(FunctionFailure) in
      if arguments.hasUnknown { return .unknown(.any) }
      guard let elements = arguments.values[0].elements else {
        throw FunctionFailure("can only flatten lists, sets and tuples", argument: 0)
      }
      var result: [Value] = []
      try flatten(elements, into: &result)
      return .tuple(result)
    },
    Function("distinct", [Function.Parameter("list", .list(.any))], returns: .any, "A list without repetitions.") {
      arguments in
      guard case .list(let elements, let type) = arguments.values[0] else { return .unknown(.any) }
      return .list(firsts(of: elements), of: type)
    },
    Function(
      "compact", [.strings("list")], returns: .list(.string), "A list of texts without the empty and the null ones."
    ) { arguments in
      let kept = arguments.elements(0).filter { element in
        if case .string(let text) = element { !text.isEmpty } else { false }
      }
      return .list(kept, of: .string)
    },
    Function(
      "range", [], variadic: .number("params"), returns: .list(.number),
      "The numbers up to a bound, or from one to another, in steps.", range),
  ]

  private static func merge(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    var entries: [ValueFields.Entry] = []
    var mapType: ValueType?
    var areMapsOfOneType = true
    var sawUnknown = false
    for (index, value) in arguments.values.enumerated() {
      switch value {
      case .null(let type):
        // A null says nothing of entries, yet its type must fit.
        if case .map = type { continue }
        if case .object = type { continue }
        guard type == .any else {
          throw FunctionFailure("arguments must be maps or objects, got \(type.name)", argument: index)
        }
        continue
      case .unknown: sawUnknown = true
      case .map(let fields, let type):
        if let mapType, mapType != type { areMapsOfOneType = false }
        mapType = type
        entries += fields
      case .object(let fields):
        areMapsOfOneType = false
        entries += fields
      default:
        throw FunctionFailure("arguments must be maps or objects, got \(value.type.name)", argument: index)
      }
      try FunctionBounds.checkElements(entries.count)
    }
    if sawUnknown { return .unknown(.any) }
    if areMapsOfOneType, let mapType { return .map(ValueFields(entries), of: mapType) }
    return .object(ValueFields(entries))
  }

  private static func zipMap(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    if arguments.hasUnknown { return .unknown(.any) }
    let keys = try arguments.texts(0) { "key \($0) is null" }
    let elements: [Value]
    let type: ValueType?
    switch arguments.values[1] {
    case .list(let all, let element): (elements, type) = (all, element)
    case .tuple(let all): (elements, type) = (all, nil)
    default: throw FunctionFailure("values argument must be a list or tuple value", argument: 1)
    }
    guard keys.count == elements.count else {
      throw FunctionFailure("number of keys (\(keys.count)) does not match number of values (\(elements.count))")
    }
    let fields = ValueFields(zip(keys, elements).map { ValueFields.Entry($0, $1) })
    return type.map { .map(fields, of: $0) } ?? .object(fields)
  }

  private static func concat(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    guard arguments.count > 0 else { throw FunctionFailure("at least one argument is required") }
    if arguments.hasUnknown { return .unknown(.any) }
    var elements: [Value] = []
    var listTypes: [ValueType] = []
    for (index, value) in arguments.values.enumerated() {
      switch value {
      case .list(let part, let type):
        listTypes.append(type)
        elements += part
      case .tuple(let part): elements += part
      default:
        throw FunctionFailure("all arguments must be lists or tuples; got \(value.type.name)", argument: index)
      }
      try FunctionBounds.checkElements(elements.count)
    }
    // Only lists make a list; a tuple among them makes a tuple.
    guard listTypes.count == arguments.count, let type = ValueType.unify(listTypes) else { return .tuple(elements) }
    var converted: [Value] = []
    converted.reserveCapacity(elements.count)
    for element in elements {
      guard case .success(let value) = element.converted(to: type) else { return .tuple(elements) }
      converted.append(value)
    }
    return .list(converted, of: type)
  }

  private static func flatten(_ elements: [Value], into result: inout [Value]) throws(FunctionFailure) {
    for element in elements {
      if let inner = element.elements { try flatten(inner, into: &result) } else { result.append(element) }
    }
    try FunctionBounds.checkElements(result.count)
  }

  /// Each element at its first place only.
  private static func firsts(of elements: [Value]) -> [Value] {
    // Equal values stand together when sorted; of each run the first place counts.
    let order = elements.indices.sorted { left, right in
      let order = elements[left].order(against: elements[right])
      return order == 0 ? left < right : order < 0
    }
    var kept = Array(repeating: true, count: elements.count)
    for position in order.indices.dropFirst()
    where elements[order[position]].order(against: elements[order[position - 1]]) == 0 {
      kept[order[position]] = false
    }
    return elements.indices.filter { kept[$0] }.map { elements[$0] }
  }

  private static let rangeBound = 1024

  private static func range(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    let count = arguments.count
    guard (1...3).contains(count) else { throw FunctionFailure("must have one, two, or three arguments") }
    let zero = Number(0)
    let start = count == 1 ? zero : arguments.number(0)
    let end = arguments.number(count == 1 ? 0 : 1)
    let step = count == 3 ? arguments.number(2) : Number(end < start ? -1 : 1)
    guard step != zero || start == end else { throw FunctionFailure("step must not be zero", argument: 2) }
    let isDown = step < zero
    if isDown, end > start { throw FunctionFailure("end must be less than start when step is negative", argument: 1) }
    if !isDown, end < start {
      throw FunctionFailure("end must be greater than start when step is positive", argument: 1)
    }
    var numbers: [Value] = []
    var next = start
    while isDown ? next > end : next < end {
      guard numbers.count < rangeBound else {
        throw FunctionFailure(
          "more than \(rangeBound) values were generated; either decrease the difference between start and end or use "
            + "a smaller step")
      }
      numbers.append(.number(next))
      next = next + step
    }
    return .list(numbers, of: .number)
  }
}
