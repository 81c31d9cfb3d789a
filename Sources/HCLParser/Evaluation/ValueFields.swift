/// The entries of a map or object, sorted by key (byte order, as the language iterates), each key once.
public struct ValueFields: Sendable, RandomAccessCollection {
  /// One key of a map, or one attribute of an object.
  public struct Entry: Sendable {
    /// Two keys are one only where all their bytes are the same.
    public var key: String
    /// What stands under the key; may be null or unknown.
    public var value: Value

    public init(_ key: String, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  private var entries: [Entry]

  public init() { entries = [] }

  /// Of entries with one key the last wins.
  public init(_ unsorted: some Sequence<Entry>) {
    let all = Array(unsorted)
    entries = all
    // Most come sorted already, or are few.
    guard !ValueFields.isStrictlySorted(all) else { return }
    // Bytes decide, not canonical equivalence, as in the reference.
    let order = all.indices.sorted { left, right in
      let (a, b) = (all[left].key, all[right].key)
      if a.isSame(as: b) { return left < right }
      return a.precedes(b)
    }
    entries = []
    entries.reserveCapacity(all.count)
    for index in order {
      if let last = entries.last, last.key.isSame(as: all[index].key) { entries.removeLast() }
      entries.append(all[index])
    }
  }

  private static func isStrictlySorted(_ entries: [Entry]) -> Bool {
    guard entries.count > 1 else { return true }
    for index in 1..<entries.count
    where !entries[index - 1].key.precedes(entries[index].key) {
      return false
    }
    return true
  }

  public var startIndex: Int { entries.startIndex }
  public var endIndex: Int { entries.endIndex }
  public subscript(position: Int) -> Entry { entries[position] }

  /// In byte order.
  public var keys: [String] { entries.map(\.key) }
  /// In the order of their keys.
  public var values: [Value] { entries.map(\.value) }

  /// The value under a key that is the same byte by byte; nil where there is none.
  public subscript(key: String) -> Value? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let candidate = entries[middle].key
      if candidate.isSame(as: key) { return entries[middle].value }
      if candidate.precedes(key) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The same keys with other values; the first failure ends it.
  func mapValues<Failure: Error>(_ transform: (Entry) throws(Failure) -> Value) throws(Failure) -> ValueFields {
    var result = self
    for index in entries.indices { result.entries[index].value = try transform(entries[index]) }
    return result
  }
}
