import TestSupport
import Testing

@testable import Commands

@Suite struct UnifiedDiffTests {
  static func diff(_ old: String, _ new: String) -> String {
    String(
      decoding: UnifiedDiff(oldName: "a/x", newName: "b/x").bytes(from: Array(old.utf8), to: Array(new.utf8)),
      as: UTF8.self)
  }

  @Test func equalTextsHaveNoDifference() { #expect(Self.diff("a\nb\n", "a\nb\n") == "") }

  @Test(
    arguments: [
      ("a\n", "b\n", "@@ -1 +1 @@\n-a\n+b\n"),
      ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
      ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
      ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
      ("1\n2\n3\n4\n5\n", "1\n2\nx\n4\n5\n", "@@ -1,5 +1,5 @@\n 1\n 2\n-3\n+x\n 4\n 5\n"),
      ("1\n2\n", "1\nx\n2\n", "@@ -1,2 +1,3 @@\n 1\n+x\n 2\n"),
    ])
  func hunksAreAsPatchReadsThem(_ old: String, _ new: String, _ hunk: String) {
    #expect(Self.diff(old, new) == "--- a/x\n+++ b/x\n" + hunk)
  }

  @Test func distantChangesHaveHunksOfTheirOwn() {
    let old = (1...30).map { "\($0)\n" }
    var new = old
    new[1] = "x\n"
    new[20] = "y\n"
    let text = Self.diff(old.joined(), new.joined())
    #expect(text.contains("@@ -1,5 +1,5 @@"))
    #expect(text.contains("@@ -18,7 +18,7 @@"))
  }

  /// Whatever the texts, the changes turn the one into the other and leave the rest alone.
  @Test(arguments: 0..<200 as Range<UInt64>) func changesTurnOneTextIntoTheOther(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func text() -> [UInt8] {
      (0..<Int.random(in: 0...30, using: &generator)).flatMap { _ in
        [UInt8(ascii: "a") + UInt8.random(in: 0...3, using: &generator), UInt8(ascii: "\n")]
      }
    }
    let diff = LineDiff(text(), text())
    var result: [ArraySlice<UInt8>] = []
    var position = 0
    for change in diff.changes {
      #expect(diff.old[position..<change.old.lowerBound].count == change.new.lowerBound - result.count, "seed \(seed)")
      result += diff.old[position..<change.old.lowerBound]
      result += diff.new[change.new]
      position = change.old.upperBound
    }
    result += diff.old[position...]
    #expect(result == diff.new, "seed \(seed)")
  }

  @Test func textsThatDifferEverywhereArePairedLineByLine() {
    let old = (0..<3000).flatMap { Array("\($0)\n".utf8) }
    let new = (0..<3000).flatMap { Array(" \($0)\n".utf8) }
    #expect(LineDiff(old, new).changes == [.init(old: 0..<3000, new: 0..<3000)])
  }
}
