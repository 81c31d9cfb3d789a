/// Where the lines of a text begin. The only place that turns offsets into lines and columns.
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  /// Offsets of the first byte of each line. A line ends with `\n`; `\r\n` is one line end.
  private let starts: [UInt32]
  /// True where each byte is a column: only ASCII, and no `\r` but before `\n`.
  private let isPlain: Bool
  /// Columns known within very long lines, ascending, so that no column needs a long count.
  private let checkpoints: [Checkpoint]

  private struct Checkpoint {
    var offset: Int
    var column: Int
  }

  /// One pass over the bytes; another one where a line is very long and not plain.
  public init(_ source: SourceText) {
    let bytes = source.bytes
    var starts: [UInt32] = [0]
    starts.reserveCapacity(bytes.count / 24 + 8)
    var isPlain = true
    var isLong = false
    var last = 0
    for (offset, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "\n") {
        if offset &- last > LineTable.longLine { isLong = true }
        last = offset &+ 1
        starts.append(UInt32(truncatingIfNeeded: last))
      } else if byte >= 0x80 {
        isPlain = false
      } else if byte == UInt8(ascii: "\r"), offset &+ 1 >= bytes.count || bytes[offset &+ 1] != UInt8(ascii: "\n") {
        isPlain = false
      }
    }
    if bytes.count - last > LineTable.longLine { isLong = true }
    self.bytes = bytes
    self.starts = starts
    self.isPlain = isPlain
    checkpoints = isLong && !isPlain ? LineTable.checkpoints(in: bytes, starts) : []
  }

  private static let longLine = 1 << 15

  private static func checkpoints(in bytes: [UInt8], _ starts: [UInt32]) -> [Checkpoint] {
    var checkpoints: [Checkpoint] = []
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? Int(starts[number + 1]) : bytes.count
      var known = Checkpoint(offset: Int(start), column: 1)
      while end - known.offset > longLine {
        var next = known.offset + longLine / 2
        // Between two letters of ASCII there is always a boundary between characters.
        while next < end, !(bytes[next].isWordByte && bytes[next - 1].isWordByte) { next += 1 }
        guard next < end else { break }
        known = Checkpoint(offset: next, column: known.column + clusters(bytes[known.offset..<next]))
        checkpoints.append(known)
      }
    }
    return checkpoints
  }

  /// How many characters, as people see them, these bytes show.
  private static func clusters(_ bytes: ArraySlice<UInt8>) -> Int {
    if bytes.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\r") }) { return bytes.count }
    return String(decoding: bytes, as: UTF8.self).clusterCount
  }

  /// At least 1; a line end at the end of the text begins one more line, which is empty.
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
    guard line < starts.count else { return start..<bytes.count }
    var end = Int(starts[line]) - 1
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The text of a line (from 1) without its line end.
  public func text(ofLine line: Int) -> String { String(decoding: bytes[byteRange(ofLine: line)], as: UTF8.self) }

  /// The column of `offset` in its line, counted from 1 in grapheme clusters, as HCL counts.
  ///
  /// A byte order mark at the start of the text counts for nothing.
  public func column(at offset: Int) -> Int {
    let end = min(offset, bytes.count)
    var known = Checkpoint(offset: Int(starts[line(at: offset) - 1]), column: 1)
    if isPlain { return max(0, end - known.offset) + 1 }
    if known.offset == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { known.offset = 3 }
    if let nearest = checkpoint(before: end), nearest.offset > known.offset { known = nearest }
    guard end > known.offset else { return known.column }
    return known.column + LineTable.clusters(bytes[known.offset..<end])
  }

  private func checkpoint(before offset: Int) -> Checkpoint? {
    var low = 0
    var high = checkpoints.count
    while low < high {
      let middle = (low + high) / 2
      if checkpoints[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? checkpoints[low - 1] : nil
  }

  /// Line, column and byte of `offset`.
  public func position(at offset: Int) -> SourcePosition {
    SourcePosition(line: line(at: offset), column: column(at: offset), byte: offset)
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool { ByteClass.table[Int(self)] & ByteClass.identifierPart != 0 }
}

/// A place as people count: line and column from 1 (a column is one grapheme cluster), byte from 0.
public struct SourcePosition: Hashable, Sendable {
  /// From 1.
  public var line: Int
  /// From 1; a tab is one column.
  public var column: Int
  /// The offset from the start of the text, from 0.
  public var byte: Int

  public init(line: Int, column: Int, byte: Int) {
    self.line = line
    self.column = column
    self.byte = byte
  }
}
