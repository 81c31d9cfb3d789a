extension ValueType {
  /// The one type to which values of all these types convert, or nil where there is none. `reference/hcl.md` 6.4.
  ///
  /// `any`, the type of a bare null, fits everything.
  public static func unify(_ types: [ValueType]) -> ValueType? {
    let known = types.filter { $0 != .any }
    guard let first = known.first else { return .any }
    if known.allSatisfy({ $0 == first }) { return first }
    return unifiedContainers(known) ?? unifiedBySafeConversion(known)
  }

  private static func unifiedContainers(_ types: [ValueType]) -> ValueType? {
    var (lists, sets, maps, tuples, objects) = (0, 0, 0, 0, 0)
    for type in types {
      switch type {
      case .list: lists += 1
      case .set: sets += 1
      case .map: maps += 1
      case .tuple: tuples += 1
      case .object: objects += 1
      case .any, .bool, .number, .string: return nil
      }
    }
    if objects == types.count, let object = unifiedObjects(types) { return object }
    if tuples == types.count, let tuple = unifiedTuples(types) { return tuple }
    if objects + maps == types.count { return unify(types.flatMap(\.partTypes)).map { .map($0) } }
    if tuples + lists == types.count { return unify(types.flatMap(\.partTypes)).map { .list($0) } }
    if sets == types.count { return unify(types.flatMap(\.partTypes)).map { .set($0) } }
    return nil
  }

  /// The element type, or the types of the parts.
  private var partTypes: [ValueType] {
    switch self {
    case .list(let element), .set(let element), .map(let element): [element]
    case .tuple(let elements): elements
    case .object(let attributes): attributes.map(\.type)
    case .any, .bool, .number, .string: []
    }
  }

  /// Attribute by attribute, where all have the same names.
  private static func unifiedObjects(_ types: [ValueType]) -> ValueType? {
    let all = types.compactMap { if case .object(let attributes) = $0 { attributes } else { nil } }
    guard let first = all.first, all.allSatisfy({ $0.map(\.name) == first.map(\.name) }) else { return nil }
    var result: [ObjectAttribute] = []
    for index in first.indices {
      guard let type = unify(all.map { $0[index].type }) else { return nil }
      result.append(ObjectAttribute(first[index].name, type, isOptional: all.contains { $0[index].isOptional }))
    }
    return .object(result)
  }

  /// Item by item, where all have the same length.
  private static func unifiedTuples(_ types: [ValueType]) -> ValueType? {
    let all = types.compactMap { if case .tuple(let elements) = $0 { elements } else { nil } }
    guard let first = all.first, all.allSatisfy({ $0.count == first.count }) else { return nil }
    var result: [ValueType] = []
    for index in first.indices {
      guard let type = unify(all.map { $0[index] }) else { return nil }
      result.append(type)
    }
    return .tuple(result)
  }

  /// One of the types to which all others convert without risk: a string for numbers and bools, a set for lists.
  private static func unifiedBySafeConversion(_ types: [ValueType]) -> ValueType? {
    types.first { wanted in types.allSatisfy { $0.converts(to: wanted, safelyOnly: true) } }
  }

  /// Whether values of this type may convert to the other: all of them, or at least some.
  func converts(to target: ValueType, safelyOnly: Bool = false) -> Bool {
    if self == target { return true }
    switch (self, target) {
    case (_, .any): return true
    // Which type a value has that is of any type shows only later.
    case (.any, _): return !safelyOnly
    case (.number, .string), (.bool, .string): return true
    case (.string, .number), (.string, .bool): return !safelyOnly
    case (.list(let a), .list(let b)), (.list(let a), .set(let b)), (.set(let a), .list(let b)),
      (.set(let a), .set(let b)), (.map(let a), .map(let b)):
      return a.converts(to: b, safelyOnly: safelyOnly)
    case (.tuple(let elements), .list(let element)), (.tuple(let elements), .set(let element)):
      return elements.allSatisfy { $0.converts(to: element, safelyOnly: safelyOnly) }
    case (.object(let attributes), .map(let element)):
      return attributes.allSatisfy { $0.type.converts(to: element, safelyOnly: safelyOnly) }
    case (.tuple(let a), .tuple(let b)):
      return a.count == b.count && zip(a, b).allSatisfy { $0.converts(to: $1, safelyOnly: safelyOnly) }
    case (.object(let a), .object(let b)):
      return b.allSatisfy { wanted in
        guard let given = a.first(where: { $0.name == wanted.name }) else { return wanted.isOptional }
        return given.type.converts(to: wanted.type, safelyOnly: safelyOnly)
      }
    case (.list(let element), .tuple(let elements)), (.set(let element), .tuple(let elements)):
      return !safelyOnly && elements.allSatisfy { element.converts(to: $0) }
    case (.map(let element), .object(let attributes)):
      return !safelyOnly && attributes.allSatisfy { element.converts(to: $0.type) }
    default: return false
    }
  }
}
