extension Evaluator {
  mutating func unary(_ unary: UnarySyntax) -> Value {
    let operand = evaluate(unary.operand)
    switch unary.operator {
    case .not:
      guard let value = bool(operand, of: unary.operator.rawValue, at: unary.operand.range) else {
        return .unknown(.bool)
      }
      return .bool(!value)
    case .negate:
      guard let number = number(operand, of: unary.operator.rawValue, at: unary.operand.range) else {
        return .unknown(.number)
      }
      return .number(-number)
    }
  }

  /// Operators of one level lean left, so that a long sum is a deep tree on its left side: walked in a loop.
  mutating func binary(_ binary: BinarySyntax) -> Value {
    var chain: [BinarySyntax] = [binary]
    var first = binary.left
    while case .binary(let inner) = first.kind {
      guard spend(1, at: inner.range) else { return Evaluator.failed }
      chain.append(inner)
      first = inner.left
    }
    var result = evaluate(first)
    var leftRange = first.range
    for operation in chain.reversed() {
      // Both sides are always evaluated: there is no short cut that would hide an error.
      let right = evaluate(operation.right)
      result = apply(operation, result, right, leftRange: leftRange)
      leftRange = operation.range
    }
    return result
  }

  private mutating func apply(
    _ operation: BinarySyntax, _ left: Value, _ right: Value, leftRange: SourceRange
  ) -> Value {
    let sign = operation.operator.rawValue
    switch operation.operator {
    case .equal, .notEqual:
      guard spend(walking: left, at: leftRange), spend(walking: right, at: operation.right.range) else {
        return .unknown(.bool)
      }
      guard let isEqual = left.isEqual(to: right) else { return .unknown(.bool) }
      return .bool(isEqual == (operation.operator == .equal))
    case .and, .or:
      let a = bool(left, of: sign, at: leftRange)
      let b = bool(right, of: sign, at: operation.right.range)
      guard let a, let b else { return .unknown(.bool) }
      return .bool(operation.operator == .and ? a && b : a || b)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let a = number(left, of: sign, at: leftRange)
      let b = number(right, of: sign, at: operation.right.range)
      guard let a, let b else { return .unknown(.bool) }
      switch operation.operator {
      case .less: return .bool(a < b)
      case .lessOrEqual: return .bool(a <= b)
      case .greater: return .bool(a > b)
      default: return .bool(a >= b)
      }
    case .add, .subtract, .multiply, .divide, .remainder:
      let a = number(left, of: sign, at: leftRange)
      let b = number(right, of: sign, at: operation.right.range)
      guard let a, let b else { return .unknown(.number) }
      guard let result = Evaluator.arithmetic(operation.operator, a, b) else {
        report(.noResult(a, sign, b, at: operation.range))
        return .unknown(.number)
      }
      return .number(result)
    }
  }

  private static func arithmetic(_ operation: BinaryOperator, _ a: Number, _ b: Number) -> Number? {
    switch operation {
    case .add: a.adding(b)
    case .subtract: a.subtracting(b)
    case .multiply: a.multiplied(by: b)
    case .divide: a.divided(by: b)
    default: a.remainder(dividingBy: b)
    }
  }

  /// An operand as a number; nil where it is unknown, or where it is none, which is then reported.
  private mutating func number(_ value: Value, of sign: String, at range: SourceRange) -> Number? {
    switch value {
    case .number(let number): return number
    case .string(let text):
      if let number = Number(decimal: text) { return number }
    case .null:
      report(.nullOperand(sign, at: range))
      return nil
    case .unknown(let type) where type.converts(to: .number): return nil
    default: break
    }
    report(.wrongOperand(sign, needs: "numbers", found: value, at: range))
    return nil
  }

  /// An operand as a bool; nil as above.
  private mutating func bool(_ value: Value, of sign: String, at range: SourceRange) -> Bool? {
    switch value {
    case .bool(let bool): return bool
    case .null:
      report(.nullOperand(sign, at: range))
      return nil
    case .unknown(let type) where type.converts(to: .bool): return nil
    default:
      if case .success(.bool(let bool)) = value.converted(to: .bool) { return bool }
      report(.wrongOperand(sign, needs: "true or false", found: value, at: range))
      return nil
    }
  }

  /// A condition as a bool; nil where it is unknown, or where it is none, which is then reported.
  mutating func condition(_ value: Value, at range: SourceRange) -> Bool? {
    switch value {
    case .bool(let bool): return bool
    case .null:
      report(.nullCondition(at: range))
      return nil
    case .unknown(let type) where type.converts(to: .bool): return nil
    default:
      if case .success(.bool(let bool)) = value.converted(to: .bool) { return bool }
      report(.wrongCondition(value, at: range))
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func wrongOperand(_ sign: String, needs: String, found: Value, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, "eval-wrong-operand", "\"\(sign)\" takes \(needs), not \(found.summary)", at: range,
      help: runtimeHelp(for: found) ?? (sign == "+" ? joiningHelp(for: found) : nil))
  }

  private static func joiningHelp(for value: Value) -> String? {
    switch value {
    case .string: "texts are joined in a template: \"${a}${b}\""
    case .list, .tuple, .set: "lists are joined by concat(a, b)"
    case .map, .object: "maps are joined by merge(a, b)"
    default: nil
    }
  }

  fileprivate static func nullOperand(_ sign: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-null-operand", "an operand of \"\(sign)\" is null", at: range)
  }

  fileprivate static func noResult(_ a: Number, _ sign: String, _ b: Number, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-undefined-result", "\(a) \(sign) \(b) has no result", at: range)
  }

  fileprivate static func nullCondition(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-null-condition", "the condition is null; it must be true or false", at: range)
  }

  fileprivate static func wrongCondition(_ value: Value, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-wrong-condition", "the condition is \(value.summary); it must be true or false", at: range)
  }
}
