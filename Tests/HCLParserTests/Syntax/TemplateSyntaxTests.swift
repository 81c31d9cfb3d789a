import Testing

@testable import HCLParser

/// What templates mean: escapes, strip marks, indentation of heredocs.
@Suite struct TemplateSyntaxTests {
  /// The parts of the only attribute's value: texts as they are, sequences as their source.
  private func parts(_ expression: String) -> [String] {
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: "a = \(expression)\n"))
    #expect(tree.diagnostics == [])
    guard case .template(let template)? = tree.root.attribute(named: "a")?.value.kind else { return ["no template"] }
    func describe(_ part: TemplatePart) -> String {
      switch part {
      case .literal(let text, _): text
      case .interpolation(let view): "<\(tree.source.text(in: view.expression.range))>"
      case .ifDirective(let view):
        "<if \(tree.source.text(in: view.condition.range)): \(view.thenParts.map(describe))"
          + (view.elseParts.map { " else \($0.map(describe))" } ?? "") + ">"
      case .forDirective(let view):
        "<for \(view.keyName.map { $0 + ", " } ?? "")\(view.valueName) in \(tree.source.text(in: view.collection.range)): "
          + "\(view.parts.map(describe))>"
      }
    }
    return template.parts.map(describe)
  }

  @Test(arguments: [
    (#""""#, []), (#""abc""#, ["abc"]), (#""a\n\r\t\"\\b""#, ["a\n\r\t\"\\b"]),
    (#""\u00e9\U0001F600""#, ["\u{E9}\u{1F600}"]),
    (#""$${x}""#, ["${x}"]), (#""%%{x}""#, ["%{x}"]), (#""$ $$ 100% $x %""#, ["$ $$ 100% $x %"]),
    (#""$$${x}""#, ["$${x}"]), (#""a${b}c""#, ["a", "<b>", "c"]), (#""${b}""#, ["<b>"]),
    (#""${b}${c}""#, ["<b>", "<c>"]),
    (#""${f("${x}")}""#, [#"<f("${x}")>"#]), (#""${ {a = 1} }""#, ["<{a = 1}>"]),
    (#""a\"${b}\"c""#, ["a\"", "<b>", "\"c"]),
    (#""x $${a} ${b} %%{c}""#, ["x ${a} ", "<b>", " %{c}"]),
  ])
  func quotedText(_ expression: String, _ expected: [String]) { #expect(parts(expression) == expected) }

  @Test(arguments: [
    (#""a  ${~ b ~}  c""#, ["a", "<b>", "c"]), (#""  ${~ b ~}  ""#, ["", "<b>", ""]),
    (#""a\n ${~ b }\n c""#, ["a", "<b>", "\n c"]),
    (#""a %{~ if x ~} b %{~ else ~} c %{~ endif ~} d""#, ["a", #"<if x: ["b"] else ["c"]>"#, "d"]),
    (#""%{ for v in x ~} ${v}, %{~ endfor }""#, [#"<for v in x: ["", "<v>", ","]>"#]),
    (#""a\u00a0${~ b }""#, ["a", "<b>"]),
  ])
  func stripMarks(_ expression: String, _ expected: [String]) { #expect(parts(expression) == expected) }

  @Test(arguments: [
    (#""%{ if x }y%{ endif }""#, [#"<if x: ["y"]>"#]),
    (#""%{ if x }y%{ else }z%{ endif }""#, [#"<if x: ["y"] else ["z"]>"#]),
    (#""%{ for v in c }${v}%{ endfor }""#, [#"<for v in c: ["<v>"]>"#]),
    (#""%{ for k, v in c }%{ if k }${v}%{ endif }%{ endfor }""#, [#"<for k, v in c: ["<if k: [\"<v>\"]>"]>"#]),
    (#""%{ if x }%{ else }%{ endif }""#, ["<if x: [] else []>"]),
  ])
  func directives(_ expression: String, _ expected: [String]) { #expect(parts(expression) == expected) }

  @Test(arguments: [
    ("<<E\nE", []), ("<<E\nfoo\nE", ["foo\n"]), ("<<E\n  foo\n bar\n  E", ["  foo\n bar\n"]),
    ("<<E\na\\n\"b\"\nE", ["a\\n\"b\"\n"]),
    ("<<E\n$${a} %%{b}\nE", ["${a} %{b}\n"]), ("<<E\na\r\nE", ["a\r\n"]), ("<<E\nEE\n E E\nE", ["EE\n E E\n"]),
    ("<<E\n${b}\nE", ["<b>", "\n"]), ("<<E\n${b ~}\nE", ["<b>", ""]), ("<<E\na\n  ${~ b }c\nE", ["a\n", "<b>", "c\n"]),
    ("<<E\na\n${~ b }\n\nE", ["a", "<b>", "\n\n"]), ("<<E\n\n\nE", ["\n\n"]), ("<<\u{E9}-1\nx\n\u{E9}-1", ["x\n"]),
    ("<<E\n${\n b\n}\nE", ["<b>", "\n"]), ("<<E\n%{ if x ~}\ny\n%{ endif ~}\nE", [#"<if x: ["y\n"]>"#, ""]),
  ])
  func heredocs(_ expression: String, _ expected: [String]) { #expect(parts(expression) == expected) }

  @Test(arguments: [
    ("<<-E\n  a\n    b\n  E", ["a\n  b\n"]), ("<<-E\n  a\n\n  b\nE", ["a\n\nb\n"]),
    ("<<-E\n    a\n \n    b\nE", ["a\n \nb\n"]),
    ("<<-E\n\ta\n\t b\nE", ["a\n b\n"]), ("<<-E\n  a\n${b}\nE", ["  a\n", "<b>", "\n"]),
    ("<<-E\n    ${a}\n  b\nE", ["  ", "<a>", "\nb\n"]), ("<<-E\n  a ${b}\n   c\nE", ["a ", "<b>", "\n c\n"]),
    ("<<-E\n  a\n      E", ["a\n"]), ("<<-E\n \u{A0}a\n  b\nE", ["a\nb\n"]),
    ("<<-E\n  a\n b\n    c\nE", [" a\nb\n   c\n"]),
    ("<<-E\n    a ${~ b}\n  c\nE", ["  a", "<b>", "\nc\n"]), ("<<-E\nE", []), ("<<-E\n  \n\nE", ["  \n\n"]),
  ])
  func indentationIsRemoved(_ expression: String, _ expected: [String]) { #expect(parts(expression) == expected) }

  @Test func aTextKnowsItsPlaceAndWhetherItIsPlain() {
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: "a = \"b\\tc\"\n"))
    guard case .template(let template)? = tree.root.attribute(named: "a")?.value.kind else {
      Issue.record("no template")
      return
    }
    #expect(template.isPlainText)
    #expect(!template.isHeredoc)
    #expect(template.plainText == "b\tc")
    #expect(template.range == SourceRange(4, 10))
    #expect(template.contentRange == SourceRange(5, 9))
  }

  @Test func ofABadEscapeTheTextStays() {
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: "a = \"\\q\\u12x\\ud800\"\n"))
    guard case .template(let template)? = tree.root.attribute(named: "a")?.value.kind else { return }
    #expect(template.plainText == "qu12xud800")
    #expect(tree.diagnostics.count == 3)
  }
}
