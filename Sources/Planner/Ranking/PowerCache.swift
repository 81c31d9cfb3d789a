/// Powers of the free share that were worked out a moment ago: most nodes of a cluster are like another one.
struct PowerCache {
  private struct Entry {
    var used = Int.min
    var available = 0
    var power = 0.0
  }

  private let fitScore: FitScore
  private var entries: [Entry]

  /// `size` is a power of two.
  init(_ fitScore: FitScore, size: Int = 256) {
    self.fitScore = fitScore
    entries = [Entry](repeating: Entry(), count: size)
  }

  /// The same as `FitScore.freePower`.
  mutating func power(used: Int, available: Int) -> Double {
    let slot = (used &* 31 &+ available &* 17) & (entries.count - 1)
    let entry = entries[slot]
    if entry.used == used, entry.available == available { return entry.power }
    let power = fitScore.freePower(used: used, available: available)
    entries[slot] = Entry(used: used, available: available, power: power)
    return power
  }
}
