/// Finds the number of a name among a few dozen known ones, by its bytes.
///
/// Decoding asks once per attribute; a dictionary of strings would hash each name with a keyed hash and compare canonically.
struct NameTable: Sendable {
  private let names: [String]
  /// Open addressing; -1 marks a free slot. At most half full.
  private var slots: [Int16]
  private let mask: Int

  /// Of equal names the first keeps its number. Empty names are not found.
  init(_ names: [String]) {
    self.names = names
    var size = 8
    while size < names.count * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
    mask = size - 1
    for (number, name) in names.enumerated() where !name.isEmpty {
      var slot = NameTable.hash(name.utf8) & mask
      while slots[slot] >= 0, !names[Int(slots[slot])].isSame(as: name) { slot = (slot + 1) & mask }
      if slots[slot] < 0 { slots[slot] = Int16(truncatingIfNeeded: number) }
    }
  }

  func index(of name: String) -> Int? {
    var slot = NameTable.hash(name.utf8) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if names[number].isSame(as: name) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The same, for a name as it stands in a source.
  func index(of name: ArraySlice<UInt8>) -> Int? {
    var slot = NameTable.hash(name) & mask
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if names[number].isSame(as: name) { return number }
      slot = (slot + 1) & mask
    }
    return nil
  }

  @inline(__always)
  private static func hash(_ name: some Sequence<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }
}
