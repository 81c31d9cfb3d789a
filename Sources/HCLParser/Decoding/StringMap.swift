/// Texts by name (`meta`, `env`, …), sorted by name in byte order, each name once.
///
/// Not a dictionary: its order never changes, names that differ in bytes stay apart, and every entry knows where it stands.
public struct StringMap: Sendable, Hashable {
  /// One name with its text.
  public struct Entry: Sendable, Hashable {
    /// As written, without quotes.
    public var name: String
    /// The text.
    public var value: String
    /// Where the name stands.
    public var namePlace: Place
    /// Where the text stands.
    public var valuePlace: Place

    public init(_ name: String, _ value: String, namePlace: Place = Place(), valuePlace: Place = Place()) {
      self.name = name
      self.value = value
      self.namePlace = namePlace
      self.valuePlace = valuePlace
    }
  }

  /// Sorted by name.
  public private(set) var entries: [Entry] = []

  public init() {}

  /// Of entries with one name the last wins.
  public init(_ entries: some Sequence<Entry>) {
    self.entries = entries.sortedByName(\.name)
  }

  /// All names, sorted.
  public var names: [String] { entries.map(\.name) }

  /// The value of a name; setting nil removes the entry.
  public subscript(name: String) -> String? {
    get {
      let index = insertionIndex(of: name)
      return holds(name, at: index) ? entries[index].value : nil
    }
    set {
      let index = insertionIndex(of: name)
      guard holds(name, at: index) else {
        if let newValue { entries.insert(Entry(name, newValue), at: index) }
        return
      }
      if let newValue { entries[index].value = newValue } else { entries.remove(at: index) }
    }
  }

  /// The name with its text and places.
  public func entry(named name: String) -> Entry? {
    let index = insertionIndex(of: name)
    return holds(name, at: index) ? entries[index] : nil
  }

  /// Adds an entry, or replaces the one of that name.
  public mutating func set(_ entry: Entry) {
    let index = insertionIndex(of: entry.name)
    if holds(entry.name, at: index) { entries[index] = entry } else { entries.insert(entry, at: index) }
  }

  /// These entries overlaid by those of `other`.
  public func overlaid(by other: StringMap?) -> StringMap {
    var result = self
    for entry in other?.entries ?? [] { result.set(entry) }
    return result
  }

  private func holds(_ name: String, at index: Int) -> Bool {
    index < entries.count && entries[index].name.isSame(as: name)
  }

  private func insertionIndex(of name: String) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].name.precedes(name) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension StringMap: RandomAccessCollection {
  public var startIndex: Int { entries.startIndex }
  public var endIndex: Int { entries.endIndex }
  public subscript(position: Int) -> Entry { entries[position] }
}

extension StringMap: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { Entry($0.0, $0.1) })
  }
}
