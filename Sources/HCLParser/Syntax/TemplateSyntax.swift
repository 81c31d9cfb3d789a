/// A quoted string or a heredoc.
public struct TemplateSyntax: Sendable, Equatable {
  let reference: NodeReference

  public var isHeredoc: Bool { reference.flags.contains(.isHeredoc) }
  /// True where there is only text: no interpolation, no directive.
  public var isPlainText: Bool { !reference.flags.contains(.hasSequences) }
  /// The text of a template that is plain text; of another one its literal parts.
  public var plainText: String { "" }
  /// The parts in order: escapes decoded, strip marks obeyed, the indentation of `<<-` removed, neighbouring texts joined
  /// and empty ones left out. So a template that is nothing but one interpolation has exactly that part.
  public var parts: [TemplatePart] { [] }
  /// With quotes, or from `<<` to the end marker.
  public var range: SourceRange { reference.range }
  /// What lies between the quotes, or between the lines of the markers.
  public var contentRange: SourceRange { reference.range }
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

  public var expression: ExpressionSyntax { reference.expression(0) }
  /// True for `${~`: the text before loses the white space at its end.
  public var stripsBefore: Bool { false }
  /// True for `~}`.
  public var stripsAfter: Bool { false }
  /// From `${` to `}`.
  public var range: SourceRange { reference.range }
}

/// `%{ if condition }…%{ else }…%{ endif }`.
public struct IfDirectiveSyntax: Sendable, Equatable {
  let reference: NodeReference

  public var condition: ExpressionSyntax { reference.expression(0) }
  public let thenParts: [TemplatePart]
  /// Nil without `else`.
  public let elseParts: [TemplatePart]?
  public var range: SourceRange { reference.range }
}

/// `%{ for key, value in collection }…%{ endfor }`.
public struct ForDirectiveSyntax: Sendable, Equatable {
  let reference: NodeReference

  public var keyName: String? { reference.forKeyName }
  public var keyNameRange: SourceRange? { reference.forKeyNameRange }
  public var valueName: String { reference.forValueName }
  public var valueNameRange: SourceRange { reference.forValueNameRange }
  public var collection: ExpressionSyntax { reference.expression(reference.forCollectionIndex) }
  public let parts: [TemplatePart]
  public var range: SourceRange { reference.range }
}

extension SyntaxStorage {
  func quotedText(from first: Int, to end: Int) -> String { "" }
}
