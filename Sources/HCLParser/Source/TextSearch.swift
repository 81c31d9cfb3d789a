/// Searches within texts, byte by byte.
///
/// The toolchain's module for regular expressions offers the like; using any of it links all of it, more than a megabyte.
extension String {
  /// Whether `part` stands somewhere in the text, byte for byte.
  package func holds(_ part: String) -> Bool { utf8.holds(part.utf8) }

  /// The text with each `part` replaced, from the left.
  package func replacingEach(_ part: String, with replacement: String) -> String {
    let (bytes, wanted) = (Array(utf8), Array(part.utf8))
    guard !wanted.isEmpty, bytes.holds(wanted) else { return self }
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index...].starts(with: wanted) {
        result += replacement.utf8
        index += wanted.count
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Collection<UInt8> {
  /// Whether `part` stands somewhere among the bytes.
  package func holds(_ part: some Collection<UInt8>) -> Bool {
    guard let first = part.first else { return true }
    var rest = self[...]
    while let index = rest.firstIndex(of: first) {
      rest = rest[index...]
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}
