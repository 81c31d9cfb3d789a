// Compiled together with the sources of HCLParser, see `run`: whatever the expression is, evaluating it ends, traps
// nowhere, reports what fails, and gives the same answer again.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEvaluation(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let tree = SyntaxTree(parsingExpression: SourceText(name: "fuzz", bytes: bytes))
  if let expression = tree.expression { check(expression, in: tree) }
  let file = SyntaxTree(parsing: SourceText(name: "fuzz", bytes: bytes))
  for attribute in file.root.attributes { check(attribute.value, in: file) }
  return 0
}

private let knownVariables: [String: Value] = [
  "var": .object(
    ValueFields([
      .init("a", .string("x")), .init("n", .number(Number(3))), .init("z", .null(.any)),
      .init("l", .list([.string("p"), .string("q")], of: .string)),
      .init("s", .makeSet([.number(Number(1)), .number(Number(2))], of: .number)),
      .init("m", .map(ValueFields([.init("k", .bool(true))]), of: .bool)),
    ]))
]

private func context(_ unresolved: EvaluationContext.UnresolvedNames, _ unknown: Bool) -> EvaluationContext {
  var variables = knownVariables
  if unknown { variables["u"] = .unknown(.any) }
  return EvaluationContext(
    variables: variables, unresolved: unresolved,
    limits: EvaluationLimits(work: 20_000, resultSize: 20_000, textBytes: 1 << 20))
}

private func check(_ expression: ExpressionSyntax, in tree: SyntaxTree) {
  for context in [context(.error, true), context(.keepAsRuntimeReference, false)] {
    var first = Evaluator(context: context)
    let value = first.value(of: expression)
    var second = Evaluator(context: context)
    precondition(second.value(of: expression) == value, "two evaluations differ")
    precondition(first.diagnostics == second.diagnostics, "two reports differ")
    for diagnostic in first.diagnostics {
      precondition(diagnostic.range.end <= tree.source.count, "a report points beyond the end")
      precondition(!diagnostic.summary.isEmpty && !diagnostic.summary.contains("\n"), "a summary is not one line")
    }
    // What is by nature unknown offline: identifiers and salts.
    let text = String(decoding: tree.source.bytes, as: UTF8.self)
    let isByNatureUnknown = context.variables["u"] != nil || text.contains("uuidv4") || text.contains("bcrypt")
    precondition(
      tree.hasErrors || first.hasErrors || isByNatureUnknown || value.isWhollyKnown, "a failure is not reported")
    _ = (value.type, value.summary, value.text)
    _ = value.converted(to: .list(.any))
    _ = value.converted(to: .set(.string))
    _ = value.converted(to: .map(.string))
    _ = value.converted(to: .object([.init("a", .number)]))
  }
  _ = TypeExpression.type(from: expression, allowsAny: true)
}
