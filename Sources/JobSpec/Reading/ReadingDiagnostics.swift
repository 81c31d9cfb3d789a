public import HCLParser

extension RuleID {
  /// A file without a `job` block. `reference/jobspec.md` section 1, step 5.
  public static let jobMissing: RuleID = "job-missing"
  /// A `job` block after the first. `reference/jobspec.md` section 1, step 5.
  public static let jobSecond: RuleID = "job-second"
  /// A value left out because each run gives another: it comes from `uuidv4` or the like (a warning).
  public static let valueUnknown: RuleID = "value-unknown"
  /// A local that stands twice: Nomad takes either and says nothing. `reference/jobspec.md` 2.3.
  public static let localDuplicate: RuleID = "local-duplicate"
  /// Locals that need each other in a circle. `reference/jobspec.md` 2.3.
  public static let localCircular: RuleID = "local-circular"
  /// A task's `scaling` with another label than `cpu` or `mem`. `reference/jobspec.md` section 3.7.
  public static let scalingUnknownLabel: RuleID = "scaling-unknown-label"
  /// A `scaling` whose `type` does not fit where it stands. `reference/jobspec.md` section 3.7.
  public static let scalingWrongType: RuleID = "scaling-wrong-type"
}

extension Diagnostic {
  static let jobFileHelp = "a job file holds one block: job \"name\" { … }"

  /// `kind` is what the file seems to be instead.
  static func missingJob(at range: SourceRange, kind: String?, help: String) -> Diagnostic {
    Diagnostic(
      .error, .jobMissing, "the file has no job", at: range, detail: kind.map { "It seems to be \($0)." } ?? "",
      help: help)
  }

  static func attributeForRootBlock(_ attribute: AttributeSource) -> Diagnostic {
    let name = attribute.name
    let label = name == "job" || name == "variable" ? " \"name\"" : ""
    return Diagnostic(
      .error, .schemaAttributeForBlock, "\"\(name)\" is a block, not an attribute", at: attribute.nameRange,
      help: "write it as a block: \(name)\(label) { … }")
  }

  static func envelopeWithoutJob(_ envelope: JSONMember) -> Diagnostic {
    Diagnostic(
      .error, .schemaWrongType, "\"\(envelope.key)\" takes an object, not \(envelope.value.kind.rawValue)",
      at: envelope.value.range, help: "it holds the job: {\"\(envelope.key)\": {\"ID\": …}}")
  }

  static func secondJob(_ block: BlockSource, first: BlockSource) -> Diagnostic {
    Diagnostic(
      .error, .jobSecond, "a file holds one job; this is the second", at: block.headerRange,
      related: [Related("the first job", first.headerRange)], help: "move it to a file of its own")
  }

  static func unknownValue(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .valueUnknown, "this value is known only when the job is submitted, and is left out here", at: range,
      detail: "It comes from a function whose result differs in each run, such as uuidv4 or bcrypt.")
  }

  /// `isHelped` is false where nobody will read where the name belongs: to find that out takes long.
  static func attributeAtRoot(_ attribute: AttributeSource, isHelped: Bool) -> Diagnostic {
    let facts = Job.schema.facts
    var owner = isHelped ? facts.ownerAnywhere(of: attribute.name, isBlock: false) : nil
    var kind = "an attribute"
    // In HCL's JSON form a block looks like any other member.
    if isHelped, owner == nil, case .json = attribute.content {
      owner = facts.ownerAnywhere(of: attribute.name, isBlock: true)
      kind = "a block"
    }
    return Diagnostic(
      .error, .schemaUnknownAttribute, "\"\(attribute.name)\" stands outside of the job", at: attribute.nameRange,
      help: owner.map { "\"\(attribute.name)\" is \(kind) of \"\($0)\"" }
        ?? "values of variables stand in a variable file; what the job uses stands in \"variable\" or \"locals\"")
  }

  static func unknownAtRoot(_ block: BlockSource, nearest: String?, isHelped: Bool) -> Diagnostic {
    var help = "a job file holds: job, variable, variables, locals"
    if let nearest {
      help = "did you mean \"\(nearest)\"?"
    } else if isHelped, let owner = Job.schema.facts.ownerAnywhere(of: block.type, isBlock: true) {
      help = "\"\(block.type)\" is a block of \"\(owner)\""
    }
    return Diagnostic(
      .error, .schemaUnknownBlock, "a job file has no block \"\(block.type)\"", at: block.typeRange, help: help)
  }

  static func extraLabel(_ block: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaExtraLabel, "\"\(block)\" takes no label", at: range, help: "write it as: \(block) {")
  }

  static func blockInLocals(_ block: BlockSource) -> Diagnostic {
    Diagnostic(
      .error, .schemaUnknownBlock, "\"locals\" has no block \"\(block.type)\"", at: block.headerRange,
      help: "write it with an equals sign: \(block.type) = { … }")
  }

  static func duplicateLocal(_ attribute: AttributeSource, first: LocalTable.Local) -> Diagnostic {
    // Nomad takes one of the two by chance and says nothing.
    Diagnostic(
      .error, .localDuplicate, "local \"\(attribute.name)\" is defined twice", at: attribute.nameRange,
      related: [Related("first defined here", first.nameRange)])
  }

  /// A circle of locals may be as long as the file; the first of them will do.
  static let toldOfCircle = 12

  static func circularLocals(_ locals: [LocalTable.Local]) -> Diagnostic {
    let first = locals.first
    let isLong = locals.count > toldOfCircle
    let names = locals.prefix(toldOfCircle).map { "local.\($0.name)" }
    let chain = (names + (isLong ? ["…"] : []) + ["local.\(first?.name ?? "")"]).joined(separator: " → ")
    return Diagnostic(
      .error, .localCircular, "local \"\(first?.name ?? "")\" needs itself: \(chain)",
      at: first?.nameRange ?? SourceRange(0, 0),
      related: locals.dropFirst().prefix(toldOfCircle - 1).map { Related("part of the circle", $0.nameRange) },
      help: "give one of them a value that does not need the others")
  }

  static func unknownScalingLabel(_ scaling: Scaling) -> Diagnostic {
    Diagnostic(
      .error, .scalingUnknownLabel, "a task scales its \"cpu\" or its \"mem\", not \"\(scaling.label)\"",
      at: scaling.labelRange())
  }

  static func secondScaling(_ scaling: Scaling, first: Scaling) -> Diagnostic {
    Diagnostic(
      .error, .schemaDuplicateBlock, "\"scaling\" for \"\(scaling.label)\" may stand here only once",
      at: scaling.headerRange, related: [Related("first written here", first.headerRange)])
  }

  static func wrongScalingType(_ scaling: Scaling, wanted: String, of owner: String) -> Diagnostic {
    Diagnostic(
      .error, .scalingWrongType, "\"scaling\" of this \(owner) has the type \"\(wanted)\", not \"\(scaling.type)\"",
      at: scaling.range(of: \.type), help: "leave \"type\" out, or write type = \"\(wanted)\"")
  }
}

extension SchemaFacts {
  /// The name of this block or of the nearest one inside it that has a field of that name.
  fileprivate func ownerAnywhere(of name: String, isBlock: Bool) -> String? {
    if fields.contains(where: { $0.name == name && (isBlock ? $0.form.isBlock : $0.form == .attribute) }) {
      return self.name
    }
    return owner(of: name, isBlock: isBlock, within: 4)?.name
  }
}
