import HCLParser

/// Finds words without quotes that were hardly meant as references: `driver = docker` gives the driver `${docker}`.
///
/// The language lets them pass, since it cannot know what a client fills in; no reference of a client is one lone word,
/// but for those that begin with `NOMAD_`.
enum BareWords {
  static func warnings(in tree: SyntaxTree, _ context: EvaluationContext) -> [Diagnostic] {
    tree.root.blocks(ofType: "job").flatMap { job in
      // What an iterator is called is a bare word by right; a `dynamic` block's content may use it.
      job.body.loneNames(outsideOf: "dynamic").compactMap { warning(for: $0, context) }
    }
  }

  /// How other languages call null.
  private static let nothing: Set<String> = ["nil", "None", "NULL", "Null", "undefined"]

  private static func warning(for expression: ExpressionSyntax, _ context: EvaluationContext) -> Diagnostic? {
    guard case .traversal(let traversal) = expression.kind, traversal.steps.isEmpty else { return nil }
    let word = traversal.rootName
    guard context.variables[word] == nil, !word.hasPrefix("NOMAD_") else { return nil }
    return Diagnostic(
      .warning, .referenceBareWord, "\"\(word)\" without quotes is the reference ${\(word)}, not text",
      at: expression.range,
      help: nothing.contains(word)
        ? "write null for no value, or leave the attribute out" : "write \"\(word)\" in quotes for the text",
      fixes: [Fix("put \"\(word)\" in quotes", edits: [TextEdit(expression.range, "\"\(word)\"")], isSafe: false)])
  }
}

extension RuleID {
  static let referenceBareWord: RuleID = "reference-bare-word"
}
