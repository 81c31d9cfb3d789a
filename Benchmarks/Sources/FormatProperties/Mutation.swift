/// Seeded damage to a text: bytes dropped, doubled, swapped, inserted, or cut off. The same for the same seed.
enum Mutation {
  private static let inserted: [UInt8] = Array("{}[]()\"$%~\\\n\r=<-#/*,.:?!&| \té\u{0}\u{FEFF}0a".utf8) + [0xFF, 0x80]

  static func mutated(_ bytes: [UInt8], seed: UInt64, edits: Int = 3) -> [UInt8] {
    var state = seed
    func random(_ limit: Int) -> Int {
      // SplitMix64.
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, limit)))
    }
    var result = bytes
    for _ in 0..<(1 + random(edits)) {
      guard !result.isEmpty else { break }
      let index = random(result.count)
      switch random(8) {
      case 0: result.remove(at: index)
      case 1: result.insert(result[index], at: index)
      case 2: result.swapAt(index, random(result.count))
      case 3: result.insert(inserted[random(inserted.count)], at: index)
      case 4: result.removeSubrange(index..<min(result.count, index + 1 + random(20)))
      case 5: result[index] = inserted[random(inserted.count)]
      case 6:
        // A piece from elsewhere.
        let other = random(result.count)
        result.insert(contentsOf: Array(result[other..<min(result.count, other + 1 + random(30))]), at: index)
      default:
        // Blanks where blanks are, or a line end: the damage that most often still parses.
        guard let blank = result[index...].firstIndex(of: 0x20) else { break }
        result.replaceSubrange(blank...blank, with: [[0x20, 0x20], [0x09], [], [0x0A]][random(4)])
      }
    }
    return result
  }
}
