import Foundation
import HCLParser
import TestSupport
import Testing

/// Thousands of expressions, against what the reference's console answered: values of all kinds in all functions, the odd
/// ones first of all.
struct RecordedExpressionsTests {
  private struct Record: Decodable {
    var expression: String
    var answer: String
  }

  @Test(arguments: [
    "collections", "encodings", "forms", "heredocs", "mixed", "numbers", "patterns", "texts", "types", "yaml",
  ])
  func answersAreThoseOfTheReference(_ subject: String) throws {
    let lines = Corpus.text("Expressions/\(subject).jsonl").split(separator: "\n")
    #expect(!lines.isEmpty)
    for line in lines {
      let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
      let answer = Self.answer(to: record.expression)
      #expect(
        answer.utf8.elementsEqual(record.answer.utf8), "\(record.expression) gave \(answer), not \(record.answer)")
    }
  }

  /// The JSON text of the value, or `error`.
  private static func answer(to expression: String) -> String {
    let tree = SyntaxTree(parsingExpression: SourceText(name: "test", text: "jsonencode(\(expression))"))
    guard !tree.hasErrors, let root = tree.expression else { return "error" }
    var evaluator = Evaluator(context: EvaluationContext())
    let value = evaluator.value(of: root)
    guard !evaluator.hasErrors, case .string(let text) = value else { return "error" }
    return text
  }
}
