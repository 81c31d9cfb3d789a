public import HCLParser

extension RuleID {
  /// A declared variable without a value; a note where the run allows that. `reference/jobspec.md` 2.2.
  public static let variableUnset: RuleID = "variable-unset"
  /// A value of a variable file or `--var` that no declaration takes; a warning where the run allows that.
  public static let variableUndeclared: RuleID = "variable-undeclared"
  /// A second declaration of a variable. `reference/jobspec.md` 2.1.
  public static let variableDuplicate: RuleID = "variable-duplicate"
  /// A name that no expression could refer to. `reference/jobspec.md` 2.1.
  public static let variableMalformedName: RuleID = "variable-malformed-name"
  /// A `type` in HCL's JSON form that is none; in HCL itself the id is `eval-not-a-type`. `reference/jobspec.md` 2.1.
  public static let variableMalformedType: RuleID = "variable-malformed-type"
  /// A default that does not convert to the declared type. `reference/jobspec.md` 2.1.
  public static let variableWrongDefault: RuleID = "variable-wrong-default"
  /// A value of this run that does not convert to the declared type. `reference/jobspec.md` 2.2.
  public static let variableWrongValue: RuleID = "variable-wrong-value"
  /// A `validation` that cannot judge its variable, or has no message. `reference/jobspec.md` 2.1.
  public static let variableMalformedValidation: RuleID = "variable-malformed-validation"
  /// A final value that the variable's own `validation` refuses. `reference/jobspec.md` 2.1.
  public static let variableFailedValidation: RuleID = "variable-failed-validation"
  /// Values of variables given with a job in API JSON, which has none. `reference/jobspec.md` section 8.
  public static let variableInJSONJob: RuleID = "variable-in-json-job"
}

extension Diagnostic {
  static func unsetVariable(_ declaration: VariableDeclaration) -> Diagnostic {
    let name = declaration.name
    return Diagnostic(
      .error, .variableUnset, "variable \"\(name)\" has no value", at: declaration.nameRange,
      annotation: "declared here without a default",
      help:
        "give it one with --var \(name)=…, in a --var-file, with NOMAD_VAR_\(name) in the environment, or as its \"default\""
    )
  }

  static func unsetVariableAllowed(_ declaration: VariableDeclaration, skipped: Int, of count: Int) -> Diagnostic {
    let places = skipped == 1 ? "1 value was" : "\(skipped) values were"
    return Diagnostic(
      .info, .variableUnset, "variable \"\(declaration.name)\" has no value, which this run allows",
      at: declaration.nameRange,
      detail: "\(places) not checked because of \(count == 1 ? "it" : "such variables").")
  }

  static func undeclaredVariable(
    _ name: String, at range: SourceRange, known: [String], isError: Bool
  ) -> Diagnostic {
    let nearest = NameSuggestion.nearest(to: name, among: known)
    return Diagnostic(
      isError ? .error : .warning, .variableUndeclared, "the job file declares no variable \"\(name)\"", at: range,
      help: nearest.map { "did you mean \"\($0)\"?" }
        ?? (name.isEmpty ? "write NAME=VALUE" : "declare it in the job file: variable \"\(name)\" {}"))
  }

  static func duplicateVariable(_ declaration: VariableDeclaration, first: VariableDeclaration) -> Diagnostic {
    Diagnostic(
      .error, .variableDuplicate, "variable \"\(declaration.name)\" is declared twice", at: declaration.nameRange,
      related: [Related("first declared here", first.nameRange)])
  }

  static func variableLabel(_ block: BlockSource) -> Diagnostic {
    block.labels.isEmpty
      ? Diagnostic(
        .error, .schemaMissingLabel, "\"variable\" needs a label: its name", at: block.typeRange,
        help: "write it as: variable \"image_tag\" {")
      : Diagnostic(
        .error, .schemaExtraLabel, "\"variable\" takes one label only", at: block.labels[1].range,
        help: "write its type inside of the block: type = string")
  }

  static func malformedVariableName(_ label: LabelSource) -> Diagnostic {
    Diagnostic(
      .error, .variableMalformedName, "\"\(label.text)\" cannot name a variable", at: label.range,
      help: "names begin with a letter or \"_\" and go on with letters, digits, \"_\" and \"-\"")
  }

  static func malformedTypeInJSON(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .variableMalformedType, "this is not a type", at: range,
      help: "types are string, number, bool, list(T), set(T), map(T), object({a = T}) and tuple([T])")
  }

  static func unknownInVariable(_ name: String, at range: SourceRange) -> Diagnostic {
    let nearest = NameSuggestion.nearest(to: name, among: ["type", "default", "description", "validation"])
    let isTerraform = ["sensitive", "nullable", "ephemeral", "deprecated"].contains(name)
    return Diagnostic(
      .error, .schemaUnknownAttribute, "\"variable\" has no \"\(name)\"", at: range,
      detail: isTerraform ? "Terraform has it; Nomad does not." : "",
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "a variable has type, default, description and validation")
  }

  static func blockInVariables(_ block: BlockSource) -> Diagnostic {
    Diagnostic(
      .error, .schemaUnknownBlock, "\"variables\" has no block \"\(block.type)\"", at: block.headerRange,
      help: "give each variable its default: \(block.type) = …")
  }

  static func blockInVariableFile(_ block: BlockSource, _ file: String) -> Diagnostic {
    let isDeclaration = block.type == "variable"
    return Diagnostic(
      .error, .schemaUnknownBlock,
      isDeclaration ? "a variable file gives values; it declares no variables" : "a variable file has no blocks",
      at: block.headerRange,
      help: isDeclaration
        ? "declare the variable in the job file; here write: \(block.labels.first?.text ?? "name") = …"
        : "write: name = value")
  }

  static func attributeForValidation(_ attribute: AttributeSource) -> Diagnostic {
    Diagnostic(
      .error, .schemaAttributeForBlock, "\"validation\" is a block, not an attribute", at: attribute.nameRange,
      help: "write it as a block: validation { … }")
  }

  static func blockInVariable(_ block: BlockSource) -> Diagnostic {
    Diagnostic(
      .error, .schemaBlockForAttribute, "\"\(block.type)\" is an attribute, not a block", at: block.typeRange,
      help: "write it with an equals sign: \(block.type) = …")
  }

  static func descriptionNotText(_ value: Value, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .schemaWrongType, "\"description\" takes text, not \(value.summary)", at: range)
  }

  static func variablesForAPI(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .variableInJSONJob, "a job in API JSON has no variables; a value for \"\(name)\" was given", at: range)
  }
}

extension Diagnostic {
  static func unknownInValidation(_ name: String, at range: SourceRange) -> Diagnostic {
    let nearest = NameSuggestion.nearest(to: name, among: ["condition", "error_message"])
    return Diagnostic(
      .error, .schemaUnknownAttribute, "\"validation\" has no \"\(name)\"", at: range,
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "a validation has condition and error_message")
  }

  static func incompleteValidation(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .schemaMissingAttribute, "\"validation\" needs the attribute \"\(name)\"", at: range)
  }

  static func blankValidationMessage(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .variableMalformedValidation, "\"error_message\" takes a text that says what is wrong", at: range)
  }

  static func validationOfAnother(_ name: String, found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .variableMalformedValidation,
      "the validation of variable \"\(name)\" may speak of var.\(name) only, not of \(found)", at: range)
  }

  static func validationWithoutVariable(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .variableMalformedValidation, "the validation of variable \"\(name)\" does not mention var.\(name)",
      at: range)
  }

  static func validationNotBool(_ declaration: VariableDeclaration, _ value: Value, at range: SourceRange) -> Diagnostic
  {
    Diagnostic(
      .error, .variableMalformedValidation,
      "the validation of variable \"\(declaration.name)\" gives neither true nor false", at: range,
      annotation: "this is \(value.summary)",
      help: "compare it with something, such as: var.\(declaration.name) != \"\"")
  }

  static func failedValidation(
    _ declaration: VariableDeclaration, _ value: VariableValue, _ validation: VariableDeclaration.Validation
  ) -> Diagnostic {
    let origin =
      switch value.origin {
      case .defaultValue: "its default"
      case .environment: "the environment"
      case .file: "a variable file"
      case .commandLine: "the command line"
      }
    return Diagnostic(
      .error, .variableFailedValidation,
      "variable \"\(declaration.name)\" breaks its own rule: \(validation.message)", at: value.range,
      detail: "The value comes from \(origin).", related: [Related("the rule", validation.condition.valueRange)])
  }
}
