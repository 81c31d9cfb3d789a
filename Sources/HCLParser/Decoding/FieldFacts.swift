/// What a change of a field does to a task that runs. `reference/scheduler.md` section 1.7.
public enum ChangeKind: Sendable, Hashable, Comparable {
  case none
  /// The new version reaches running allocations without a restart.
  case inPlace
  /// Running allocations are stopped and new ones started.
  case destructive
}

/// How a field is written.
public enum FieldForm: Sendable, Hashable {
  /// Between the block's type and its brace.
  case label
  /// `name = value`.
  case attribute
  /// `name { … }`, once.
  case block
  /// `name { … }`, any number of times, in order.
  case blocks
  /// `name "label" { … }`; of equal labels the last wins.
  case keyedBlocks
  /// `name { any = "text" }`.
  case freeBlock
  /// The same, and `name = { any = "text" }` too.
  case freeBlockOrAttribute
  /// `name { … }` with whatever it holds.
  case freeForm
  /// In API JSON only.
  case jsonOnly

  /// True for what is written with braces and no equals sign.
  public var isBlock: Bool {
    switch self {
    case .block, .blocks, .keyedBlocks, .freeBlock, .freeBlockOrAttribute, .freeForm: true
    case .label, .attribute, .jsonOnly: false
    }
  }
}

/// Since when a field should not be used, and what instead.
public struct Deprecation: Sendable, Hashable {
  /// The first release that advised against it.
  public var since: String
  /// What to write instead.
  public var replacement: String?
  /// What the server does with it today: `parsed, ignored since 1.10`.
  public var effect: String

  public init(since: String, replacement: String? = nil, effect: String) {
    self.since = since
    self.replacement = replacement
    self.effect = effect
  }
}

/// What a field holds; its name is made when it is asked for.
enum FieldType: Sendable {
  case kind(ValueKind)
  case model(@Sendable () -> String)
  case named(String)
}

/// What is to be said of one field, whatever the model it belongs to. One row for decoding, JSON, docs, diff, suggestions.
public struct FieldFacts: Sendable {
  /// The name in HCL; empty where the field has none.
  public var name: String
  /// The name in API JSON; empty where the field has none.
  public var jsonName: String
  /// How the field is written.
  public var form: FieldForm
  /// The type as docs call it: `string`, `duration`, `list(string)`; for a block the name of its model.
  public var typeName: String {
    switch type {
    case .kind(let kind): kind.type.typeName
    case .model(let name): name()
    case .named(let name): name
    }
  }
  private let type: FieldType
  /// One line: what the field is.
  public var summary: String
  /// True where decoding fails without it.
  public var isRequired = false
  /// Since when it should not be used, if so.
  public var deprecation: Deprecation?
  /// The first release that knows the field, where it is not as old as 1.0.
  public var since: String?
  /// The value in force where none is given, as written in a file.
  public var defaultText: String?
  /// The values accepted, where they are few.
  public var choices: [String] = []
  /// The numbers that it can hold, where they are fewer than 64 bits.
  public var range: ClosedRange<Int>?
  /// What a change of it does to a running task.
  public var change = ChangeKind.inPlace
  /// The schema of the block, where the field is one.
  public var nested: (@Sendable () -> SchemaFacts)? {
    guard let schema = nestedSchema else { return nil }
    return { schema().facts }
  }
  /// True where API JSON leaves the field out when it is not set, instead of saying null.
  public var omitsWhenUnset = false
  /// The names of the labels the block takes.
  public var labels: [String] { nestedSchema?().labels ?? [] }
  /// Asked only when wanted: the schema of a block that a file does not have is never made.
  var nestedSchema: (@Sendable () -> SchemaCore)?

  init(name: String, jsonName: String, form: FieldForm, type: FieldType, summary: String) {
    self.name = name
    self.jsonName = jsonName
    self.form = form
    self.type = type
    self.summary = summary
  }
}

/// What is to be said of one block, whatever its model.
public struct SchemaFacts: Sendable {
  /// The block's type as written.
  public var name: String
  /// One line: what the block is.
  public var summary: String
  /// One for each field.
  public var fields: [FieldFacts]
  /// Help for names that do not belong here, by name.
  public var hints: [String: String]
}
