import HCLParser
import TestSupport
import Testing

/// Input made to exhaust time, memory or the stack ends in a clear report.
struct HostileExpressionTests {
  private static let long = Value.string(String(repeating: "x", count: 1 << 20))
  private static let big = Value.tuple((0..<1000).map { .number(Number($0)) })

  private static func context(work: Int = 20_000) -> EvaluationContext {
    var context = EvaluationContext(
      variables: ["long": long, "big": big],
      limits: EvaluationLimits(work: work, resultSize: 10_000, textBytes: 4 << 20))
    context.unresolved = .keepAsRuntimeReference
    return context
  }

  static let hostile = [
    "[for a in range(1024) : [for b in range(1024) : [for c in range(1024) : a]]]",
    "[for a in big : [for b in big : b]]",
    "{for a in big : a => {for b in big : b => [for c in big : c]}}",
    "\"%{ for a in big }%{ for b in big }${a}${b}%{ endfor }%{ endfor }\"",
    "\"%{ for a in big }${long}%{ endfor }\"", "\"${long}${long}${long}${long}${long}\"",
    "join(\"\", [for a in big : long])", "setproduct(big, big, big, big, big)", "[big, [for a in big : big]]",
    "try([for a in big : [for b in big : b]], 1)", "can([for a in big : [for b in big : b]])",
    "true ? [for a in big : [for b in big : b]] : []", "false ? [for a in big : [for b in big : b]] : []",
    "[for a in big : a if [for b in big : b] == 1]",
  ]

  @Test(arguments: hostile) func endsWithOneReport(_ text: String) {
    let outcome = Evaluating.outcome(of: text, in: Self.context())
    #expect(outcome.hasPrefix("eval-limit@") || outcome.hasPrefix("eval-call-failed@"))
    #expect(!outcome.contains("\n"))
  }

  static let large = [
    "format(\"%999999999d\", 1)", "format(\"%.999999999f\", 1)", "\"${1e400000000}\"", "1e-400000000 + 1 == 1",
    "1e400000000 % 7 > 0", "floor(1e400000000) > 1", "pow(10, 1e9) > 1", "parseint(long, 36)",
    "indent(1000000000, \"a\\nb\")",
    "substr(\"a\", 0, 1e400000000)", "range(1e9)", "range(0, 1, 1e-300000000)", "element(big, 1e400000000)",
    "chunklist(big, 1e-9)", "cidrsubnet(\"10.0.0.0/8\", 1e9, 1)", "replace(long, \"\", long)",
    "join(long, big)", "log(1e400000000, 10) > 1", "format(\"%d\", 1e400000000)", "jsonencode(1e400000000)",
    "jsondecode(\"1e400000000\") > 1",
    "timeadd(\"2020-01-01T00:00:00Z\", \"999999999h\")",
    "formatdate(long, \"2020-01-01T00:00:00Z\") == 1", "signum(1e400000000)", "ceil(-1e-400000000)",
    "max(1e400000000, 1) > 1",
    "slice(big, 0, 1e400000000)", "convert(1e400000000, string)", "big[1e400000000]", "zipmap(big, big)",
    "jsondecode(join(\"\", [for a in big : \"[[[[[[[[[[\"]))", "strrev(long) == long", "base64encode(long) == long",
    "distinct(concat(big, big))",
  ]

  /// What this guards against would take minutes, or all memory, or trap.
  @Test(arguments: large) func isDoneWithoutATrap(_ text: String) {
    #expect(!Evaluating.outcome(of: text, in: Self.context()).isEmpty)
  }

  @Test func deepNestingIsNoDanger() {
    for text in ["[", "{a = [", "(", "!", "-", "\"${", "[for v in [1] : ", "true ? 1 : ", "upper(", "a[", "1 + "] {
      let closers = [
        "[": "]", "{a = [": "]}", "(": ")", "\"${": "}\"", "[for v in [1] : ": "]", "upper(": ")", "a[": "]",
      ]
      for depth in [100, 480, 5_000] {
        let source =
          String(repeating: text, count: depth) + "1" + String(repeating: closers[text] ?? "", count: depth)
        let tree = SyntaxTree(parsingExpression: SourceText(name: "deep", text: source))
        guard let expression = tree.expression else { continue }
        var evaluator = Evaluator(context: Self.context())
        let value = evaluator.value(of: expression)
        // Whatever walks values must bear what comes out.
        _ = value.type
        _ = value == value
        _ = value.converted(to: .list(.any))
      }
    }
  }

  @Test(arguments: [
    ("1", " + 1", "", "10001"), ("true", " && true", "", "true"), ("[[1]]", "[0 + 0]", "[0 + 0]", "error"),
    ("false", " ? 1 : false", " ? 1 : 2", "2"), ("2", " * 1 - 0", " == 2", "true"),
  ])
  func aLongChainIsEvaluatedWithoutRecursion(_ start: String, _ link: String, _ end: String, _ expected: String) {
    let source = start + String(repeating: link, count: 10_000) + end
    let tree = SyntaxTree(parsingExpression: SourceText(name: "long", text: source))
    guard let expression = tree.expression else { return #expect(Bool(false), "no expression") }
    var evaluator = Evaluator(context: EvaluationContext())
    let value = evaluator.value(of: expression)
    #expect((evaluator.hasErrors ? "error" : value.text) == expected)
    #expect(expression.references.isEmpty)
  }

  /// Of a chain of choices only what was chosen may complain, and the conditions on the way to it.
  @Test func aChainOfChoicesComplainsInTheOrderOfTheText() {
    let one = "false ? upper([]) : true ? second(1, 2) : upper([2])"
    #expect(Evaluating.outcome(of: one).contains("too odd"))
    #expect(!Evaluating.outcome(of: one).contains("list"))
    let other = "false ? 1 : null ? 2 : upper([2])"
    #expect(Evaluating.outcome(of: other).hasPrefix("eval-null-condition@"))
  }

  @Test func valuesThatShareTheirPartsCountInFull() {
    var value = Value.tuple([.number(1)])
    for _ in 0..<40 { value = .tuple([value, value]) }
    let outcome = Evaluating.outcome(of: "x", in: EvaluationContext(variables: ["x": value]))
    #expect(outcome.hasPrefix("eval-limit@"))
  }

  /// Damaged job files: every attribute's expression is evaluated, twice with one result.
  @Test(arguments: Array(UInt64(1)...40)) func damagedExpressionsGiveTheSameAnswerTwice(_ seed: UInt64) {
    let cases = Corpus.cases("Conformance/parse").filter { Corpus.exists("Conformance/parse/\($0)/job.nomad.hcl") }
    guard !cases.isEmpty else { return #expect(Bool(false), "no cases") }
    let name = cases[Int(seed) % cases.count]
    let bytes = Mutation.mutated(Corpus.bytes("Conformance/parse/\(name)/job.nomad.hcl"), seed: seed, edits: 6)
    func run() -> [String] {
      let tree = SyntaxTree(parsing: SourceText(name: name, bytes: bytes))
      var evaluator = Evaluator(context: Self.context(work: 5_000))
      var result: [String] = []
      Self.walk(tree.root) { result.append(evaluator.value(of: $0.value).shown) }
      return result + evaluator.diagnostics.map { "\($0.rule) \($0.range) \($0.summary) \($0.help ?? "")" }
    }
    #expect(run() == run(), "seed \(seed)")
  }

  private static func walk(_ body: BodySyntax, _ visit: (AttributeSyntax) -> Void) {
    for item in body.items {
      switch item {
      case .attribute(let attribute): visit(attribute)
      case .block(let block): walk(block.body, visit)
      }
    }
  }
}
