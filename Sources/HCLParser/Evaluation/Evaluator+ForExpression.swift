extension Evaluator {
  mutating func forExpression(_ syntax: ForSyntax) -> Value {
    let collection = evaluate(syntax.collection)
    guard let rounds = rounds(over: collection, at: syntax.collection.range) else { return Evaluator.failed }
    guard !rounds.isEmpty || conditionIsSound(syntax) else { return Evaluator.failed }
    // Bounded here, since what is around it may walk the result, once for each of its own rounds.
    return bounded(syntax.isObject ? object(syntax, rounds) : tuple(syntax, rounds), at: syntax.range)
  }

  /// The pairs that an iteration goes through; nil where they are unknown, or where there are none to be had, which is
  /// then reported.
  mutating func rounds(over collection: Value, at range: SourceRange) -> [(key: Value, value: Value)]? {
    switch collection {
    case .unknown(.bool), .unknown(.number), .unknown(.string):
      report(.notIterable(collection, at: range))
      return nil
    case .unknown: return nil
    case .null:
      report(.iterationOverNull(at: range))
      return nil
    case .bool, .number, .string:
      report(.notIterable(collection, at: range))
      return nil
    case .list(let elements, _), .tuple(let elements):
      return elements.enumerated().map { (.number(Number($0)), $1) }
    case .set(let elements, _): return elements.map { ($0, $0) }
    case .map(let fields, _), .object(let fields): return fields.map { (.string($0.key), $0.value) }
    }
  }

  /// Runs `body` with the names of the iteration defined.
  mutating func withIterator<Result>(
    key: String?, value: String, of round: (key: Value, value: Value), _ body: (inout Evaluator) -> Result
  ) -> Result {
    let outer = scopes.count
    if let key { scopes.append((key, round.key)) }
    scopes.append((value, round.value))
    defer { scopes.removeLast(scopes.count - outer) }
    return body(&self)
  }

  private mutating func tuple(_ syntax: ForSyntax, _ rounds: [(key: Value, value: Value)]) -> Value {
    var elements: [Value] = []
    elements.reserveCapacity(rounds.count)
    let (keyName, valueName) = (syntax.keyName, syntax.valueName)
    let before = diagnostics.count
    for round in rounds {
      let work = { (evaluator: inout Evaluator) in
        evaluator.withIterator(key: keyName, value: valueName, of: round) { (evaluator) -> Value?? in
          guard let isWanted = evaluator.isWanted(by: syntax.condition) else { return nil }
          return .some(isWanted ? evaluator.evaluate(syntax.value) : nil)
        }
      }
      // What is wrong in one round is wrong in the next. How many elements there are is known all the same, but for an
      // open condition.
      guard let element = diagnostics.count > before ? silently(work) : work(&self), !isExhausted else {
        return Evaluator.failed
      }
      if let element { elements.append(element) }
    }
    return .tuple(elements)
  }

  /// Whether the condition could decide a round, where there is none to show it.
  private mutating func conditionIsSound(_ syntax: ForSyntax) -> Bool {
    let before = diagnostics.count
    _ = withIterator(key: syntax.keyName, value: syntax.valueName, of: (.unknown(.any), .unknown(.any))) {
      $0.isWanted(by: syntax.condition)
    }
    return diagnostics.count == before
  }

  /// Nil where that is unknown, or was reported.
  private mutating func isWanted(by condition: ExpressionSyntax?) -> Bool? {
    guard let condition else { return true }
    return self.condition(evaluate(condition), at: condition.range)
  }

  private mutating func object(_ syntax: ForSyntax, _ rounds: [(key: Value, value: Value)]) -> Value {
    var entries: [ValueFields.Entry] = []
    // Positions in `entries` by key; only ever looked up, so that its order shows nowhere.
    var positions: [String: Int] = [:]
    var groups: [[Value]] = []
    let (keyName, valueName) = (syntax.keyName, syntax.valueName)
    let keySyntax = syntax.key ?? syntax.value
    let before = diagnostics.count
    for round in rounds {
      let work = { (evaluator: inout Evaluator) in
        evaluator.withIterator(key: keyName, value: valueName, of: round) { (evaluator) -> ValueFields.Entry?? in
          guard let isWanted = evaluator.isWanted(by: syntax.condition) else { return nil }
          guard isWanted else { return .some(nil) }
          let key = evaluator.key(evaluator.evaluate(keySyntax), at: keySyntax.range)
          let value = evaluator.evaluate(syntax.value)
          guard let key else { return nil }
          return .some(ValueFields.Entry(key, value))
        }
      }
      guard let entry = diagnostics.count > before ? silently(work) : work(&self), !isExhausted else {
        return Evaluator.failed
      }
      guard let entry else { continue }
      if let position = positions[entry.key] {
        if syntax.groups {
          groups[position].append(entry.value)
        } else if diagnostics.count == before {
          report(.duplicateKey(entry.key, at: keySyntax.range))
        }
      } else {
        positions[entry.key] = entries.count
        entries.append(entry)
        if syntax.groups { groups.append([entry.value]) }
      }
    }
    for (index, group) in groups.enumerated() { entries[index].value = .tuple(group) }
    return .object(ValueFields(entries))
  }
}

extension Diagnostic {
  fileprivate static func iterationOverNull(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-null-iteration", "null has no elements to go through", at: range)
  }

  fileprivate static func notIterable(_ value: Value, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "eval-not-iterable", "\(value.summary) has no elements to go through", at: range,
      help: runtimeHelp(for: value) ?? "a list, set, map or object is needed")
  }

  fileprivate static func duplicateKey(_ key: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "eval-duplicate-key", "two rounds give the key \"\(key)\"", at: range,
      help: "write \"...\" after the value to gather the values of one key in a list")
  }
}
