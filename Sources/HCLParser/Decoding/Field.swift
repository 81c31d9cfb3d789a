import Synchronization

/// One field of a model: what is to be said of it, and how it is read and written.
///
/// Key paths and what depends on them are made when a field is first met: a program that reads one file meets few fields,
/// and making all of them takes longer than the rest of its work.
public struct Field<Model: BlockModel>: Sendable {
  /// What is to be said of the field.
  public var facts: FieldFacts
  /// True where a second block replaces the first without complaint.
  let lastWins: Bool
  let storage: FieldStorage<Model>

  init(
    _ facts: FieldFacts, _ keyPath: @autoclosure @escaping @Sendable () -> (any PartialKeyPath<Model> & Sendable)?,
    _ access: @autoclosure @escaping @Sendable () -> any FieldAccess<Model>, lastWins: Bool = false
  ) {
    self.facts = facts
    self.lastWins = lastWins
    storage = FieldStorage { FieldStorage<Model>.Parts(keyPath(), access()) }
  }

  /// Where the value is stored, if in one place.
  public var keyPath: (any PartialKeyPath<Model> & Sendable)? { storage.parts.keyPath }
  var access: any FieldAccess<Model> { storage.parts.access }

  /// The value of the field as API JSON.
  public func json(_ model: Model) -> JSONValue { access.json(model) }
  /// Whether two models have the same value here.
  public func areEqual(_ left: Model, _ right: Model) -> Bool { access.areEqual(left, right) }
  /// False where the model has the value that stands for "not given".
  public func isSet(_ model: Model) -> Bool { access.isSet(model) }
}

/// What a field is made of once it is met.
final class FieldStorage<Model: BlockModel>: Sendable {
  final class Parts: Sendable {
    let keyPath: (any PartialKeyPath<Model> & Sendable)?
    /// The offset of the value in the model, if it lies at a fixed one.
    let offset: Int?
    let access: any FieldAccess<Model>

    init(_ keyPath: (any PartialKeyPath<Model> & Sendable)?, _ access: any FieldAccess<Model>) {
      self.keyPath = keyPath
      offset = (keyPath as PartialKeyPath<Model>?).flatMap { MemoryLayout<Model>.offset(of: $0) }
      self.access = access
    }
  }

  private let make: @Sendable () -> Parts
  private let made = AtomicLazyReference<Parts>()

  init(_ make: @escaping @Sendable () -> Parts) { self.make = make }

  var parts: Parts { made.load() ?? made.storeIfNil(make()) }

  /// Whether the field is stored at `keyPath`, whose offset is given if it has one.
  func isStored(at keyPath: PartialKeyPath<Model>, offset: Int?) -> Bool {
    let parts = self.parts
    // Comparing key paths is slow.
    return parts.offset == offset && (parts.keyPath as PartialKeyPath<Model>?) == keyPath
  }
}

/// A key path that may be sent between tasks, as those of the field tables are: they capture nothing.
public typealias FieldPath<Model, Value> = any WritableKeyPath<Model, Value> & Sendable

extension Field {
  /// `name = value`.
  public static func attribute<Value: ValueConvertible>(
    _ name: String, _ jsonName: String, _ path: @autoclosure @escaping @Sendable () -> FieldPath<Model, Value>,
    _ summary: String, required: Bool = false,
    in range: ClosedRange<Int>? = nil, default defaultText: String? = nil, choices: [String] = [],
    since: String? = nil, deprecated: Deprecation? = nil, change: ChangeKind = .inPlace, nullKeeps: Bool = false
  ) -> Field {
    var facts = FieldFacts(
      name: name, jsonName: jsonName, form: .attribute, typeName: Value.typeName, summary: summary)
    facts.isRequired = required
    facts.range = range
    facts.defaultText = defaultText
    facts.choices = choices
    facts.since = since
    facts.deprecation = deprecated
    facts.change = change
    return Field(facts, path(), AttributeAccess(path: path(), nullKeeps: nullKeeps))
  }

  /// An attribute that stands for others: `version = "1"` for `operator = "version"`, `value = "1"`. It has no JSON.
  ///
  /// `targets` are the fields whose value it gives; they get its place.
  public static func shorthand(
    _ name: String, _ typeName: String, _ summary: String,
    for targets: @autoclosure @escaping @Sendable () -> [any PartialKeyPath<Model> & Sendable],
    deprecated: Deprecation? = nil, _ apply: @escaping @Sendable (inout Model, String) -> Void
  ) -> Field {
    var facts = FieldFacts(name: name, jsonName: "", form: .attribute, typeName: typeName, summary: summary)
    facts.deprecation = deprecated
    return Field(facts, nil, ShorthandAccess(targets: targets(), apply: apply))
  }

  /// The text between the block's type and its brace.
  public static func label(
    _ name: String, _ jsonName: String, _ path: @autoclosure @escaping @Sendable () -> FieldPath<Model, String>,
    _ summary: String,
    change: ChangeKind = .inPlace
  ) -> Field {
    var facts = FieldFacts(name: name, jsonName: jsonName, form: .label, typeName: "string", summary: summary)
    facts.change = change
    return Field(facts, path(), LabelAccess(path: path()))
  }

  /// What only API JSON carries.
  public static func json<Value: ValueConvertible>(
    _ jsonName: String, _ path: @autoclosure @escaping @Sendable () -> FieldPath<Model, Value>, _ summary: String
  ) -> Field {
    var facts = FieldFacts(
      name: "", jsonName: jsonName, form: .jsonOnly, typeName: Value.typeName, summary: summary)
    facts.change = .none
    return Field(facts, path(), AttributeAccess(path: path(), nullKeeps: true))
  }

  /// A block that may stand once. `lastWins`: a second one replaces the first without complaint, as Nomad has it.
  /// `fieldsDecide`: where both versions have the block, what a change does is for its own fields to say.
  public static func block<Child: BlockModel>(
    _ name: String, _ jsonName: String, _ path: @autoclosure @escaping @Sendable () -> FieldPath<Model, Child?>,
    _ summary: String,
    schema: @escaping @Sendable () -> BlockSchema<Child> = { Child.schema }, lastWins: Bool = false,
    omitsWhenUnset: Bool = false, since: String? = nil, deprecated: Deprecation? = nil, change: ChangeKind = .inPlace,
    fieldsDecide: Bool = false
  ) -> Field {
    var facts = FieldFacts(
      name: name, jsonName: jsonName, form: name.isEmpty ? .jsonOnly : .block, typeName: "\(Child.self)",
      summary: summary)
    facts.since = since
    facts.deprecation = deprecated
    facts.change = change
    facts.omitsWhenUnset = omitsWhenUnset
    facts.nested = { schema().facts }
    facts.nestedLabels = { schema().labels }
    return Field(
      facts, path(), BlockAccess(path: path(), schema: schema, fieldsDecide: fieldsDecide), lastWins: lastWins)
  }

  /// A block that may stand any number of times; the order is kept. `isEmptyList` says of a model without such blocks
  /// whether API JSON has an empty list for them, instead of null.
  public static func blocks<Child: BlockModel>(
    _ name: String, _ jsonName: String, _ path: @autoclosure @escaping @Sendable () -> FieldPath<Model, [Child]>,
    _ summary: String,
    schema: @escaping @Sendable () -> BlockSchema<Child> = { Child.schema }, since: String? = nil,
    deprecated: Deprecation? = nil, change: ChangeKind = .inPlace, fieldsDecide: Bool = false,
    isEmptyList: @escaping @Sendable (Model) -> Bool = { _ in false }
  ) -> Field {
    var facts = FieldFacts(
      name: name, jsonName: jsonName, form: name.isEmpty ? .jsonOnly : .blocks, typeName: "\(Child.self)",
      summary: summary)
    facts.since = since
    facts.deprecation = deprecated
    facts.change = change
    facts.nested = { schema().facts }
    facts.nestedLabels = { schema().labels }
    return Field(
      facts, path(), BlocksAccess(path: path(), schema: schema, fieldsDecide: fieldsDecide, isEmptyList: isEmptyList))
  }

  /// A block with a label that names it; in JSON a map. Of equal labels the last wins, and a warning says so.
  public static func keyedBlocks<Child: BlockModel>(
    _ name: String, _ jsonName: String, _ path: @autoclosure @escaping @Sendable () -> FieldPath<Model, [Child]>,
    key: @autoclosure @escaping @Sendable () -> FieldPath<Child, String>,
    _ summary: String, since: String? = nil, change: ChangeKind = .inPlace
  ) -> Field {
    var facts = FieldFacts(
      name: name, jsonName: jsonName, form: .keyedBlocks, typeName: "\(Child.self)", summary: summary)
    facts.since = since
    facts.change = change
    facts.nested = { Child.schema.facts }
    facts.nestedLabels = { Child.schema.labels }
    return Field(facts, path(), KeyedBlocksAccess(path: path(), key: key()))
  }

  /// A block of free names and texts, as an attribute too where `orAttribute` says so.
  public static func texts(
    _ name: String, _ jsonName: String, _ path: @autoclosure @escaping @Sendable () -> FieldPath<Model, StringMap?>,
    _ summary: String,
    orAttribute: Bool = false, since: String? = nil, change: ChangeKind = .inPlace
  ) -> Field {
    var facts = FieldFacts(
      name: name, jsonName: jsonName, form: orAttribute ? .freeBlockOrAttribute : .freeBlock, typeName: "map(string)",
      summary: summary)
    facts.since = since
    facts.change = change
    return Field(facts, path(), TextsAccess(path: path(), allowsAttribute: orAttribute))
  }

  /// A block of free names and lists of texts.
  public static func textLists(
    _ name: String, _ jsonName: String, _ path: @autoclosure @escaping @Sendable () -> FieldPath<Model, StringListMap?>,
    _ summary: String
  ) -> Field {
    let facts = FieldFacts(
      name: name, jsonName: jsonName, form: .freeBlock, typeName: "map(list(string))", summary: summary)
    return Field(facts, path(), TextListsAccess(path: path()))
  }

  /// A block that no schema describes.
  public static func freeForm(
    _ name: String, _ jsonName: String, _ path: @autoclosure @escaping @Sendable () -> FieldPath<Model, FreeFormBody?>,
    _ summary: String,
    since: String? = nil, change: ChangeKind = .inPlace
  ) -> Field {
    var facts = FieldFacts(name: name, jsonName: jsonName, form: .freeForm, typeName: "any", summary: summary)
    facts.since = since
    facts.change = change
    return Field(facts, path(), FreeFormAccess(path: path()))
  }
}
