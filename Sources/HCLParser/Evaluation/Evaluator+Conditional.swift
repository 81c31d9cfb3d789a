extension Evaluator {
  /// One `condition ? whenTrue : …` of a chain, as far as it can be evaluated alone.
  private struct Branching {
    var syntax: ConditionalSyntax
    var condition: Value
    var conditionFindings: [Diagnostic]
    var whenTrue: Value
    var trueFindings: [Diagnostic]
  }

  /// Both branches are evaluated, since their types decide the type of the result; only the chosen one may complain.
  ///
  /// `a ? b : c ? d : e` leans right, so that a long choice is a deep tree: walked in a loop, and decided from its end.
  mutating func conditional(_ conditional: ConditionalSyntax) -> Value {
    var chain = [branching(conditional)]
    var last = conditional.whenFalse
    while case .conditional(let next) = last.kind {
      guard spend(1, at: next.range) else { break }
      chain.append(branching(next))
      last = next.whenFalse
    }
    // In reverse, so that what a condition complains of is added to, not copied.
    var findings: [[Diagnostic]] = []
    var (result, ownFindings) = apart { $0.evaluate(last) }
    findings.append(ownFindings)
    for level in chain.reversed() {
      if isExhausted {
        findings += [level.trueFindings, level.conditionFindings]
        result = Evaluator.failed
        continue
      }
      (result, ownFindings) = apart { $0.decide(level, whenFalse: result, &findings) }
      findings.append(ownFindings)
      findings.append(level.conditionFindings)
    }
    for some in findings.reversed() { diagnostics += some }
    return result
  }

  private mutating func branching(_ conditional: ConditionalSyntax) -> Branching {
    let (condition, conditionFindings) = apart { $0.evaluate(conditional.condition) }
    let (whenTrue, trueFindings) = apart { $0.evaluate(conditional.whenTrue) }
    return Branching(
      syntax: conditional, condition: condition, conditionFindings: conditionFindings, whenTrue: whenTrue,
      trueFindings: trueFindings)
  }

  /// Chooses a branch. `findings` are those of the branch after the colon; those of the chosen one are left in it.
  private mutating func decide(
    _ level: Branching, whenFalse: Value, _ findings: inout [[Diagnostic]]
  ) -> Value {
    let syntax = level.syntax
    let falseFindings = findings
    findings = []
    guard spend(walking: level.whenTrue, at: syntax.whenTrue.range),
      spend(walking: whenFalse, at: syntax.whenFalse.range)
    else { return Evaluator.failed }
    guard let type = Evaluator.commonType(level.whenTrue, whenFalse) else {
      return fail(
        .inconsistentBranches(
          level.whenTrue, whenFalse, at: syntax.whenTrue.range.union(syntax.whenFalse.range)))
    }
    guard let isTrue = condition(level.condition, at: syntax.condition.range) else { return .unknown(type) }
    findings = isTrue ? [level.trueFindings] : falseFindings
    switch (isTrue ? level.whenTrue : whenFalse).converted(to: type) {
    case .success(let value): return value
    case .failure(let failure):
      return fail(.unconvertibleBranch(failure, at: (isTrue ? syntax.whenTrue : syntax.whenFalse).range))
    }
  }

  /// The type of a choice between two values, or nil where there is none. A bare null takes the type of the other; beside
  /// a value that could be of any type the type stays open.
  private static func commonType(_ a: Value, _ b: Value) -> ValueType? {
    switch (a, b) {
    case (.null(.any), _): return b.type
    case (_, .null(.any)): return a.type
    case (.unknown(.any), _), (_, .unknown(.any)): return .any
    default:
      guard let type = ValueType.unify([a.type, b.type]), a.type.converts(to: type), b.type.converts(to: type) else {
        return nil
      }
      return type
    }
  }

  /// Does something whose findings are not for the report yet.
  private mutating func apart<Result>(_ work: (inout Evaluator) -> Result) -> (Result, [Diagnostic]) {
    let before = diagnostics.count
    let result = work(&self)
    guard diagnostics.count > before else { return (result, []) }
    let own = Array(diagnostics[before...])
    diagnostics.removeSubrange(before...)
    return (result, own)
  }
}

extension Diagnostic {
  fileprivate static func inconsistentBranches(_ a: Value, _ b: Value, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "eval-inconsistent-branches", "the two results of the conditional have no common type", at: range,
      detail: "one is \(a.type.expressionText), the other \(b.type.expressionText)")
  }

  fileprivate static func unconvertibleBranch(_ failure: ConversionFailure, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "eval-inconsistent-branches", "the chosen result does not fit the type of both: \(failure.description)",
      at: range)
  }
}
