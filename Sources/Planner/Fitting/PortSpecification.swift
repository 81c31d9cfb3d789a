/// A list of ports as an agent's configuration spells it: `22,80,8500-8600`.
///
/// Numbers and inclusive ranges between commas, blanks around them allowed (scheduler.md 4.1).
struct PortSpecification: Sendable, Equatable {
  var ranges: [ClosedRange<Int>] = []

  /// Nil where the text is no such list: port 0, a reversed range, a number beyond 65536, or no number at all.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.contains(where: { !Self.isBlank($0) }) else { return }
    for piece in bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let ends = piece.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      guard ends.count <= 2, let first = Self.number(ends[0]), let last = Self.number(ends[ends.count - 1]) else {
        return nil
      }
      // 65536 itself passes, as with the real parser; no port has that number, so it takes nothing.
      guard first > 0, first <= last, last <= 65_536 else { return nil }
      ranges.append(first...last)
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  private static func number(_ piece: ArraySlice<UInt8>) -> Int? {
    var piece = piece
    while let first = piece.first, isBlank(first) { piece = piece.dropFirst() }
    while let last = piece.last, isBlank(last) { piece = piece.dropLast() }
    guard !piece.isEmpty, piece.count <= 9 else { return nil }
    var value = 0
    for byte in piece {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
