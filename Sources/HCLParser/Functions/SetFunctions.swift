/// Functions of sets.
enum SetFunctions {
  static let all: [Function] = [
    Function(
      "setunion", [Function.Parameter("first_set", .set(.any))], variadic: Function.Parameter("other_sets", .set(.any)),
      returns: .any, "The elements that are in any of some sets."
    ) { (arguments) throws(FunctionFailure) in
      let (sets, type) = try unified(arguments)
      return .makeSet(sets.flatMap { $0 }, of: type)
    },
    Function(
      "setintersection", [Function.Parameter("first_set", .set(.any))],
      variadic: Function.Parameter("other_sets", .set(.any)), returns: .any,
      "The elements that are in all of some sets."
    ) { (arguments) throws(FunctionFailure) in
      let (sets, type) = try unified(arguments)
      let rest = sets.dropFirst().map { Sorted($0) }
      let kept = (sets.first ?? []).filter { element in rest.allSatisfy { $0.contains(element) } }
      return .makeSet(kept, of: type)
    },
    Function(
      "setproduct", [], variadic: .any("sets"), returns: .any,
      "All combinations of one element of each of some sets or lists.", product),
  ]

  /// The elements of the sets, brought to one type.
  private static func unified(_ arguments: Arguments) throws(FunctionFailure) -> (sets: [[Value]], type: ValueType) {
    var types: [ValueType] = []
    for case .set(let elements, let type) in arguments.values where !(elements.isEmpty && type == .any) {
      types.append(type)
    }
    // A null of no type stands in its set for any element but a list, map or object.
    guard let type = ValueType.unify(types), !(types.contains(.any) && types.contains { $0.isContainer }) else {
      throw FunctionFailure("given sets must all have compatible element types")
    }
    var sets: [[Value]] = []
    for (index, value) in arguments.values.enumerated() {
      guard case .success(.set(let elements, _)) = value.converted(to: .set(type)) else {
        throw FunctionFailure("given sets must all have compatible element types", argument: index)
      }
      sets.append(elements)
    }
    return (sets, type)
  }

  /// Elements to look values up in.
  private struct Sorted {
    private let elements: [Value]

    init(_ elements: [Value]) { self.elements = elements.sorted { $0.order(against: $1) < 0 } }

    func contains(_ value: Value) -> Bool {
      var low = 0
      var high = elements.count
      while low < high {
        let middle = (low + high) / 2
        let order = elements[middle].order(against: value)
        if order == 0 { return true }
        if order < 0 { low = middle + 1 } else { high = middle }
      }
      return false
    }
  }

  private static func product(_ arguments: Arguments) throws(FunctionFailure) -> Value {
    guard arguments.count >= 2 else { throw FunctionFailure("at least two arguments are required") }
    var factors: [[Value]] = []
    var types: [ValueType] = []
    var isSet = false
    var size = 1
    for (index, value) in arguments.values.enumerated() {
      let wanted: ValueType
      if case .set = value { wanted = .set(.any) } else { wanted = .list(.any) }
      isSet = isSet || wanted == .set(.any)
      switch value.converted(to: wanted) {
      case .success(.list(let elements, let type)), .success(.set(let elements, let type)):
        factors.append(elements)
        types.append(type)
      default: throw FunctionFailure("a set or a list is required", argument: index)
      }
      let (product, overflow) = size.multipliedReportingOverflow(by: factors[index].count)
      // What is counted are the parts of all combinations, not the combinations alone.
      size = overflow ? .max : product
      try FunctionBounds.checkElements(size.multipliedReportingOverflow(by: arguments.count).overflow ? .max : size)
    }
    var rows: [[Value]] = [[]]
    for factor in factors {
      var longer: [[Value]] = []
      longer.reserveCapacity(rows.count * factor.count)
      for row in rows { for element in factor { longer.append(row + [element]) } }
      rows = longer
    }
    let type = ValueType.tuple(types)
    let combinations = rows.map { Value.tuple($0) }
    // One set among the factors, and there is no order to keep.
    return isSet ? .makeSet(combinations, of: type) : .list(combinations, of: type)
  }
}
