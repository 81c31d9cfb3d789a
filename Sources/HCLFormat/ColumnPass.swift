import HCLParser

/// Lines up the `=` and the trailing comments of neighbouring lines.
struct ColumnPass {
  let source: SourceText
  let tokens: [Token]

  /// Lines that follow each other and have an assignment cell form one group, whose `=` stand below each other.
  func alignAssignments(_ lines: [FormatLine], _ blanks: inout [Int]) {
    align(lines, &blanks, has: \.hasAssignment, column: \.assignment)
  }

  /// The same for trailing comments, independently: what goes before them counts with its aligned `=`.
  func alignComments(_ lines: [FormatLine], _ blanks: inout [Int]) {
    align(lines, &blanks, has: \.hasComment, column: \.comment)
  }

  private func align(
    _ lines: [FormatLine], _ blanks: inout [Int], has: (FormatLine) -> Bool, column: (FormatLine) -> Int
  ) {
    var widths: [Int] = []
    var index = 0
    while index < lines.count {
      guard has(lines[index]) else {
        index += 1
        continue
      }
      let first = index
      widths.removeAll(keepingCapacity: true)
      while index < lines.count, has(lines[index]) {
        widths.append(width(lines[index].start..<column(lines[index]), blanks))
        index += 1
      }
      let widest = widths.max() ?? 0
      for (offset, width) in widths.enumerated() { blanks[column(lines[first + offset])] = widest - width + 1 }
    }
  }

  /// The columns that tokens take with the blanks before each: grapheme clusters, as the reference counts.
  private func width(_ numbers: Range<Int>, _ blanks: [Int]) -> Int {
    var sum = 0
    for number in numbers { sum += blanks[number] + width(tokens[number]) }
    return sum
  }

  private func width(_ token: Token) -> Int {
    var isPlain = true
    for offset in token.start..<token.end {
      // A carriage return makes one cluster with the line feed after it.
      if source.bytes[offset] >= 0x80 || source.bytes[offset] == UInt8(ascii: "\r") { isPlain = false }
    }
    if isPlain { return token.count }
    return String(decoding: source.bytes[token.start..<token.end], as: UTF8.self).clusterCount
  }
}
