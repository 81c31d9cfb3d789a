import HCLParser

/// Remembers by name what was seen first, in the time of one look-up each.
///
/// Names are told apart by their bytes; as dictionary keys, letters with composed and decomposed accents would be taken
/// for the same.
struct FirstSeen<Element> {
  private var names = NameNumbers()
  private var elements: [Element] = []

  /// What had this name before; otherwise `element` is remembered.
  mutating func first(named name: String, orRemember element: Element) -> Element? {
    if let number = names.number(of: name) { return elements[number] }
    names.append(name)
    elements.append(element)
    return nil
  }

  /// What has this name.
  subscript(name: String) -> Element? { names.number(of: name).map { elements[$0] } }
}

extension [String] {
  /// Whether a text stands here twice, byte by byte.
  var hasRepetition: Bool {
    var names = NameNumbers()
    for name in self {
      if names.number(of: name) != nil { return true }
      names.append(name)
    }
    return false
  }
}

extension FirstSeen: Sendable where Element: Sendable {}
