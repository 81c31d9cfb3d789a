import Testing

@testable import HCLParser

@Suite struct DiagnosticTextTests {
  private func text(
    _ source: String, _ range: Range<Int>, annotation: String = "", detail: String = "",
    related: [Diagnostic.Related] = [], help: String? = nil, style: TextStyle = .plain, width: Int = 120
  ) -> String {
    var sources = SourceSet()
    sources.add(name: "web.nomad.hcl", bytes: Array(source.utf8))
    var renderer = DiagnosticText(sources, style: style, width: width)
    return renderer.text(
      of: Diagnostic(
        .error, "test-rule", "something is \"wrong\"", at: SourceRange(range.lowerBound, range.upperBound),
        detail: detail, annotation: annotation, related: related, help: help))
  }

  @Test func theLineIsShownWithTheRangeUnderlined() {
    #expect(
      text("a = 1\n  memmory = 512\n", 8..<15, annotation: "none such", detail: "Found it.", help: "write \"memory\"")
        == """
        error[test-rule]: something is "wrong"
         --> web.nomad.hcl:2:3
          |
        2 |   memmory = 512
          |   ^^^^^^^ none such
          = note: Found it.
          = help: write "memory"

        """)
  }

  @Test func relatedPlacesHaveTheirOwnExcerpts() {
    let source = "a = 1\n" + String(repeating: "\n", count: 8) + "a = 2\n"
    #expect(
      text(source, 14..<15, related: [.init("first set here", SourceRange(0, 1))]) == """
        error[test-rule]: something is "wrong"
          --> web.nomad.hcl:10:1
           |
        10 | a = 2
           | ^
          ::: web.nomad.hcl:1:1
           |
         1 | a = 1
           | - first set here

        """)
  }

  @Test func aRelatedPlaceOnTheSameLineIsMarkedBelowIt() {
    #expect(
      text("a = [1 2]\n", 7..<8, related: [.init("the list begins here", SourceRange(4, 5))]) == """
        error[test-rule]: something is "wrong"
         --> web.nomad.hcl:1:8
          |
        1 | a = [1 2]
          |        ^
          |     - the list begins here

        """)
  }

  @Test func tabsAreSpacesInTheExcerptAndOneColumnInThePlace() {
    #expect(
      text("\ta\tb = 1", 3..<4) == """
        error[test-rule]: something is "wrong"
         --> web.nomad.hcl:1:4
          |
        1 |     a   b = 1
          |         ^

        """)
  }

  @Test func wideCharactersTakeTwoCellsAndOneColumn() {
    #expect(
      text("a = \"\u{540D}\u{524D}\" b", 13..<14) == """
        error[test-rule]: something is "wrong"
         --> web.nomad.hcl:1:10
          |
        1 | a = "\u{540D}\u{524D}" b
          |            ^

        """)
  }

  @Test func anEmptyRangeIsOneCaret() {
    #expect(
      text("a =", 3..<3) == """
        error[test-rule]: something is "wrong"
         --> web.nomad.hcl:1:4
          |
        1 | a =
          |    ^

        """)
  }

  @Test func theEndOfTheFileHasALineOfItsOwnAfterALineEnd() {
    #expect(
      text("a\n", 2..<2) == """
        error[test-rule]: something is "wrong"
         --> web.nomad.hcl:2:1
          |
        2 |
          | ^

        """)
  }

  @Test func aRangeOfSeveralLinesShowsTheFirstAndTheLast() {
    #expect(
      text("a = [\n  1,\n  2,\n  ] b\n", 4..<19, annotation: "all this") == """
        error[test-rule]: something is "wrong"
         --> web.nomad.hcl:1:5
          |
        1 | a = [
          |     ^
        ...
        4 |   ] b
          |   ^ all this

        """)
  }

  @Test func aLongLineIsCutAroundTheRange() {
    let source = String(repeating: "x", count: 500) + "HERE" + String(repeating: "y", count: 500)
    #expect(
      text(source, 500..<504, width: 40) == """
        error[test-rule]: something is "wrong"
         --> web.nomad.hcl:1:501
          |
        1 | \u{2026}xxxxxxxxxxxxHEREyyyyyyyyyyyyyyyyyy\u{2026}
          |              ^^^^

        """)
  }

  @Test func aLongRangeIsCutToo() {
    let lines = text(String(repeating: "x", count: 5000), 10..<4000, width: 60).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 60 })
  }

  @Test func nothingInASourceMovesTheCursor() {
    let shown = text("a\u{1B}[31m\u{7}\u{202E}b\r = 1", 0..<1)
    #expect(shown.unicodeScalars.allSatisfy { $0 == "\n" || !VisibleText.isHarmful($0) })
    #expect(shown.contains("a\u{241B}[31m"))
  }

  @Test func badBytesShowAsReplacements() {
    var sources = SourceSet()
    sources.add(name: "x", bytes: Array("a = \"".utf8) + [0xFF, 0xFE] + Array("\" b\n".utf8))
    var renderer = DiagnosticText(sources)
    let shown = renderer.text(of: Diagnostic(.error, "test-rule", "bad", at: SourceRange(5, 6)))
    #expect(shown.contains("1 | a = \"\u{FFFD}\u{FFFD}\" b\n  |      ^\n"))
  }

  @Test func colourIsTheCallersChoice() {
    #expect(!text("a = 1", 0..<1).contains("\u{1B}"))
    #expect(text("a = 1", 0..<1, style: .coloured).contains("\u{1B}[1;31merror[test-rule]\u{1B}[0m"))
  }

  @Test func aRangeBeyondTheTextOrOfAnotherSourceIsNoTrap() {
    #expect(text("a = 1", 100..<200).hasPrefix("error[test-rule]"))
    var renderer = DiagnosticText(SourceSet())
    #expect(
      renderer.text(of: Diagnostic(.warning, "test-rule", "odd", at: SourceRange(1, 2, source: SourceID(7))))
        == "warning[test-rule]: odd\n")
  }
}
