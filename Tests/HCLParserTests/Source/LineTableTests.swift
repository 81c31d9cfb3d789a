import TestSupport
import Testing

@testable import HCLParser

@Suite struct LineTableTests {
  @Test(arguments: [
    ("", 0, 1, 1), ("a", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("\t\tx", 2, 1, 3),
    ("\u{E9}x", 2, 1, 2), ("e\u{301}x", 3, 1, 2), ("a\rb", 2, 1, 3), ("a\n", 2, 2, 1),
  ])
  func aPlaceIsCountedInLinesAndCharacters(_ text: String, _ offset: Int, _ line: Int, _ column: Int) {
    let position = SourceText(name: "x", text: text).makeLineTable().position(at: offset)
    #expect((position.line, position.column) == (line, column))
  }

  @Test func aFamilyIsOneColumn() {
    let source = SourceText(name: "x", text: "\u{1F469}\u{200D}\u{1F469}\u{200D}\u{1F467}b")
    #expect(source.makeLineTable().column(at: source.count - 1) == 2)
  }

  @Test func aByteOrderMarkCountsForNothing() {
    #expect(SourceText(name: "x", text: "\u{FEFF}ab").makeLineTable().column(at: 4) == 2)
  }

  @Test func aLineIsGivenWithoutItsEnd() {
    let table = SourceText(name: "x", text: "ab\r\ncd\n\nef").makeLineTable()
    #expect((1...4).map(table.text(ofLine:)) == ["ab", "cd", "", "ef"])
    #expect(table.text(ofLine: 9).isEmpty)
    #expect(table.text(ofLine: 0).isEmpty)
  }

  @Test func columnsInAHugeLineAreRight() {
    let text = String(repeating: "\u{E9}abc ", count: 40_000)
    let source = SourceText(name: "x", text: text)
    let table = source.makeLineTable()
    for offset in stride(from: 0, to: source.count, by: 30_000 / 6 * 6) {
      #expect(table.column(at: offset) == String(decoding: source.bytes[..<offset], as: UTF8.self).count + 1)
    }
  }
}
