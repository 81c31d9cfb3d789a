import Testing

@testable import HCLParser

@Suite struct LexerTests {
  private func tokens(_ text: String) -> [String] {
    Lexer.tokenize(SourceText(name: "x", text: text)).map { token in
      "\(token.kind) \(String(decoding: Array(text.utf8)[token.start..<token.end], as: UTF8.self))"
    }
  }

  /// The texts of all tokens but the end.
  private func texts(_ text: String) -> [String] {
    Lexer.tokenize(SourceText(name: "x", text: text)).dropLast().map {
      String(decoding: Array(text.utf8)[$0.start..<$0.end], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("1", ["1"]), ("1.5", ["1.5"]), ("1.", ["1", "."]), (".5", [".", "5"]), ("1..2", ["1..2"]), ("1...", ["1", "..."]),
    ("1e5", ["1e5"]), ("1E+5", ["1E+5"]), ("1e-5.2", ["1e-5.2"]), ("1e", ["1", "e"]), ("1e+", ["1", "e", "+"]),
    ("1.e2", ["1.e2"]), ("0x1f", ["0", "x1f"]), ("1_000", ["1", "_000"]), ("01", ["01"]), ("1.2.", ["1.2", "."]),
  ])
  func numbers(_ text: String, _ expected: [String]) { #expect(texts(text) == expected) }

  @Test(arguments: [
    ("a-1", ["a-1"]), ("a - 1", ["a", "-", "1"]), ("_x", ["_x"]), ("-x", ["-", "x"]),
    ("\u{E9}t\u{E9}", ["\u{E9}t\u{E9}"]),
    ("a\u{301}b", ["a\u{301}b"]), ("\u{540D}\u{524D}", ["\u{540D}\u{524D}"]), ("a\u{2019}s", ["a", "\u{2019}", "s"]),
    ("\u{301}a", ["\u{301}", "a"]), ("a--", ["a--"]), ("x1.y2", ["x1", ".", "y2"]),
  ])
  func identifiers(_ text: String, _ expected: [String]) { #expect(texts(text) == expected) }

  @Test func punctuationTakesTheLongestMatch() {
    let text = "= == => ! != < <= > >= && || : :: . ... .. ? + - * / % { } [ ] ( ) ,"
    #expect(texts(text) == text.replacing(" .. ", with: " . . ").split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    ("# a\nb", ["lineComment # a\n", "identifier b"]), ("// a", ["lineComment // a"]),
    ("/* a\n*/ b", ["blockComment /* a\n*/", "identifier b"]), ("/* a", ["slash /", "star *", "identifier a"]),
    ("/**/", ["blockComment /**/"]), ("/*/", ["slash /", "star *", "slash /"]),
    ("#a\r\nb", ["lineComment #a\r\n", "identifier b"]),
  ])
  func comments(_ text: String, _ expected: [String]) { #expect(Array(tokens(text).dropLast()) == expected) }

  @Test func lineEndsAreTokensAndALoneReturnIsInvalid() {
    #expect(
      tokens("a\nb\r\nc\rd") == [
        "identifier a", "newline \n", "identifier b", "newline \r\n", "identifier c", "invalid \r", "identifier d",
        "endOfFile ",
      ])
  }

  @Test func aMarkIsATokenAtTheStartOnly() {
    #expect(tokens("\u{FEFF}a\u{FEFF}").dropLast() == ["byteOrderMark \u{FEFF}", "identifier a", "invalid \u{FEFF}"])
  }

  @Test func aBraceClosesASequenceOnlyWhereItsOwnAreClosed() {
    #expect(
      tokens("\"${ {a={}} ~}\"").dropLast() == [
        "openQuote \"", "interpolationStart ${", "openBrace {", "identifier a", "equal =", "openBrace {",
        "closeBrace }",
        "closeBrace }", "sequenceEnd ~}", "closeQuote \"",
      ])
  }

  @Test func stringsNest() {
    #expect(
      tokens("\"a${f(\"b${~c}\")}\"").dropLast() == [
        "openQuote \"", "quotedText a", "interpolationStart ${", "identifier f", "openParenthesis (", "openQuote \"",
        "quotedText b", "interpolationStart ${~", "identifier c", "sequenceEnd }", "closeQuote \"",
        "closeParenthesis )",
        "sequenceEnd }", "closeQuote \"",
      ])
  }

  @Test(arguments: [
    ("<<A\nx\nA\n", ["heredocStart <<A\n", "heredocText x\n", "heredocEnd A", "newline \n"]),
    ("<<-A\n x\n \tA \r\n", ["heredocStart <<-A\n", "heredocText  x\n", "heredocEnd  \tA", "newline \r\n"]),
    ("<<A\r\nx\r\nA\r\n", ["heredocStart <<A\r\n", "heredocText x\r\n", "heredocEnd A", "newline \r\n"]),
    ("<<A\nB A\nAA\nA", ["heredocStart <<A\n", "heredocText B A\n", "heredocText AA\n", "heredocText A"]),
    (
      "<<A\n${x}A\nA\n",
      [
        "heredocStart <<A\n", "interpolationStart ${", "identifier x", "sequenceEnd }", "heredocText A\n",
        "heredocEnd A",
        "newline \n",
      ]
    ),
    ("a << b", ["identifier a", "less <", "less <", "identifier b"]),
  ])
  func heredocs(_ text: String, _ expected: [String]) { #expect(Array(tokens(text).dropLast()) == expected) }

  @Test func bytesThatAreNoCharactersAreOneToken() {
    let lexed = Lexer.run([UInt8(ascii: "a"), 0xFF, 0xC0, 0x80, UInt8(ascii: "b"), 0xED, 0xA0, 0x80])
    #expect(lexed.tokens.map(\.kind) == [.identifier, .badEncoding, .identifier, .badEncoding, .endOfFile])
    #expect(lexed.badEncoding == 1)
  }

  @Test func badBytesInStringsAndCommentsAreNoted() {
    #expect(Lexer.run(Array("\"a".utf8) + [0xFF] + Array("\"".utf8)).badEncoding == 2)
    #expect(Lexer.run(Array("<<A\n".utf8) + [0xC3] + Array("\nA\n".utf8)).badEncoding == 4)
    #expect(Lexer.run(Array("\"\u{E9}\" # \u{540D}".utf8)).badEncoding == nil)
  }

  @Test func aForgottenQuoteDoesNotSwallowTheNextItem() {
    #expect(texts("a = \"x\nb = 1\n") == ["a", "=", "\"", "x", "\n", "b", "=", "1", "\n"])
    #expect(texts("a = \"${x\nb = 1\n") == ["a", "=", "\"", "${", "x", "\n", "b", "=", "1", "\n"])
  }
}
