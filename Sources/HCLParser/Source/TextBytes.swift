// Texts by their bytes, as Go compares them: `==` takes letters with composed and decomposed accents for equal.

extension String {
  /// Whether the two texts are the same bytes.
  package func isSame(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return String.withBytes(of: self, other) { $0.elementsEqual($1) } ?? utf8.elementsEqual(other.utf8)
  }

  /// Whether the text is these bytes.
  package func isSame(as bytes: ArraySlice<UInt8>) -> Bool {
    guard utf8.count == bytes.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { text in bytes.withUnsafeBufferPointer(text.elementsEqual) }
    return isSame ?? utf8.elementsEqual(bytes)
  }

  /// Whether this text stands before the other in byte order.
  package func precedes(_ other: String) -> Bool {
    String.withBytes(of: self, other) { $0.lexicographicallyPrecedes($1) }
      ?? utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// The iterators of a text's bytes look anew at how the text is stored for each byte, which is much of the time that
  /// reading a job takes; nil where a text has no bytes of its own to lend.
  @inline(__always)
  private static func withBytes(
    of left: String, _ right: String, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool? {
    left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in body(left, right) }
    } ?? nil
  }
}
