import HCLParser
import Testing

@testable import HCLFormat

/// Rules of the layout one by one: what goes in, what comes out. `reference/hcl.md` section 9.
@Suite struct LayoutTests {
  static func formatted(_ text: String) -> String? {
    SyntaxTree(parsing: SourceText(name: "test.hcl", text: text)).formatted().map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test(
    arguments: [
      ("x={a=1,b:2}", "x = { a = 1, b : 2 }"),
      ("y=[ 1,2 ,3 ]", "y = [1, 2, 3]"),
      ("x={for k,v in m:k=>v... if v}", "x = { for k, v in m : k => v... if v }"),
      ("q=f (a)", "q = f(a)"),
      ("q=a :: b (1)", "q = a::b(1)"),
      ("z=a [0] . b [ \"c\" ]", "z = a[0].b[\"c\"]"),
      ("z={} [0]", "z = {}[0]"),
      ("z=\"abc\" [0]", "z = \"abc\" [0]"),
      ("z=a . * . b", "z = a.*.b"),
      ("t=a-1", "t = a-1"),
      ("u=1-2", "u = 1 - 2"),
      ("f=1--1", "f = 1 - -1"),
      ("f=[ - 1,( - 1),f(- 1),a[ - 1]]", "f = [-1, (-1), f(-1), a[-1]]"),
      ("f=a?- 1:- 2", "f = a ? -1 : -2"),
      ("f=! a&&! b", "f = !a && !b"),
      ("a=\"${ b }${c} %{ if x }y%{ endif }\"", "a = \"${b}${c} %{if x}y%{endif}\""),
      ("a=\"${~ b ~}\"", "a = \"${~b~}\""),
      ("foo=\"${ {a=1} }\"", "foo = \"${ { a = 1 } }\""),
      ("foo=\"${- 1}\"", "foo = \"${- 1}\""),
      ("b {a = 1}", "b { a = 1 }"),
      ("c {  }", "c {}"),
      ("x=[for v in (y):v]", "x = [for v in(y) : v]"),
      ("x=[for v in [y]:v]", "x = [for v in [y] : v]"),
      ("x=f(a ... )", "x = f(a...)"),
      ("x=f(1 /* x */ , 2)", "x = f(1 /* x */, 2)"),
      ("x={ /* x */ }", "x = { /* x */ }"),
      ("block\t\"a\"   b{\n}\n", "block \"a\" b {\n}\n"),
      ("block /* c */ \"a\"{}\n", "block /* c */ \"a\" {}\n"),
    ])
  func neighboursStandApartOrTouch(_ input: String, _ output: String) {
    #expect(Self.formatted(input) == output)
  }

  /// The reference lets the dot touch, and `0.1` is a number then.
  @Test(arguments: ["e2", "E-2", "e0x"]) func aDotBetweenANumberAndWhatLooksLikeAnExponentKeepsThemApart(word: String) {
    #expect(Self.formatted("y=52 . \(word)\n") == "y = 52 .\(word)\n")
  }

  @Test func aDotBetweenANumberAndAnotherNameTouchesBoth() { #expect(Self.formatted("y=a.0 .e\n") == "y = a.0.e\n") }

  @Test(arguments: ["a = <<EOT\nx\nEOT\r   \n", "a = <<EOT\nx\nEOT\r\t\r\n", "a = <<EOT\nx\nEOT\r\n"])
  func aCarriageReturnBehindAMarkerStaysWhatItIs(text: String) { #expect(Self.formatted(text) == text) }

  @Test func aDotBetweenTwoIndexNumbersKeepsThemApart() { #expect(Self.formatted("y=a.0 . 1\n") == "y = a.0 .1\n") }

  @Test(
    arguments: [
      ("a {\nb {\nc = 1\n}\n}\n", "a {\n  b {\n    c = 1\n  }\n}\n"),
      ("x = [[\n1\n]]\n", "x = [[\n  1\n]]\n"),
      ("x = f({\na = 1\n})\n", "x = f({\n  a = 1\n})\n"),
      // Q1: a line that closes and opens stays a level too deep.
      ("x = [{\na = 1\n}, {\na = 2\n}]\n", "x = [{\n  a = 1\n  }, {\n  a = 2\n}]\n"),
      // Q2: the last argument is pulled left with its parenthesis.
      ("x = f(\na,\nb)\n", "x = f(\n  a,\nb)\n"),
      // A line of its own for a block comment: its first line moves, the rest does not.
      ("a {\n/* x\n y */\n}\n", "a {\n  /* x\n y */\n}\n"),
      ("a {\n \n\t\n}\n", "a {\n\n\n}\n"),
      ("}\n", nil),
    ])
  func linesAreIndentedByOpenBrackets(_ input: String, _ output: String?) {
    #expect(Self.formatted(input) == output)
  }

  @Test(
    arguments: [
      ("a=1\nbbb=2\n", "a   = 1\nbbb = 2\n"),
      ("a=1\n\nbbb=2\n", "a = 1\n\nbbb = 2\n"),
      ("a=1\n# c\nbbb=2\n", "a = 1\n# c\nbbb = 2\n"),
      // Q3: a value over several lines leaves the group.
      ("a=1\nfoo={\n}\nbbb=2\n", "a = 1\nfoo = {\n}\nbbb = 2\n"),
      ("a=<<E\nx\nE\nbbb=2\n", "a   = <<E\nx\nE\nbbb = 2\n"),
      ("é=1\nab=2\n", "é  = 1\nab = 2\n"),
      // Q12: a block comment before code counts.
      ("/* x */ a=1\nb=2\n", "/* x */ a = 1\nb         = 2\n"),
      ("a=1 # x\nbbb=22 // y\n", "a   = 1  # x\nbbb = 22 // y\n"),
      ("foo {} # c\na=1 # d\n", "foo {} # c\na = 1  # d\n"),
      ("foo {} # c\na=1 # d  ", "foo {} # c\na = 1  # d  "),
      // A block comment is lined up only where it ends the file.
      ("foo {} # c\na=1 /* d */", "foo {} # c\na = 1  /* d */"),
      ("foo {} # c\na=1 /* d */\n", "foo {} # c\na = 1 /* d */\n"),
      // Q14: a comment behind an opening bracket joins those of the elements.
      ("x=[ # a\n1, # b\n]\n", "x = [ # a\n  1,  # b\n]\n"),
    ])
  func columnsAreLinedUp(_ input: String, _ output: String) {
    #expect(Self.formatted(input) == output)
  }

  @Test(arguments: ["", "\n", "a = 1", "a = 1  ", "a = 1\n  ", "\r\n", "a = 1\r\n", "a = 1 # c  \n"])
  func whatIsCanonicalStays(_ text: String) {
    #expect(Self.formatted(text) == text)
    #expect(SyntaxTree(parsing: SourceText(name: "test.hcl", text: text)).isFormatted)
  }

  @Test(arguments: [
    ("a = 1\t", "a = 1 "), ("a = 1\n \t ", "a = 1\n   "), ("\t", " "), ("\u{FEFF}", ""), ("\u{FEFF}\t", " "),
  ])
  func blanksAtTheEndOfAFileKeepTheirNumber(_ input: String, _ output: String) {
    #expect(Self.formatted(input) == output)
  }

  @Test func aByteOrderMarkGoes() { #expect(Self.formatted("\u{FEFF}a=1\r\n") == "a = 1\r\n") }

  @Test(arguments: ["a = ", "a {", "a = \"x", "a = 1 b = 2", "a = <<E\n", "é;", "a = 'x'"])
  func aFileWithErrorsIsRefused(_ text: String) {
    let tree = SyntaxTree(parsing: SourceText(name: "test.hcl", text: text))
    #expect(tree.formatted() == nil)
    #expect(tree.formattingEdits() == nil)
    #expect(!tree.isFormatted)
  }
}
