extension Evaluator {
  mutating func call(_ call: CallSyntax) -> Value {
    let name = call.name
    guard let function = context.functions[name] else {
      return fail(
        context.functions.names.isEmpty
          ? .functionsNotAllowed(at: call.nameRange)
          : .unknownFunction(name, library: context.functions, at: call.nameRange))
    }
    switch function.body {
    case .strict(let body): return strict(function, body, call)
    case .tryExpressions: return tryExpressions(call)
    case .canExpression: return canExpression(call)
    case .convertExpression: return convertExpression(call)
    }
  }

  private typealias StrictBody = @Sendable ([Value], FunctionEnvironment) throws(FunctionFailure) -> Value

  private struct Argument {
    var value: Value
    var range: SourceRange
  }

  private mutating func strict(_ function: Function, _ body: StrictBody, _ call: CallSyntax) -> Value {
    let before = diagnostics.count
    guard let arguments = arguments(of: call) else {
      return diagnostics.count == before ? .unknown(function.resultType) : Evaluator.failed
    }
    let needed = function.parameters.count
    if arguments.count < needed {
      // What is missing matters only when the rest is sound.
      guard diagnostics.count == before else { return Evaluator.failed }
      return fail(.missingArgument(function, given: arguments.count, at: call))
    }
    if arguments.count > needed, function.variadic == nil {
      return fail(.tooManyArguments(function, at: arguments[needed].range))
    }

    var values: [Value] = []
    values.reserveCapacity(arguments.count)
    var isKnown = true
    for (index, argument) in arguments.enumerated() {
      guard let parameter = index < needed ? function.parameters[index] : function.variadic else { break }
      guard spend(walking: argument.value, at: argument.range) else { return Evaluator.failed }
      switch argument.value.converted(to: parameter.type) {
      case .failure(let failure):
        report(.wrongArgument(function.name, parameter, argument.value, failure, at: argument.range))
      case .success(let value):
        if value.isNull, !parameter.allowsNull {
          report(.nullArgument(function.name, parameter.name, at: argument.range))
        }
        if !parameter.allowsUnknown, isKnown, !isWhollyKnown(value) { isKnown = false }
        values.append(value)
      }
    }
    guard diagnostics.count == before else { return Evaluator.failed }
    guard isKnown else { return .unknown(function.resultType) }
    return run(function, body, values, arguments.map(\.range), call)
  }

  private mutating func run(
    _ function: Function, _ body: StrictBody, _ values: [Value], _ ranges: [SourceRange], _ call: CallSyntax
  ) -> Value {
    guard spend(values.reduce(4) { $0 + Evaluator.effort(of: $1) }, at: call.range) else { return Evaluator.failed }
    do throws(FunctionFailure) {
      let value = try body(values, context.environment)
      guard spend(Evaluator.effort(of: value), at: call.range) else { return Evaluator.failed }
      return bounded(value, at: call.range)
    } catch {
      let blamed = error.argument.flatMap { ranges.indices.contains($0) ? ranges[$0] : nil }
      return fail(.callFailed(function.name, error.message, at: blamed ?? call.range))
    }
  }

  /// About how much a function has to do with a value.
  private static func effort(of value: Value) -> Int {
    switch value {
    case .null, .unknown, .bool, .number: 0
    case .string(let text): text.utf8.count / 64
    case .list(let elements, _), .set(let elements, _), .tuple(let elements): elements.count
    case .map(let fields, _), .object(let fields): fields.count
    }
  }

  /// The arguments, the last one expanded where `...` follows it; nil where that is unknown, or was reported.
  private mutating func arguments(of call: CallSyntax) -> [Argument]? {
    var result = call.arguments.map { Argument(value: evaluate($0), range: $0.range) }
    guard call.expandsLast, let last = result.popLast() else { return result }
    switch last.value {
    case .list(let elements, _), .set(let elements, _), .tuple(let elements):
      guard spend(elements.count, at: last.range) else { return nil }
      return result + elements.map { Argument(value: $0, range: last.range) }
    case .unknown(.any), .unknown(.list), .unknown(.set), .unknown(.tuple): return nil
    default:
      report(.notExpandable(last.value, at: last.range))
      return nil
    }
  }

  /// `try(a, b, …)`: the first that evaluates without error; arguments after it are not looked at.
  private mutating func tryExpressions(_ call: CallSyntax) -> Value {
    let before = diagnostics
    var failures: [Diagnostic] = []
    for argument in call.arguments {
      let value = evaluate(argument)
      if isExhausted { return Evaluator.failed }
      if diagnostics.count == before.count { return value }
      failures += diagnostics[before.count...].prefix(1)
      diagnostics = before
    }
    return fail(failures.isEmpty ? .tryWithoutArguments(at: call.range) : .nothingTried(failures, at: call.range))
  }

  /// `can(a)`: whether it evaluates without error.
  private mutating func canExpression(_ call: CallSyntax) -> Value {
    guard call.arguments.count == 1, !call.expandsLast, let argument = call.arguments.first else {
      return fail(.wrongCount("can", "one expression", at: call.range))
    }
    let before = diagnostics
    _ = evaluate(argument)
    if isExhausted { return Evaluator.failed }
    let isSound = diagnostics.count == before.count
    diagnostics = before
    return .bool(isSound)
  }

  /// `convert(value, type)`.
  private mutating func convertExpression(_ call: CallSyntax) -> Value {
    let arguments = call.arguments
    guard arguments.count == 2, !call.expandsLast else {
      return fail(.wrongCount("convert", "a value and a type", at: call.range))
    }
    let value = evaluate(arguments[0])
    switch TypeExpression.type(from: arguments[1], allowsAny: true) {
    case .failure(let failure):
      if let diagnostic = failure.diagnostic { report(diagnostic) }
      return Evaluator.failed
    case .success(let type):
      guard spend(walking: value, at: arguments[0].range) else { return Evaluator.failed }
      switch value.converted(to: type) {
      case .success(let converted): return converted
      case .failure(let failure):
        return fail(
          .callFailed(
            "convert", "this is no \(type.expressionText): \(failure.description)", at: arguments[0].range))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func functionsNotAllowed(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-functions-not-allowed", "functions cannot be used here", at: range)
  }

  fileprivate static func unknownFunction(
    _ name: String, library: FunctionLibrary, at range: SourceRange
  ) -> Diagnostic {
    let nearest = NameSuggestion.nearest(to: name, among: library.names).map { "did you mean \"\($0)\"?" }
    return Diagnostic(
      .error, "eval-unknown-function", "there is no function \"\(name)\"", at: range,
      help: FunctionLibrary.hint(forForeignName: name) ?? nearest)
  }

  fileprivate static func missingArgument(_ function: Function, given: Int, at call: CallSyntax) -> Diagnostic {
    let end = call.range.end
    let names = function.parameters.map { "\"\($0.name)\"" }.joined(separator: ", ")
    return Diagnostic(
      .error, "eval-missing-argument",
      "\"\(function.name)\" needs a value for \"\(function.parameters[given].name)\"",
      at: SourceRange(max(call.range.start, end - 1), end, source: call.range.source),
      detail: "it takes \(names)\(function.variadic == nil ? "" : " and further arguments")")
  }

  fileprivate static func tooManyArguments(_ function: Function, at range: SourceRange) -> Diagnostic {
    let count = function.parameters.count
    let takes = count == 0 ? "no arguments" : count == 1 ? "one argument" : "\(count) arguments"
    return Diagnostic(.error, "eval-too-many-arguments", "\"\(function.name)\" takes only \(takes)", at: range)
  }

  fileprivate static func wrongCount(_ function: String, _ takes: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-missing-argument", "\"\(function)\" takes \(takes)", at: range)
  }

  fileprivate static func wrongArgument(
    _ function: String, _ parameter: Function.Parameter, _ value: Value, _ failure: ConversionFailure,
    at range: SourceRange
  ) -> Diagnostic {
    let takes = "\"\(function)\" takes \(parameter.type.phrase) as \"\(parameter.name)\""
    guard failure.path.isEmpty else {
      return Diagnostic(.error, "eval-wrong-argument", takes, at: range, detail: "at \(failure.description)")
    }
    return Diagnostic(
      .error, "eval-wrong-argument", "\(takes), not \(value.summary)", at: range, help: runtimeHelp(for: value))
  }

  fileprivate static func nullArgument(_ function: String, _ parameter: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-wrong-argument", "\"\(parameter)\" of \"\(function)\" must not be null", at: range)
  }

  fileprivate static func notExpandable(_ value: Value, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "eval-not-expandable", "\(value.summary) cannot be spread over arguments; a list is needed", at: range)
  }

  fileprivate static func callFailed(_ function: String, _ message: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-call-failed", "\"\(function)\" failed: \(message)", at: range)
  }

  fileprivate static func tryWithoutArguments(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-missing-argument", "\"try\" needs an expression", at: range)
  }

  fileprivate static func nothingTried(_ failures: [Diagnostic], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "eval-call-failed", "no argument of \"try\" evaluates without error", at: range,
      related: failures.map { Related($0.summary, $0.range) })
  }
}
