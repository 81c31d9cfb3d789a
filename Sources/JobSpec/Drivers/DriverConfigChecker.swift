public import HCLParser

/// Holds the configuration of a task against what its driver takes.
///
/// Silent about drivers that are not known, about values with a runtime reference in them, and about what has no value
/// in this run.
public struct DriverConfigChecker: Sendable {
  private let schema: DriverSchema
  private var diagnostics: [Diagnostic] = []

  /// What the driver of a task would object to in its `config`.
  public static func diagnostics(of task: Task) -> [Diagnostic] {
    guard let schema = DriverSchema.named(task.driver) else { return [] }
    let range = task.range(of: \.config)
    return diagnostics(of: task.config ?? FreeFormBody(), schema, at: range)
  }

  /// What a driver would object to in a configuration that is written at `range`.
  public static func diagnostics(
    of config: FreeFormBody, _ schema: DriverSchema, at range: SourceRange
  ) -> [Diagnostic] {
    var checker = DriverConfigChecker(schema: schema)
    checker.check(config, schema.fields, of: nil, at: range)
    checker.checkCombinations(config, at: range)
    return checker.diagnostics
  }

  private init(schema: DriverSchema) { self.schema = schema }

  private mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// A body against its fields: the configuration itself, or a block inside it.
  private mutating func check(_ body: FreeFormBody, _ fields: [DriverField], of block: String?, at range: SourceRange) {
    // Names that a key was probably meant to be: they are not missing as well.
    var meant: [String] = []
    for member in body.members {
      guard let field = fields.named(member.name) else {
        // A name that only the client completes, or that stands where the text is broken.
        if member.name.holds("${") { continue }
        let free = fields.map(\.name).filter { body[$0] == nil }
        let hint = block == nil ? schema.hints[member.name] : nil
        let nearest = hint == nil ? NameSuggestion.nearest(to: member.name, among: free) : nil
        if let nearest { meant.append(nearest) }
        report(.unknownKey(member.name, hint, nearest, block, schema, at: member.namePlace.range ?? range))
        continue
      }
      if let replacement = field.replacement {
        report(.deprecatedKey(member.name, replacement, at: member.namePlace.range ?? range))
      }
      check(member.value, field, field.kind, at: member.value.place.range ?? range)
    }
    for field in fields where field.isRequired && !meant.contains(field.name) {
      switch body[field.name]?.content {
      case nil, .null: report(.missingKey(field.name, block, schema, at: range))
      default: break
      }
    }
  }

  private mutating func checkCombinations(_ body: FreeFormBody, at range: SourceRange) {
    func isGiven(_ key: String) -> Bool { body[key].map { $0.content != .null } ?? false }
    for choice in schema.neededChoices where !choice.contains(where: isGiven) {
      report(.missingChoice(choice, schema, at: range))
    }
    for keys in schema.exclusiveKeys {
      let given = keys.compactMap { body.member(named: $0) }.filter { $0.value.content != .null }
      if given.count > 1 { report(.exclusiveKeys(given, at: given[1].namePlace.range ?? range)) }
    }
    for (key, needed) in schema.dependentKeys where isGiven(key) && !isGiven(needed) {
      report(.uselessKey(key, needed, at: body.member(named: key)?.namePlace.range ?? range))
    }
  }

  /// A value against the kind that a key takes.
  private mutating func check(
    _ value: FreeFormValue, _ field: DriverField, _ kind: DriverField.Kind, at range: SourceRange
  ) {
    // Null unsets a key; what is not known now, or only on the client, cannot be judged.
    if value.isOpen { return }
    switch kind {
    case .string:
      guard let text = value.primitiveText else { return report(.wrongType(field.name, kind, value, at: range)) }
      if !field.words.isEmpty, !text.isEmpty, !field.words.contains(where: { $0.isSame(as: text) }) {
        report(.unknownWord(text, field, at: range))
      }
    case .number:
      if !value.isNumber { report(.wrongType(field.name, kind, value, at: range)) }
    case .bool:
      if !value.isBool { report(.wrongType(field.name, kind, value, at: range)) }
    case .strings: checkTexts(value, field, kind, at: range)
    case .stringOrStrings:
      if value.primitiveText == nil { checkTexts(value, field, kind, at: range) }
    case .map(let kind): checkMap(value, field, of: kind, at: range)
    case .block(let fields), .blocks(let fields): checkBlocks(value, field, fields, at: range)
    }
  }

  private mutating func checkTexts(
    _ value: FreeFormValue, _ field: DriverField, _ kind: DriverField.Kind, at range: SourceRange
  ) {
    guard let items = value.items else { return report(.wrongType(field.name, kind, value, at: range)) }
    for item in items where !item.isOpen && item.primitiveText == nil {
      report(.wrongItem(field.name, item, at: item.place.range ?? range))
    }
  }

  private mutating func checkMap(
    _ value: FreeFormValue, _ field: DriverField, of kind: DriverField.Kind, at range: SourceRange
  ) {
    guard let items = value.items else {
      // Drivers take a list of maps; only a block, or a map spelled out, becomes one on its own.
      return report(
        value.body == nil ? .wrongType(field.name, field.kind, value, at: range) : .bareMap(field.name, at: range))
    }
    for item in items where !item.isOpen {
      guard let body = item.body else {
        report(.wrongType(field.name, field.kind, item, at: item.place.range ?? range))
        continue
      }
      for member in body.members {
        let inner = DriverField(member.name, kind, "")
        check(member.value, inner, kind, at: member.value.place.range ?? range)
      }
    }
  }

  private mutating func checkBlocks(
    _ value: FreeFormValue, _ field: DriverField, _ fields: [DriverField], at range: SourceRange
  ) {
    let items = value.items ?? [value]
    if case .block = field.kind, items.count > 1 {
      report(.repeatedBlock(field.name, at: items[1].place.range ?? range))
    }
    for item in items where !item.isOpen {
      guard let body = item.body else {
        report(.wrongType(field.name, field.kind, item, at: item.place.range ?? range))
        continue
      }
      check(body, fields, of: field.name, at: item.place.range ?? range)
    }
  }
}

extension FreeFormValue {
  /// Null, not known now, or a text that only the client completes.
  fileprivate var isOpen: Bool {
    switch content {
    case .null, .unknown: true
    case .string(let text): text.utf8.contains(UInt8(ascii: "$")) && text.holds("${")
    default: false
    }
  }

  /// What a driver reads where it wants a text: numbers and bools become one.
  fileprivate var primitiveText: String? {
    switch content {
    case .string(let text): text
    case .number(let number): number.description
    case .bool(let truth): truth ? "true" : "false"
    default: nil
    }
  }

  fileprivate var isNumber: Bool {
    switch content {
    case .number: true
    case .string(let text): Number(decimal: text) != nil
    default: false
    }
  }

  fileprivate var isBool: Bool {
    switch content {
    case .bool: true
    case .string(let text): ["true", "false", "1", "0"].contains(text)
    default: false
    }
  }

  fileprivate var kindName: String {
    switch content {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "text"
    case .list: "a list"
    case .object: "a map"
    case .unknown: "a value that is not known yet"
    }
  }
}

extension DriverField.Kind {
  fileprivate var wanted: String {
    switch self {
    case .string: "text"
    case .number: "a number"
    case .bool: "true or false"
    case .strings: "a list of texts"
    case .stringOrStrings: "text or a list of texts"
    case .map: "a map"
    case .block, .blocks: "a block"
    }
  }
}

extension Fix {
  /// A value made the one item of a list. Not safe: what should be several items may stand in one text.
  fileprivate static func inBrackets(_ range: SourceRange) -> Fix {
    Fix(
      "put it in brackets",
      edits: [
        TextEdit(.empty(at: range.start, source: range.source), "["),
        TextEdit(.empty(at: range.end, source: range.source), "]"),
      ], isSafe: false)
  }
}

extension Diagnostic {
  fileprivate static func unknownKey(
    _ name: String, _ hint: String?, _ nearest: String?, _ block: String?, _ schema: DriverSchema,
    at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "driver-unknown-key",
      block.map { "\"\($0)\" of driver \"\(schema.name)\" has no key \"\(name)\"" }
        ?? "driver \"\(schema.name)\" has no key \"\(name)\"",
      at: range, help: hint ?? nearest.map { "did you mean \"\($0)\"?" },
      fixes: nearest.map { [Fix("write \"\($0)\"", edits: [TextEdit(range, $0)], isSafe: false)] } ?? [])
  }

  fileprivate static func missingKey(
    _ name: String, _ block: String?, _ schema: DriverSchema, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "driver-missing-key",
      block.map { "\"\($0)\" of driver \"\(schema.name)\" needs \"\(name)\"" }
        ?? "driver \"\(schema.name)\" needs \"\(name)\"", at: range)
  }

  fileprivate static func missingChoice(
    _ names: [String], _ schema: DriverSchema, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, "driver-missing-key",
      "driver \"\(schema.name)\" needs \(names.map { "\"\($0)\"" }.joined(separator: " or "))", at: range)
  }

  fileprivate static func wrongType(
    _ name: String, _ kind: DriverField.Kind, _ value: FreeFormValue, at range: SourceRange
  ) -> Diagnostic {
    var help: String?
    var fixes: [Fix] = []
    if case .strings = kind, value.primitiveText != nil {
      help = "put it in brackets: \(name) = [\"…\"]"
      fixes = [.inBrackets(range)]
    }
    return Diagnostic(
      .error, "driver-wrong-type", "\"\(name)\" takes \(kind.wanted), not \(value.kindName)", at: range, help: help,
      fixes: fixes)
  }

  fileprivate static func wrongItem(_ name: String, _ item: FreeFormValue, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "driver-wrong-type", "each item of \"\(name)\" is text, not \(item.kindName)", at: range)
  }

  fileprivate static func bareMap(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "driver-wrong-type", "\"\(name)\" takes a block, or a map spelled out in its place", at: range,
      detail: "A map that is computed reaches the driver as it is, and the driver wants it inside a list.",
      help: "put it in brackets: \(name) = [ … ]", fixes: [.inBrackets(range)])
  }

  fileprivate static func unknownWord(_ text: String, _ field: DriverField, at range: SourceRange) -> Diagnostic {
    let nearest = NameSuggestion.nearest(to: text, among: field.words).map { "did you mean \"\($0)\"?" }
    return Diagnostic(
      .error, "driver-unknown-word", "\"\(field.name)\" cannot be \"\(text)\"", at: range,
      detail: "It takes \(field.words.map { "\"\($0)\"" }.joined(separator: ", ")).", help: nearest)
  }

  fileprivate static func repeatedBlock(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, "driver-repeated-block", "there can be only one \"\(name)\"", at: range)
  }

  fileprivate static func exclusiveKeys(_ members: [FreeFormBody.Member], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, "driver-exclusive-keys", "\"\(members[1].name)\" cannot be given together with \"\(members[0].name)\"",
      at: range, related: members[0].namePlace.range.map { [Related("given here", $0)] } ?? [])
  }

  fileprivate static func uselessKey(_ name: String, _ needed: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "driver-useless-key", "\"\(name)\" has no effect without \"\(needed)\"", at: range)
  }

  fileprivate static func deprecatedKey(_ name: String, _ replacement: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, "driver-deprecated-key", "\"\(name)\" is deprecated", at: range,
      help: "use \"\(replacement)\" instead")
  }
}
