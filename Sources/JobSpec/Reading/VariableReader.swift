import HCLParser

/// Reads declarations of variables.
struct VariableReader {
  var table = VariableTable()
  private var decoder = BlockDecoder(context: .constant)

  /// What evaluating found, and what the table holds against the declarations.
  mutating func takeDiagnostics() -> [Diagnostic] {
    let found = decoder.takeDiagnostics() + table.diagnostics
    table.diagnostics = []
    return found
  }

  /// `variables { name = default … }`, the legacy form.
  mutating func readCompact(_ block: BlockSource) {
    for label in block.labels.prefix(1) { table.diagnostics.append(.extraLabel("variables", at: label.range)) }
    for part in decoder.parts(of: block.body, blockLabels: [:]) {
      switch part {
      case .block(let inner):
        table.diagnostics.append(.blockInVariables(inner))
        table.isComplete = false
      case .attribute(let attribute):
        var declaration = VariableDeclaration(
          name: attribute.name, nameRange: attribute.nameRange, headerRange: attribute.nameRange)
        readDefault(attribute, into: &declaration)
        table.add(declaration)
      }
    }
  }

  /// `variable "name" { … }`.
  mutating func read(_ block: BlockSource) {
    if block.labels.count != 1 { table.diagnostics.append(.variableLabel(block)) }
    guard let label = block.labels.first, VariableReader.isName(label.text) else {
      if block.labels.count == 1 { table.diagnostics.append(.malformedVariableName(block.labels[0])) }
      table.isComplete = false
      return
    }
    var declaration = VariableDeclaration(
      name: label.text, nameRange: label.range, headerRange: block.headerRange)
    let parts = decoder.parts(of: block.body, blockLabels: ["validation": 0])
    // The type comes first: the default is converted to it.
    for case .attribute(let attribute) in parts where attribute.name == "type" {
      readType(attribute, into: &declaration)
    }
    for part in parts {
      switch part {
      case .attribute(let attribute):
        switch attribute.name {
        case "type": break
        case "default": readDefault(attribute, into: &declaration)
        case "description": readDescription(attribute, into: &declaration)
        case "validation":
          table.diagnostics.append(.attributeForValidation(attribute))
        default: table.diagnostics.append(.unknownInVariable(attribute.name, at: attribute.nameRange))
        }
      case .block(let inner):
        switch inner.type {
        case "validation": readValidation(inner, into: &declaration)
        case "type", "default", "description":
          table.diagnostics.append(.blockInVariable(inner))
          declaration.isSound = false
        default: table.diagnostics.append(.unknownInVariable(inner.type, at: inner.typeRange))
        }
      }
    }
    table.add(declaration)
  }

  private mutating func readType(_ attribute: AttributeSource, into declaration: inout VariableDeclaration) {
    declaration.isTyped = true
    declaration.typeRange = attribute.valueRange
    let result: Result<ValueType, TypeExpressionFailure>
    switch attribute.content {
    case .expression(let expression):
      result = TypeExpression.type(from: expression)
    case .json(let node):
      // A type in JSON is the text of a type expression.
      let tree = SyntaxTree(
        parsingExpression: SourceText(name: "", text: node.string ?? "", id: node.range.source))
      guard let expression = tree.expression, !tree.hasErrors,
        case .success(let type) = TypeExpression.type(from: expression)
      else {
        table.diagnostics.append(.malformedTypeInJSON(at: node.range))
        declaration.isSound = false
        return
      }
      result = .success(type)
    }
    switch result {
    case .success(let type): declaration.type = type
    case .failure(let failure):
      declaration.isSound = false
      if case .found(let diagnostic) = failure { table.diagnostics.append(diagnostic) }
    }
  }

  private mutating func readDefault(_ attribute: AttributeSource, into declaration: inout VariableDeclaration) {
    declaration.defaultRange = attribute.valueRange
    guard let value = decoder.value(of: attribute) else {
      declaration.isSound = false
      return
    }
    guard declaration.isTyped else {
      declaration.type = value.type
      declaration.defaultValue = value
      return
    }
    guard declaration.isSound else { return }
    switch value.converted(to: declaration.type) {
    case .success(let converted): declaration.defaultValue = converted
    case .failure(let failure):
      declaration.isSound = false
      table.diagnostics.append(.wrongDefault(declaration, value, failure, attribute))
    }
  }

  private mutating func readDescription(_ attribute: AttributeSource, into declaration: inout VariableDeclaration) {
    guard let value = decoder.value(of: attribute) else { return }
    switch value.converted(to: .string) {
    case .success(.string(let text)): declaration.description = text
    default: table.diagnostics.append(.descriptionNotText(value, at: attribute.valueRange))
    }
  }

  private mutating func readValidation(_ block: BlockSource, into declaration: inout VariableDeclaration) {
    var condition: AttributeSource?
    var message: String?
    var hasMessage = false
    var unknown: [String] = []
    for label in block.labels.prefix(1) { table.diagnostics.append(.extraLabel("validation", at: label.range)) }
    for part in decoder.parts(of: block.body, blockLabels: [:]) {
      switch part {
      case .attribute(let attribute) where attribute.name == "condition": condition = attribute
      case .attribute(let attribute) where attribute.name == "error_message":
        hasMessage = true
        guard let value = decoder.value(of: attribute) else { continue }
        guard let text = value.text, text.contains(where: { !$0.isWhitespace }) else {
          table.diagnostics.append(.blankValidationMessage(at: attribute.valueRange))
          continue
        }
        message = text
      case .attribute(let attribute):
        table.diagnostics.append(.unknownInValidation(attribute.name, at: attribute.nameRange))
        unknown.append(attribute.name)
      case .block(let inner):
        table.diagnostics.append(.unknownInValidation(inner.type, at: inner.typeRange))
        unknown.append(inner.type)
      }
    }
    // What is there under a wrong name is not missing as well.
    if condition == nil, unknown.isEmpty {
      table.diagnostics.append(.incompleteValidation("condition", at: block.headerRange))
    }
    if !hasMessage, unknown.isEmpty {
      table.diagnostics.append(.incompleteValidation("error_message", at: block.headerRange))
    }
    guard let condition, let message else { return }
    if refersOnlyToItself(condition, declaration) {
      declaration.validations.append(
        VariableDeclaration.Validation(range: block.headerRange, condition: condition, message: message))
    }
  }

  /// Whether a condition speaks of its own variable and of no other name; what is wrong is said.
  private mutating func refersOnlyToItself(
    _ condition: AttributeSource, _ declaration: VariableDeclaration
  ) -> Bool {
    var mentionsItself = false
    let bound = condition.namesOfIterations
    for reference in condition.expressionReferences where !bound.contains(reference.rootName) {
      let name = reference.memberName
      if reference.rootName == "var", name == declaration.name {
        mentionsItself = true
      } else if reference.rootName != "var" || name != nil {
        let found = name.map { "\(reference.rootName).\($0)" } ?? reference.rootName
        table.diagnostics.append(.validationOfAnother(declaration.name, found: found, at: reference.range))
        return false
      }
    }
    if !mentionsItself {
      table.diagnostics.append(.validationWithoutVariable(declaration.name, at: condition.valueRange))
    }
    return mentionsItself
  }

  /// A letter or `_`, then letters, digits, `_` and `-`, as the language has identifiers.
  static func isName(_ text: String) -> Bool {
    let tokens = Lexer.tokenize(SourceText(name: "", text: text))
    return tokens.first.map { $0.kind == .identifier && $0.end - $0.start == text.utf8.count } ?? false
  }
}
