extension ValueType {
  /// The one type to which values of all these types convert, or nil where there is none. `reference/hcl.md` 6.4.
  ///
  /// `any`, the type of a bare null, fits everything. Beside containers of one kind, or beside types that have none in
  /// common, it leaves the type open: what the values are decides then.
  public static func unify(_ types: [ValueType]) -> ValueType? { unify(types, canStayOpen: true) }

  private static func unify(_ types: [ValueType], canStayOpen: Bool) -> ValueType? {
    let known = types.filter { $0 != .any }
    guard let first = known.first else { return .any }
    let kinds = Kinds(known)
    if known.count < types.count, kinds.isOneContainerKind { return .any }
    if known.allSatisfy({ $0 == first }) { return first }
    guard let unified = unified(known, kinds) else {
      return canStayOpen && known.count < types.count && !kinds.areContainers ? .any : nil
    }
    return unified
  }

  /// How many there are of each kind of container.
  private struct Kinds {
    var (lists, sets, maps, tuples, objects, others) = (0, 0, 0, 0, 0, 0)

    init(_ types: [ValueType]) {
      for type in types {
        switch type {
        case .list: lists += 1
        case .set: sets += 1
        case .map: maps += 1
        case .tuple: tuples += 1
        case .object: objects += 1
        case .any, .bool, .number, .string: others += 1
        }
      }
    }

    var areContainers: Bool { others == 0 }
    var isOneContainerKind: Bool {
      others == 0 && [lists, sets, maps, tuples, objects].count { $0 > 0 } == 1
    }
  }

  private static func unified(_ types: [ValueType], _ kinds: Kinds) -> ValueType? {
    let count = types.count
    if kinds.objects == count, haveOneShape(types) { return unifiedObjects(types) }
    if kinds.tuples == count, haveOneShape(types) { return unifiedTuples(types) }
    // Beside a map or list, which has one type for its elements, none is left open.
    if kinds.objects + kinds.maps == count {
      return unify(types.flatMap(\.partTypes), canStayOpen: kinds.maps == 0).map { .map($0) }
    }
    if kinds.tuples + kinds.lists == count {
      return unify(types.flatMap(\.partTypes), canStayOpen: kinds.lists == 0).map { .list($0) }
    }
    if kinds.sets == count { return unify(types.flatMap(\.partTypes)).map { .set($0) } }
    return unifiedBySafeConversion(types)
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

  /// Whether all are objects of the same names, or all are tuples of the same length: these stay what they are, and
  /// are not taken for maps or lists where their parts do not fit.
  private static func haveOneShape(_ types: [ValueType]) -> Bool {
    guard let first = types.first else { return false }
    return types.allSatisfy { type in
      switch (type, first) {
      case (.object(let a), .object(let b)): a.map(\.name) == b.map(\.name)
      case (.tuple(let a), .tuple(let b)): a.count == b.count
      default: false
      }
    }
  }

  private static func unifiedObjects(_ types: [ValueType]) -> ValueType? {
    let all = types.compactMap { if case .object(let attributes) = $0 { attributes } else { nil } }
    guard let first = all.first else { return nil }
    var result: [ObjectAttribute] = []
    for index in first.indices {
      guard let type = unify(all.map { $0[index].type }) else { return nil }
      result.append(ObjectAttribute(first[index].name, type, isOptional: all.contains { $0[index].isOptional }))
    }
    return .object(result)
  }

  private static func unifiedTuples(_ types: [ValueType]) -> ValueType? {
    let all = types.map(\.partTypes)
    guard let first = all.first else { return nil }
    var result: [ValueType] = []
    for index in first.indices {
      guard let type = unify(all.map { $0[index] }) else { return nil }
      result.append(type)
    }
    return .tuple(result)
  }

  /// One of the types to which all others convert without risk: a string for numbers and bools, a set for lists. For
  /// tuples a set is good enough to which they may convert.
  private static func unifiedBySafeConversion(_ types: [ValueType]) -> ValueType? {
    types.first { wanted in types.allSatisfy { $0.converts(to: wanted, safelyOnly: true) } }
      ?? types.first { wanted in
        guard case .set = wanted else { return false }
        return types.allSatisfy { $0.converts(to: wanted) }
      }
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
    case (.tuple, .list(.any)), (.tuple, .set(.any)), (.object, .map(.any)): return ValueType.unify(partTypes) != nil
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
