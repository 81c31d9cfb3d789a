import HCLParser
import TestSupport
import Testing

@testable import HCLFormat

/// What holds for every text: the cases of the formatter and seeded damage to them.
@Suite struct FormattingPropertyTests {
  static let cases = Corpus.cases("Conformance/fmt")

  /// The text as it stands in the corpus, or damaged by a seed.
  private static func source(_ name: String, seed: UInt64?) -> SourceText {
    let bytes = Corpus.bytes("Conformance/fmt/\(name)/input.hcl")
    return SourceText(name: "\(name).hcl", bytes: seed.map { Mutation.mutated(bytes, seed: $0, edits: 2) } ?? bytes)
  }

  /// Each case as it stands and with forty kinds of damage. Damage that breaks the syntax tests the refusal.
  private static func forEachSource(_ name: String, _ body: (SyntaxTree, Comment) -> Void) {
    for seed in [nil] + (0..<40).map({ UInt64?($0) }) {
      let tree = SyntaxTree(parsing: source(name, seed: seed))
      body(tree, "seed \(seed.map(String.init) ?? "none") of \(name)")
    }
  }

  @Test(arguments: cases) func formattingTwiceIsFormattingOnce(_ name: String) {
    Self.forEachSource(name) { tree, seed in
      guard let once = tree.formatted() else { return }
      let again = SyntaxTree(parsing: SourceText(name: name, bytes: once))
      #expect(again.formatted() == once, seed)
      #expect(again.formattingEdits() == [], seed)
    }
  }

  @Test(arguments: cases) func tokensStayAsTheyAre(_ name: String) {
    func spelled(_ tree: SyntaxTree) -> [String] {
      tree.tokens.filter { $0.kind != .byteOrderMark }.map { token in
        "\(token.kind) " + String(decoding: tree.source.bytes[token.start..<token.end], as: UTF8.self)
      }
    }
    Self.forEachSource(name) { tree, seed in
      guard let formatted = tree.formatted() else { return }
      let after = SyntaxTree(parsing: SourceText(name: name, bytes: formatted))
      #expect(spelled(after) == spelled(tree), seed)
    }
  }

  @Test(arguments: cases) func everyEditTouchesBlanksOnlyAndTogetherTheyGiveTheText(_ name: String) {
    Self.forEachSource(name) { tree, seed in
      guard let edits = tree.formattingEdits() else {
        #expect(tree.hasErrors && tree.formatted() == nil, seed)
        return
      }
      for edit in edits {
        let old = tree.source.bytes(in: edit.range)
        #expect(old.allSatisfy { [0x20, 0x09, 0xEF, 0xBB, 0xBF].contains($0) }, seed)
        #expect(edit.replacement.utf8.allSatisfy { $0 == 0x20 }, seed)
        #expect(!old.elementsEqual(edit.replacement.utf8), seed)
      }
      #expect(TextEdit.apply(edits, to: tree.source.bytes) == tree.formatted(), seed)
    }
  }

  @Test(arguments: cases) func editsOfRangesAreThoseOfTheWhole(_ name: String) {
    let tree = SyntaxTree(parsing: Self.source(name, seed: nil))
    guard let all = tree.formattingEdits() else { return }
    let whole = tree.formattingEdits(in: tree.source.range)
    #expect(whole == all)
    // Line by line, each edit comes once.
    let lines = tree.source.makeLineTable()
    var collected: [TextEdit] = []
    for line in 1...lines.lineCount {
      let range = lines.byteRange(ofLine: line)
      collected += tree.formattingEdits(in: SourceRange(range.lowerBound, range.upperBound)) ?? []
    }
    #expect(collected == all)
  }

  @Test(arguments: [-5, 0, 3, 1_000_000]) func aRangeOutsideTheTextIsCut(_ offset: Int) {
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: "a=1\nbb=2\n"))
    #expect((tree.formattingEdits(in: SourceRange(offset, offset + 1))?.count ?? -1) >= 0)
  }
}
