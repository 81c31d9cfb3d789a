extension Evaluator {
  mutating func traversal(_ traversal: TraversalSyntax) -> Value {
    let name = traversal.rootName
    guard let root = variable(named: name) else {
      if context.unresolved == .keepAsRuntimeReference { return .string(Evaluator.reference(to: traversal)) }
      return fail(
        context.variables.isEmpty && scopes.isEmpty
          ? .variablesNotAllowed(at: traversal.rootRange)
          : .unknownVariable(name, known: scopes.map(\.name) + context.variables.keys.sorted(), at: traversal.rootRange)
      )
    }
    return apply(traversal.steps, to: root, startingAt: traversal.range.start)
  }

  private func variable(named name: String) -> Value? {
    for index in scopes.indices.reversed() where scopes[index].name.isSame(as: name) {
      return scopes[index].value
    }
    return context.variables[name]
  }

  /// The text that stands for a reference which only the client can resolve: the source of the whole traversal.
  ///
  /// Upstream also copies what follows up to the next brace, and so doubles braces; ours never does.
  static func reference(to traversal: TraversalSyntax) -> String {
    "${\(traversal.reference.storage.source.text(in: traversal.range))}".normalisedC
  }

  /// The same within `${ … }`, where blanks around it are kept as written. Nil where the name is defined, and where more
  /// than the traversal and blanks stand between the braces.
  func keptReference(in interpolation: InterpolationSyntax) -> String? {
    guard context.unresolved == .keepAsRuntimeReference,
      case .traversal(let traversal) = interpolation.expression.kind, variable(named: traversal.rootName) == nil
    else { return nil }
    let source = traversal.reference.storage.source
    let (outer, inner) = (interpolation.range, traversal.range)
    let before = source.bytes(in: SourceRange(outer.start, inner.start, source: source.id))
    let after = source.bytes(in: SourceRange(inner.end, outer.end, source: source.id))
    guard before.starts(with: "${".utf8), before.dropFirst(2).allSatisfy(Evaluator.isBlank),
      after.last == UInt8(ascii: "}"), after.dropLast().allSatisfy(Evaluator.isBlank)
    else { return Evaluator.reference(to: traversal) }
    return source.text(in: outer).normalisedC
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  mutating func access(_ access: AccessSyntax) -> Value {
    // A chain of steps is a deep tree on its left side: walked in a loop.
    var steps: [StepSyntax] = [access.step]
    var base = access.base
    while case .access(let inner) = base.kind {
      guard spend(1, at: inner.range) else { return Evaluator.failed }
      steps.append(inner.step)
      base = inner.base
    }
    return apply(steps.reversed(), to: evaluate(base), startingAt: access.range.start)
  }

  mutating func splat(_ splat: SplatSyntax) -> Value {
    let base = evaluate(splat.base)
    return self.splat(base, steps: splat.steps, at: splat.base.range)
  }

  private mutating func splat(_ base: Value, steps: [StepSyntax], at range: SourceRange) -> Value {
    let elements: [Value]
    var isList = false
    switch base {
    case .unknown(.list(let type)), .unknown(.set(let type)):
      return .unknown(.list(apply(steps, to: .unknown(type), startingAt: nil).type))
    case .unknown(.tuple(let types)): elements = types.map { .unknown($0) }
    case .unknown:
      // It may turn out to be null, and then there is no element.
      _ = apply(steps, to: base, startingAt: nil)
      return Evaluator.failed
    case .null(.list), .null(.set), .null(.tuple): return fail(.nullSplat(at: range))
    // Nothing, seen as a list, has no elements.
    case .null: return .tuple([])
    case .list(let own, let type), .set(let own, let type):
      // What cannot be reached in any element is wrong even where there is none.
      if own.isEmpty { return .list([], of: apply(steps, to: .unknown(type), startingAt: nil).type) }
      elements = own
      isList = true
    case .tuple(let own): elements = own
    default: elements = [base]
    }
    var results: [Value] = []
    results.reserveCapacity(elements.count)
    let before = diagnostics.count
    for element in elements {
      guard spend(1 + steps.count, at: range) else { return Evaluator.failed }
      // What is wrong with one element is wrong with the next.
      results.append(
        diagnostics.count > before
          ? silently { $0.apply(steps, to: element, startingAt: nil) }
          : apply(steps, to: element, startingAt: nil))
    }
    guard isList, let type = ValueType.unify(results.map(\.type)) else { return .tuple(results) }
    return .list(results, of: type)
  }

  /// `start` is where the expression begins that `root` is the value of; nil where a value has no expression of its own.
  private mutating func apply(_ steps: [StepSyntax], to root: Value, startingAt start: Int?) -> Value {
    var value = root
    for step in steps {
      switch step.kind {
      case .attribute(let name): value = attribute(name, of: value, at: Place(step, start))
      case .index(let number): value = element(.number(number), of: value, at: Place(step, start))
      case .key(let key): value = element(.string(key.normalisedC), of: value, at: Place(step, start))
      case .expression(let expression):
        let before = diagnostics.count
        value = element(evaluate(expression), of: value, at: Place(step, start))
        if diagnostics.count > before { value = Evaluator.failed }
      case .splat(_, let steps): value = splat(value, steps: steps, at: step.range)
      }
      if case .unknown(.any) = value { return value }
    }
    return value
  }

  /// Where a step stands, and how the value before it is called.
  private struct Place {
    private var step: StepSyntax
    private var start: Int?

    init(_ step: StepSyntax, _ start: Int?) {
      self.step = step
      self.start = start
    }

    var range: SourceRange { step.range }

    /// What stands for a part that is not there: the reference knows its type within a splat, and nothing elsewhere.
    func missing(_ type: ValueType) -> Value { start == nil ? .unknown(type) : Evaluator.failed }

    /// The name of a step `.name`, without the dot.
    var nameRange: SourceRange {
      guard case .attribute(let name) = step.kind else { return step.range }
      return SourceRange(step.range.end - name.utf8.count, step.range.end, source: step.range.source)
    }

    /// The source of what the step is applied to, if it is short enough to be quoted.
    var base: String? {
      guard let start, start < step.range.start, step.range.start - start <= 60 else { return nil }
      let text = step.reference.storage.source.text(in: SourceRange(start, step.range.start))
      return text.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\"") } ? nil : text
    }
  }

  /// `.name`
  private mutating func attribute(_ written: String, of value: Value, at place: Place) -> Value {
    let name = written.normalisedC
    switch value {
    case .unknown(.any): return value
    case .unknown(.map(let type)): return .unknown(type)
    case .unknown(.object(let attributes)):
      guard let attribute = attributes.first(where: { $0.name == name }) else {
        return fail(missingAttribute(name, known: attributes.map(\.name), at: place))
      }
      return .unknown(attribute.type)
    case .unknown:
      return fail(.noAttributes(name, of: value, base: place.base, areOfElements: false, at: place.nameRange))
    case .null: return fail(.attributeOfNull(name, base: place.base, at: place.nameRange))
    case .object(let fields):
      if let field = fields[name] { return field }
      return fail(missingAttribute(name, known: fields.keys, at: place))
    case .map(let fields, let type):
      if let field = fields[name] { return field }
      report(.missingElement(name, base: place.base, known: fields.keys, at: place.nameRange))
      return place.missing(type)
    case .list(let elements, _), .set(let elements, _), .tuple(let elements):
      let isOfElements = elements.first?.fields?[name] != nil
      return fail(.noAttributes(name, of: value, base: place.base, areOfElements: isOfElements, at: place.nameRange))
    case .bool, .number, .string:
      return fail(.noAttributes(name, of: value, base: place.base, areOfElements: false, at: place.nameRange))
    }
  }

  private func missingAttribute(_ name: String, known: [String], at place: Place) -> Diagnostic {
    if let base = place.base, let noun = context.memberNouns[base] {
      return .unknownVariable(name, noun: noun, known: known, isMember: true, at: place.nameRange)
    }
    return .unknownAttribute(name, base: place.base, known: known, at: place.nameRange)
  }

  /// `[key]`
  private mutating func element(_ key: Value, of value: Value, at place: Place) -> Value {
    switch value {
    case .unknown(.any): return value
    case .unknown(.list(let type)):
      return key.isUnknown || index(from: key, at: place.range) != nil ? .unknown(type) : Evaluator.failed
    case .unknown(.map(let type)):
      return key.isUnknown || name(from: key, at: place.range) != nil ? .unknown(type) : Evaluator.failed
    case .unknown(.tuple(let types)):
      return item(key, of: types.map { .unknown($0) }, at: place.range) ?? Evaluator.failed
    case .unknown(.object(let attributes)):
      guard let name = self.name(from: key, at: place.range) else { return Evaluator.failed }
      if let attribute = attributes.first(where: { $0.name.utf8.elementsEqual(name.utf8) }) {
        return .unknown(attribute.type)
      }
      return fail(missingAttribute(name, known: attributes.map(\.name), at: place))
    case .unknown: return fail(.notIndexable(value, base: place.base, at: place.range))
    case .null: return fail(.indexOfNull(base: place.base, at: place.range))
    case .list(let elements, let type):
      return item(key, of: elements, at: place.range) ?? (key.isUnknown ? .unknown(type) : place.missing(type))
    case .tuple(let elements): return item(key, of: elements, at: place.range) ?? Evaluator.failed
    case .map(let fields, let type):
      guard let name = self.name(from: key, at: place.range) else {
        return key.isUnknown ? .unknown(type) : place.missing(type)
      }
      if let field = fields[name] { return field }
      report(.missingElement(name, base: place.base, known: fields.keys, at: place.range))
      return place.missing(type)
    case .object(let fields):
      guard let name = self.name(from: key, at: place.range) else { return Evaluator.failed }
      if let field = fields[name] { return field }
      return fail(missingAttribute(name, known: fields.keys, at: place))
    case .set, .bool, .number, .string: return fail(.notIndexable(value, base: place.base, at: place.range))
    }
  }

  /// Nil where the key is unknown, or fits nothing, which is then reported.
  private mutating func item(_ key: Value, of elements: [Value], at range: SourceRange) -> Value? {
    guard let index = index(from: key, at: range) else { return nil }
    guard index < elements.count else {
      report(.indexOutOfRange(index, count: elements.count, at: range))
      return nil
    }
    return elements[index]
  }

  /// Nil as above.
  private mutating func index(from key: Value, at range: SourceRange) -> Int? {
    let number: Number
    switch key {
    case .unknown(let type) where type.converts(to: .number): return nil
    case .number(let own): number = own
    default:
      guard case .success(.number(let converted)) = key.converted(to: .number) else {
        report(.wrongIndex("an index is a whole number, not \(key.summary)", at: range))
        return nil
      }
      number = converted
    }
    guard let index = number.exactInt, index >= 0 else {
      report(
        .wrongIndex(
          number.isWhole && !number.isNegative
            ? "there is no element \(number)" : "an index is a whole number from 0, not \(number)", at: range))
      return nil
    }
    return index
  }

  /// Nil as above.
  private mutating func name(from key: Value, at range: SourceRange) -> String? {
    if case .unknown(let type) = key, type.converts(to: .string) { return nil }
    if case .success(.string(let name)) = key.converted(to: .string) { return name }
    report(.wrongIndex("a key is a string, not \(key.summary)", at: range))
    return nil
  }
}

extension Diagnostic {
  private static func suggestion(_ name: String, among known: [String]) -> String? {
    if let nearest = NameSuggestion.nearest(to: name, among: known) { return "did you mean \"\(nearest)\"?" }
    guard !known.isEmpty, known.count <= 8 else { return nil }
    return "there \(known.count == 1 ? "is" : "are") \(known.map { "\"\($0)\"" }.joined(separator: ", "))"
  }

  /// What explains failures with a text that only the client turns into a value.
  static func runtimeHelp(for value: Value) -> String? {
    guard case .string(let text) = value, text.utf8.starts(with: "${".utf8) else { return nil }
    return "the client fills \(value.summary) in at run time; until then it is only text"
  }

  fileprivate static func variablesNotAllowed(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "eval-variables-not-allowed", "variables cannot be used here", at: range,
      help: "write the value itself; a word that is meant as text needs quotes")
  }

  fileprivate static func unknownVariable(
    _ name: String, noun: String = "variable", known: [String], isMember: Bool = false, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "eval-unknown-variable", "there is no \(noun) \"\(name)\"", at: range,
      help: isMember && NameSuggestion.nearest(to: name, among: known) == nil
        ? declaration(of: name, noun) : suggestion(name, among: known))
  }

  /// How a name of `var` or `local` comes to be.
  private static func declaration(of name: String, _ noun: String) -> String? {
    guard name.utf8.count <= 100, IdentifierText.isIdentifier(name) else { return nil }
    return noun == "local" ? "define it: locals { \(name) = … }" : "declare it: \(noun) \"\(name)\" { … }"
  }

  fileprivate static func unknownAttribute(
    _ name: String, base: String?, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "eval-unknown-attribute", "\(base.map { "\"\($0)\"" } ?? "the object") has no attribute \"\(name)\"",
      at: range, help: suggestion(name, among: known))
  }

  fileprivate static func missingElement(
    _ name: String, base: String?, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "eval-missing-map-element", "\(base.map { "\"\($0)\"" } ?? "the map") has no element \"\(name)\"",
      at: range, help: suggestion(name, among: known))
  }

  /// `"var.zones" is a list`, or the value alone where it has no name.
  private static func called(_ value: Value, _ base: String?, _ verdict: String) -> String {
    base.map { "\"\($0)\" is \(value.summary), which \(verdict)" } ?? "\(value.summary) \(verdict)"
  }

  fileprivate static func noAttributes(
    _ name: String, of value: Value, base: String?, areOfElements: Bool, at range: SourceRange
  ) -> Diagnostic {
    let splat = "its elements have one: [*].\(name) gives that of each, [0].\(name) that of the first"
    return Diagnostic(
      .error, "eval-unknown-attribute", called(value, base, "has no attribute \"\(name)\""), at: range,
      help: areOfElements ? splat : runtimeHelp(for: value))
  }

  fileprivate static func attributeOfNull(_ name: String, base: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "eval-null-access", called(.null(.any), base, "has no attribute \"\(name)\""), at: range)
  }

  fileprivate static func indexOfNull(base: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-null-access", called(.null(.any), base, "has no elements"), at: range)
  }

  fileprivate static func notIndexable(_ value: Value, base: String?, at range: SourceRange) -> Diagnostic {
    var isSet = false
    if case .set = value.type { isSet = true }
    return Diagnostic(
      .error, "eval-wrong-index", called(value, base, "has no elements to pick by index"), at: range,
      help: isSet ? "a for expression makes a list of it: [for v in set : v]" : runtimeHelp(for: value))
  }

  fileprivate static func wrongIndex(_ summary: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-wrong-index", summary, at: range)
  }

  fileprivate static func indexOutOfRange(_ index: Int, count: Int, at range: SourceRange) -> Diagnostic {
    let detail =
      count == 0
      ? "the list is empty"
      : count == 1 ? "the list has one element, number 0" : "the list has elements 0 to \(count - 1)"
    return Diagnostic(.error, "eval-wrong-index", "there is no element \(index)", at: range, detail: detail)
  }

  fileprivate static func nullSplat(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-null-splat", "null cannot be taken apart by a splat", at: range)
  }
}
