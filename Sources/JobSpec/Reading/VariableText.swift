import HCLParser

/// A value for a variable as the command line or the environment has it: a text.
///
/// For variables that are texts or numbers it stands for itself; for any other type it is an expression.
struct VariableText {
  var declaration: VariableDeclaration
  var origin: VariableOrigin
  var source: SourceText

  /// What the text stands for, or what is wrong with it.
  func value() -> Result<(Value, ExpressionSyntax?), Refusal> {
    switch declaration.type {
    case .string, .number, .any: return .success((.normalised(source.text(in: source.range)), nil))
    default: break
    }
    let tree = SyntaxTree(parsingExpression: source)
    guard let expression = tree.expression, !tree.hasErrors else { return .failure(refusal(tree.diagnostics)) }
    var evaluator = Evaluator(context: .constant)
    let value = evaluator.value(of: expression)
    return evaluator.hasErrors ? .failure(refusal(evaluator.diagnostics)) : .success((value, expression))
  }

  /// Why a text is no expression.
  struct Refusal: Error {
    var diagnostics: [Diagnostic]
  }

  private func refusal(_ found: [Diagnostic]) -> Refusal {
    if isBare { return Refusal(diagnostics: [.bareVariableText(self)]) }
    return Refusal(
      diagnostics: found.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.related += declaration.relatedType("the variable is declared here")
        return diagnostic
      })
  }

  /// Whether nothing in the text looks as if an expression was meant: `yes`, `a,b`, `key=value`.
  private var isBare: Bool {
    let marks: Set<UInt8> = [
      UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "<"),
    ]
    return !source.bytes.contains(where: marks.contains)
  }

  /// The type as the user would have to write the value.
  fileprivate var example: String {
    let text = source.text(in: source.range)
    let isShort = text.utf8.count <= 60
    switch declaration.type {
    case .bool:
      return ["false", "no", "off", "0"].contains(text.lowercased()) ? "false" : "true"
    case .list(let element), .set(let element):
      guard element == .string, isShort, !text.isEmpty, !text.utf8.contains(UInt8(ascii: "\\")) else { return "[…]" }
      let items = text.split(separator: ",").map { $0.drop { $0 == " " } }
      return "[\(items.map { "\"\($0)\"" }.joined(separator: ", "))]"
    case .map, .object: return "{ name = … }"
    default: return "[…]"
    }
  }

  /// How the value is given where it comes from.
  fileprivate var assignment: String {
    let quote = declaration.type == .bool ? "" : "'"
    return origin == .environment
      ? "NOMAD_VAR_\(declaration.name)=\(quote)\(example)\(quote)"
      : "--var \(quote)\(declaration.name)=\(example)\(quote)"
  }
}

extension Diagnostic {
  fileprivate static func bareVariableText(_ text: VariableText) -> Diagnostic {
    let declaration = text.declaration
    return Diagnostic(
      .error, .variableWrongValue,
      "variable \"\(declaration.name)\" has the type \(declaration.typeText), which this text does not fit",
      at: text.source.range, detail: "Only for texts and numbers is it taken as it is; else it is read as HCL.",
      related: declaration.relatedType("declared here"), help: "write \(text.assignment)")
  }
}
