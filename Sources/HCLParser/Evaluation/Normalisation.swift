// The standard library normalises strings to compare them; this asks for the result. It has no other public door, and
// tables of our own would go stale with the next edition of Unicode.
@_spi(_Unicode) internal import Swift

extension String {
  /// The text in Unicode normalisation form C, in which the language holds all strings.
  var normalisedC: String {
    // Nothing below U+0300 changes; its first byte is 0xCC. The maximum, not the first such byte, so that the loop takes
    // many bytes at a time.
    let highest = utf8.withContiguousStorageIfAvailable { $0.reduce(0, Swift.max) } ?? utf8.max() ?? 0
    if highest < 0xCC { return self }
    var result = String.UnicodeScalarView()
    for scalar in _nfc { result.append(scalar) }
    return String(result)
  }
}
