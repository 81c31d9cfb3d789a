/// The escapes of JSON strings → bytes of UTF-8.
enum JSONStringEscapes {
  /// The text of a string's inside. The escapes have been checked when the text was parsed.
  static func decoded(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let letter = bytes[index + 1]
      index += 2
      guard letter == UInt8(ascii: "u") else {
        result.append(plain(letter))
        continue
      }
      var scalar = hexadecimal(bytes, at: index) ?? 0xFFFD
      index = Swift.min(index + 4, range.upperBound)
      // A high surrogate counts only together with the low one right after it.
      if (0xD800...0xDBFF).contains(scalar), index + 6 <= range.upperBound, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u"), let low = hexadecimal(bytes, at: index + 2),
        (0xDC00...0xDFFF).contains(low)
      {
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
        index += 6
      }
      result += Array(String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
    }
    return result
  }

  /// What a letter after a backslash stands for, or 0 where it stands for nothing.
  static func plain(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: 0
    }
  }

  /// Four hexadecimal digits as a number, or nil where they are not there.
  static func hexadecimal(_ bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for offset in 0..<4 {
      let byte = bytes[index + offset]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }
}
