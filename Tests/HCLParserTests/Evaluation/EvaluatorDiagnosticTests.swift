import HCLParser
import TestSupport
import Testing

struct EvaluatorDiagnosticTests {
  static let failures: [(String, String)] = [
    ("nope.x", "eval-unknown-variable@0-4 there is no variable \"nope\""),
    ("vra.x", "eval-unknown-variable@0-3 there is no variable \"vra\""),
    ("var.regoin", "eval-unknown-variable@4-10 there is no variable \"regoin\""),
    ("var.ports.htp", "eval-missing-map-element@10-13 \"var.ports\" has no element \"htp\""),
    ("var.ports[\"x\"]", "eval-missing-map-element@9-14 \"var.ports\" has no element \"x\""),
    ("var.objects.name", "eval-unknown-attribute@12-16 \"var.objects\" is a list, which has no attribute \"name\""),
    ("var.region.x", "eval-unknown-attribute@11-12 \"var.region\" is \"eu\", which has no attribute \"x\""),
    ("var.nothing.x", "eval-null-access@12-13 \"var.nothing\" is null, which has no attribute \"x\""),
    ("var.nothing[0]", "eval-null-access@11-14 \"var.nothing\" is null, which has no elements"),
    ("var.none[*]", "eval-null-splat@0-8 null cannot be taken apart by a splat"),
    ("var.zones[2]", "eval-wrong-index@9-12 there is no element 2"),
    ("var.zones[-1]", "eval-wrong-index@9-13 an index is a whole number from 0, not -1"),
    ("var.zones[0.5]", "eval-wrong-index@9-14 an index is a whole number from 0, not 0.5"),
    ("var.zones[\"x\"]", "eval-wrong-index@9-14 an index is a whole number, not \"x\""),
    ("var.zones[null]", "eval-wrong-index@9-15 an index is a whole number, not null"),
    ("var.tags[0]", "eval-wrong-index@8-11 \"var.tags\" is a set, which has no elements to pick by index"),
    ("1 + true", "eval-wrong-operand@4-8 \"+\" takes numbers, not true"),
    (
      "\"a\" < \"b\"",
      "eval-wrong-operand@0-3 \"<\" takes numbers, not \"a\"\neval-wrong-operand@6-9 \"<\" takes numbers, not \"b\""
    ),
    ("null + 1", "eval-null-operand@0-4 an operand of \"+\" is null"),
    ("0 / 0", "eval-undefined-result@0-5 0 / 0 has no result"),
    ("!5", "eval-wrong-operand@1-2 \"!\" takes true or false, not 5"),
    ("null ? 1 : 2", "eval-null-condition@0-4 the condition is null; it must be true or false"),
    ("5 ? 1 : 2", "eval-wrong-condition@0-1 the condition is 5; it must be true or false"),
    ("true ? \"a\" : [1]", "eval-inconsistent-branches@7-16 the two results of the conditional have no common type"),
    ("true ? var.nope : 1", "eval-unknown-variable@11-15 there is no variable \"nope\""),
    ("[for v in null : v]", "eval-null-iteration@10-14 null has no elements to go through"),
    ("[for v in 5 : v]", "eval-not-iterable@10-11 5 has no elements to go through"),
    ("{for v in [1, 1] : v => v}", "eval-duplicate-key@19-20 two rounds give the key \"1\""),
    ("{for v in [1] : null => v}", "eval-null-key@16-20 the key is null; it must be a string"),
    ("[for v in [1] : v if null]", "eval-null-condition@21-25 the condition is null; it must be true or false"),
    ("[for v in [1, 2, 3] : v.x]", "eval-unknown-attribute@24-25 \"v\" is 1, which has no attribute \"x\""),
    ("{a.b = 1}", "eval-ambiguous-key@1-4 a key with dots or brackets may be a name or a reference"),
    ("{(null) = 1}", "eval-null-key@1-7 the key is null; it must be a string"),
    ("{([1]) = 1}", "eval-wrong-key@1-6 the key is a list; it must be a string"),
    ("\"a${null}\"", "eval-null-in-template@4-8 null cannot be part of a text"),
    ("\"a${[1]}\"", "eval-not-text@4-7 a list cannot be part of a text"),
    ("nosuch(1)", "eval-unknown-function@0-6 there is no function \"nosuch\""),
    ("upper()", "eval-missing-argument@6-7 \"upper\" needs a value for \"text\""),
    ("upper(1, 2)", "eval-too-many-arguments@9-10 \"upper\" takes only one argument"),
    ("upper([1])", "eval-wrong-argument@6-9 \"upper\" takes a string as \"text\", not a list"),
    ("join(1, [[]]...)", "eval-wrong-argument@8-12 \"join\" takes a string as \"texts\", not an empty list"),
    ("var.ports[\"a\\nb\"]", "eval-missing-map-element@9-17 \"var.ports\" has no element \"a\\nb\""),
    ("upper(null)", "eval-wrong-argument@6-10 \"text\" of \"upper\" must not be null"),
    ("length(5)", "eval-call-failed@0-9 \"length\" failed: collection must be a list"),
    ("second(1, 2)", "eval-call-failed@10-11 \"second\" failed: too odd"),
    ("join(\",\", 5...)", "eval-not-expandable@10-11 5 cannot be spread over arguments; a list is needed"),
    ("try(var.a, var.b)", "eval-call-failed@0-17 no argument of \"try\" evaluates without error"),
    ("try()", "eval-missing-argument@0-5 \"try\" needs an expression"),
    ("can()", "eval-missing-argument@0-5 \"can\" takes one expression"),
    ("convert(1, list)", "eval-not-a-type@11-15 \"list\" needs the type of its elements"),
    ("convert(\"a\", number)", "eval-call-failed@8-11 \"convert\" failed: this is no number: a number is required"),
    ("1e99999999999", "eval-number-too-large@0-13 the number is larger than any that can be computed with"),
  ]

  @Test(arguments: failures) func saysWhatIsWrongAndWhere(_ text: String, _ expected: String) {
    #expect(Evaluating.outcome(of: text) == expected)
  }

  @Test(arguments: [
    "var.nope + 1", "\"a${var.nope}\"", "!var.nope", "upper(var.nope)", "[for v in var.nope : v]", "var.nope[0].x",
    "var.nope ? 1 : 2", "{a = var.nope}.a + 1", "var.nope == 1 && var.nope2 == 2 || true ? 1 : 0",
  ])
  func oneCauseGivesOneDiagnostic(_ text: String) {
    let lines = Evaluating.outcome(of: text).split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("eval-unknown-variable") })
    #expect(Set(lines).count == lines.count)
  }

  @Test func nothingIsAllowedInConstants() {
    #expect(
      Evaluating.outcome(of: "foo", in: .constant) == "eval-variables-not-allowed@0-3 variables cannot be used here")
    #expect(
      Evaluating.outcome(of: "upper(1)", in: .constant)
        == "eval-functions-not-allowed@0-5 functions cannot be used here")
    #expect(Evaluating.outcome(of: "[for v in [1] : v]", in: .constant) == "[1]")
  }

  private func help(for text: String) -> String? {
    let tree = SyntaxTree(parsingExpression: SourceText(name: "test", text: text))
    var evaluator = Evaluator(context: Evaluating.context())
    if let expression = tree.expression { _ = evaluator.value(of: expression) }
    return evaluator.diagnostics.first?.help
  }

  @Test func helpNamesTheWayOut() {
    #expect(help(for: "vra.region") == "did you mean \"var\"?")
    #expect(help(for: "var.regoin") == "did you mean \"region\"?")
    #expect(help(for: "uper(1)") == "did you mean \"upper\"?")
    #expect(help(for: "tostring(1)") == "write convert(value, string)")
    #expect(help(for: "var.objects.name")?.contains("[*].name") == true)
    #expect(help(for: "\"a\" + \"b\"")?.contains("template") == true)
  }

  static let types: [(String, String)] = [
    ("string", "string"), ("list(string)", "list(string)"),
    ("object({b = number, a = list(bool)})", "object({a = list(bool), b = number})"),
    ("tuple([string, number])", "tuple([string, number])"), ("map(set(number))", "map(set(number))"),
    ("any", "\"any\" is not a type here"), ("map", "\"map\" needs the type of its elements"),
    ("\"string\"", "a type is written without quotes"),
    ("strng", "there is no type \"strng\""), ("list(string, number)", "\"list\" takes one type in parentheses"),
    ("object({a = optional(string)})", "optional attributes cannot be declared"),
    ("string(1)", "\"string\" takes nothing in parentheses"),
    ("tuple(string)", "\"tuple\" takes a list of types in brackets"),
    ("object([])", "\"object\" takes attributes in braces"),
    ("1 + 1", "this is not a type"), ("var.x", "this is not a type"),
  ]

  @Test(arguments: types) func readsTypeExpressions(_ text: String, _ expected: String) {
    let tree = SyntaxTree(parsingExpression: SourceText(name: "test", text: text))
    guard let expression = tree.expression else { return #expect(Bool(false), "no expression") }
    switch TypeExpression.type(from: expression) {
    case .success(let type): #expect(type.expressionText == expected)
    case .failure(let failure): #expect(failure.diagnostic?.summary == expected)
    }
  }
}
