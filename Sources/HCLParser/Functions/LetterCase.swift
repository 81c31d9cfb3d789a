/// Letter case as Go has it: one code point becomes one code point, so `ß` has no capital form.
extension Unicode.Scalar {
  var simpleUppercase: Unicode.Scalar {
    if value < 0x80 { return (0x61...0x7A).contains(value) ? Unicode.Scalar(UInt8(value - 0x20)) : self }
    // Where the full mapping has several code points, the title case may still name the single one.
    return single(properties.uppercaseMapping) ?? single(properties.titlecaseMapping) ?? self
  }

  var simpleLowercase: Unicode.Scalar {
    if value < 0x80 { return (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value + 0x20)) : self }
    if value == 0x130 { return "i" }
    return single(properties.lowercaseMapping) ?? self
  }

  var simpleTitlecase: Unicode.Scalar {
    if value < 0x80 { return simpleUppercase }
    return single(properties.titlecaseMapping) ?? self
  }

  /// Whether a word ends before this character: among ASCII all but letters, digits and `_`, beyond it white space.
  var separatesWords: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: false
    case 0..<0x80: true
    default: properties.isWhitespace
    }
  }

  private func single(_ mapping: String) -> Unicode.Scalar? {
    let scalars = mapping.unicodeScalars
    guard let first = scalars.first, scalars.count == 1 else { return nil }
    return first
  }
}
