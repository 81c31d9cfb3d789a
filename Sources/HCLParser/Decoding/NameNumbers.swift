/// Names with their numbers. Not a dictionary: the runtime would have to make one for every type of element, which takes
/// longer than to look at the few names that a job has.
package struct NameNumbers: Sendable {
  private var names: [String] = []
  /// Open addressing, once there are many names; -1 marks a free slot. At most half full.
  private var slots: [Int32] = []

  private static let fewest = 12

  package init() {}

  /// How many names there are.
  package var count: Int { names.count }

  /// The number of a name: how many others came before it.
  package func number(of name: String) -> Int? {
    guard !slots.isEmpty else { return names.firstIndex { $0.isSame(as: name) } }
    var slot = NameNumbers.hash(name) & (slots.count - 1)
    while slots[slot] >= 0 {
      if names[Int(slots[slot])].isSame(as: name) { return Int(slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a name that has no number yet.
  package mutating func append(_ name: String) {
    names.append(name)
    guard names.count > NameNumbers.fewest else { return }
    if names.count * 2 > slots.count {
      slots = Array(repeating: -1, count: max(64, slots.count * 4))
      for number in names.indices { enter(number) }
    } else {
      enter(names.count - 1)
    }
  }

  private mutating func enter(_ number: Int) {
    var slot = NameNumbers.hash(names[number]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: number)
  }

  private static func hash(_ name: String) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }
}
