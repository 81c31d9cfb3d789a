/// Finds the number of a name among a few dozen known ones, by its bytes.
///
/// Decoding asks once per attribute; a dictionary of strings would hash each name with a keyed hash and compare canonically.
struct NameTable: Sendable {
  private let names: [[UInt8]]
  /// Open addressing; -1 marks a free slot. At most half full.
  private var slots: [Int16]
  private let mask: Int

  /// Of equal names the first keeps its number. Empty names are not found.
  init(_ names: [String]) {
    self.names = names.map { Array($0.utf8) }
    var size = 8
    while size < names.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
    for (number, name) in self.names.enumerated() where !name.isEmpty && index(of: name) == nil {
      var slot = NameTable.hash(name) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int16(truncatingIfNeeded: number)
    }
  }

  func index(of name: String) -> Int? { index(of: name.utf8) }

  func index(of name: some Sequence<UInt8>) -> Int? {
    var slot = NameTable.hash(name) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if names[number].elementsEqual(name) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static func hash(_ name: some Sequence<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }
}
