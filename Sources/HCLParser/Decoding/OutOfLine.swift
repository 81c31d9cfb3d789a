/// Keeps an optional value outside the struct that has it.
///
/// Most blocks are absent most of the time. Stored in place they would make a task several kilobytes wide, to be copied
/// with every array it stands in; so an absent one costs a pointer.
@propertyWrapper
public struct OutOfLine<Value> {
  @usableFromInline var storage: [Value]

  @inlinable public init() { storage = [] }
  @inlinable public init(wrappedValue: Value?) { storage = wrappedValue.map { [$0] } ?? [] }

  /// The value, if there is one.
  public var wrappedValue: Value? {
    @inlinable get { storage.first }
    @inlinable set {
      guard let newValue else {
        storage = []
        return
      }
      // In place where the list is ours alone: no object is made anew.
      if storage.isEmpty { storage = [newValue] } else { storage[0] = newValue }
    }
  }

  /// Stores a value, and lets `body` change it where it lies.
  @inlinable mutating func fill(with value: Value, _ body: (UnsafeMutableRawPointer) -> Void) {
    storage = [value]
    storage.withUnsafeMutableBufferPointer { values in
      if let first = values.baseAddress { body(UnsafeMutableRawPointer(first)) }
    }
  }
}

extension OutOfLine: Equatable where Value: Equatable {}
extension OutOfLine: Hashable where Value: Hashable {}
extension OutOfLine: Sendable where Value: Sendable {}
