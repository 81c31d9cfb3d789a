/// The standard form of base 64, with padding.
enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(of bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var word: UInt32 = 0
      for offset in 0..<3 { word = word << 8 | UInt32(offset < group.count ? group[start + offset] : 0) }
      for figure in 0..<4 {
        let isPadding = figure > group.count
        result.append(isPadding ? UInt8(ascii: "=") : alphabet[Int(word >> UInt32(18 - 6 * figure)) & 63])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes that a text stands for. Line ends in it do not count; all else must be right, padding included.
  static func bytes(of text: String) -> [UInt8]? {
    let figures = text.utf8.filter { $0 != 0x0A && $0 != 0x0D }
    guard figures.count % 4 == 0 else { return nil }
    let padding = figures.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
    var result: [UInt8] = []
    result.reserveCapacity(figures.count / 4 * 3)
    var word: UInt32 = 0
    for (index, figure) in figures.enumerated() {
      let isPadding = index >= figures.count - padding
      guard let value = isPadding ? 0 : value(of: figure) else { return nil }
      word = word << 6 | value
      guard index % 4 == 3 else { continue }
      for shift: UInt32 in [16, 8, 0] { result.append(UInt8(truncatingIfNeeded: word >> shift)) }
      word = 0
    }
    result.removeLast(min(padding, result.count))
    return result
  }

  private static func value(of figure: UInt8) -> UInt32? {
    switch figure {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(figure) - 65
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(figure) - 97 + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(figure) - 48 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
