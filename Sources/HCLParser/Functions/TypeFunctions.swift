/// Functions that the evaluator runs itself: they look at expressions before there are values.
enum TypeFunctions {
  static let all: [Function] = [
    Function(
      "try", [], variadic: Function.Parameter("expressions", .any, allowsNull: true, allowsUnknown: true),
      returns: .any, summary: "The value of the first expression that has no error.", body: .tryExpressions),
    Function(
      "can", [Function.Parameter("expression", .any, allowsNull: true, allowsUnknown: true)], returns: .bool,
      summary: "Whether an expression has a value without error.", body: .canExpression),
    Function(
      "convert", [Function.Parameter("value", .any, allowsNull: true, allowsUnknown: true), .any("type")],
      returns: .any, summary: "A value converted to a type: string, number, bool, list(...), map(...) and so on.",
      body: .convertExpression),
  ]
}
