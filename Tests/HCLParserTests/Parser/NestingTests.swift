import Testing

@testable import HCLParser

/// Nesting beyond all reason ends in one clear report, in time that grows with the length of the text.
@Suite struct NestingTests {
  static let depth = 20_000

  @Test(arguments: [
    "[", "(", "{", "{a=", "f(", "x[", "-", "!", "b ? ", "[{a=(", "[for x in ", "{for x in ", "\"${",
    "a::b(",
  ])
  func aDeepExpressionIsReportedOnce(_ opener: String) {
    let text = "a = " + String(repeating: opener, count: NestingTests.depth) + "1\n"
    let diagnostics = SyntaxTree(parsing: SourceText(name: "x", text: text)).diagnostics
    #expect(diagnostics.map(\.rule) == ["syntax-too-deep"])
  }

  @Test(arguments: ["%{if x}", "%{for x in y}", "%{if x}%{else}"])
  func deepDirectivesAreReportedOnce(_ opener: String) {
    let text = "a = \"" + String(repeating: opener, count: NestingTests.depth) + "\"\n"
    let rules = SyntaxTree(parsing: SourceText(name: "x", text: text)).diagnostics.map(\.rule.name)
    #expect(rules == ["syntax-too-deep"])
  }

  @Test(arguments: ["[*]", ".*.x[0]"])
  func aLongChainOfSplatsIsReportedOnce(_ link: String) {
    let text = "a = f()" + String(repeating: link, count: NestingTests.depth) + "\n"
    let rules = Set(SyntaxTree(parsing: SourceText(name: "x", text: text)).diagnostics.map(\.rule.name))
    #expect(rules.isSubset(of: ["syntax-too-deep"]))
  }

  @Test(arguments: [
    (" + 1", ""), (" || x", ""), (" * 2 + 1 == 3", ""), ("[b]", ""), ("[b].c[0]", ""), (" ? 1 : b", " ? 1 : 2"),
  ])
  func aLongChainIsFine(_ link: String, _ end: String) {
    let text = "a = f()" + String(repeating: link, count: NestingTests.depth) + end + "\n"
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: text))
    #expect(tree.diagnostics.isEmpty)
    #expect(SyntaxVisit(tree).reduce(0) { count, _ in count + 1 } > NestingTests.depth)
  }

  @Test(arguments: [("f(", ")"), ("(", ")"), ("1 + [", "]"), ("b ? [", "] : 1")])
  func aLongChainDoesNotHideWhatIsDeepInIt(_ opener: String, _ closer: String) {
    let deep = String(repeating: opener, count: 600) + "1" + String(repeating: closer, count: 600)
    for text in ["a = 1 + 1 + 1 + \(deep)\n", "a = b ? 1 : b ? 1 : \(deep)\n", "a = x[b][b][\(deep)][b]\n"] {
      let rules = SyntaxTree(parsing: SourceText(name: "x", text: text)).diagnostics.map(\.rule.name)
      #expect(rules == ["syntax-too-deep"])
    }
  }

  @Test(arguments: [".a", "[0]", "[\"a\"]"])
  func aLongTraversalIsFine(_ step: String) {
    let text = "a = x" + String(repeating: step, count: NestingTests.depth) + "\n"
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: text))
    #expect(tree.diagnostics.isEmpty)
    guard case .traversal(let traversal) = tree.root.attribute(named: "a")?.value.kind else {
      Issue.record("no traversal")
      return
    }
    #expect(traversal.steps.count == NestingTests.depth)
  }

  @Test func deepBlocksAreReportedOnce() {
    let text =
      String(repeating: "b {\n", count: NestingTests.depth) + String(repeating: "}\n", count: NestingTests.depth)
    #expect(SyntaxTree(parsing: SourceText(name: "x", text: text)).diagnostics.map(\.rule) == ["syntax-too-deep"])
  }

  @Test func whatFollowsTooDeepAnExpressionIsRead() {
    let deep = String(repeating: "(", count: 600) + "1" + String(repeating: ")", count: 600)
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: "a = \(deep)\nb = ]\nc = 1\n"))
    #expect(tree.diagnostics.map(\.rule.name) == ["syntax-too-deep", "syntax-expected-expression"])
    #expect(tree.root.attributes.map(\.name) == ["a", "b", "c"])
  }

  @Test(arguments: [("(", ")"), ("[", "]"), ("{a = ", "}"), ("f(", ")"), ("\"${", "}\""), ("!", "")])
  func someHundredLevelsAreFine(_ opener: String, _ closer: String) {
    let text = "a = " + String(repeating: opener, count: 200) + "x" + String(repeating: closer, count: 200) + "\n"
    #expect(SyntaxTree(parsing: SourceText(name: "x", text: text)).diagnostics.isEmpty)
  }

  /// Texts that would be slow if anything were looked at again and again.
  @Test(arguments: [
    "}", "]", "\"", "\"\n", "\"${\n", "/* ", "<<X ", "a = 1;", "a = 1,", "a = ]\n", "[\n", "a = [\n", "a = (\nb {\n",
    "'", "a '",
    "?", "a \"b\" ", "\\", "%{", "${", "a = <<A\n", "a = <<A\nA)\n", "\u{E9}", "a::", "# ${\n", "~}",
  ])
  func repeatedMistakesTakeLinearTime(_ piece: String) {
    let text = "a = " + String(repeating: piece, count: NestingTests.depth)
    #expect(!SyntaxTree(parsing: SourceText(name: "x", text: text)).tokens.isEmpty)
  }
}
