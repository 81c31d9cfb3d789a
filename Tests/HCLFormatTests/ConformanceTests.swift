import HCLParser
import TestSupport
import Testing

@testable import HCLFormat

/// Every case of the formatter against what the reference writes.
@Suite struct ConformanceTests {
  @Test(arguments: Corpus.cases("Conformance/fmt")) func layoutIsThatOfTheReference(_ name: String) {
    let folder = "Conformance/fmt/\(name)"
    let tree = SyntaxTree(parsing: Corpus.source("\(folder)/input.hcl"))
    let actual = tree.formatted()
    guard Corpus.exists("\(folder)/expected.hcl") else {
      #expect(actual == nil && tree.formattingEdits() == nil, "a file with errors is refused")
      #expect(tree.hasErrors)
      return
    }
    #expect(actual.map { String(decoding: $0, as: UTF8.self) } == Corpus.text("\(folder)/expected.hcl"))
  }

  @Test func thereAreCases() { #expect(Corpus.cases("Conformance/fmt").count >= 32) }
}
