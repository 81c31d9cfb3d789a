/// What may stand in an identifier: Unicode's classes of UAX #31, the underscore at the start too, the hyphen after it.
enum IdentifierCharacters {
  static func isStart(_ scalar: Unicode.Scalar) -> Bool { scalar == "_" || scalar.properties.isIDStart }
  static func isContinue(_ scalar: Unicode.Scalar) -> Bool { scalar == "-" || scalar.properties.isIDContinue }
}

extension Span<UInt8> {
  /// The character whose first byte stands at `index`, and its length; nil where the bytes there are not UTF-8.
  ///
  /// Shortest forms only, no surrogates, nothing above U+10FFFF.
  func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let first = UInt32(self[index])
    if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index <= count - length else { return nil }
    var value = first & (0xFF >> UInt32(length + 1))
    for offset in 1..<length {
      let next = UInt32(self[index + offset])
      guard next & 0xC0 == 0x80 else { return nil }
      value = value << 6 | next & 0x3F
    }
    guard value >= (length == 4 ? 0x1_0000 : length == 3 ? 0x800 : 0x80) else { return nil }
    return Unicode.Scalar(value).map { ($0, length) }
  }
}
