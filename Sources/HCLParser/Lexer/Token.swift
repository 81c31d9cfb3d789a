/// A kind and a range of bytes. The flat array of all tokens of a file is the truth; the tree points into the same bytes.
///
/// Tokens follow each other without gaps other than blanks (spaces and tabs): comments, line ends, a byte order mark and
/// unreadable bytes are tokens.
public struct Token: Hashable, Sendable {
  public var kind: TokenKind
  @usableFromInline var startOffset: UInt32
  @usableFromInline var endOffset: UInt32

  @inlinable public var start: Int { Int(startOffset) }
  @inlinable public var end: Int { Int(endOffset) }
  @inlinable public var count: Int { Int(endOffset &- startOffset) }

  @inlinable
  public init(_ kind: TokenKind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.startOffset = UInt32(truncatingIfNeeded: start)
    self.endOffset = UInt32(truncatingIfNeeded: end)
  }
}
