import HCLParser

/// Gives variables the values of this run: environment, then files, then the command line.
struct VariableValues {
  var table: VariableTable
  var sources: SourceSet
  private(set) var diagnostics: [Diagnostic] = []
  private let refusesUndeclared: Bool
  /// True where a variable file could not be read as a whole: what has no value may have one there.
  private var hasUnreadFile = false

  init(_ table: VariableTable, _ sources: SourceSet, refusesUndeclared: Bool) {
    self.table = table
    self.sources = sources
    self.refusesUndeclared = refusesUndeclared
  }

  mutating func takeEnvironment(_ assignments: [JobInput.Assignment]) {
    // Names that nobody declared are none of our business: the environment belongs to others too.
    for assignment in assignments {
      guard let declaration = table.declaration(of: assignment.name) else { continue }
      take(assignment, declaration, .environment, source: "NOMAD_VAR_\(assignment.name)")
    }
  }

  mutating func takeCommandLine(_ assignments: [JobInput.Assignment]) {
    for assignment in assignments {
      guard let declaration = table.declaration(of: assignment.name) else {
        let source = sources.add(
          name: "--var \(assignment.name)", bytes: Array("\(assignment.name)=\(assignment.text)".utf8))
        diagnostics.append(
          .undeclaredVariable(
            assignment.name, at: SourceRange(0, assignment.name.utf8.count, source: source.id), known: table.names,
            isError: refusesUndeclared))
        continue
      }
      take(assignment, declaration, .commandLine, source: "--var \(assignment.name)")
    }
  }

  /// Texts for variables that are texts or numbers stand for themselves; for any other type they are expressions.
  private mutating func take(
    _ assignment: JobInput.Assignment, _ declaration: VariableDeclaration, _ origin: VariableOrigin, source name: String
  ) {
    let source = sources.add(name: name, bytes: Array(assignment.text.utf8))
    switch declaration.type {
    case .string, .number, .any:
      set(declaration, .normalised(assignment.text), origin, at: source.range)
    default:
      let tree = SyntaxTree(parsingExpression: source)
      diagnostics += tree.diagnostics
      guard let expression = tree.expression, !tree.hasErrors else {
        return setUnknown(declaration, origin, at: source.range)
      }
      var evaluator = Evaluator(context: .constant)
      let value = evaluator.value(of: expression)
      diagnostics += evaluator.diagnostics
      if evaluator.hasErrors {
        setUnknown(declaration, origin, at: source.range)
      } else {
        set(declaration, value, origin, at: source.range)
      }
    }
  }

  mutating func takeFile(_ file: JobInput.VariableFile) {
    let source = sources.add(name: file.name, bytes: file.bytes)
    var decoder = BlockDecoder(context: .constant)
    let body: BodySource
    if file.name.hasSuffix(".json") || JobReader.looksLikeJSON(file.bytes) {
      let text = JSONText(parsing: source)
      diagnostics += text.diagnostics
      guard let root = text.root else {
        hasUnreadFile = true
        return
      }
      body = BodySource(.json(root))
    } else {
      let tree = SyntaxTree(parsing: source)
      diagnostics += tree.diagnostics
      hasUnreadFile = hasUnreadFile || tree.hasErrors
      body = BodySource(.native(tree.root))
    }
    for part in decoder.parts(of: body, blockLabels: [:]) {
      switch part {
      case .block(let block):
        diagnostics.append(.blockInVariableFile(block, file.name))
        hasUnreadFile = true
      case .attribute(let attribute):
        let value = decoder.value(of: attribute)
        guard let declaration = table.declaration(of: attribute.name) else {
          diagnostics.append(
            .undeclaredVariable(
              attribute.name, at: attribute.nameRange, known: table.names, isError: refusesUndeclared))
          continue
        }
        if let value {
          set(declaration, value, .file, at: attribute.valueRange)
        } else {
          setUnknown(declaration, .file, at: attribute.valueRange)
        }
      }
    }
    diagnostics += decoder.takeDiagnostics()
  }

  /// Fills in the defaults, and says which variables have no value at all.
  mutating func finish(allowsUnset: Bool) { table.finish(allowsUnset: allowsUnset || hasUnreadFile) }

  private mutating func set(
    _ declaration: VariableDeclaration, _ value: Value, _ origin: VariableOrigin, at range: SourceRange
  ) {
    guard declaration.isSound else { return }
    switch value.converted(to: declaration.type) {
    case .success(let converted):
      table.set(declaration.name, VariableValue(value: converted, origin: origin, range: range))
    case .failure(let failure):
      diagnostics.append(.wrongVariableValue(declaration, value, failure.message, at: range))
      setUnknown(declaration, origin, at: range)
    }
  }

  /// The variable has a value, though a wrong one: that it is unset would be a second report of one cause.
  private mutating func setUnknown(_ declaration: VariableDeclaration, _ origin: VariableOrigin, at range: SourceRange)
  {
    table.set(declaration.name, VariableValue(value: .unknown(declaration.type), origin: origin, range: range))
  }

  /// Checks the final values against the rules of their declarations. File functions do not work there.
  mutating func validate() {
    var workLeft = EvaluationLimits().work
    for declaration in table.declarations where !declaration.validations.isEmpty {
      guard let final = table.values[declaration.name] else { continue }
      if case .unknown = final.value { continue }
      let variable = Value.object(ValueFields([ValueFields.Entry(declaration.name, final.value)]))
      var decoder = BlockDecoder(context: EvaluationContext(variables: ["var": variable]))
      // One budget for the validations of all variables.
      decoder.workLeft = workLeft
      for validation in declaration.validations {
        guard let result = decoder.value(of: validation.condition) else { continue }
        switch result.converted(to: .bool) {
        case .success(.bool(true)), .success(.unknown): break
        case .success(.bool(false)):
          diagnostics.append(.failedValidation(declaration, final, validation))
        default:
          diagnostics.append(.validationNotBool(declaration, at: validation.condition.valueRange))
        }
      }
      workLeft = decoder.workLeft
      diagnostics += decoder.takeDiagnostics()
    }
  }
}
