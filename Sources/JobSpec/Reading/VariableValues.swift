import HCLParser

/// Gives variables the values of this run: environment, then files, then the command line.
struct VariableValues {
  var table: VariableTable
  var sources: SourceSet
  private(set) var diagnostics: [Diagnostic] = []
  private let refusesUndeclared: Bool

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

  /// Of several for one name only the last is looked at.
  mutating func takeCommandLine(_ assignments: [JobInput.Assignment]) {
    var seen: Set<[UInt8]> = []
    let last = assignments.reversed().filter { seen.insert(Array($0.name.utf8)).inserted }.reversed()
    for assignment in last {
      guard let declaration = table.declaration(of: assignment.name) else {
        let source = sources.add(
          name: "--var \(assignment.name)", bytes: Array("\(assignment.name)=\(assignment.text)".utf8), isFile: false)
        diagnostics.append(
          .undeclaredVariable(
            assignment.name, at: SourceRange(0, assignment.name.utf8.count, source: source.id), known: table.names,
            isError: refusesUndeclared))
        continue
      }
      take(assignment, declaration, .commandLine, source: "--var \(assignment.name)")
    }
  }

  private mutating func take(
    _ assignment: JobInput.Assignment, _ declaration: VariableDeclaration, _ origin: VariableOrigin, source name: String
  ) {
    let source = sources.add(name: name, bytes: Array(assignment.text.utf8), isFile: false)
    switch VariableText(declaration: declaration, origin: origin, source: source).value() {
    case .success((let value, let expression)):
      set(declaration, value, origin, at: source.range) { expression?.range(at: $0) ?? source.range }
    case .failure(let refusal):
      diagnostics += refusal.diagnostics
      setUnknown(declaration, origin, at: source.range)
    }
  }

  mutating func takeFile(_ file: JobInput.VariableFile) {
    let source = sources.add(name: file.name, bytes: file.bytes)
    var decoder = BlockDecoder(context: .constant)
    let body: BodySource
    var syntaxErrors: [Diagnostic] = []
    if file.name.hasSuffix(".json") || JobReader.looksLikeJSON(file.bytes) {
      let text = JSONText(parsing: source)
      diagnostics += text.diagnostics
      guard let root = text.root else {
        table.lacksFile = true
        return
      }
      body = BodySource(.json(root))
    } else {
      let tree = SyntaxTree(parsing: source)
      syntaxErrors = tree.diagnostics.filter { $0.severity == .error }
      diagnostics += tree.diagnostics
      body = BodySource(.native(tree.root))
    }
    if !syntaxErrors.isEmpty { table.lacksFile = true }
    let before = diagnostics.count
    for part in decoder.parts(of: body, blockLabels: [:]) {
      switch part {
      case .block(let block):
        diagnostics.append(.blockInVariableFile(block, file.name))
        table.lacksFile = true
      case .attribute(let attribute): take(attribute, &decoder)
      }
    }
    diagnostics += decoder.takeDiagnostics()
    if !syntaxErrors.isEmpty { dropConsequences(of: syntaxErrors, in: source, from: before) }
  }

  private mutating func take(_ attribute: AttributeSource, _ decoder: inout BlockDecoder) {
    let value = decoder.value(of: attribute)
    guard let declaration = table.declaration(of: attribute.name) else {
      diagnostics.append(
        .undeclaredVariable(
          attribute.name, at: attribute.nameRange, known: table.names, isError: refusesUndeclared))
      return
    }
    if let value {
      set(declaration, value, .file, at: attribute.valueRange) { attribute.range(at: $0) }
    } else {
      setUnknown(declaration, .file, at: attribute.valueRange)
    }
  }

  /// Leaves out what was found, from the number `first` on, on the lines of syntax errors.
  private mutating func dropConsequences(of syntaxErrors: [Diagnostic], in source: SourceText, from first: Int) {
    let lines = source.makeLineTable()
    let broken = Set(syntaxErrors.map { lines.line(at: $0.range.start) })
    let found = diagnostics[first...].filter { !broken.contains(lines.line(at: $0.range.start)) }
    diagnostics.replaceSubrange(first..., with: found)
  }

  /// `place` tells where a part of the value stands.
  private mutating func set(
    _ declaration: VariableDeclaration, _ value: Value, _ origin: VariableOrigin, at range: SourceRange,
    place: ([ConversionFailure.Step]) -> SourceRange
  ) {
    guard declaration.isSound else { return }
    switch value.converted(to: declaration.type) {
    case .success(let converted):
      table.set(declaration.name, VariableValue(value: converted, origin: origin, range: range))
    case .failure(let failure):
      diagnostics.append(.wrongVariableValue(declaration, value, failure, at: place(failure.path)))
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
          diagnostics.append(.validationNotBool(declaration, result, at: validation.condition.valueRange))
        }
      }
      workLeft = decoder.workLeft
      diagnostics += decoder.takeDiagnostics()
    }
  }
}
