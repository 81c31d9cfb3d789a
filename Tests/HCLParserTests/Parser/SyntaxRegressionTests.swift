import Foundation
import TestSupport
import Testing

@testable import HCLParser

/// What fuzzers found: each file once broke a promise, and no longer does.
@Suite struct SyntaxRegressionTests {
  static let files = ((try? FileManager.default.contentsOfDirectory(atPath: Corpus.path("Regressions"))) ?? [])
    .filter { $0.hasPrefix("syntax-") }.sorted()

  @Test(arguments: files)
  func theTextIsReadAndReportsLieInIt(_ name: String) {
    let source = Corpus.source("Regressions/\(name)")
    let tree = SyntaxTree(parsing: source)
    #expect(tree.tokens.last?.end == source.count)
    for diagnostic in tree.diagnostics {
      let places = [diagnostic.range] + diagnostic.related.map(\.range) + diagnostic.fixes.flatMap(\.edits).map(\.range)
      #expect(places.allSatisfy { $0.end <= source.count })
    }
    for element in SyntaxVisit(tree) { #expect(element.range.end <= source.count) }
    #expect(tree.hasErrors || !Lexer.run(source.bytes).isBroken)
  }
}
