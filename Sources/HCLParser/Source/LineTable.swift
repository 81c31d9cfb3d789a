/// Where the lines of a text begin. The only place that turns offsets into lines and columns.
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  /// Offsets of the first byte of each line. A line ends with `\n`; `\r\n` is one line end.
  private let starts: [UInt32]

  public init(_ source: SourceText) {
    bytes = source.bytes
    var starts: [UInt32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(UInt32(offset + 1)) }
    self.starts = starts
  }

  public var lineCount: Int { starts.count }

  /// The line that holds `offset`, counted from 1.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line (from 1) without its line end.
  public func byteRange(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) - 1 : bytes.count
    if end > start, end < bytes.count, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  public func text(ofLine line: Int) -> String { String(decoding: bytes[byteRange(ofLine: line)], as: UTF8.self) }

  /// The column of `offset` in its line, counted from 1 in grapheme clusters, as HCL counts.
  ///
  /// A byte order mark at the start of the text counts for nothing.
  public func column(at offset: Int) -> Int {
    var start = Int(starts[line(at: offset) - 1])
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    let end = min(offset, bytes.count)
    guard end > start else { return 1 }
    // Plain ASCII needs no segmentation.
    var index = start
    while index < end, bytes[index] < 0x80, bytes[index] != UInt8(ascii: "\r") { index += 1 }
    if index == end { return end - start + 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self).count + 1
  }

  public func position(at offset: Int) -> SourcePosition {
    SourcePosition(line: line(at: offset), column: column(at: offset), byte: offset)
  }
}

/// A place as people count: line and column from 1 (a column is one grapheme cluster), byte from 0.
public struct SourcePosition: Hashable, Sendable {
  public var line: Int
  public var column: Int
  public var byte: Int

  public init(line: Int, column: Int, byte: Int) {
    self.line = line
    self.column = column
    self.byte = byte
  }
}
