import HCLParser
import TestSupport
import Testing

struct EvaluatorTests {
  static let operators: [(String, String)] = [
    ("2 + 3 * 4", "14"), ("(2 + 3) * 4", "20"), ("7 / 2", "3.5"), ("-7 % 4", "-3"), ("10 - 3 - 2", "5"),
    ("2 * -3", "-6"), ("-(-5)", "5"), ("0.1 + 0.2", "0.3"), ("1 / 0", "+Inf"), ("-1 / 0", "-Inf"), ("5 % 0", "5"),
    ("-0", "-0"), ("\"5\" + 1", "6"), ("100000000000 * 100000000000", "10000000000000000000000"),
    ("!true || 3 >= 3 && \"a\" != \"b\"", "true"), ("10 == \"10\"", "false"), ("1 == 1.0", "true"),
    ("true == \"true\"", "false"), ("null == null", "true"), ("[1, {a = 2}] == [1, {a = 2}]", "true"),
    ("[1] == [2]", "false"), ("1 < \"10\"", "true"), ("2 <= 2", "true"), ("3 > 4", "false"),
    ("\"true\" && true", "true"), ("!\"0\"", "true"), ("!!true", "true"), ("true || false && false", "true"),
    ("1 + 2 == 3", "true"), ("1 != 2", "true"), ("0 == -0", "true"),
  ]

  @Test(arguments: operators) func computesOperators(_ text: String, _ expected: String) {
    #expect(Evaluating.outcome(of: text) == expected)
  }

  static let conditionals: [(String, String)] = [
    ("true ? 1 : \"a\"", "\"1\""), ("false ? \"x\" : 2", "\"2\""),
    ("true ? [1, \"a\"] : [2]", "list(string)[\"1\", \"a\"]"),
    ("true ? {a = 1} : {b = 2}", "map(number){a = 1}"), ("true ? {a = 1} : {a = \"x\"}", "{a = \"1\"}"),
    ("true ? null : 1", "null:number"), ("false ? null : 1", "1"), ("\"true\" ? 1 : 2", "1"),
    ("true ? 1 : var.nope", "1"), ("var.later == \"a\" ? 1 : 2", "unknown:number"),
    ("false ? 1 : true ? 2 : 3", "2"), ("true ? [\"a\"] : []", "list(string)[\"a\"]"),
    ("true ? [1, null] : [true]", "list(number)[1, null:number]"),
    ("true ? {a = [1], b = null} : {c = true}", "map(any){a = [1], b = null}"),
  ]

  @Test(arguments: conditionals) func choosesBranchesAndUnifiesTheirTypes(_ text: String, _ expected: String) {
    #expect(Evaluating.outcome(of: text) == expected)
  }

  @Test(arguments: [
    "true ? [1, \"a\"] : [true, \"b\"]", "true ? {a = 1, b = \"q\"} : {a = true, b = 1}",
    "true ? {a = 1, b = true} : {}",
    "true ? [null] : [true, 1]", "true ? [[1], null] : []", "[for v in [] : v if 1]", "{for v in [] : v => v if null}",
  ])
  func partsThatDoNotFitAreNotGluedTogether(_ text: String) {
    #expect(Evaluating.outcome(of: text).hasPrefix("eval-"))
  }

  @Test(arguments: [
    "var.later.x", "var.later[0]", "var.laterList.x", "var.laterList[\"x\"]", "var.laterList[null]",
    "var.laterList[-1]",
    "[for v in var.later : v]", "\"%{ for v in var.later }x%{ endfor }\"", "var.later[*].x", "var.laterList[*].x",
    "{(var.laterList) = 1}", "[1, 2][var.laterList]", "{a = 1}[var.laterList]", "join(\",\", var.later...)",
    "convert([], list(string))[*].x", "convert([], list(object({a = string})))[*].b",
  ])
  func whatNoValueCouldMakeRightIsWrongEvenWhereItIsUnknown(_ text: String) {
    #expect(Evaluating.outcome(of: text).hasPrefix("eval-"))
  }

  static let traversals: [(String, String)] = [
    ("var.region", "\"eu\""), ("var.zones[1]", "\"b\""), ("var.zones[\"0\"]", "\"a\""), ("var.zones.0", "\"a\""),
    ("var.ports.http", "80"), ("var.ports[\"db\"]", "5432"), ("var[\"region\"]", "\"eu\""),
    ("[1, 2, 3][1 + 1]", "3"), ("{a = {b = 1}}.a.b", "1"), ("[[1], [2]][1][0]", "2"), ("var.objects[1].name", "\"b\""),
    ("var.zones[length(var.zones) - 1]", "\"b\""), ("var.later", "unknown:string"),
    ("var.whatever.x[0]", "unknown:any"),
    ("var.laterList[0]", "unknown:number"), ("{1 = 2}[1]", "2"),
  ]

  @Test(arguments: traversals) func reachesParts(_ text: String, _ expected: String) {
    #expect(Evaluating.outcome(of: text) == expected)
  }

  static let splats: [(String, String)] = [
    ("var.objects[*].name", "list(string)[\"a\", \"b\"]"), ("var.objects.*.name", "list(string)[\"a\", \"b\"]"),
    ("[{a = [1, 2]}, {a = [3]}][*].a[0]", "[1, 3]"), ("[{a = [1, 2]}, {a = [3]}].*.a[0]", "[1, 2]"),
    ("null[*]", "[]"), ("{name = \"solo\"}[*]", "[{name = \"solo\"}]"), ("\"x\"[*]", "[\"x\"]"),
    ("var.tags[*]", "list(string)[\"x\", \"y\"]"), ("var.whatever[*].a", "unknown:any"), ("[][*].a", "[]"),
  ]

  @Test(arguments: splats) func splatsApplyTheRestToEachElement(_ text: String, _ expected: String) {
    #expect(Evaluating.outcome(of: text) == expected)
  }

  static let forExpressions: [(String, String)] = [
    ("[for s in [\"a\", \"b\"] : upper(s)]", "[\"A\", \"B\"]"),
    ("[for i, s in [\"x\", \"y\"] : \"${i}${s}\"]", "[\"0x\", \"1y\"]"),
    ("[for n in [1, 2, 3, 4] : n if n % 2 == 0]", "[2, 4]"),
    ("{for k, v in {b = 1, a = 2} : k => v * 10}", "{a = 20, b = 10}"),
    (
      "{for s in [\"ant\", \"bee\", \"asp\"] : s == \"bee\" ? \"b\" : \"a\" => s...}",
      "{a = [\"ant\", \"asp\"], b = [\"bee\"]}"
    ),
    ("[for k, v in {z = 1, y = 2} : k]", "[\"y\", \"z\"]"),
    ("[for r in [[1, 2], [3]] : [for c in r : c * c]]", "[[1, 4], [9]]"),
    ("[for k, v in var.tags : \"${k}${v}\"]", "[\"xx\", \"yy\"]"), ("[for v in var.whatever : v]", "unknown:any"),
    ("[for v in [] : v.x]", "[]"), ("{for v in [1, 2] : v => v}", "{1 = 1, 2 = 2}"),
    ("[for v in [1] : [for v in [2] : v]]", "[[2]]"), ("[for region in [1] : var.region]", "[\"eu\"]"),
    ("[for var in [{x = 1}] : var.x]", "[1]"),
  ]

  @Test(arguments: forExpressions) func forExpressionsGoThroughCollections(_ text: String, _ expected: String) {
    #expect(Evaluating.outcome(of: text) == expected)
  }

  static let templates: [(String, String)] = [
    ("\"a${1}b${true}\"", "\"a1btrue\""), ("\"${[1]}\"", "[1]"), ("\"\"", "\"\""),
    ("\"$5 100% $${x}\"", "\"$5 100% ${x}\""),
    ("\"%{ if var.flag }yes%{ else }no%{ endif }\"", "\"yes\""), ("\"%{ if false }x%{ endif }\"", "\"\""),
    ("\"%{ for s in [\"a\", \"b\"] }<${s}>%{ endfor }\"", "\"<a><b>\""),
    ("\"%{ for k, v in {a = 1} }${k}=${v}%{ endfor }\"", "\"a=1\""),
    ("\"x   %{~ if true ~}   y   %{~ endif ~}   z\"", "\"xyz\""),
    ("\"a${var.later}\"", "unknown:string"), ("\"${var.whatever}\"", "unknown:any"), ("\"${null}\"", "null"),
    ("\"%{ if true }a%{ if false }b%{ else }c%{ endif }%{ endif }\"", "\"ac\""), ("\"e\u{301}\" == \"\u{e9}\"", "true"),
  ]

  @Test(arguments: templates) func templatesJoinTheirParts(_ text: String, _ expected: String) {
    #expect(Evaluating.outcome(of: text) == expected)
  }

  static let objects: [(String, String)] = [
    ("{a = 1, b : 2}", "{a = 1, b = 2}"), ("{true = 1, null = 2}", "{null = 2, true = 1}"),
    ("{\"x y\" = 1}", "{x y = 1}"), ("{(var.region) = 1}", "{eu = 1}"), ("{a = 1, a = 2}", "{a = 2}"),
    ("{\"${var.region}\" = 1}", "{eu = 1}"), ("{(var.later) = 1}", "unknown:any"), ("{(1 + 1) = 1}", "{2 = 1}"),
  ]

  @Test(arguments: objects) func objectsTakeKeysOfAllForms(_ text: String, _ expected: String) {
    #expect(Evaluating.outcome(of: text) == expected)
  }

  static let calls: [(String, String)] = [
    ("upper(1)", "\"1\""), ("join(\",\", [\"a\", \"b\"]...)", "\"a,b\""), ("join(\"-\")", "\"\""),
    ("isnull(null)", "true"),
    ("try(var.nope, var.zones[7], \"x\")", "\"x\""), ("try(1, var.nope)", "1"), ("can(var.nope)", "false"),
    ("can(var.region)", "true"), ("convert([\"1\"], list(number))", "list(number)[1]"),
    ("convert([\"b\", \"a\", \"b\"], set(string))", "set(string)[\"a\", \"b\"]"),
    ("convert({a = 1}, map(any))", "map(number){a = 1}"),
    ("convert({a = 1, b = 2}, object({a = string}))", "{a = \"1\"}"),
    ("convert([1, 2], tuple([string, number]))", "[\"1\", 2]"),
    ("upper(var.later)", "unknown:string"), ("join(\",\", var.whatever...)", "unknown:string"),
    ("length([var.later])", "unknown:number"), ("isnull(var.later)", "false"),
  ]

  @Test(arguments: calls) func callsConvertTheirArguments(_ text: String, _ expected: String) {
    #expect(Evaluating.outcome(of: text) == expected)
  }

  static let references: [(String, String)] = [
    ("node.class", "\"${node.class}\""), ("\"${ node.x }\"", "\"${ node.x }\""), ("upper(node.x)", "\"${NODE.X}\""),
    ("node.x == \"linux\" ? 1 : 2", "2"), ("\"a ${true ? node.x : meta.y} b\"", "\"a ${node.x} b\""),
    ("\"a ${attr.cpu.arch} b ${meta.rack} c\"", "\"a ${attr.cpu.arch} b ${meta.rack} c\""),
    ("\"${env[\"HOME\"]}\"", "\"${env[\"HOME\"]}\""), ("\"${NOMAD_ALLOC_ID}\"", "\"${NOMAD_ALLOC_ID}\""),
    ("\"{${NOMAD_X}}\"", "\"{${NOMAD_X}}\""), ("\"${attr.x}}\"", "\"${attr.x}}\""), ("\"$${x}\"", "\"${x}\""),
    ("node.list[0].y", "\"${node.list[0].y}\""), ("\"${(node.x)}\"", "\"${node.x}\""), ("\"${var.region}\"", "\"eu\""),
    ("\"x${~ node.x ~}y\"", "\"x${node.x}y\""), ("try(nope.x, 1)", "\"${nope.x}\""),
    ("[for v in [1] : v.x]", "eval-unknown-attribute@18-19 \"v\" is 1, which has no attribute \"x\""),
    ("env[NOMAD_X]", "eval-wrong-index@3-12 \"env\" is \"${env}\", which has no elements to pick by index"),
    ("node.list[*].x", "eval-unknown-attribute@13-14 \"${node.list}\" has no attribute \"x\""),
    ("[for x in node.l : x]", "eval-not-iterable@10-16 \"${node.l}\" has no elements to go through"),
    ("node.x + 1", "eval-wrong-operand@0-6 \"+\" takes numbers, not \"${node.x}\""),
    ("var.nope", "eval-unknown-variable@4-8 there is no variable \"nope\""),
  ]

  @Test(arguments: references) func unresolvedNamesStayAsRuntimeReferences(_ text: String, _ expected: String) {
    #expect(Evaluating.outcome(of: text, in: Evaluating.context(.keepAsRuntimeReference)) == expected)
  }
}
