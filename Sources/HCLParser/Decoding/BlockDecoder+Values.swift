extension BlockDecoder {
  /// The value of an attribute, or nil where there is none to go on with: it failed (and that was said) or was never there.
  public mutating func value(of attribute: AttributeSource) -> Value? {
    switch attribute.content {
    case .expression(let expression): return evaluate(expression, attribute.scope)
    case .json(let node):
      return value(of: node, attribute.scope)
    }
  }

  /// The value of an expression, or nil where evaluation failed.
  mutating func evaluate(_ expression: ExpressionSyntax, _ scope: Int) -> Value? {
    // One budget for all scopes: thousands of blocks may be made, each with a scope of its own.
    evaluators[scope].workLeft = workLeft
    evaluators[scope].isExhausted = isExhausted
    let value = evaluators[scope].value(of: expression)
    workLeft = evaluators[scope].workLeft
    isExhausted = evaluators[scope].isExhausted
    guard !evaluators[scope].diagnostics.isEmpty else { return value }
    let found = evaluators[scope].diagnostics
    evaluators[scope].diagnostics = []
    diagnostics += found
    return found.contains { $0.severity == .error } ? nil : value
  }

  /// The number of a new scope inside `scope`, where one more name is defined.
  mutating func scope(inside scope: Int, defining name: String, as value: Value) -> Int {
    evaluators.append(Evaluator(context: evaluators[scope].context.defining(name, as: value)))
    return evaluators.count - 1
  }

  /// The value of an attribute as `Output`, or nil where it has none: then nothing is left to say.
  mutating func convert<Output: ValueConvertible>(
    _ attribute: AttributeSource, _ row: FieldRow, to type: Output.Type
  ) -> Output? {
    guard let value = value(of: attribute) else { return nil }
    return convert(value, of: attribute, row, to: type)
  }

  /// A value of an attribute as `Output`, or nil where it is none: then nothing is left to say.
  mutating func convert<Output: ValueConvertible>(
    _ value: Value, of attribute: AttributeSource, _ row: FieldRow, to type: Output.Type
  ) -> Output? {
    switch Output.converted(from: value) {
    case .success(let output):
      if let (number, range) = row.field.numberOutOfRange(in: output) {
        report(.outOfRange(attribute.name, number, range, at: attribute.valueRange))
        return nil
      }
      return output
    case .unknown:
      unknownRanges.append(attribute.valueRange)
      return nil
    case .partial(let output):
      unknownRanges.append(attribute.valueRange)
      return output
    case .null:
      report(.nullValue(attribute, Output.phrase))
      return nil
    case .failure(let found, let help):
      report(.wrongType(attribute.name, Output.phrase, found: found, at: attribute.valueRange, help: help))
      return nil
    }
  }

  /// The whole part of a number, or of a text that is one; any other value as it is.
  mutating func withoutFraction(_ value: Value, of attribute: AttributeSource) -> Value {
    let number: Number? =
      switch value {
      case .number(let number): number
      case .string(let text): Number(decimal: text)
      default: nil
      }
    guard let number, !number.isWhole else { return value }
    report(.fractionCut(attribute, number))
    return .number(number.truncated)
  }

  /// The places of the items of a list that is written out.
  func itemRanges(of attribute: AttributeSource) -> [SourceRange] {
    switch attribute.content {
    case .expression(let expression):
      guard case .tuple(let tuple) = expression.kind else { return [] }
      return tuple.elements.map(\.range)
    case .json(let node): return node.elements.map(\.range)
    }
  }
}
