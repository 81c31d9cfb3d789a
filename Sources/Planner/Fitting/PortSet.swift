/// The ports taken on one address: a bit set over 0…65535 that holds memory only for the parts in use.
///
/// A value that copies for free: nodes with equal reservations share one until a port is taken on one of them.
struct PortSet: Sendable, Equatable {
  /// Ports a chunk covers; 64 chunks cover them all.
  private static let portsPerChunk = 1024
  private static let wordsPerChunk = portsPerChunk / 64

  /// For each chunk, one more than its position in `words`, or 0 where nothing of it is taken.
  private var chunks: [UInt8] = []
  private var words: [UInt64] = []

  init() {}

  /// True where `port` is taken. Numbers that are no ports are never taken.
  func contains(_ port: Int) -> Bool {
    guard let chunk = chunk(of: port) else { return false }
    return words[chunk + (port % Self.portsPerChunk) / 64] & (1 << UInt64(port % 64)) != 0
  }

  /// Takes `port`; false where it was taken already, or is no port.
  @discardableResult
  mutating func insert(_ port: Int) -> Bool {
    guard port >= 0, port <= 65_535 else { return false }
    let chunk = chunkForInsertion(of: port)
    let word = chunk + (port % Self.portsPerChunk) / 64
    let bit: UInt64 = 1 << UInt64(port % 64)
    if words[word] & bit != 0 { return false }
    words[word] |= bit
    return true
  }

  mutating func insert(_ ports: ClosedRange<Int>) {
    let last = min(65_535, ports.upperBound)
    var port = max(0, ports.lowerBound)
    while port <= last {
      insert(port)
      port += 1
    }
  }

  mutating func formUnion(_ other: PortSet) {
    if chunks.isEmpty {
      self = other
      return
    }
    for port in other.ports { insert(port) }
  }

  /// The lowest port of `range` that is not taken here and not in `excluded`, or nil where all are.
  func lowestFree(in range: ClosedRange<Int>, excluding excluded: [Int] = []) -> Int? {
    var port = max(0, range.lowerBound)
    let last = min(65_535, range.upperBound)
    while port <= last {
      guard let chunk = chunk(of: port) else {
        if !excluded.contains(port) { return port }
        port += 1
        continue
      }
      let offset = port % 64
      let free = ~words[chunk + (port % Self.portsPerChunk) / 64] >> UInt64(offset)
      if free == 0 {
        port += 64 - offset
        continue
      }
      port += free.trailingZeroBitCount
      guard port <= last else { return nil }
      if !excluded.contains(port) { return port }
      port += 1
    }
    return nil
  }

  /// How many ports of `range` are taken.
  func count(in range: ClosedRange<Int>) -> Int {
    var count = 0
    var port = max(0, range.lowerBound)
    let last = min(65_535, range.upperBound)
    while port <= last {
      let offset = port % 64
      if let chunk = chunk(of: port) {
        let word = words[chunk + (port % Self.portsPerChunk) / 64] >> UInt64(offset)
        let width = min(64 - offset, last - port + 1)
        count += (width == 64 ? word : word & ((1 << UInt64(width)) - 1)).nonzeroBitCount
      }
      port += 64 - offset
    }
    return count
  }

  /// All taken ports, ascending.
  var ports: [Int] {
    var result: [Int] = []
    for port in stride(from: 0, to: 65_536, by: 64) {
      guard let chunk = chunk(of: port) else { continue }
      var word = words[chunk + (port % Self.portsPerChunk) / 64]
      while word != 0 {
        result.append(port + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
    return result
  }

  /// Where the words of the chunk that holds `port` begin, or nil where none of its ports is taken.
  private func chunk(of port: Int) -> Int? {
    guard port >= 0, port <= 65_535, !chunks.isEmpty else { return nil }
    let number = Int(chunks[port / Self.portsPerChunk])
    return number == 0 ? nil : (number - 1) * Self.wordsPerChunk
  }

  private mutating func chunkForInsertion(of port: Int) -> Int {
    if chunks.isEmpty { chunks = [UInt8](repeating: 0, count: 64) }
    let index = port / Self.portsPerChunk
    if chunks[index] == 0 {
      chunks[index] = UInt8(words.count / Self.wordsPerChunk + 1)
      words.append(contentsOf: repeatElement(0, count: Self.wordsPerChunk))
    }
    return (Int(chunks[index]) - 1) * Self.wordsPerChunk
  }
}
