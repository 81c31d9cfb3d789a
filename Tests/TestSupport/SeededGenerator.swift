/// A generator of pseudo-random numbers that repeats for a seed (SplitMix64). Name the seed in the failure text.
public struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Seeded damage to a text: bytes dropped, doubled, swapped, inserted, or cut off.
public enum Mutation {
  private static let inserted: [UInt8] = Array("{}[]()\"$%~\\\n\r=<-#/*,.:?!&|é\u{0}\u{FEFF}0a".utf8) + [0xFF, 0x80]

  public static func mutated(_ bytes: [UInt8], seed: UInt64, edits: Int = 4) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    var result = bytes
    for _ in 0..<edits {
      guard !result.isEmpty else { break }
      let index = Int.random(in: 0..<result.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: result.remove(at: index)
      case 1: result.insert(result[index], at: index)
      case 2: result.swapAt(index, Int.random(in: 0..<result.count, using: &generator))
      case 3: result.insert(inserted.randomElement(using: &generator) ?? 0, at: index)
      case 4: result.removeSubrange(index..<min(result.count, index + Int.random(in: 1...20, using: &generator)))
      default: result[index] = inserted.randomElement(using: &generator) ?? 0
      }
    }
    return result
  }
}
