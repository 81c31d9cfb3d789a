import HCLParser

/// Evaluates the value of every attribute below a body, as a reader of any HCL does.
struct AttributeValues {
  private var evaluator: Evaluator
  private(set) var count = 0

  /// The variables with their defaults. What is not there stays a reference, as in a job.
  static func context(for tree: SyntaxTree) -> EvaluationContext {
    var variables: [ValueFields.Entry] = []
    for block in tree.root.blocks(ofType: "variable") {
      guard let label = block.labels.first, let value = block.body.attribute(named: "default")?.value else { continue }
      var evaluator = Evaluator(context: .constant)
      variables.append(ValueFields.Entry(label.text, evaluator.value(of: value)))
    }
    return EvaluationContext(
      variables: [
        "var": .object(ValueFields(variables)),
        "local": .object(ValueFields([ValueFields.Entry("level", .number(Number(3)))])),
      ],
      unresolved: .keepAsRuntimeReference,
      limits: EvaluationLimits(work: .max))
  }

  init(in context: EvaluationContext) { evaluator = Evaluator(context: context) }

  mutating func walk(_ body: BodySyntax) {
    for item in body.items {
      switch item {
      case .attribute(let attribute):
        // The type of a variable is no value.
        if attribute.name != "type" || attribute.value.range.count > 6 { _ = evaluator.value(of: attribute.value) }
        count += 1
      case .block(let block): walk(block.body)
      }
    }
  }
}
