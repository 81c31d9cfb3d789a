/// A kind and a range of bytes. The flat array of all tokens of a file is the truth; the tree points into the same bytes.
///
/// Tokens follow each other without gaps other than blanks (spaces and tabs): comments, line ends, a byte order mark and
/// unreadable bytes are tokens.
public struct Token: Hashable, Sendable {
  /// What the token is; its text is whatever the source has at its bytes.
  public var kind: TokenKind
  /// What the lexer noticed in passing and the parser need not look for again.
  @usableFromInline var notes: Notes
  @usableFromInline var startOffset: UInt32
  @usableFromInline var endOffset: UInt32

  @usableFromInline
  struct Notes: OptionSet, Hashable, Sendable {
    @usableFromInline let rawValue: UInt8
    @usableFromInline init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Quoted text with a backslash.
    static let hasBackslash = Notes(rawValue: 1)
    /// Text with `$${` or `%%{`.
    static let hasDoubledMark = Notes(rawValue: 2)
    /// Quoted text with a line end, which may not be.
    static let hasLineEnd = Notes(rawValue: 4)
    /// A heredoc's first or last line that holds more than it may.
    static let isIrregular = Notes(rawValue: 8)
  }

  @inlinable public var start: Int { Int(startOffset) }
  @inlinable public var end: Int { Int(endOffset) }
  @inlinable public var count: Int { Int(endOffset &- startOffset) }

  @inlinable
  public init(_ kind: TokenKind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.notes = Notes(rawValue: 0)
    self.startOffset = UInt32(truncatingIfNeeded: start)
    self.endOffset = UInt32(truncatingIfNeeded: end)
  }

  @inline(__always)
  init(_ kind: TokenKind, _ start: Int, _ end: Int, _ notes: Notes) {
    self.init(kind, start, end)
    self.notes = notes
  }
}
