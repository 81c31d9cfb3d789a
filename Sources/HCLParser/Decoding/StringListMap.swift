/// Lists of texts by name (HTTP headers), sorted by name in byte order, each name once.
public struct StringListMap: Sendable, Hashable {
  /// One name with its texts.
  public struct Entry: Sendable, Hashable {
    /// As written, without quotes.
    public var name: String
    /// In the order of the list.
    public var values: [String]
    /// Where the name stands.
    public var namePlace: Place
    /// Where the list stands.
    public var valuePlace: Place

    public init(_ name: String, _ values: [String], namePlace: Place = Place(), valuePlace: Place = Place()) {
      self.name = name
      self.values = values
      self.namePlace = namePlace
      self.valuePlace = valuePlace
    }
  }

  /// Sorted by name.
  public private(set) var entries: [Entry]

  /// Of entries with one name the last wins.
  public init(_ unsorted: some Sequence<Entry> = []) {
    entries = unsorted.sortedByName(\.name)
  }

  /// The texts under a name.
  public subscript(name: String) -> [String]? {
    entries.first { $0.name.isSame(as: name) }?.values
  }
}
