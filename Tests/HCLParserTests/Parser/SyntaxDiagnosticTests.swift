import Foundation
import TestSupport
import Testing

@testable import HCLParser

/// What is said about each mistake, and where.
@Suite struct SyntaxDiagnosticTests {
  static let files: [String] = Corpus.cases("Diagnostics").filter { $0.hasPrefix("syntax-") }.flatMap { rule in
    ((try? FileManager.default.contentsOfDirectory(atPath: Corpus.path("Diagnostics/\(rule)"))) ?? []).sorted()
      .map { "Diagnostics/\(rule)/\($0)" }
  }

  @Test(arguments: files)
  func eachMistakeIsReportedOnceWhereItIs(_ path: String) {
    let source = AnnotatedSource(Corpus.text(path))
    let tree = SyntaxTree(parsing: source.source)
    #expect(source.disagreements(with: tree.diagnostics) == [])
    #expect(tree.diagnostics.first?.rule.name == path.components(separatedBy: "/")[1])
  }

  @Test(arguments: files)
  func aFixMendsWhatItIsOfferedFor(_ path: String) {
    let source = Corpus.source(path)
    let before = SyntaxTree(parsing: source).diagnostics
    for diagnostic in before {
      for fix in diagnostic.fixes {
        let mended = TextEdit.apply(fix.edits, to: source.bytes)
        let after = SyntaxTree(parsing: SourceText(name: source.name, bytes: mended ?? source.bytes)).diagnostics
        #expect(after.count < before.count, "\(diagnostic.summary): \(fix.title)")
      }
    }
  }

  /// Mistakes at the end of a file or over several lines, which no annotation in the file can stand under.
  @Test(arguments: [
    ("a = \"first\nsecond\"\nb = 1\n", "syntax-multiline-string", 1, 11),
    ("a = <<EOT\nfoo\n", "syntax-unclosed-heredoc", 3, 1),
    ("a = <<EOT\nfoo\nEOT", "syntax-unclosed-heredoc", 3, 4),
    ("a = <<\n", "syntax-heredoc-marker", 1, 5),
    ("a = 1\rb = 2\n", "syntax-invalid-character", 1, 6),
    ("a = \u{FEFF}1\n", "syntax-invalid-character", 1, 5),
    ("job \"a\" {\n  group \"g\" {\n    b = 1\n  }\n", "syntax-unclosed-block", 1, 9),
    ("a = [1", "syntax-unclosed-bracket", 1, 5), ("a = {", "syntax-unclosed-bracket", 1, 5),
    ("a = f(", "syntax-expected-expression", 1, 7), ("a = \"x", "syntax-unclosed-string", 1, 5),
    ("a", "syntax-item-expected", 1, 1), ("a \"b\"", "syntax-missing-brace", 1, 6),
    ("\u{FEFF}a = ]\n", "syntax-expected-expression", 1, 5),
  ])
  func mistakesThatReachTheEndAreReportedOnce(_ text: String, _ rule: String, _ line: Int, _ column: Int) {
    let source = SourceText(name: "x", text: text)
    let diagnostics = SyntaxTree(parsing: source).diagnostics
    #expect(diagnostics.map(\.rule.name) == [rule])
    let place = diagnostics.first.map { source.makeLineTable().position(at: $0.range.start) }
    #expect(place?.line == line)
    #expect(place?.column == column)
  }

  @Test func aBlockWhoseBraceIsProbablyMissingIsNamed() {
    let source = SourceText(name: "x", text: "job \"a\" {\n  group \"g\" {\n    b = 1\n}\n")
    let diagnostic = SyntaxTree(parsing: source).diagnostics.first
    #expect(diagnostic?.rule == "syntax-unclosed-block")
    let lines = diagnostic?.related.map { source.makeLineTable().line(at: $0.range.start) }
    #expect(lines == [2, 4])
    #expect(diagnostic?.related.first?.message.contains("\"group\"") == true)
  }

  @Test func severalMistakesAreSeveralReports() {
    let text = "a = [1 2]\njob \"x\" {\n  b = 'y'\n  c {\n    d = \"${e f}\"\n  }\n  g = \n}\nh = 1,\n"
    let rules = SyntaxTree(parsing: SourceText(name: "x", text: text)).diagnostics.map(\.rule.name)
    #expect(
      rules == [
        "syntax-missing-separator", "syntax-quote", "syntax-extra-in-interpolation", "syntax-missing-value",
        "syntax-unexpected-comma",
      ])
  }

  @Test func whatFollowsAMistakeIsInTheTree() {
    let text = "job \"x\" {\n  a = [1, 2\n  group \"g\" {\n    b = \"unclosed\n    c = 1\n  }\n}\n"
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: text))
    #expect(tree.diagnostics.map(\.rule.name) == ["syntax-missing-separator", "syntax-unclosed-string"])
    let group = tree.root.blocks.first?.body.blocks.first
    #expect(group?.type == "group")
    #expect(group?.body.attribute(named: "c")?.range.isEmpty == false)
  }

  @Test func badBytesAreReportedOnce() {
    let bytes = Array("a = \"".utf8) + [0xFF] + Array("\"\nb = \"".utf8) + [0xC3] + Array("\"\n".utf8)
    let diagnostics = SyntaxTree(parsing: SourceText(name: "x", bytes: bytes)).diagnostics
    #expect(diagnostics.map(\.rule.name) == ["syntax-bad-encoding"])
    #expect(diagnostics.first?.range.start == 5)
  }

  @Test func aTextWithNothingButMistakesIsReportedUpToALimit() {
    let text = String(repeating: "a = ]\n", count: 5000)
    #expect(SyntaxTree(parsing: SourceText(name: "x", text: text)).diagnostics.count == 1000)
  }

  @Test func everyRuleOfTheParserHasAnExample() throws {
    var rules: Set<String> = []
    for folder in ["Parser", "Lexer", "Syntax"] {
      let path = Corpus.repository + "/Sources/HCLParser/" + folder
      for file in try FileManager.default.contentsOfDirectory(atPath: path) {
        let text = try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8)
        for piece in text.components(separatedBy: "\"syntax-").dropFirst() {
          rules.insert("syntax-" + piece.prefix { $0 != "\"" })
        }
      }
    }
    // These reach to the end of the file or lie in text: their tests stand above.
    let elsewhere: Set = [
      "syntax-bad-encoding", "syntax-extra-after-expression", "syntax-too-deep", "syntax-unclosed-block",
      "syntax-unclosed-heredoc", "syntax-multiline-string",
    ]
    let all = SyntaxDiagnosticTests.files.map { Corpus.text($0) }.joined()
    let examples = rules.filter { all.contains("error[\($0)]") }
    #expect(rules.subtracting(examples).subtracting(elsewhere).sorted() == [])
    #expect(rules.count > 30)
  }
}
