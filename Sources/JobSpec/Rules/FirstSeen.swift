/// Remembers by name what was seen first, in the time of one look-up each.
///
/// Names are told apart by their bytes; as dictionary keys alone, letters with composed and decomposed accents would be
/// taken for the same.
struct FirstSeen<Element> {
  private var seen: [String: [(name: String, element: Element)]] = [:]

  /// What had this name before; otherwise `element` is remembered.
  mutating func first(named name: String, orRemember element: Element) -> Element? {
    if let known = seen[name]?.first(where: { $0.name.isSame(as: name) }) { return known.element }
    seen[name, default: []].append((name, element))
    return nil
  }

  /// What has this name.
  subscript(name: String) -> Element? { seen[name]?.first { $0.name.isSame(as: name) }?.element }
}

extension FirstSeen: Sendable where Element: Sendable {}
