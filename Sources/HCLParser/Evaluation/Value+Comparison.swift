extension Value: Equatable {
  /// Deep equality by type and value, without any conversion. Unknown values are equal if their types are.
  public static func == (left: Value, right: Value) -> Bool {
    if case .unknown(let a) = left, case .unknown(let b) = right { return a == b }
    return left.isEqual(to: right, unknownAs: { $0.isUnknown && $1.isUnknown && $0.type == $1.type }) ?? false
  }

  /// What `==` of the language answers; nil where an unknown part leaves it open.
  ///
  /// Nothing is converted: `1 == "1"` is false. Null equals null of any type.
  public func isEqual(to other: Value) -> Bool? { isEqual(to: other, unknownAs: { _, _ in nil }) }

  private func isEqual(to other: Value, unknownAs decide: (Value, Value) -> Bool?) -> Bool? {
    switch (self, other) {
    case (.unknown, _), (_, .unknown): return decide(self, other)
    case (.null, .null): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.number(let a), .number(let b)): return a == b
    case (.string(let a), .string(let b)): return a.isSame(as: b)
    case (.list(let a, let first), .list(let b, let second)), (.set(let a, let first), .set(let b, let second)):
      return first == second ? Value.areEqual(a, b, unknownAs: decide) : false
    case (.tuple(let a), .tuple(let b)): return Value.areEqual(a, b, unknownAs: decide)
    case (.map(let a, let first), .map(let b, let second)):
      return first == second ? Value.areEqual(a, b, unknownAs: decide) : false
    case (.object(let a), .object(let b)): return Value.areEqual(a, b, unknownAs: decide)
    default: return false
    }
  }

  private static func areEqual(_ a: [Value], _ b: [Value], unknownAs decide: (Value, Value) -> Bool?) -> Bool? {
    guard a.count == b.count else { return false }
    var isOpen = false
    for (left, right) in zip(a, b) {
      switch left.isEqual(to: right, unknownAs: decide) {
      case false?: return false
      case nil: isOpen = true
      case true?: break
      }
    }
    return isOpen ? nil : true
  }

  private static func areEqual(
    _ a: ValueFields, _ b: ValueFields, unknownAs decide: (Value, Value) -> Bool?
  ) -> Bool? {
    guard a.count == b.count, zip(a, b).allSatisfy({ $0.key.isSame(as: $1.key) }) else { return false }
    return areEqual(a.values, b.values, unknownAs: decide)
  }

  /// Less than, equal to, or greater than zero: the order in which sets of strings, numbers and bools iterate.
  ///
  /// Strings go by code point, numbers ascend, false precedes true; null and unknown come last. Containers go by kind,
  /// then by parts; sets of them iterate by `IterationKey`.
  func order(against other: Value) -> Int {
    switch (self, other) {
    case (.string(let a), .string(let b)): return String.byteOrder(a, b)
    case (.number(let a), .number(let b)): return a < b ? -1 : a == b ? 0 : 1
    case (.bool(let a), .bool(let b)): return a == b ? 0 : a ? 1 : -1
    case (.list(let a, _), .list(let b, _)), (.set(let a, _), .set(let b, _)), (.tuple(let a), .tuple(let b)):
      for (left, right) in zip(a, b) {
        let order = left.order(against: right)
        if order != 0 { return order }
      }
      return a.count - b.count
    case (.map(let a, _), .map(let b, _)), (.object(let a), .object(let b)):
      for (left, right) in zip(a, b) {
        let order = String.byteOrder(left.key, right.key)
        if order != 0 { return order }
        let valueOrder = left.value.order(against: right.value)
        if valueOrder != 0 { return valueOrder }
      }
      return a.count - b.count
    default: return kindRank - other.kindRank
    }
  }

  private var kindRank: Int {
    switch self {
    case .bool: 0
    case .number: 1
    case .string: 2
    case .list: 3
    case .set: 4
    case .map: 5
    case .tuple: 6
    case .object: 7
    case .null: 8
    case .unknown: 9
    }
  }
}

extension String {
  /// Order by bytes, which is the order of code points.
  fileprivate static func byteOrder(_ a: String, _ b: String) -> Int {
    if a.isSame(as: b) { return 0 }
    return a.precedes(b) ? -1 : 1
  }
}
