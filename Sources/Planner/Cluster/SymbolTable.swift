/// A text known to a `SymbolTable`, as a number. Equal numbers of one table mean equal texts.
public struct Symbol: Sendable, Hashable, Comparable {
  /// The text's place in its table, from 0 in the order in which texts came.
  public var number: UInt32

  public init(_ number: UInt32) { self.number = number }

  public static func < (left: Symbol, right: Symbol) -> Bool { left.number < right.number }
}

/// Texts held once each, known by number: a cluster repeats the same few hundred attribute names and values over
/// thousands of nodes.
///
/// Texts are compared byte by byte, as Nomad does, not by canonical equivalence.
public struct SymbolTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text begins in `bytes`; one more entry than there are texts.
  private var starts: [UInt32] = [0]
  private var hashes: [UInt32] = []
  /// Open addressing: one more than a symbol's number, or 0 where the slot is free. A power of two long.
  private var slots: [UInt32] = Array(repeating: 0, count: 256)

  public init() {}

  /// How many texts the table holds.
  public var count: Int { hashes.count }

  /// The symbol of a text, made if it is new.
  public mutating func intern(_ text: String) -> Symbol {
    let utf8 = Array(text.utf8)
    return intern(utf8, 0..<utf8.count)
  }

  /// The symbol of the text in a range of `source`, made if it is new. The range lies inside.
  public mutating func intern(_ source: [UInt8], _ range: Range<Int>) -> Symbol {
    let hash = Self.hash(source, range)
    let slot = self.slot(of: source, range, hash)
    if slots[slot] != 0 { return Symbol(slots[slot] - 1) }
    let number = UInt32(truncatingIfNeeded: hashes.count)
    bytes += source[range]
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
    hashes.append(hash)
    slots[slot] = number + 1
    if hashes.count * 2 > slots.count { grow() }
    return Symbol(number)
  }

  /// The same, with a guess what it will be: files list the same texts in the same order again and again.
  mutating func intern(_ source: [UInt8], _ range: Range<Int>, guess: Symbol?) -> Symbol {
    if let guess, isEqual(Int(guess.number), source, range) { return guess }
    return intern(source, range)
  }

  /// The symbol of a text, or nil where the table does not know it.
  public func symbol(of text: String) -> Symbol? {
    let utf8 = Array(text.utf8)
    let range = 0..<utf8.count
    let slot = self.slot(of: utf8, range, Self.hash(utf8, range))
    return slots[slot] == 0 ? nil : Symbol(slots[slot] - 1)
  }

  /// The text of a symbol; empty where the table has no such number.
  public func text(of symbol: Symbol) -> String { String(decoding: bytes[range(of: symbol)], as: UTF8.self) }

  /// Whether the text begins with `prefix`.
  public func text(of symbol: Symbol, hasPrefix prefix: String) -> Bool {
    bytes[range(of: symbol)].starts(with: prefix.utf8)
  }

  private func range(of symbol: Symbol) -> Range<Int> {
    let number = Int(symbol.number)
    guard number < hashes.count else { return 0..<0 }
    return Int(starts[number])..<Int(starts[number + 1])
  }

  /// Where the text is, or where it would go.
  private func slot(of source: [UInt8], _ range: Range<Int>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let candidate = Int(slots[slot] - 1)
      if hashes[candidate] == hash, isEqual(candidate, source, range) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private func isEqual(_ number: Int, _ source: [UInt8], _ range: Range<Int>) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == range.count else { return false }
    return bytes.withUnsafeBytes { known in
      source.withUnsafeBytes { source in
        var offset = 0
        while offset + 8 <= range.count {
          if Self.word(known, start + offset) != Self.word(source, range.lowerBound + offset) { return false }
          offset += 8
        }
        while offset < range.count {
          if known[start + offset] != source[range.lowerBound + offset] { return false }
          offset += 1
        }
        return true
      }
    }
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(truncatingIfNeeded: number + 1)
    }
  }

  /// Eight bytes at a time, in the manner of FNV-1a: fixed, so that nothing depends on the run.
  private static func hash(_ source: [UInt8], _ range: Range<Int>) -> UInt32 {
    source.withUnsafeBytes { source in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(range.count)
      func mix(_ word: UInt64) {
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      var index = range.lowerBound
      while index + 8 <= range.upperBound {
        mix(word(source, index))
        index += 8
      }
      var rest: UInt64 = 0
      while index < range.upperBound {
        rest = rest << 8 | UInt64(source[index])
        index += 1
      }
      mix(rest)
      return UInt32(truncatingIfNeeded: hash >> 32)
    }
  }
}

/// A finished symbol table that many nodes share.
final class Symbols: Sendable {
  let table: SymbolTable

  init(_ table: SymbolTable = SymbolTable()) { self.table = table }

  static let none = Symbols()
}
