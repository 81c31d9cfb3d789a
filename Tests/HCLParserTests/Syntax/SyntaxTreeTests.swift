import TestSupport
import Testing

@testable import HCLParser

/// The tree of each kind of construct, as `SyntaxDump` shows it.
@Suite struct SyntaxTreeTests {
  private func dump(_ expression: String) -> String {
    let tree = SyntaxTree(parsingExpression: SourceText(name: "x", text: expression))
    #expect(tree.diagnostics == [])
    return SyntaxDump(tree).text.split(separator: "\n").map { line in
      let depth = line.prefix { $0 == " " }.count / 2
      return String(repeating: ">", count: depth) + line.dropFirst(depth * 2)
    }.joined(separator: " ")
  }

  @Test(arguments: [
    ("1.50", "number 1.50"), ("true", "true"), ("null", "null"), ("\"a\\n\"", #"template "a\n""#), ("a", "traversal a"),
    ("(a)", "parentheses >traversal a"), ("-!a", "unary - >unary ! >>traversal a"), ("[]", "tuple"), ("{}", "object"),
    ("1 + 2 * 3", "binary + >number 1 >binary * >>number 2 >>number 3"),
    ("1 - 2 - 3", "binary - >binary - >>number 1 >>number 2 >number 3"),
    ("a || b && c == d", "binary || >traversal a >binary && >>traversal b >>binary == >>>traversal c >>>traversal d"),
    ("a < b + c", "binary < >traversal a >binary + >>traversal b >>traversal c"),
    ("-a.b", "unary - >traversal a >>attributeStep b"),
    (
      "a ? b : c ? d : e",
      "conditional >traversal a >traversal b >conditional >>traversal c >>traversal d >>traversal e"
    ),
    (
      "a.b[0].1[\"k\"]",
      #"traversal a >attributeStep b >indexStep >>number 0 >indexStep >>number 1 >keyStep >>template "k""#
    ),
    ("a.b[i].c", "access >access >>traversal a >>>attributeStep b >>expressionStep >>>traversal i >attributeStep c"),
    ("f().a", "access >call f >attributeStep a"), ("\"x\".a", "access >template \"x\" >attributeStep a"),
    ("a[-1]", "access >traversal a >expressionStep >>unary - >>>number 1"),
    ("a[*].b[0]", "splat [*] >traversal a >attributeStep b >indexStep >>number 0"),
    ("a.*.b[0]", "access >splat .* >>traversal a >>attributeStep b >indexStep >>number 0"),
    ("a[*].b[*].c", "splat [*] >traversal a >attributeStep b >splatStep [*] >>attributeStep c"),
    ("a[*].b.*.c[0]", "splat [*] >traversal a >attributeStep b >splatStep .* >>attributeStep c >indexStep >>number 0"),
    ("f(1, x...)", "call f ... >number 1 >traversal x"), ("a::b :: c (1,)", "call a::b::c >number 1"),
    ("[1, 2,]", "tuple >number 1 >number 2"),
    ("{a = 1, \"b\" : 2}", "object >item a >>traversal a >>number 1 >item >>template \"b\" >>number 2"),
    (
      "{true = 1, (x) = 2, a.b = 3}",
      "object >item true >>traversal true >>number 1 >item >>parentheses >>>traversal x >>number 2 >item >>traversal a >>>attributeStep b >>number 3"
    ),
    ("{\n\n a = 1 # x\n b = 2\n}", "object >item a >>traversal a >>number 1 >item b >>traversal b >>number 2"),
    ("[for v in c : v]", "for >name v >traversal c >traversal v"),
    ("[for k, v in c : v if k]", "for >name k >name v >traversal c >traversal v >traversal k"),
    (
      "{\n for k, v in c : k => v... if v }",
      "for object ... >name k >name v >traversal c >traversal k >traversal v >traversal v"
    ),
    ("[(for), {\"for\" = 1}]", "tuple >parentheses >>traversal for >object >>item >>>template \"for\" >>>number 1"),
    ("a /* x */ + // y\n b", "binary + >traversal a >traversal b"), ("true.x", "access >true >attributeStep x"),
    ("a\n.b", "traversal a >attributeStep b"), ("1.a", "access >number 1 >attributeStep a"),
  ])
  func expressions(_ text: String, _ expected: String) { #expect(dump(text) == expected) }

  @Test func aFileIsBlocksAndAttributes() {
    let text = """
      a = 1
      job "web" prod "x" {
        b = <<-E
          text ${c}
        E
        empty {}
        one { d = [
          1 ] }
      }

      """
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: text))
    #expect(tree.diagnostics == [])
    #expect(
      SyntaxDump(tree).text == """
        body
          attribute a
            number 1
          block job
            label "web"
            label "prod"
            label "x"
            body
              attribute b
                heredoc
                  literal "    text "
                  interpolation
                    traversal c
                  literal "\\n"
              block empty
                body
              block one
                body
                  attribute d
                    tuple
                      number 1

        """)
  }

  @Test func viewsGiveNamesPlacesAndParts() throws {
    let text = "x = 1\njob \"a\\tb\" c {\n  y = 2\n  y2 = 3\n  e {}\n}\njob \"d\" {}\n"
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: text))
    let root = tree.root
    #expect(root.items.count == 3)
    #expect(root.attributes.map(\.name) == ["x"])
    #expect(root.blocks(ofType: "job").count == 2)
    #expect(root.attribute(named: "y") == nil)
    let job = try #require(root.blocks.first)
    #expect(job.labels.map(\.text) == ["a\tb", "c"])
    #expect(job.labels.map(\.isQuoted) == [true, false])
    #expect(tree.source.text(in: job.headerRange) == "job \"a\\tb\" c")
    #expect(tree.source.text(in: job.openBraceRange) == "{")
    #expect(job.closeBraceRange.map { tree.source.text(in: $0) } == "}")
    #expect(tree.source.text(in: job.body.range) == "\n  y = 2\n  y2 = 3\n  e {}\n")
    let attribute = try #require(job.body.attribute(named: "y2"))
    #expect(tree.source.text(in: attribute.range) == "y2 = 3")
    #expect(tree.source.text(in: attribute.equalsRange) == "=")
    #expect(tree.source.text(in: attribute.nameRange) == "y2")
    #expect(job.body.blocks.first?.body.isEmpty == true)
  }

  @Test func operatorsAndCallsKnowTheirPlaces() throws {
    let tree = SyntaxTree(parsingExpression: SourceText(name: "x", text: "(a) /* c */ >= n::f(1)"))
    guard case .binary(let binary)? = tree.expression?.kind, case .call(let call) = binary.right.kind else {
      Issue.record("no operator")
      return
    }
    #expect(binary.operator == .greaterOrEqual)
    #expect(tree.source.text(in: binary.operatorRange) == ">=")
    #expect(call.name == "n::f")
    #expect(tree.source.text(in: call.nameRange) == "n::f")
  }

  @Test func thePathLeadsToTheByte() {
    let text = "job \"a\" {\n  group \"g\" {\n    count = var.number\n  }\n}\n"
    let tree = SyntaxTree(parsing: SourceText(name: "x", text: text))
    let path = tree.path(at: 42)
    let kinds = path.map { element -> String in
      switch element {
      case .body: "body"
      case .block(let block): block.type
      case .attribute(let attribute): attribute.name
      case .expression: "expression"
      case .step: "step"
      case .label, .objectItem, .interpolation: "other"
      }
    }
    #expect(kinds == ["body", "job", "body", "group", "body", "count", "expression", "step"])
    #expect(tree.path(at: 1_000_000) == [.body(tree.root)])
  }

  @Test func aWalkMeetsEveryElementOnce() {
    let tree = SyntaxTree(
      parsing: SourceText(name: "x", text: "a = \"%{ if x }${y}%{ endif }\"\nb { c = { d = e[f] } }\n"))
    let names = SyntaxVisit(tree).compactMap { element -> String? in
      guard case .expression(let expression) = element, case .traversal(let traversal) = expression.kind else {
        return nil
      }
      return traversal.rootName
    }
    #expect(names == ["x", "y", "d", "e", "f"])
  }

  @Test func anExpressionAloneMayNotBeFollowedByMore() {
    for text in ["1 2", "a = 1", "\"x\" }", "[1] ]"] {
      let tree = SyntaxTree(parsingExpression: SourceText(name: "x", text: text))
      #expect(tree.diagnostics.map(\.rule) == ["syntax-extra-after-expression"], "\(text)")
      #expect(tree.expression != nil)
    }
    #expect(SyntaxTree(parsingExpression: SourceText(name: "x", text: "\n[1,\n2]\n# c\n")).diagnostics == [])
  }
}
