import TestSupport
import Testing

@testable import HCLParser

/// Our verdict on a file beside that of the reference parser, and where the first mistake is.
@Suite struct ParserConformanceTests {
  @Test(arguments: Corpus.cases("Conformance/hcl"))
  func verdictAndFirstLineAreThoseOfTheReference(_ name: String) throws {
    let source = Corpus.source("Conformance/hcl/\(name)/input.hcl")
    let expected = try #require(Corpus.json("Conformance/hcl/\(name)/expected.json") as? [String: Any])
    let tree = SyntaxTree(parsing: source)
    #expect(tree.hasErrors == (expected["ok"] as? Bool == false))
    let theirs = (expected["diagnostics"] as? [[String: Any]])?.first?["line"] as? Int
    let ours = tree.diagnostics.first.map { source.makeLineTable().line(at: $0.range.start) }
    #expect(ours == theirs)
  }
}
