import Foundation
import TestSupport
import Testing

@testable import HCLParser

/// Our tokens beside those of the reference scanner.
///
/// They must stand at the same bytes, with three exceptions: neighbouring pieces of text count as one (the reference cuts
/// at `$${` and before line ends in quotes, we do not); a byte order mark is a token of ours only; and where a string or
/// sequence is never closed we resume at a line that reads like an item, where the reference reads text to the end.
@Suite struct LexerConformanceTests {
  @Test(arguments: Corpus.cases("Conformance/hcl"))
  func tokensStandWhereTheReferenceHasThem(_ name: String) throws {
    let source = Corpus.source("Conformance/hcl/\(name)/input.hcl")
    let lexed = Lexer.run(source.bytes)
    try #require(!lexed.tokens.isEmpty)
    if lexed.isBroken { return }
    var ours: [Piece] = []
    for token in lexed.tokens where token.kind != .byteOrderMark {
      add(Piece(token.start, token.end, isText: token.kind == .quotedText || token.kind == .heredocText), to: &ours)
    }
    var theirs: [Piece] = []
    for line in Corpus.text("Conformance/hcl/\(name)/expected.tokens.jsonl").split(separator: "\n") {
      let token = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let kind = token["Type"] as? String ?? ""
      add(
        Piece(
          token["Byte"] as? Int ?? -1, token["EndByte"] as? Int ?? -1,
          isText: ["TokenQuotedLit", "TokenStringLit", "TokenQuotedNewline"].contains(kind)), to: &theirs)
    }
    #expect(ours == theirs)
  }

  struct Piece: Equatable {
    var start: Int
    var end: Int
    var isText: Bool

    init(_ start: Int, _ end: Int, isText: Bool) {
      self.start = start
      self.end = end
      self.isText = isText
    }
  }

  private func add(_ piece: Piece, to pieces: inout [Piece]) {
    if piece.isText, let last = pieces.last, last.isText, last.end == piece.start {
      pieces[pieces.count - 1].end = piece.end
    } else {
      pieces.append(piece)
    }
  }
}
