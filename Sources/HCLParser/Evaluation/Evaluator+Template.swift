extension Evaluator {
  mutating func template(_ template: TemplateSyntax) -> Value {
    if template.isPlainText { return .string(template.plainText.normalisedC) }
    if let text = quotedText(template) { return text }
    let parts = template.parts
    // A template that is nothing but one interpolation is the value itself, with its type.
    if parts.count == 1, case .interpolation(let interpolation) = parts[0] {
      if let reference = keptReference(in: interpolation) { return .string(reference) }
      return evaluate(interpolation.expression)
    }
    var text = ""
    guard append(parts, to: &text) else { return .unknown(.string) }
    return .string(text.normalisedC)
  }

  /// The value of a string of several parts in which every text stands for itself: its parts are taken from the tree as
  /// they come. Nil for other templates.
  private mutating func quotedText(_ template: TemplateSyntax) -> Value? {
    guard !template.isHeredoc, let node = template.reference.child(1) else { return nil }
    let storage = node.storage
    for child in template.reference.children {
      switch child.kind {
      case .literal:
        guard storage.tokens[child.firstToken].notes.isDisjoint(with: [.hasBackslash, .hasDoubledMark]) else {
          return nil
        }
      case .interpolation:
        let interpolation = InterpolationSyntax(reference: child)
        guard !interpolation.stripsBefore, !interpolation.stripsAfter else { return nil }
      default: return nil
      }
    }
    var text = ""
    var isKnown = true
    for child in template.reference.children {
      let part: TemplatePart =
        child.kind == .literal
        ? .literal(storage.text(ofToken: child.firstToken), range: child.range)
        : .interpolation(InterpolationSyntax(reference: child))
      guard let isPartKnown = append(part, to: &text) else { return .unknown(.string) }
      isKnown = isPartKnown && isKnown
    }
    return isKnown ? .string(text.normalisedC) : .unknown(.string)
  }

  /// False where a part is unknown, or was reported. All parts are looked at in either case.
  private mutating func append(_ parts: [TemplatePart], to text: inout String) -> Bool {
    var isKnown = true
    for part in parts {
      guard let isPartKnown = append(part, to: &text) else { return false }
      isKnown = isPartKnown && isKnown
    }
    return isKnown
  }

  /// Whether the part is known; nil where no more is to be looked at.
  private mutating func append(_ part: TemplatePart, to text: inout String) -> Bool? {
    var isKnown = true
    switch part {
    case .literal(let literal, let range):
      guard spend(1 + literal.utf8.count / 64, at: range) else { return nil }
      text += literal
    case .interpolation(let interpolation):
      if let reference = keptReference(in: interpolation) {
        text += reference
      } else {
        let value = evaluate(interpolation.expression)
        if let own = self.text(of: value, at: interpolation.expression.range) {
          guard spend(own.utf8.count / 64, at: interpolation.range) else { return nil }
          text += own
        } else {
          isKnown = false
        }
      }
    case .ifDirective(let directive): isKnown = append(directive, to: &text)
    case .forDirective(let directive): isKnown = append(directive, to: &text)
    }
    if text.utf8.count > context.limits.textBytes {
      if !isExhausted { report(.resultTooLarge(at: Evaluator.range(of: part))) }
      isExhausted = true
      return nil
    }
    return isKnown
  }

  private static func range(of part: TemplatePart) -> SourceRange {
    switch part {
    case .literal(_, let range): range
    case .interpolation(let interpolation): interpolation.range
    case .ifDirective(let directive): directive.range
    case .forDirective(let directive): directive.range
    }
  }

  /// A value as a part of a text; nil where it is unknown, or cannot be one, which is then reported.
  private mutating func text(of value: Value, at range: SourceRange) -> String? {
    switch value {
    case .string(let text): return text
    case .unknown(let type):
      if type.converts(to: .string) { return nil }
    case .null:
      report(.nullInTemplate(at: range))
      return nil
    default:
      if let text = value.text { return text }
    }
    report(.notText(value, at: range))
    return nil
  }

  private mutating func append(_ directive: IfDirectiveSyntax, to text: inout String) -> Bool {
    guard let isTrue = condition(evaluate(directive.condition), at: directive.condition.range) else { return false }
    // The other branch is evaluated by the reference too, but may not complain: it changes nothing.
    return append(isTrue ? directive.thenParts : directive.elseParts ?? [], to: &text)
  }

  private mutating func append(_ directive: ForDirectiveSyntax, to text: inout String) -> Bool {
    let collection = evaluate(directive.collection)
    guard let rounds = rounds(over: collection, at: directive.collection.range) else { return false }
    let (keyName, valueName) = (directive.keyName, directive.valueName)
    let before = diagnostics.count
    for round in rounds {
      // Swift allows no inout argument to be captured: the text goes in and out.
      var own = ""
      swap(&own, &text)
      let (isKnown, grown) = withIterator(key: keyName, value: valueName, of: round) { evaluator in
        var grown = own
        own = ""
        let isKnown = evaluator.append(directive.parts, to: &grown)
        return (isKnown, grown)
      }
      text = grown
      guard isKnown, diagnostics.count == before else { return false }
    }
    return true
  }
}

extension Diagnostic {
  fileprivate static func nullInTemplate(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-null-in-template", "null cannot be part of a text", at: range)
  }

  fileprivate static func notText(_ value: Value, at range: SourceRange) -> Diagnostic {
    if case .number = value {
      return Diagnostic(.error, "eval-not-text", "the number is too long to be written out", at: range)
    }
    let isSequence = value.elements != nil
    return Diagnostic(
      .error, "eval-not-text", "\(value.summary) cannot be part of a text", at: range,
      help: isSequence
        ? "join(\",\", list) or jsonencode(list) makes a text of it"
        : value.fields != nil ? "jsonencode(value) makes a text of it" : nil)
  }
}
