extension RuleID {
  /// An attribute that the block around it does not have, or that stands outside of the job.
  public static let schemaUnknownAttribute: RuleID = "schema-unknown-attribute"
  /// A block of a type that is not known where it stands; also any block in `locals`, `variables` or a variable file.
  public static let schemaUnknownBlock: RuleID = "schema-unknown-block"
  /// `name { … }` where the language wants `name = …`. `reference/jobspec.md` section 3.4.
  public static let schemaBlockForAttribute: RuleID = "schema-block-for-attribute"
  /// `name = …` where the language wants a block. `reference/jobspec.md` section 3.4.
  public static let schemaAttributeForBlock: RuleID = "schema-attribute-for-block"
  /// A block without an attribute that it cannot do without: `hook` of `lifecycle`, `for_each` of `dynamic`.
  public static let schemaMissingAttribute: RuleID = "schema-missing-attribute"
  /// A second block, or an attribute beside the block, where Nomad takes one. `reference/jobspec.md` section 3.4.
  public static let schemaDuplicateBlock: RuleID = "schema-duplicate-block"
  /// Fewer labels than the block takes: `group {`.
  public static let schemaMissingLabel: RuleID = "schema-missing-label"
  /// More labels than the block takes: `resources "small" {`.
  public static let schemaExtraLabel: RuleID = "schema-extra-label"
  /// A second block that silently takes the place of the first (a warning). `reference/jobspec.md` section 3.4.
  public static let schemaRepeatedBlock: RuleID = "schema-repeated-block"
  /// The same for two blocks of one label, such as two `volume "data"` of a group (a warning).
  public static let schemaRepeatedLabel: RuleID = "schema-repeated-label"
  /// A value that does not convert to what the attribute takes. `reference/jobspec.md` section 3.3.
  public static let schemaWrongType: RuleID = "schema-wrong-type"
  /// A number beyond the attribute's range, or one too large to be sent to a server.
  public static let schemaOutOfRange: RuleID = "schema-out-of-range"
  /// A fraction that Nomad cuts off without a word, as of the `weight` of an affinity (a warning).
  public static let schemaFractionCut: RuleID = "schema-fraction-cut"
  /// A name twice in one object of a job file in HCL's JSON form. `reference/jobspec.md` section 8.
  public static let schemaDuplicateName: RuleID = "schema-duplicate-name"
  /// A name twice, in any letter case, in one object of API JSON: of two values the last counts (a warning).
  public static let schemaRepeatedName: RuleID = "schema-repeated-name"
  /// `null` for an attribute that must have a value where it is given. `reference/jobspec.md` section 3.3.
  public static let schemaNull: RuleID = "schema-null"
  /// A block inside one that holds texts by name, such as `meta` or `env`. `reference/jobspec.md` section 3.4.
  public static let schemaBlockAmongTexts: RuleID = "schema-block-among-texts"
  /// A `dynamic` block from which no blocks can be made. `reference/jobspec.md` section 3.2.
  public static let schemaMalformedDynamic: RuleID = "schema-malformed-dynamic"
  /// No object where HCL's JSON form needs one to stand for a block. `reference/jobspec.md` section 8.
  public static let schemaJSONShape: RuleID = "schema-json-shape"
}

extension Diagnostic {
  static func extraLabel(_ block: BlockSource, allowed: Int, at range: SourceRange? = nil) -> Diagnostic {
    let extra = range ?? (block.labels.indices.contains(allowed) ? block.labels[allowed].range : block.headerRange)
    let count = allowed == 0 ? "no label" : allowed == 1 ? "one label only" : "\(allowed) labels only"
    return Diagnostic(
      .error, .schemaExtraLabel, "\"\(block.type)\" takes \(count)", at: extra,
      help: allowed == 0 ? "write it as: \(block.type) {" : nil)
  }

  static func missingLabel(_ block: BlockSource, _ label: String) -> Diagnostic {
    Diagnostic(
      .error, .schemaMissingLabel, "\"\(block.type)\" needs a label: its \(label)", at: block.typeRange,
      help: "write it as: \(block.type) \"\(label == "name" ? "my-\(block.type)" : label)\" {")
  }

  static func missingRequired(_ name: String, in block: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .schemaMissingAttribute, "\"\(block)\" needs the attribute \"\(name)\"", at: range)
  }

  static func duplicateBlock(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaDuplicateBlock, "\"\(name)\" may stand here only once", at: range,
      related: [Related("first written here", first)], help: "put both together, or remove one")
  }

  static func repeatedLabel(_ block: BlockSource, _ label: String, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .schemaRepeatedLabel, "\"\(block.type)\" has the label \"\(label)\" a second time",
      at: block.labels.first?.range ?? block.headerRange, detail: "Nomad keeps the last one and says nothing.",
      related: [Related("this one has no effect", first)])
  }

  /// A name that stands twice in an object of HCL's JSON form, where the native form could not have it either.
  static func duplicateName(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaDuplicateName, "\"\(name)\" is set twice", at: range,
      related: [Related("first set here", first)], help: "remove one of the two")
  }

  /// A name that stands twice in an object of API JSON.
  static func repeatedName(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .schemaRepeatedName, "\"\(name)\" stands here a second time", at: range,
      detail: "Nomad reads both, and of what is said twice takes the last.",
      related: [Related("the first one", first)], help: "remove one of the two")
  }

  static func replacedBlock(_ block: BlockSource, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, .schemaRepeatedBlock, "\"\(block.type)\" stands here a second time", at: block.headerRange,
      detail: "Nomad keeps the last one and says nothing.", related: [Related("this one has no effect", first)],
      help: "remove one of the two")
  }

  static func attributeForBlock(
    _ attribute: AttributeSource, _ facts: FieldFacts, hint: String? = nil
  ) -> Diagnostic {
    let labels = facts.labels.map { " \"\($0)\"" }.joined()
    var help = "write it as a block: \(attribute.name)\(labels) { … }"
    if case .expression(let expression) = attribute.content, case .tuple = expression.kind {
      help =
        facts.form == .blocks || facts.form == .keyedBlocks
        ? "write one block for each item: \(attribute.name)\(labels) { … }" : help
    }
    return Diagnostic(
      .error, .schemaAttributeForBlock, "\"\(attribute.name)\" is a block, not an attribute", at: attribute.nameRange,
      help: hint ?? help)
  }

  static func blockForAttribute(_ block: BlockSource, _ facts: FieldFacts) -> Diagnostic {
    let help =
      switch facts.typeName {
      case "map(string)": "write it with an equals sign: \(block.type) = { … }"
      case let name where name.hasPrefix("list("): "write it as: \(block.type) = [ … ]"
      default: "write it as: \(block.type) = …"
      }
    return Diagnostic(
      .error, .schemaBlockForAttribute, "\"\(block.type)\" is an attribute, not a block", at: block.headerRange,
      help: help)
  }

  static func blockAmongTexts(_ name: String, in block: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaBlockAmongTexts, "\"\(block)\" holds names with values only, no block \"\(name)\"", at: range,
      help: "give each name a text: \(name) = \"…\"")
  }

  static func wrongType(
    _ name: String, _ wanted: String, found: String, at range: SourceRange, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(.error, .schemaWrongType, "\"\(name)\" takes \(wanted), not \(found)", at: range, help: help)
  }

  static func outOfRange(
    _ name: String, _ number: Int, _ range: ClosedRange<Int>, at place: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, .schemaOutOfRange,
      "\"\(name)\" takes a number from \(range.lowerBound) to \(range.upperBound), not \(number)", at: place)
  }

  static func numberBeyondDoubles(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaOutOfRange, "this number is too large to be sent to a server", at: range,
      help: "the largest is about 1.8e308; quotes make it text")
  }

  static func fractionCut(_ attribute: AttributeSource, _ number: Number) -> Diagnostic {
    Diagnostic(
      .warning, .schemaFractionCut,
      "\"\(attribute.name)\" takes a whole number: \(number) counts as \(number.truncated)", at: attribute.valueRange,
      detail: "Nomad cuts the fraction off and says nothing.", help: "write \(number.truncated)")
  }

  static func nullValue(_ attribute: AttributeSource, _ wanted: String) -> Diagnostic {
    Diagnostic(
      .error, .schemaNull, "\"\(attribute.name)\" takes \(wanted), not null", at: attribute.valueRange,
      help: "leave the attribute out where it has no value")
  }

  static func jsonBodyNotObject(_ found: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, .schemaJSONShape, "the content of a block is an object, not \(found)", at: range)
  }

  static func jsonBlockNotObject(_ name: String, _ found: String, at range: SourceRange, labels: Int) -> Diagnostic {
    Diagnostic(
      .error, .schemaJSONShape, "\"\(name)\" is a block: it takes an object, not \(found)", at: range,
      help: labels == 0 ? nil : "around what it holds stands its label: \"\(name)\": {\"my-\(name)\": {…}}")
  }

  static func wrongJSONType(
    _ name: String, _ wanted: String, _ found: String, _ node: JSONNode, _ help: String?
  ) -> Diagnostic {
    Diagnostic(.error, .schemaWrongType, "\"\(name)\" takes \(wanted), not \(found)", at: node.range, help: help)
  }
}

extension Diagnostic {
  static func dynamicNeedsOneLabel(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaMalformedDynamic, "\"dynamic\" needs one label: the type of the blocks to make", at: range,
      help: "write it as: dynamic \"constraint\" {")
  }

  static func dynamicWithoutContent(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaMalformedDynamic, "\"dynamic\" for \"\(type)\" has no \"content\" block", at: range,
      help: "put what each block shall hold into: content { … }")
  }

  static func dynamicForAttribute(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaMalformedDynamic, "\"dynamic\" makes blocks; \"\(name)\" is an attribute", at: range,
      help: "give it a value with an expression: \(name) = …")
  }

  static func dynamicWithoutForEach(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaMissingAttribute, "\"dynamic\" for \"\(type)\" needs the attribute \"for_each\"", at: range,
      help: "say for what each block is made: for_each = [ … ]")
  }

  static func dynamicContentTwice(_ type: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaMalformedDynamic, "\"dynamic\" for \"\(type)\" has a second \"content\" block", at: range,
      related: [Related("first written here", first)])
  }

  static func dynamicWithoutLabels(_ type: String, _ labels: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaMalformedDynamic,
      "\"dynamic\" for \"\(type)\" needs \"labels\": each \"\(type)\" has a \(labels.first ?? "label")",
      at: range, help: "add: labels = [\(type).value]")
  }

  static func dynamicLabelCount(_ type: String, _ labels: [String], found: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaMalformedDynamic,
      "\"\(type)\" takes \(labels.isEmpty ? "no label" : labels.count == 1 ? "one label" : "\(labels.count) labels"), not \(found)",
      at: range, help: labels.isEmpty ? "leave \"labels\" out" : nil)
  }

  static func dynamicTooManyBlocks(_ type: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaMalformedDynamic, "\"dynamic\" for \"\(type)\" makes more blocks than any job needs", at: range)
  }

  static func unknownInDynamic(_ name: String, at range: SourceRange) -> Diagnostic {
    let known = ["for_each", "iterator", "labels", "content"]
    let nearest = NameSuggestion.nearest(to: name, among: known)
    return Diagnostic(
      .error, .schemaMalformedDynamic, "\"dynamic\" has no \"\(name)\"", at: range,
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "what each block shall hold stands inside \"content\"")
  }

  static func malformedIterator(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, .schemaMalformedDynamic, "\"iterator\" takes a bare word: the name by which the content calls each item",
      at: range, help: "write it as: iterator = item")
  }
}
