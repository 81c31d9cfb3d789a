/// Reads types as they are written in `variable` blocks and in `convert(value, type)`. `reference/jobspec.md` 2.1.
public enum TypeExpression {
  /// The type that an expression names, or what is wrong with it.
  ///
  /// Types are exact: `string`, `number`, `bool`, `list(T)`, `set(T)`, `map(T)`, `object({a = T})`, `tuple([T])`; and
  /// `any` where `allowsAny` says so.
  public static func type(
    from expression: ExpressionSyntax, allowsAny: Bool = false
  ) -> Result<ValueType, TypeExpressionFailure> {
    do throws(TypeExpressionFailure) { return .success(try read(expression, allowsAny)) } catch {
      return .failure(error)
    }
  }

  private static func read(_ expression: ExpressionSyntax, _ allowsAny: Bool) throws(TypeExpressionFailure) -> ValueType
  {
    switch expression.kind {
    case .traversal(let traversal) where traversal.steps.isEmpty:
      return try named(traversal.rootName, at: traversal.range, allowsAny)
    case .call(let call): return try constructed(call, allowsAny)
    case .missing, .invalid: throw .reported
    case .template(let template):
      throw .found(
        .notAType("a type is written without quotes", help: "write \(template.plainText)", at: expression.range))
    default:
      throw .found(.notAType("this is not a type", help: kindsHelp, at: expression.range))
    }
  }

  private static let kindsHelp =
    "types are string, number, bool, list(T), set(T), map(T), object({a = T}) and tuple([T])"

  private static func named(_ name: String, at range: SourceRange, _ allowsAny: Bool) throws(TypeExpressionFailure)
    -> ValueType
  {
    switch name {
    case "string": return .string
    case "number": return .number
    case "bool": return .bool
    case "any" where allowsAny: return .any
    case "any":
      throw .found(
        .notAType(
          "\"any\" is not a type here",
          help: "leave \"type\" out, or name the type; Nomad takes \"any\" from release 2.1 on", at: range))
    case "list", "set", "map":
      throw .found(
        .notAType(
          "\"\(name)\" needs the type of its elements", help: "write \(name)(string), or another type", at: range))
    case "object":
      throw .found(
        .notAType("\"object\" needs its attributes", help: "write object({name = string})", at: range))
    case "tuple":
      throw .found(.notAType("\"tuple\" needs its elements", help: "write tuple([string, number])", at: range))
    default:
      let nearest = NameSuggestion.nearest(to: name, among: constructors)
      throw .found(
        .notAType(
          "there is no type \"\(name)\"", help: nearest.map { "did you mean \"\($0)\"?" } ?? kindsHelp, at: range))
    }
  }

  private static let constructors = ["string", "number", "bool", "list", "set", "map", "object", "tuple"]

  private static func constructed(_ call: CallSyntax, _ allowsAny: Bool) throws(TypeExpressionFailure) -> ValueType {
    let name = call.name
    guard constructors.contains(name) else {
      if name == "optional" {
        throw .found(
          .notAType(
            "optional attributes cannot be declared",
            help: "leave optional( ) out; Nomad takes it from release 2.1 on", at: call.range))
      }
      _ = try named(name, at: call.nameRange, allowsAny)
      throw .found(.notAType("\"\(name)\" takes nothing in parentheses", help: nil, at: call.range))
    }
    guard !["string", "number", "bool"].contains(name) else {
      throw .found(.notAType("\"\(name)\" takes nothing in parentheses", help: "write \(name)", at: call.range))
    }
    guard call.arguments.count == 1, !call.expandsLast, let argument = call.arguments.first else {
      throw .found(.notAType("\"\(name)\" takes one type in parentheses", help: nil, at: call.range))
    }
    switch name {
    case "list": return .list(try read(argument, allowsAny))
    case "set": return .set(try read(argument, allowsAny))
    case "map": return .map(try read(argument, allowsAny))
    case "tuple":
      guard case .tuple(let tuple) = argument.kind else {
        throw .found(
          .notAType(
            "\"tuple\" takes a list of types in brackets", help: "write tuple([string, number])", at: argument.range))
      }
      var elements: [ValueType] = []
      for element in tuple.elements { elements.append(try read(element, allowsAny)) }
      return .tuple(elements)
    default: return try object(argument, allowsAny)
    }
  }

  private static func object(_ argument: ExpressionSyntax, _ allowsAny: Bool) throws(TypeExpressionFailure) -> ValueType
  {
    guard case .object(let object) = argument.kind else {
      throw .found(
        .notAType("\"object\" takes attributes in braces", help: "write object({name = string})", at: argument.range))
    }
    var attributes: [ValueType.ObjectAttribute] = []
    var numbers: [String: Int] = [:]
    for item in object.items {
      let name: String
      switch item.key {
      case .name(let word): name = word.normalisedC
      case .expression(let expression):
        guard case .template(let template) = expression.kind, template.isPlainText else {
          throw .found(.notAType("an attribute's name is a plain word", help: nil, at: item.keyRange))
        }
        name = template.plainText.normalisedC
      }
      // Of attributes with one name the last wins, as in objects.
      let attribute = ValueType.ObjectAttribute(name, try read(item.value, allowsAny))
      if let number = numbers[name] {
        attributes[number] = attribute
      } else {
        numbers[name] = attributes.count
        attributes.append(attribute)
      }
    }
    attributes.sort { $0.name.precedes($1.name) }
    return .object(attributes)
  }
}

/// Why an expression is no type.
public enum TypeExpressionFailure: Error, Sendable {
  /// What to report.
  case found(Diagnostic)
  /// The parser has reported it.
  case reported

  /// What to report; nil where the parser has done so.
  public var diagnostic: Diagnostic? { if case .found(let diagnostic) = self { diagnostic } else { nil } }
}

extension Diagnostic {
  fileprivate static func notAType(_ summary: String, help: String?, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "eval-not-a-type", summary, at: range, help: help)
  }
}
