import HCLParser

extension Diagnostic {
  static func wrongDefault(
    _ declaration: VariableDeclaration, _ value: Value, _ failure: ConversionFailure, _ attribute: AttributeSource
  ) -> Diagnostic {
    let mismatch = VariableMismatch(value, of: declaration.type, failure)
    return Diagnostic(
      .error, .variableWrongDefault,
      "variable \"\(declaration.name)\" has the type \(declaration.typeText), which its default does not fit",
      at: attribute.range(at: failure.path), annotation: mismatch.annotation,
      related: declaration.relatedType("the type"), help: mismatch.help)
  }

  static func wrongVariableValue(
    _ declaration: VariableDeclaration, _ value: Value, _ failure: ConversionFailure, at range: SourceRange
  ) -> Diagnostic {
    let mismatch = VariableMismatch(value, of: declaration.type, failure)
    return Diagnostic(
      .error, .variableWrongValue,
      "variable \"\(declaration.name)\" has the type \(declaration.typeText), which this value does not fit",
      at: range, annotation: mismatch.annotation, related: declaration.relatedType("declared here"),
      help: mismatch.help)
  }
}

extension VariableDeclaration {
  /// The type as messages show it: a type may be as long as a file.
  var typeText: String {
    let text = type.expressionText
    return text.utf8.count <= 100 ? text : text.prefix(60) + "…"
  }
}

/// Why a value is not of a variable's type, in words: what it is where it does not fit, and what to write there.
private struct VariableMismatch {
  private let value: Value
  private let type: ValueType
  private let failure: ConversionFailure

  init(_ value: Value, of type: ValueType, _ failure: ConversionFailure) {
    self.failure = failure
    var (value, type) = (value, type)
    for step in failure.path {
      guard let inner = value.part(at: step), let wanted = type.part(at: step) else { break }
      (value, type) = (inner, wanted)
    }
    self.value = value
    self.type = type
  }

  var annotation: String {
    let place = failure.path.isEmpty ? "" : ", at \(failure.pathText)"
    return "this is \(value.summary)\(place)"
  }

  var help: String {
    switch (type, value) {
    case (.bool, .string(let text)) where ["true", "yes", "on"].contains(text.lowercased()): return "write true"
    case (.bool, .string(let text)) where ["false", "no", "off"].contains(text.lowercased()): return "write false"
    case (.bool, .number(let number)) where number.exactInt == 1: return "write true"
    case (.bool, .number(let number)) where number.exactInt == 0: return "write false"
    case (.bool, _): return "write true or false"
    case (.number, .string(let text)):
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      // A number with a unit; not one in another base.
      let hasUnit = (1...3).contains(text.count - digits.count) && text.dropFirst(digits.count).allSatisfy(\.isLetter)
      return !digits.isEmpty && digits.utf8.count <= 20 && hasUnit && digits != "0"
        ? "write the number alone: \(digits)" : "write a number"
    case (.number, _): return "write a number"
    case (.string, _): return "write text in quotes: \"…\""
    case (.list, .string), (.list, .number), (.list, .bool), (.set, .string), (.set, .number), (.set, .bool):
      return "put it in brackets: [\(shortText)]"
    case (.list, .object), (.list, .map), (.set, .object), (.set, .map):
      return "write a list in brackets: [ … ]"
    case (.map, .object), (.map, .map), (.object, .object), (.object, .map), (.tuple, .tuple), (.tuple, .list):
      return failure.message
    case (.map, _): return "write names with values in braces: { name = … }"
    case (.object, _): return "write its attributes in braces: { name = … }"
    case (.tuple, _): return "write its elements in brackets: [ … ]"
    default: return failure.message
    }
  }

  /// The value as it would be written, if it is short.
  private var shortText: String {
    switch value {
    case .string(let text):
      text.utf8.count <= 40 && value.summary.utf8.first == UInt8(ascii: "\"") ? "\"\(text)\"" : "…"
    default: value.text.flatMap { $0.utf8.count <= 40 ? $0 : nil } ?? "…"
    }
  }
}

extension Value {
  fileprivate func part(at step: ConversionFailure.Step) -> Value? {
    switch (step, self) {
    case (.index(let index), .tuple(let elements)), (.index(let index), .list(let elements, _)),
      (.index(let index), .set(let elements, _)):
      elements.indices.contains(index) ? elements[index] : nil
    case (.key(let key), .object(let fields)), (.key(let key), .map(let fields, _)): fields[key]
    default: nil
    }
  }
}

extension ValueType {
  fileprivate func part(at step: ConversionFailure.Step) -> ValueType? {
    switch (step, self) {
    case (.index, .list(let element)), (.index, .set(let element)), (.key, .map(let element)): element
    case (.index(let index), .tuple(let elements)): elements.indices.contains(index) ? elements[index] : nil
    case (.key(let key), .object(let attributes)): attributes.first { $0.name.utf8.elementsEqual(key.utf8) }?.type
    default: nil
    }
  }
}

extension AttributeSource {
  /// Where the part of the value stands that `path` leads to, as far as it is written out.
  func range(at path: [ConversionFailure.Step]) -> SourceRange {
    switch content {
    case .expression(let expression): expression.range(at: path)
    case .json(let node): node.range(at: path)
    }
  }
}

extension ExpressionSyntax {
  /// Where the part stands that `path` leads to, as far as it is written out.
  func range(at path: [ConversionFailure.Step]) -> SourceRange {
    var expression = self
    for step in path {
      switch (step, expression.kind) {
      case (.index(let index), .tuple(let tuple)):
        let elements = tuple.elements
        guard elements.indices.contains(index) else { return expression.range }
        expression = elements[index]
      case (.key(let key), .object(let object)):
        // Of several with one name the last wins.
        let item = object.items.last { item in
          switch item.key {
          case .name(let name): name.utf8.elementsEqual(key.utf8)
          case .expression(let written):
            if case .template(let template) = written.kind {
              template.isPlainText && template.plainText.utf8.elementsEqual(key.utf8)
            } else {
              false
            }
          }
        }
        guard let item else { return expression.range }
        expression = item.value
      default: return expression.range
      }
    }
    return expression.range
  }
}

extension JSONNode {
  fileprivate func range(at path: [ConversionFailure.Step]) -> SourceRange {
    var node = self
    for step in path {
      switch step {
      case .index(let index):
        guard let element = node.elements.dropFirst(index).first(where: { _ in true }) else { return node.range }
        node = element
      case .key(let key):
        guard let member = node.members.first(where: { $0.key.utf8.elementsEqual(key.utf8) }) else { return node.range }
        node = member.value
      }
    }
    return node.range
  }
}
