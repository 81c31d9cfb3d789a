/// Turns ranges of a run into file names, lines and columns. Each text's line table is made once, when first asked for.
public struct SourcePlaces: Sendable {
  /// Where a range lies, as people count.
  public struct Place: Sendable, Hashable {
    /// The name of the text, as messages show it.
    public var file: String
    /// The first character.
    public var start: SourcePosition
    /// Behind the last character; the same as `start` for an empty range.
    public var end: SourcePosition
  }

  private let sources: SourceSet
  private var tables: [SourceID: LineTable] = [:]
  /// The place found last. Reports come in source order: the next one on the same line goes on from here, so that many
  /// findings in one endless line cost no more than the line's length.
  private var last: (source: SourceID, position: SourcePosition)?

  public init(_ sources: SourceSet) { self.sources = sources }

  /// Nil where the range's source is not among those of the run.
  public mutating func place(of range: SourceRange) -> Place? {
    guard let source = sources[range.source], let table = table(of: source) else { return nil }
    // A range may come from outside; what lies past the end is taken as the end.
    let start = position(at: min(range.start, source.count), in: source, table)
    let end = range.end == range.start ? start : position(at: min(range.end, source.count), in: source, table)
    return Place(file: source.name, start: start, end: end)
  }

  private mutating func position(at offset: Int, in source: SourceText, _ table: LineTable) -> SourcePosition {
    var position: SourcePosition
    if let last, last.source == source.id, last.position.byte <= offset,
      table.byteRange(ofLine: last.position.line).contains(offset)
    {
      let between = source.bytes[last.position.byte..<offset]
      position = last.position
      position.byte = offset
      position.column +=
        between.allSatisfy { $0 < 0x80 } ? between.count : String(decoding: between, as: UTF8.self).count
    } else {
      position = table.position(at: offset)
    }
    last = (source.id, position)
    return position
  }

  /// A line's offsets and bytes, without its line end.
  mutating func bytes(ofLine line: Int, in id: SourceID) -> (range: Range<Int>, bytes: ArraySlice<UInt8>) {
    guard let source = sources[id], let table = table(of: source) else { return (0..<0, []) }
    let range = table.byteRange(ofLine: line)
    return (range, source.bytes[range])
  }

  /// A line's text, without its line end.
  public mutating func text(ofLine line: Int, in id: SourceID) -> String {
    String(decoding: bytes(ofLine: line, in: id).bytes, as: UTF8.self)
  }

  /// The column of an offset counted in code points, from 1, for formats that know no grapheme clusters.
  public mutating func codePointColumn(of offset: Int, in id: SourceID) -> Int {
    guard let source = sources[id], let table = table(of: source) else { return 1 }
    let end = min(offset, source.count)
    let start = min(table.byteRange(ofLine: table.line(at: end)).lowerBound, end)
    // Every byte that does not continue a code point begins one.
    return source.bytes[start..<end].count { $0 & 0xC0 != 0x80 } + 1
  }

  private mutating func table(of source: SourceText) -> LineTable? {
    if let table = tables[source.id] { return table }
    let table = source.makeLineTable()
    tables[source.id] = table
    return table
  }
}
