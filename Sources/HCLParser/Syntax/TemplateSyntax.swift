/// A quoted string or a heredoc.
public struct TemplateSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// True for `<<NAME` and `<<-NAME`, false for a string in quotes.
  public var isHeredoc: Bool { reference.flags.contains(.isHeredoc) }
  /// True where there is only text: no interpolation, no directive.
  public var isPlainText: Bool { !reference.flags.contains(.hasSequences) }
  /// The text of a template that is plain text; of another one its literal parts.
  public var plainText: String {
    if isPlainText, !isHeredoc {
      return reference.storage.quotedText(from: reference.firstToken + 1, to: reference.endToken)
    }
    return TemplateText(reference).joined
  }
  /// The parts in order: escapes decoded, strip marks obeyed, the indentation of `<<-` removed, neighbouring texts joined.
  /// A template that is nothing but one interpolation has exactly that part; a text of which strip marks leave nothing is
  /// a part all the same, as the reference has it.
  public var parts: [TemplatePart] {
    if isPlainText {
      let text = plainText
      return text.isEmpty ? [] : [.literal(text, range: contentRange)]
    }
    return TemplateParts(texts: TemplateText(reference)).parts(of: reference)
  }
  /// With quotes, or from `<<` to the end marker.
  public var range: SourceRange { reference.range }
  /// What lies between the quotes, or between the lines of the markers.
  public var contentRange: SourceRange {
    let storage = reference.storage
    let start = storage.range(ofToken: reference.firstToken).end
    let last = storage.tokens[max(0, reference.endToken - 1)]
    let isClosed =
      reference.endToken - 1 > reference.firstToken && (last.kind == .closeQuote || last.kind == .heredocEnd)
    return SourceRange(start, isClosed ? last.start : range.end, source: storage.source.id)
  }
}

/// A part of a template.
public enum TemplatePart: Sendable, Equatable {
  /// Text as it is meant.
  case literal(String, range: SourceRange)
  case interpolation(InterpolationSyntax)
  case ifDirective(IfDirectiveSyntax)
  case forDirective(ForDirectiveSyntax)
}

/// `${ expression }`.
public struct InterpolationSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// Of any type where it is the whole template; else it becomes text. `reference/hcl.md` 4.6.
  public var expression: ExpressionSyntax { reference.expression(0) }
  /// True for `${~`: the text before loses the white space at its end.
  public var stripsBefore: Bool { reference.storage.tokens[reference.firstToken].stripsBefore }
  /// True for `~}`.
  public var stripsAfter: Bool {
    reference.endToken > 0 && reference.storage.tokens[reference.endToken - 1].stripsAfter
  }
  /// From `${` to `}`.
  public var range: SourceRange { reference.range }
}

/// `%{ if condition }…%{ else }…%{ endif }`.
public struct IfDirectiveSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// What stands after `if`: a boolean, or what converts to one.
  public var condition: ExpressionSyntax { reference.expression(0) }
  /// The parts up to `%{ else }` or `%{ endif }`; they count where the condition is true.
  public let thenParts: [TemplatePart]
  /// Nil without `else`.
  public let elseParts: [TemplatePart]?
  /// From `%{ if` to the end of `%{ endif }`.
  public var range: SourceRange { reference.range }
}

/// `%{ for key, value in collection }…%{ endfor }`.
public struct ForDirectiveSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// The name for keys; nil where one name is given.
  public var keyName: String? { reference.forKeyName }
  /// Where the name for keys stands; nil where one name is given.
  public var keyNameRange: SourceRange? { reference.forKeyNameRange }
  /// The name for values; empty where none could be read.
  public var valueName: String { reference.forValueName }
  /// Where the name for values stands.
  public var valueNameRange: SourceRange { reference.forValueNameRange }
  /// What stands after `in`; `.missing` where that could not be read.
  public var collection: ExpressionSyntax { reference.expression(reference.forCollectionIndex) }
  /// The parts up to `%{ endfor }`; each element adds their text once.
  public let parts: [TemplatePart]
  /// From `%{ for` to the end of `%{ endfor }`.
  public var range: SourceRange { reference.range }
}

/// Makes the parts of a template out of its nodes and texts.
private struct TemplateParts {
  let texts: TemplateText

  func parts(of parent: NodeReference) -> [TemplatePart] {
    var parts: [TemplatePart] = []
    // Neighbouring texts are gathered here: the lines of a heredoc are one text.
    var pending: [UInt8] = []
    var pendingRange: SourceRange?
    func flush() {
      if let range = pendingRange {
        parts.append(.literal(String(decoding: pending, as: UTF8.self), range: range))
      }
      pending = []
      pendingRange = nil
    }
    for child in parent.children {
      switch child.kind {
      case .literal:
        pending += texts.text(ofToken: child.firstToken)
        pendingRange = pendingRange?.union(child.range) ?? child.range
      case .interpolation:
        flush()
        parts.append(.interpolation(InterpolationSyntax(reference: child)))
      case .ifDirective:
        flush()
        let bodies = child.children.filter { $0.kind == .templateBody }
        parts.append(
          .ifDirective(
            IfDirectiveSyntax(
              reference: child, thenParts: bodies.first.map(self.parts) ?? [],
              elseParts: child.flags.contains(.hasElse) ? bodies.last.map(self.parts) : nil)))
      case .forDirective:
        flush()
        let body = child.children.first { $0.kind == .templateBody }
        parts.append(.forDirective(ForDirectiveSyntax(reference: child, parts: body.map(self.parts) ?? [])))
      default: flush()
      }
    }
    flush()
    return parts
  }
}
