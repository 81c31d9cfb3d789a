import HCLParser

extension Fix {
  /// Removes the attribute whose name stands at `nameRange`, with its line where nothing else stands there.
  static func removingAttribute(at nameRange: SourceRange, in tree: SyntaxTree) -> Fix? {
    guard let attribute = tree.attribute(at: nameRange) else { return nil }
    return Fix(
      "remove \"\(attribute.name)\"", edits: [TextEdit(tree.wholeLines(of: attribute.range), "")], isSafe: true)
  }

  /// Removes the block whose header stands at `headerRange`, with its lines.
  static func removingBlock(at headerRange: SourceRange, in tree: SyntaxTree, isSafe: Bool) -> Fix? {
    guard let block = tree.block(at: headerRange) else { return nil }
    return Fix(
      "remove the \(block.type) block", edits: [TextEdit(tree.wholeLines(of: block.range), "")], isSafe: isSafe)
  }
}

extension SyntaxTree {
  /// The range with the blanks before it and the line end after it, where nothing else stands on its lines.
  func wholeLines(of range: SourceRange) -> SourceRange {
    let bytes = source.bytes
    var start = min(range.start, bytes.count)
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    var end = min(range.end, bytes.count)
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D { end += 1 }
    let beginsLine = start == 0 || bytes[start - 1] == 0x0A
    guard beginsLine, end < bytes.count, bytes[end] == 0x0A else { return range }
    return SourceRange(start, end + 1, source: range.source)
  }

  /// The text of a block with another indentation, without the attributes named.
  func reindented(_ range: SourceRange, dropping names: Set<String>, in body: BodySyntax, by indent: String) -> String {
    let edits = body.attributes.filter { names.contains($0.name) }.map { TextEdit(wholeLines(of: $0.range), "") }
    guard let edited = TextEdit.apply(edits, to: source.bytes) else { return source.text(in: range) }
    let removed = source.count - edited.count
    let text = edited[range.start..<max(range.start, range.end - removed)]
    var before = range.start
    while before > 0, source.bytes[before - 1] == 0x20 || source.bytes[before - 1] == 0x09 { before -= 1 }
    let own = range.start - before
    // The block's own indentation goes from every line, as far as the line has it.
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map { index, line in
      let blanks = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
      let kept = index == 0 ? line : line.dropFirst(min(own, blanks))
      return kept.isEmpty ? "" : indent + String(decoding: kept, as: UTF8.self)
    }
    return lines.joined(separator: "\n")
  }
}
