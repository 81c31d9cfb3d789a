/// One field of a model: what is to be said of it, and how it is read and written.
///
/// The functions that make one are inlined where a table calls them: the compiler then turns each key path into the
/// offset of its property. Key paths themselves are slow to make, and a program that reads one file would make hundreds.
@frozen public struct Field<Model>: Sendable {
  @usableFromInline let core: FieldCore

  @usableFromInline @inline(__always) init(_ core: FieldCore) { self.core = core }

  /// What is to be said of the field.
  public var facts: FieldFacts { core.facts }

  /// The value of the field as API JSON.
  public func json(_ model: Model) -> JSONValue { withUnsafePointer(to: model) { core.access.json($0) } }
  /// Whether two models have the same value here.
  public func areEqual(_ left: Model, _ right: Model) -> Bool {
    withUnsafePointer(to: left) { left in withUnsafePointer(to: right) { core.access.areEqual(left, $0) } }
  }
  /// False where the model has the value that stands for "not given".
  public func isSet(_ model: Model) -> Bool { withUnsafePointer(to: model) { core.access.isSet($0) } }
}

extension Field where Model: BlockModel {
  /// `name = value`.
  @inlinable @inline(__always)
  public static func attribute<Value: ValueConvertible>(
    _ name: String, _ jsonName: String, _ path: WritableKeyPath<Model, Value>, _ summary: String,
    required: Bool = false, in range: ClosedRange<Int>? = nil, default defaultText: String? = nil,
    choices: [String] = [], since: String? = nil, deprecated: Deprecation? = nil, change: ChangeKind = .inPlace,
    nullKeeps: Bool = false, cutsFractions: Bool = false
  ) -> Field {
    Field(
      FieldCore(
        attribute: name, jsonName, MemoryLayout<Model>.offset(of: path), Value.kind, summary, isRequired: required,
        range, defaultText, choices, since, deprecated, change, nullKeeps: nullKeeps, cutsFractions: cutsFractions))
  }

  /// An attribute that stands for others: `version = "1"` for `operator = "version"`, `value = "1"`. It has no JSON.
  ///
  /// `targets` are the fields whose value it gives; they get its place. Of the type `bool` it takes true or false only,
  /// and hands on "true" or "false".
  public static func shorthand(
    _ name: String, _ typeName: String, _ summary: String,
    for targets: @autoclosure @escaping @Sendable () -> [any PartialKeyPath<Model> & Sendable],
    deprecated: Deprecation? = nil, _ apply: @escaping @Sendable (inout Model, String) -> Void
  ) -> Field {
    var facts = FieldFacts(name: name, jsonName: "", form: .attribute, type: .named(typeName), summary: summary)
    facts.deprecation = deprecated
    let access = ShorthandAccess(
      targets: { targets().compactMap { Model.schema.index(of: $0) } }, isBool: typeName == "bool",
      apply: { apply(&$0.field(0, as: Model.self).pointee, $1) })
    return Field(FieldCore(facts, nil, .made(access)))
  }

  /// The text between the block's type and its brace.
  @inlinable @inline(__always)
  public static func label(
    _ name: String, _ jsonName: String, _ path: WritableKeyPath<Model, String>, _ summary: String,
    change: ChangeKind = .inPlace
  ) -> Field {
    Field(FieldCore(label: name, jsonName, MemoryLayout<Model>.offset(of: path), summary, change))
  }

  /// What only API JSON carries.
  @inlinable @inline(__always)
  public static func json<Value: ValueConvertible>(
    _ jsonName: String, _ path: WritableKeyPath<Model, Value>, _ summary: String
  ) -> Field {
    Field(FieldCore(jsonOnly: jsonName, MemoryLayout<Model>.offset(of: path), Value.kind, summary))
  }

  /// A block that may stand once. `lastWins`: a second one replaces the first without complaint, as Nomad has it.
  /// `fieldsDecide`: where both versions have the block, what a change does is for its own fields to say.
  @inlinable @inline(__always)
  public static func block<Child: BlockModel>(
    _ name: String, _ jsonName: String, _ path: WritableKeyPath<Model, OutOfLine<Child>>, _ summary: String,
    lastWins: Bool = false, omitsWhenUnset: Bool = false, since: String? = nil, deprecated: Deprecation? = nil,
    change: ChangeKind = .inPlace, fieldsDecide: Bool = false
  ) -> Field {
    Field(
      FieldCore(
        block: name, jsonName, MemoryLayout<Model>.offset(of: path),
        ChildBlock(
          typeName: { "\(Child.self)" }, schema: { Child.schema.core },
          read: { BlockReading<Child>.single($0, into: $1, &$2) }, access: { .single($0, Child.self) }), summary,
        lastWins: lastWins,
        omitsWhenUnset: omitsWhenUnset, since, deprecated, change, fieldsDecide: fieldsDecide))
  }

  /// A block that may stand any number of times; the order is kept. `isEmptyList` says of a model without such blocks
  /// whether API JSON has an empty list for them, instead of null.
  @inlinable @inline(__always)
  public static func blocks<Child: BlockModel>(
    _ name: String, _ jsonName: String, _ path: WritableKeyPath<Model, [Child]>, _ summary: String,
    since: String? = nil, deprecated: Deprecation? = nil, change: ChangeKind = .inPlace, fieldsDecide: Bool = false,
    isEmptyList: (@Sendable (Model) -> Bool)? = nil
  ) -> Field {
    Field(
      FieldCore(
        blocks: name, jsonName, MemoryLayout<Model>.offset(of: path),
        ChildBlock(
          typeName: { "\(Child.self)" }, schema: { Child.schema.core },
          read: { BlockReading<Child>.list($0, as: Child.schema.core, into: $1, &$2) },
          access: { .list($0, Child.self) }), summary, since, deprecated, change, fieldsDecide: fieldsDecide,
        isEmptyList: BlockField.erased(isEmptyList)))
  }

  /// The same, for blocks that are read by another schema than their model's usual one.
  @inlinable @inline(__always)
  public static func blocks<Child: BlockModel>(
    _ name: String, _ jsonName: String, _ path: WritableKeyPath<Model, [Child]>, _ summary: String,
    schema: @escaping @Sendable () -> BlockSchema<Child>
  ) -> Field {
    Field(
      FieldCore(
        blocks: name, jsonName, MemoryLayout<Model>.offset(of: path),
        ChildBlock(
          typeName: { "\(Child.self)" }, schema: { schema().core },
          read: { BlockReading<Child>.list($0, as: schema().core, into: $1, &$2) }, access: { .list($0, Child.self) }),
        summary, nil, nil, .inPlace, fieldsDecide: false, isEmptyList: nil))
  }

  /// A block with a label that names it; in JSON a map. Of equal labels the last wins, and a warning says so.
  @inlinable @inline(__always)
  public static func keyedBlocks<Child: BlockModel>(
    _ name: String, _ jsonName: String, _ path: WritableKeyPath<Model, [Child]>, key: WritableKeyPath<Child, String>,
    _ summary: String, since: String? = nil, change: ChangeKind = .inPlace
  ) -> Field {
    Field(
      FieldCore(
        keyedBlocks: name, jsonName, MemoryLayout<Model>.offset(of: path), MemoryLayout<Child>.offset(of: key),
        ChildBlock(
          typeName: { "\(Child.self)" }, schema: { Child.schema.core }, read: nil, access: { .keyed($0, Child.self) }),
        summary, since, change))
  }

  /// A block of free names and texts, as an attribute too where `orAttribute` says so.
  @inlinable @inline(__always)
  public static func texts(
    _ name: String, _ jsonName: String, _ path: WritableKeyPath<Model, StringMap?>, _ summary: String,
    orAttribute: Bool = false, since: String? = nil, change: ChangeKind = .inPlace
  ) -> Field {
    Field(
      FieldCore(
        texts: name, jsonName, MemoryLayout<Model>.offset(of: path), summary, orAttribute: orAttribute, since, change))
  }

  /// A block of free names and lists of texts.
  @inlinable @inline(__always)
  public static func textLists(
    _ name: String, _ jsonName: String, _ path: WritableKeyPath<Model, StringListMap?>, _ summary: String
  ) -> Field {
    Field(FieldCore(textLists: name, jsonName, MemoryLayout<Model>.offset(of: path), summary))
  }

  /// A block that no schema describes.
  @inlinable @inline(__always)
  public static func freeForm(
    _ name: String, _ jsonName: String, _ path: WritableKeyPath<Model, FreeFormBody?>, _ summary: String,
    since: String? = nil, change: ChangeKind = .inPlace
  ) -> Field {
    Field(FieldCore(freeForm: name, jsonName, MemoryLayout<Model>.offset(of: path), summary, since, change))
  }
}
