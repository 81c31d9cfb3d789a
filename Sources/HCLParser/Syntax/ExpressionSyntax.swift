/// An expression.
public struct ExpressionSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// The whole expression, parentheses of its own included; empty where it is `.missing`.
  public var range: SourceRange { reference.range }

  /// What the expression is: a view of its parts.
  public var kind: ExpressionKind {
    switch reference.kind {
    case .number: .number(NumberSyntax(reference: reference))
    case .literalTrue: .bool(true)
    case .literalFalse: .bool(false)
    case .literalNull: .null
    case .template: .template(TemplateSyntax(reference: reference))
    case .traversal: .traversal(TraversalSyntax(reference: reference))
    case .access: .access(AccessSyntax(reference: reference))
    case .splat: .splat(SplatSyntax(reference: reference))
    case .call: .call(CallSyntax(reference: reference))
    case .tuple: .tuple(TupleSyntax(reference: reference))
    case .object: .object(ObjectSyntax(reference: reference))
    case .forExpression: .forExpression(ForSyntax(reference: reference))
    case .conditional: .conditional(ConditionalSyntax(reference: reference))
    case .binary: .binary(BinarySyntax(reference: reference))
    case .unary: .unary(UnarySyntax(reference: reference))
    case .parentheses: .parentheses(reference.expression(0))
    case .missing: .missing
    default: .invalid
    }
  }
}

/// All that an expression can be.
public enum ExpressionKind: Sendable, Equatable {
  case number(NumberSyntax)
  case bool(Bool)
  case null
  /// A quoted string or heredoc.
  case template(TemplateSyntax)
  /// A name and static steps: `var.region`, `local.ports[0].label`.
  case traversal(TraversalSyntax)
  /// One step from another expression: `f(x).name`, `list[count - 1]`.
  case access(AccessSyntax)
  case splat(SplatSyntax)
  case call(CallSyntax)
  case tuple(TupleSyntax)
  case object(ObjectSyntax)
  case forExpression(ForSyntax)
  case conditional(ConditionalSyntax)
  case binary(BinarySyntax)
  case unary(UnarySyntax)
  case parentheses(ExpressionSyntax)
  /// None where one is needed; reported.
  case missing
  /// Not readable; reported.
  case invalid
}

/// A number as written.
public struct NumberSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// As written, without a sign, which is an operator: `1e3`, `0.50`.
  public var text: String { reference.storage.text(ofToken: reference.firstToken) }
  /// The value to the 512 bits that literals have. `reference/hcl.md` 5.10.
  public var value: Number { Number(decimal: text) ?? Number(0) }
  /// The digits, with point and exponent.
  public var range: SourceRange { reference.range }
}

/// `name(argument, …)`.
public struct CallSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// With its namespaces: `a::b`.
  public var name: String {
    let storage = reference.storage
    return (reference.firstToken..<nameEnd).reduce(into: "") { name, number in
      if !storage.tokens[number].kind.isTrivia { name += storage.text(ofToken: number) }
    }
  }
  /// The name with its namespaces, without the parenthesis.
  public var nameRange: SourceRange { reference.storage.range(ofTokens: reference.firstToken, nameEnd) }
  /// In order, as written: what `...` follows is one argument here, whose elements the function gets.
  public var arguments: [ExpressionSyntax] { reference.children.map(ExpressionSyntax.init) }
  /// True where `...` follows the last argument.
  public var expandsLast: Bool { reference.flags.contains(.expandsLast) }
  /// From the name to the closing parenthesis.
  public var range: SourceRange { reference.range }

  private var nameEnd: Int {
    let tokens = reference.storage.tokens
    var end = reference.firstToken + 1
    var number = end
    while number < reference.endToken, tokens[number].kind != .openParenthesis {
      if !tokens[number].kind.isTrivia { end = number + 1 }
      number += 1
    }
    return end
  }
}

/// `[element, …]`.
public struct TupleSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// In order; each is an expression of its own.
  public var elements: [ExpressionSyntax] { reference.children.map(ExpressionSyntax.init) }
  /// With its brackets.
  public var range: SourceRange { reference.range }
}

/// `{ key = value, … }`.
public struct ObjectSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// In the order of the source. A key that stands twice is there twice; the last one counts. `reference/hcl.md` 5.6.
  public var items: [ObjectItemSyntax] { reference.children.map(ObjectItemSyntax.init) }
  /// With its braces.
  public var range: SourceRange { reference.range }
}

/// One `key = value` of an object.
public struct ObjectItemSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// How a key is written decides whether it is evaluated. `reference/hcl.md` 5.6.
  public enum Key: Sendable, Equatable {
    /// A bare word stands for itself, also `true` and `null`.
    case name(String)
    /// Anything else is evaluated. A traversal with steps (not in parentheses) is ambiguous to the language and refused
    /// by evaluation.
    case expression(ExpressionSyntax)
  }

  /// What stands before the `=` or `:`.
  public var key: Key {
    reference.flags.contains(.hasBareKey)
      ? .name(reference.storage.text(ofToken: reference.firstToken)) : .expression(reference.expression(0))
  }
  /// The key with its quotes or parentheses.
  public var keyRange: SourceRange { reference.expression(0).range }
  /// What stands after the `=` or `:`; `.missing` where nothing does.
  public var value: ExpressionSyntax { reference.expression(1) }
  /// From the key to the end of the value.
  public var range: SourceRange { reference.range }
}

/// `[for k, v in collection : value if condition]` or `{for k, v in collection : key => value... if condition}`.
public struct ForSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// True between braces: the result is an object.
  public var isObject: Bool { reference.flags.contains(.isObject) }
  /// The name for keys, where two names are given.
  public var keyName: String? { reference.forKeyName }
  /// Where the name for keys stands; nil where one name is given.
  public var keyNameRange: SourceRange? { reference.forKeyNameRange }
  /// The name for values: the only one, or the second of two.
  public var valueName: String { reference.forValueName }
  /// Where the name for values stands.
  public var valueNameRange: SourceRange { reference.forValueNameRange }
  /// What stands after `in`: a list, set, tuple, map or object.
  public var collection: ExpressionSyntax { reference.expression(reference.forCollectionIndex) }
  /// The key of an object's entry.
  public var key: ExpressionSyntax? { isObject ? reference.expression(reference.forCollectionIndex + 1) : nil }
  /// What each round gives: an element, or the value of an object's entry.
  public var value: ExpressionSyntax { reference.expression(reference.forCollectionIndex + (isObject ? 2 : 1)) }
  /// True where `...` follows the value: values of one key are gathered.
  public var groups: Bool { reference.flags.contains(.groups) }
  /// What stands after `if`: rounds for which it is false give nothing. Nil where there is none.
  public var condition: ExpressionSyntax? {
    reference.flags.contains(.hasCondition)
      ? reference.expression(reference.forCollectionIndex + (isObject ? 3 : 2)) : nil
  }
  /// With its brackets or braces.
  public var range: SourceRange { reference.range }
}

/// `condition ? whenTrue : whenFalse`.
public struct ConditionalSyntax: Sendable, Equatable {
  let reference: NodeReference

  /// What stands before the `?`: a boolean, or what converts to one.
  public var condition: ExpressionSyntax { reference.expression(0) }
  /// What stands between `?` and `:`. Both branches are evaluated; only errors of the chosen one count.
  public var whenTrue: ExpressionSyntax { reference.expression(1) }
  /// What stands after the `:`.
  public var whenFalse: ExpressionSyntax { reference.expression(2) }
  /// From the condition to the end of the last branch.
  public var range: SourceRange { reference.range }
}

/// `left operator right`.
public struct BinarySyntax: Sendable, Equatable {
  let reference: NodeReference

  /// The operand before the operator: in `a - b - c` that of the second `-` is `a - b`.
  public var left: ExpressionSyntax { reference.expression(0) }
  /// The operand after the operator; evaluated whatever the left one gives. `reference/hcl.md` 5.1.
  public var right: ExpressionSyntax { reference.expression(1) }
  /// What is done with the two.
  public var `operator`: BinaryOperator { BinaryOperator(reference.storage.tokens[operatorToken].kind) ?? .add }
  /// The operator alone.
  public var operatorRange: SourceRange { reference.storage.range(ofToken: operatorToken) }
  /// From the start of the left operand to the end of the right one.
  public var range: SourceRange { reference.range }

  private var operatorToken: Int {
    reference.storage.firstSignificantToken(from: reference.expression(0).reference.endToken)
  }
}

/// `-operand` or `!operand`.
public struct UnarySyntax: Sendable, Equatable {
  let reference: NodeReference

  /// What is done with the operand.
  public var `operator`: UnaryOperator { reference.storage.tokens[reference.firstToken].kind == .bang ? .not : .negate }
  /// The operator alone.
  public var operatorRange: SourceRange { reference.storage.range(ofToken: reference.firstToken) }
  /// The term after the operator with all its steps: `a.b[0]` of `-a.b[0]`. May be `.unary` again.
  public var operand: ExpressionSyntax { reference.expression(0) }
  /// From the operator to the end of the operand.
  public var range: SourceRange { reference.range }
}

extension NodeReference {
  /// The child at `index` as an expression; the node itself where there is none, which no tree of the parser has.
  func expression(_ index: Int) -> ExpressionSyntax { ExpressionSyntax(reference: child(index) ?? self) }

  var forCollectionIndex: Int { flags.contains(.hasKeyName) ? 2 : 1 }
  var forKeyName: String? { flags.contains(.hasKeyName) ? child(0)?.name : nil }
  var forKeyNameRange: SourceRange? { flags.contains(.hasKeyName) ? child(0)?.range : nil }
  var forValueName: String { child(forCollectionIndex - 1)?.name ?? "" }
  var forValueNameRange: SourceRange { child(forCollectionIndex - 1)?.range ?? range }
  /// The text of a `name`.
  private var name: String { firstToken < endToken ? storage.text(ofToken: firstToken) : "" }
}

extension SyntaxStorage {
  /// The first token from `number` on that is neither comment nor line end.
  func firstSignificantToken(from number: Int) -> Int {
    var number = number
    while number < tokens.count - 1, tokens[number].kind.isTrivia { number += 1 }
    return number
  }
}

extension TokenKind {
  /// Comments and line ends.
  var isTrivia: Bool { self == .lineComment || self == .blockComment || self == .newline }
}
