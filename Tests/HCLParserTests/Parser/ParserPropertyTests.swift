import TestSupport
import Testing

@testable import HCLParser

/// What holds for every text, tried on all cases of the corpus and on damaged copies of them.
@Suite struct ParserPropertyTests {
  static let texts: [[UInt8]] = ["hcl", "fmt", "validate"].flatMap { family in
    Corpus.cases("Conformance/\(family)").map { name in
      Corpus.bytes("Conformance/\(family)/\(name)/\(family == "validate" ? "job.nomad.hcl" : "input.hcl")")
    }
  }.filter { !$0.isEmpty && $0.count < 6000 }

  @Test func tokensCoverTheSourceAndNodesLieInTheirParents() {
    #expect(ParserPropertyTests.texts.count > 50)
    for (number, text) in ParserPropertyTests.texts.enumerated() {
      check(text, "text \(number)")
      for seed in 0..<12 {
        let seed = UInt64(number * 1000 + seed)
        check(Mutation.mutated(text, seed: seed, edits: 1 + Int(seed % 5)), "text \(number), seed \(seed)")
      }
    }
  }

  private func check(_ bytes: [UInt8], _ name: String) {
    let source = SourceText(name: "x", bytes: bytes)
    let tree = SyntaxTree(parsing: source)
    if let fault = coverFault(tree.tokens, bytes) { Issue.record("\(name): \(fault)") }
    if let fault = treeFault(tree.storage) { Issue.record("\(name): \(fault)") }
    if let fault = diagnosticFault(tree) { Issue.record("\(name): \(fault)") }
    // Views answer whatever the tree holds.
    for element in SyntaxVisit(tree) {
      if case .expression(let expression) = element, case .template(let template) = expression.kind {
        _ = template.parts
        _ = template.plainText
      }
    }
    if !tree.hasErrors, Lexer.run(bytes).isBroken { Issue.record("\(name): left open, and not reported") }
  }

  private func coverFault(_ tokens: [Token], _ bytes: [UInt8]) -> String? {
    var position = 0
    for token in tokens {
      if token.start < position || token.end < token.start { return "token at \(token.start) overlaps" }
      if !bytes[position..<token.start].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return "gap at \(position)" }
      position = token.end
    }
    return tokens.last?.kind == .endOfFile && position == bytes.count ? nil : "the end is not covered"
  }

  private func treeFault(_ storage: SyntaxStorage) -> String? {
    var seen: Set<UInt32> = [0]
    var pending: [UInt32] = [0]
    while let number = pending.popLast() {
      let parent = storage.nodes[Int(number)]
      if parent.endToken > storage.tokens.count { return "node \(number) ends beyond the tokens" }
      var last = parent.firstToken
      for child in NodeReference(storage: storage, number: number).children {
        let node = child.node
        if node.firstToken < last { return "\(node.kind) in \(parent.kind) begins before its neighbour ends" }
        if node.endToken > parent.endToken, node.firstToken != node.endToken {
          return "\(node.kind) ends after its \(parent.kind)"
        }
        last = max(last, node.endToken)
        if !seen.insert(child.number).inserted { return "node \(child.number) has two parents" }
        pending.append(child.number)
      }
    }
    return nil
  }

  private func diagnosticFault(_ tree: SyntaxTree) -> String? {
    for diagnostic in tree.diagnostics {
      for range in [diagnostic.range] + diagnostic.related.map(\.range) where range.end > tree.source.count {
        return "\(diagnostic.rule) points beyond the end"
      }
      if diagnostic.summary.isEmpty || diagnostic.summary.hasSuffix(".") {
        return "\(diagnostic.rule): \(diagnostic.summary)"
      }
    }
    let sorted = tree.diagnostics.sorted(by: Diagnostic.inSourceOrder)
    return sorted == tree.diagnostics ? nil : "diagnostics are not in order"
  }

  @Test func theSameTextGivesTheSameAnswer() {
    for (number, text) in ParserPropertyTests.texts.enumerated() {
      let source = SourceText(name: "x", bytes: Mutation.mutated(text, seed: UInt64(number)))
      let (first, second) = (SyntaxTree(parsing: source), SyntaxTree(parsing: source))
      #expect(first.diagnostics == second.diagnostics)
      #expect(SyntaxDump(first, withRanges: true).text == SyntaxDump(second, withRanges: true).text)
    }
  }

  @Test func anExpressionAloneReadsAsItDoesInAnAttribute() {
    for text in [
      "1 + 2", "[for x in y : x]", "{ a = 1 }", "\"${a} b\"", "f(x...)", "a[*].b", "x ? y : z", "[1 2]", ")", "",
    ] {
      let alone = SyntaxTree(parsingExpression: SourceText(name: "x", text: text))
      #expect(alone.expression != nil)
      let attribute = SyntaxTree(parsing: SourceText(name: "x", text: "a = \(text)\n"))
      #expect(alone.hasErrors == attribute.hasErrors, "\(text)")
    }
  }
}
