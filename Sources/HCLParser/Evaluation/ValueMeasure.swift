/// Walks a value to see how large and how deep it is, and whether all of it is known; stops where it is too much.
///
/// Values share their parts, so that a value may be far larger than the memory it needs: whoever walks it pays. So the
/// walk itself is bounded, and everything else that walks a value comes after it.
struct ValueMeasure {
  /// One for each value, and one more for every 16 bytes of text.
  private(set) var size = 0
  private(set) var isWhollyKnown = true
  private(set) var isTooDeep = false

  private let sizeLimit: Int
  private let nestingLimit: Int

  init(of value: Value, sizeLimit: Int, nestingLimit: Int) {
    self.sizeLimit = sizeLimit
    self.nestingLimit = nestingLimit
    walk(value, depth: 0)
  }

  var isTooLarge: Bool { size > sizeLimit }

  private mutating func walk(_ value: Value, depth: Int) {
    size += 1
    switch value {
    case .null, .bool, .number: break
    case .unknown: isWhollyKnown = false
    case .string(let text): size += text.utf8.count / 16
    case .list(let elements, _), .set(let elements, _), .tuple(let elements):
      guard depth < nestingLimit else {
        isTooDeep = true
        return
      }
      for element in elements {
        walk(element, depth: depth + 1)
        if isTooLarge || isTooDeep { return }
      }
    case .map(let fields, _), .object(let fields):
      guard depth < nestingLimit else {
        isTooDeep = true
        return
      }
      for field in fields {
        size += field.key.utf8.count / 16
        walk(field.value, depth: depth + 1)
        if isTooLarge || isTooDeep { return }
      }
    }
  }
}
