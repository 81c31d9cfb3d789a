/// Names one source text within a run: the job file, a variable file, a command-line assignment.
///
/// Zero unless a `SourceSet` gave another.
public struct SourceID: Hashable, Sendable, Comparable {
  /// The place of the text among those of the run.
  public var number: UInt32

  /// The id of the run's first text, unless told otherwise.
  public init(_ number: UInt32 = 0) { self.number = number }

  /// In the order in which texts were added.
  public static func < (left: SourceID, right: SourceID) -> Bool { left.number < right.number }
}

/// A half-open range of bytes in one source text. 12 bytes; knows neither line nor file name.
public struct SourceRange: Hashable, Sendable {
  /// The text it is a range of.
  public var source: SourceID
  @usableFromInline var startOffset: UInt32
  @usableFromInline var endOffset: UInt32

  /// The offset of the first byte, from 0.
  @inlinable public var start: Int { Int(startOffset) }
  /// The offset after the last byte.
  @inlinable public var end: Int { Int(endOffset) }

  /// An end before the start is taken as the start, so that a range is never negative.
  public init(_ start: Int, _ end: Int, source: SourceID = SourceID()) {
    self.source = source
    self.startOffset = UInt32(clamping: start)
    self.endOffset = max(UInt32(clamping: start), UInt32(clamping: end))
  }

  /// The empty range at `offset`.
  public static func empty(at offset: Int, source: SourceID = SourceID()) -> SourceRange {
    SourceRange(offset, offset, source: source)
  }

  /// Whether it is a mere place between two bytes.
  public var isEmpty: Bool { startOffset == endOffset }
  /// In bytes.
  public var count: Int { Int(endOffset - startOffset) }

  /// Whether the byte at `offset` belongs to it.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// The smallest range that covers both. Both lie in one source; the receiver's wins where they do not.
  public func union(_ other: SourceRange) -> SourceRange {
    SourceRange(min(start, other.start), max(end, other.end), source: source)
  }
}

extension SourceRange: Comparable {
  /// Order in the text: by source, start, then end.
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.source, left.startOffset, left.endOffset) < (right.source, right.startOffset, right.endOffset)
  }
}
