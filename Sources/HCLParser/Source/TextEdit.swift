/// A replacement of a range of bytes by a text.
public struct TextEdit: Hashable, Sendable {
  /// The bytes to replace; empty to insert.
  public var range: SourceRange
  /// What stands there afterwards; empty to remove.
  public var replacement: String

  public init(_ range: SourceRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }

  /// `bytes` with all edits applied, or nil where two edits overlap or one reaches past the end.
  public static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8]? {
    let sorted = edits.sorted { $0.range < $1.range }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    for edit in sorted {
      guard edit.range.start >= position, edit.range.end <= bytes.count else { return nil }
      result += bytes[position..<edit.range.start]
      result += edit.replacement.utf8
      position = edit.range.end
    }
    result += bytes[position...]
    return result
  }
}
