import HCLParser
import Testing

/// Evaluates an expression as a job file would, and shows the value as JSON text, or the summary of the first error.
///
/// `unknown` stands for a value that is not known.
func outcome(of expression: String, files: FileAccess = .refused) -> String {
  let tree = SyntaxTree(parsingExpression: SourceText(name: "test", text: expression))
  guard !tree.hasErrors, let root = tree.expression else { return "syntax: \(tree.diagnostics.first?.summary ?? "")" }
  let environment = FunctionEnvironment(files: files)
  var evaluator = Evaluator(context: EvaluationContext(environment: environment))
  let value = evaluator.value(of: root)
  if let diagnostic = evaluator.diagnostics.first { return "error: \(diagnostic.summary)" }
  if value.isUnknown { return "unknown" }
  let encoder = EvaluationContext(variables: ["value": value])
  let wrapped = SyntaxTree(parsingExpression: SourceText(name: "test", text: "jsonencode(value)"))
  var encoding = Evaluator(context: encoder)
  guard let expression = wrapped.expression, case .string(let text) = encoding.value(of: expression) else {
    return "value without JSON form: \(encoding.diagnostics.first?.summary ?? "unknown parts")"
  }
  return text
}

/// One call and what comes of it.
struct Row: CustomTestStringConvertible, Sendable {
  var call: String
  var expected: String

  init(_ call: String, _ expected: String) {
    self.call = call
    self.expected = expected
  }

  var testDescription: String { call }
}

extension Row {
  /// A call whose error begins with a text.
  static func fails(_ call: String, _ message: String) -> Row { Row(call, "error: " + message) }

  /// Nil where the outcome is as expected; for failures a part of the message is enough.
  var mismatch: String? {
    let actual = outcome(of: call)
    if expected.hasPrefix("error: ") {
      let message = expected.dropFirst("error: ".count)
      return actual.hasPrefix("error: ") && actual.contains(message) ? nil : "\(call) gave \(actual)"
    }
    return Array(actual.utf8) == Array(expected.utf8) ? nil : "\(call) gave \(actual), not \(expected)"
  }
}
