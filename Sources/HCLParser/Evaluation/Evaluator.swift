/// Computes the values of expressions in a context, and collects what is wrong with them.
///
/// Never throws and never traps. An expression that fails has been reported, and is unknown from there on; operations
/// on unknown values are unknown without a further report, so that one cause gives one diagnostic.
public struct Evaluator: Sendable {
  /// What expressions may refer to.
  public let context: EvaluationContext
  /// Everything found so far, in the order of evaluation.
  public internal(set) var diagnostics: [Diagnostic] = []

  /// Variables of the `for` expressions around, innermost last.
  var scopes: [(name: String, value: Value)] = []
  /// What is left of `EvaluationLimits.work`.
  var workLeft: Int
  /// True once a limit has been reported: nothing more is computed.
  var isExhausted = false
  private var depth = 0

  /// Far beyond the nesting that the parser lets through.
  private static let deepestExpression = 2_000

  /// An evaluator that has found nothing yet; its budget of work is for all expressions together.
  public init(context: EvaluationContext) {
    self.context = context
    workLeft = context.limits.work
  }

  /// Whether some expression has no value.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The value of an expression; unknown where it has none, which `diagnostics` then says, and for values that cannot
  /// be known offline.
  public mutating func value(of expression: ExpressionSyntax) -> Value {
    let value = evaluate(expression)
    return bounded(value, at: expression.range)
  }

  /// The value of an expression, or nil where evaluating it gave an error.
  public mutating func valueWithoutError(of expression: ExpressionSyntax) -> Value? {
    let before = diagnostics.count
    let value = self.value(of: expression)
    return diagnostics[before...].contains { $0.severity == .error } ? nil : value
  }

  /// The value, unless it is larger or more deeply nested than anything sensible.
  mutating func bounded(_ value: Value, at range: @autoclosure () -> SourceRange) -> Value {
    switch value {
    case .null, .unknown, .bool, .number: return value
    case .string(let text):
      return text.utf8.count <= context.limits.textBytes ? value : fail(.resultTooLarge(at: range()))
    default:
      let measure = measure(value)
      if measure.isTooDeep { return fail(.nestedTooDeeply(limit: context.limits.nesting, at: range())) }
      return measure.isTooLarge ? fail(.resultTooLarge(at: range())) : value
    }
  }

  /// The measure of a value that is about to be walked. That costs work, which the next `spend` notices.
  private mutating func measure(_ value: Value) -> ValueMeasure {
    let measure = ValueMeasure(
      of: value, sizeLimit: context.limits.resultSize, nestingLimit: context.limits.nesting)
    workLeft -= measure.size / 16
    return measure
  }

  /// False where walking a value would take longer than is left.
  mutating func spend(walking value: Value, at range: SourceRange) -> Bool {
    switch value {
    case .null, .unknown, .bool, .number, .string: return true
    default:
      if bounded(value, at: range).isUnknown { return false }
      return spend(0, at: range)
    }
  }

  /// What stands for the value of an expression that failed.
  static let failed = Value.unknown(.any)

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic.onOneLine) }

  /// Reports and gives the value of a failed expression.
  mutating func fail(_ diagnostic: Diagnostic) -> Value {
    report(diagnostic)
    return Evaluator.failed
  }

  /// Does something of which nothing is reported any more, since the same has been said of what came before. A limit
  /// that is reached is said all the same.
  mutating func silently<Result>(_ work: (inout Evaluator) -> Result) -> Result {
    let before = diagnostics.count
    let result = work(&self)
    if !isExhausted { diagnostics.removeSubrange(before...) }
    return result
  }

  /// Takes work off what is left. False where nothing is left; the first time that is reported.
  mutating func spend(_ amount: Int, at range: SourceRange) -> Bool {
    workLeft -= amount
    if workLeft >= 0 { return true }
    if !isExhausted {
      isExhausted = true
      report(.tooMuchWork(at: range))
    }
    return false
  }

  /// Whether no part of an argument is unknown.
  mutating func isWhollyKnown(_ value: Value) -> Bool {
    switch value {
    case .null, .bool, .number, .string: true
    case .unknown: false
    default: measure(value).isWhollyKnown
    }
  }

  mutating func evaluate(_ expression: ExpressionSyntax) -> Value {
    workLeft -= 1
    if workLeft < 0, !spend(0, at: expression.range) { return Evaluator.failed }
    guard depth < Evaluator.deepestExpression else { return fail(.nestedTooDeeply(limit: depth, at: expression.range)) }
    depth += 1
    defer { depth -= 1 }
    switch expression.kind {
    case .number(let number): return self.number(number)
    case .bool(let value): return .bool(value)
    case .null: return .null(.any)
    case .template(let template): return self.template(template)
    case .traversal(let traversal): return self.traversal(traversal)
    case .access(let access): return self.access(access)
    case .splat(let splat): return self.splat(splat)
    case .call(let call): return self.call(call)
    case .tuple(let tuple): return .tuple(tuple.elements.map { evaluate($0) })
    case .object(let object): return self.object(object)
    case .forExpression(let forExpression): return self.forExpression(forExpression)
    case .conditional(let conditional): return self.conditional(conditional)
    case .binary(let binary): return self.binary(binary)
    case .unary(let unary): return self.unary(unary)
    case .parentheses(let inner): return evaluate(inner)
    // The parser has reported these.
    case .missing, .invalid: return Evaluator.failed
    }
  }

  private mutating func number(_ number: NumberSyntax) -> Value {
    let bytes = number.reference.storage.source.bytes(in: number.range)
    guard let value = Number(decimal: bytes) else { return fail(.numberTooLarge(at: number.range)) }
    return .number(value)
  }

  private mutating func object(_ object: ObjectSyntax) -> Value {
    var entries: [ValueFields.Entry] = []
    var hasUnknownKey = false
    for item in object.items {
      let key = self.key(of: item)
      let value = evaluate(item.value)
      // Of entries with one key the last wins, as the language has it.
      if let key { entries.append(ValueFields.Entry(key, value)) } else { hasUnknownKey = true }
    }
    return hasUnknownKey ? Evaluator.failed : .object(ValueFields(entries))
  }

  /// Nil where the key is not known, or was reported.
  private mutating func key(of item: ObjectItemSyntax) -> String? {
    switch item.key {
    case .name(let name): return name.normalisedC
    case .expression(let expression):
      if case .traversal(let traversal) = expression.kind, !traversal.steps.isEmpty {
        report(.ambiguousKey(at: traversal.range))
        return nil
      }
      return key(evaluate(expression), at: expression.range)
    }
  }

  /// A value as the key of an object: nil where it is unknown, or where it is none, which is then reported.
  mutating func key(_ value: Value, at range: SourceRange) -> String? {
    switch value {
    case .string(let text): return text
    case .unknown(let type) where type.converts(to: .string): return nil
    case .null:
      report(.nullKey(at: range))
      return nil
    default:
      guard let text = value.text else {
        report(.wrongKey(value, at: range))
        return nil
      }
      return text
    }
  }
}
