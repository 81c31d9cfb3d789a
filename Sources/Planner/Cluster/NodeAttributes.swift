/// Names and texts of a node: its attributes, or its metadata.
///
/// Nodes of one snapshot share the table of texts and hold eight bytes for each pair.
public struct NodeAttributes: Sendable {
  struct Entry: Sendable, Hashable {
    var key: Symbol
    var value: Symbol
  }

  private(set) var symbols: Symbols
  /// Each key once, by the key's number.
  private(set) var entries: [Entry]

  /// No names at all.
  public init() {
    symbols = .none
    entries = []
  }

  /// For nodes made in code. Of equal names the last wins.
  public init(_ pairs: some Sequence<(key: String, value: String)>) {
    var table = SymbolTable()
    let entries = pairs.map { Entry(key: table.intern($0.key), value: table.intern($0.value)) }
    self.init(entries: entries, symbols: Symbols(table))
  }

  /// Entries in any order; of equal keys the last wins.
  init(entries unsorted: [Entry], symbols: Symbols) {
    self.symbols = symbols
    entries = Self.sorted(unsorted)
  }

  private static func sorted(_ unsorted: [Entry]) -> [Entry] {
    // Nodes of one cluster list their attributes in the same order, so they mostly arrive sorted.
    var isSorted = true
    for index in unsorted.indices.dropFirst() where unsorted[index - 1].key >= unsorted[index].key { isSorted = false }
    if isSorted { return unsorted }
    let order = unsorted.indices.sorted { left, right in
      unsorted[left].key != unsorted[right].key ? unsorted[left].key < unsorted[right].key : left < right
    }
    var result: [Entry] = []
    result.reserveCapacity(unsorted.count)
    for index in order {
      if result.last?.key == unsorted[index].key { result.removeLast() }
      result.append(unsorted[index])
    }
    return result
  }

  /// How many names there are.
  public var count: Int { entries.count }
  /// True where there is not one name.
  public var isEmpty: Bool { entries.isEmpty }

  /// The text under a name, or nil where the node does not have it.
  public subscript(key: String) -> String? {
    symbols.table.symbol(of: key).flatMap { value(of: $0) }.map { symbols.table.text(of: $0) }
  }

  /// The value under a key of the shared table.
  func value(of key: Symbol) -> Symbol? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key == key { return entries[middle].value }
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// All pairs in the byte order of their names.
  public var pairs: [(key: String, value: String)] {
    entries.map { (symbols.table.text(of: $0.key), symbols.table.text(of: $0.value)) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }

  /// All names in byte order.
  public var keys: [String] { pairs.map(\.key) }

  /// The same pairs on another table, which learns what it lacks.
  func entries(in table: inout SymbolTable) -> [Entry] {
    entries.map {
      Entry(key: table.intern(symbols.table.text(of: $0.key)), value: table.intern(symbols.table.text(of: $0.value)))
    }
  }
}

extension NodeAttributes: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, String)...) {
    self.init(elements.map { (key: $0.0, value: $0.1) })
  }
}
