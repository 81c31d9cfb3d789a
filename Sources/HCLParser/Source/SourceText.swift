/// A named array of bytes: one file, or one text given on the command line.
///
/// May hold anything, broken UTF-8 included. Offsets become lines only through `lineTable`.
public struct SourceText: Sendable {
  /// What messages call it: a path as the user typed it, or `<stdin>`, `--var name`.
  public let name: String
  /// The text as it is, line ends and byte order mark included.
  public let bytes: [UInt8]
  /// What ranges call it.
  public let id: SourceID
  /// False for a text that was not read from a file, such as the value of a flag: its name is no path then.
  public internal(set) var isFile = true

  /// Sources of 4 GiB and more are refused by whoever reads files: ranges hold 32 bits.
  public init(name: String, bytes: [UInt8], id: SourceID = SourceID()) {
    self.name = name
    self.bytes = bytes
    self.id = id
  }

  /// A text given as a string.
  public init(name: String, text: String, id: SourceID = SourceID()) {
    self.init(name: name, bytes: Array(text.utf8), id: id)
  }

  /// In bytes.
  public var count: Int { bytes.count }
  /// The whole text.
  public var range: SourceRange { SourceRange(0, bytes.count, source: id) }

  /// The bytes of `range`, cut to what there is.
  public func bytes(in range: SourceRange) -> ArraySlice<UInt8> {
    let start = min(range.start, bytes.count)
    return bytes[start..<max(start, min(range.end, bytes.count))]
  }

  /// The text of `range`; unreadable bytes show as U+FFFD.
  public func text(in range: SourceRange) -> String { String(decoding: bytes(in: range), as: UTF8.self) }

  /// Made anew by each call, one pass over the bytes: keep it while reporting several ranges.
  public func makeLineTable() -> LineTable { LineTable(self) }
}
