import HCLParser

/// Two texts as a unified diff, as `patch` and `git apply` read it.
struct UnifiedDiff {
  var oldName: String
  var newName: String
  var style: TextStyle = .plain
  /// Equal lines shown around a change.
  var context = 3

  /// The diff's bytes; empty where the texts are equal.
  func bytes(from old: [UInt8], to new: [UInt8]) -> [UInt8] {
    let diff = LineDiff(old, new)
    guard !diff.changes.isEmpty else { return [] }
    var output = Array(style.strong("--- \(oldName)").utf8) + [newline]
    output += Array(style.strong("+++ \(newName)").utf8) + [newline]
    for hunk in hunks(diff) { write(hunk, of: diff, to: &output) }
    return output
  }

  /// Changes whose surroundings touch go into one hunk.
  private func hunks(_ diff: LineDiff) -> [ArraySlice<LineDiff.Change>] {
    var hunks: [ArraySlice<LineDiff.Change>] = []
    var start = 0
    for index in diff.changes.indices.dropFirst() {
      let gap = diff.changes[index].old.lowerBound - diff.changes[index - 1].old.upperBound
      if gap > 2 * context {
        hunks.append(diff.changes[start..<index])
        start = index
      }
    }
    hunks.append(diff.changes[start...])
    return hunks
  }

  private func write(_ hunk: ArraySlice<LineDiff.Change>, of diff: LineDiff, to output: inout [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let before = min(context, first.old.lowerBound)
    let after = min(context, diff.old.count - last.old.upperBound)
    let old = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let new = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    output += Array(style.quiet("@@ -\(Self.header(old)) +\(Self.header(new)) @@").utf8) + [newline]

    var position = old.lowerBound
    for change in hunk {
      for line in diff.old[position..<change.old.lowerBound] { write(" ", line, to: &output) { $0 } }
      for line in diff.old[change.old] { write("-", line, to: &output, style.removed) }
      for line in diff.new[change.new] { write("+", line, to: &output, style.added) }
      position = change.old.upperBound
    }
    for line in diff.old[position..<old.upperBound] { write(" ", line, to: &output) { $0 } }
  }

  private func write(
    _ mark: String, _ line: ArraySlice<UInt8>, to output: inout [UInt8], _ styled: (String) -> String
  ) {
    let isWhole = line.last == newline
    if style == .plain {
      output += mark.utf8
      output += line
    } else {
      let text = String(decoding: isWhole ? line.dropLast() : line, as: UTF8.self)
      output += styled(mark + VisibleText.line(text)).utf8
      if isWhole { output.append(newline) }
    }
    if !isWhole { output += "\n\\ No newline at end of file\n".utf8 }
  }

  /// `first line,count`; a count of one is left out, and an empty stretch stands after the line before it.
  private static func header(_ range: Range<Int>) -> String {
    if range.count == 1 { return "\(range.lowerBound + 1)" }
    return "\(range.isEmpty ? range.lowerBound : range.lowerBound + 1),\(range.count)"
  }

  private let newline = UInt8(ascii: "\n")

  init(oldName: String, newName: String, style: TextStyle = .plain) {
    self.oldName = oldName
    self.newName = newName
    self.style = style
  }
}
