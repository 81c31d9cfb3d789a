/// Keeps an optional value outside the struct that has it.
///
/// Most blocks are absent most of the time. Stored in place they would make a task several kilobytes wide, to be copied
/// with every array it stands in; so an absent one costs a pointer.
@propertyWrapper
public struct OutOfLine<Value> {
  private var storage: [Value]

  public init() { storage = [] }
  public init(wrappedValue: Value?) { storage = wrappedValue.map { [$0] } ?? [] }

  /// The value, if there is one.
  public var wrappedValue: Value? {
    get { storage.first }
    set { storage = newValue.map { [$0] } ?? [] }
  }
}

extension OutOfLine: Equatable where Value: Equatable {}
extension OutOfLine: Hashable where Value: Hashable {}
extension OutOfLine: Sendable where Value: Sendable {}
