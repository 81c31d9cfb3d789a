import HCLParser
import TestSupport

extension Value {
  /// The value as tests write it: like an expression, with the type where an expression would not show it.
  var shown: String {
    switch self {
    case .null(let type): type == .any ? "null" : "null:\(type.expressionText)"
    case .unknown(let type): "unknown:\(type.expressionText)"
    case .bool(let value): "\(value)"
    case .number(let number): "\(number)"
    case .string(let text): "\"\(text)\""
    case .list(let elements, let type): "list(\(type.expressionText))[\(Value.shown(elements))]"
    case .set(let elements, let type): "set(\(type.expressionText))[\(Value.shown(elements))]"
    case .map(let fields, let type): "map(\(type.expressionText)){\(Value.shown(fields))}"
    case .tuple(let elements): "[\(Value.shown(elements))]"
    case .object(let fields): "{\(Value.shown(fields))}"
    }
  }

  private static func shown(_ elements: [Value]) -> String { elements.map(\.shown).joined(separator: ", ") }
  private static func shown(_ fields: ValueFields) -> String {
    fields.map { "\($0.key) = \($0.value.shown)" }.joined(separator: ", ")
  }

  static func number(_ value: Int) -> Value { .number(Number(value)) }
  static func object(_ fields: [String: Value]) -> Value {
    .object(ValueFields(fields.map { ValueFields.Entry($0.key, $0.value) }))
  }
  static func map(_ fields: [String: Value], of type: ValueType) -> Value {
    .map(ValueFields(fields.map { ValueFields.Entry($0.key, $0.value) }), of: type)
  }
}

/// What tests evaluate expressions with.
enum Evaluating {
  /// A few small functions of known behaviour, so that these tests do not depend on the library.
  static let functions = FunctionLibrary([
    Function(
      "length", [.init("collection", .any)], returns: .number, summary: "",
      body: .strict { (arguments, _) throws(FunctionFailure) in
        guard let count = arguments[0].elements?.count else { throw FunctionFailure("collection must be a list") }
        return .number(Number(count))
      }),
    Function(
      "upper", [.init("text", .string)], returns: .string, summary: "",
      body: .strict { (arguments, _) throws(FunctionFailure) in .string((arguments[0].text ?? "").uppercased()) }),
    Function(
      "join", [.init("separator", .string)], variadic: .init("texts", .string), returns: .string, summary: "",
      body: .strict { (arguments, _) throws(FunctionFailure) in
        .string(arguments.dropFirst().map { $0.text ?? "" }.joined(separator: arguments[0].text ?? ""))
      }),
    Function(
      "isnull", [.init("value", .any, allowsNull: true, allowsUnknown: true)], returns: .bool, summary: "",
      body: .strict { (arguments, _) throws(FunctionFailure) in .bool(arguments[0].isNull) }),
    Function(
      "second", [.init("a", .number), .init("b", .number)], returns: .number, summary: "",
      body: .strict { (arguments, _) throws(FunctionFailure) in throw FunctionFailure("too odd", argument: 1) }),
    Function(
      "range", [.init("count", .number)], returns: .list(.number), summary: "",
      body: .strict { (arguments, _) throws(FunctionFailure) in
        guard case .number(let count) = arguments[0] else { return .null(.any) }
        return .list((0..<max(0, min(1024, count.exactInt ?? 0))).map { .number(Number($0)) }, of: .number)
      }),
    Function("try", [], variadic: .init("e", .any), returns: .any, summary: "", body: .tryExpressions),
    Function("can", [.init("e", .any)], returns: .bool, summary: "", body: .canExpression),
    Function(
      "convert", [.init("value", .any), .init("type", .any)], returns: .any, summary: "", body: .convertExpression),
  ])

  static let variables: [String: Value] = [
    "var": .object([
      "region": .string("eu"), "count": .number(3), "flag": .bool(true), "nothing": .null(.any),
      "zones": .list([.string("a"), .string("b")], of: .string), "none": .null(.list(.string)),
      "tags": .makeSet([.string("y"), .string("x")], of: .string),
      "ports": .map(["http": .number(80), "db": .number(5432)], of: .number),
      "objects": .list(
        [.object(["name": .string("a")]), .object(["name": .string("b")])],
        of: .object([ValueType.ObjectAttribute("name", .string)])),
      "later": .unknown(.string), "whatever": .unknown(.any), "laterList": .unknown(.list(.number)),
    ])
  ]

  static func context(_ unresolved: EvaluationContext.UnresolvedNames = .error) -> EvaluationContext {
    EvaluationContext(variables: variables, functions: functions, unresolved: unresolved)
  }

  /// The value of an expression as tests write it, or what is wrong: `rule@start-end summary`, one per line.
  static func outcome(of text: String, in context: EvaluationContext = context()) -> String {
    let tree = SyntaxTree(parsingExpression: SourceText(name: "test", text: text))
    guard !tree.hasErrors, let expression = tree.expression else {
      return tree.diagnostics.map { "syntax: \($0.summary)" }.joined(separator: "\n")
    }
    var evaluator = Evaluator(context: context)
    let value = evaluator.value(of: expression)
    if evaluator.diagnostics.isEmpty { return value.shown }
    return evaluator.diagnostics.map { "\($0.rule)@\($0.range.start)-\($0.range.end) \($0.summary)" }
      .joined(separator: "\n")
  }
}
