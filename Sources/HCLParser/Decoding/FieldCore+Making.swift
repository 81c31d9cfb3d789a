/// What the functions of `Field` come down to, once they are inlined: one call for each row of a table.
extension FieldCore {
  @usableFromInline convenience init(
    attribute name: String, _ jsonName: String, _ offset: Int?, _ kind: ValueKind, _ summary: String, isRequired: Bool,
    _ range: ClosedRange<Int>?, _ defaultText: String?, _ choices: [String], _ since: String?,
    _ deprecation: Deprecation?, _ change: ChangeKind, nullKeeps: Bool, cutsFractions: Bool
  ) {
    let offset = FieldCore.stored(offset, name)
    var facts = FieldFacts(name: name, jsonName: jsonName, form: .attribute, type: .kind(kind), summary: summary)
    facts.isRequired = isRequired
    facts.range = range
    facts.defaultText = defaultText
    facts.choices = choices
    facts.since = since
    facts.deprecation = deprecation
    facts.change = change
    self.init(
      facts, offset, .made(AttributeAccess(offset: offset, kind: kind, nullKeeps: nullKeeps)),
      plain: range == nil && !cutsFractions ? kind : nil, cutsFractions: cutsFractions)
  }

  @usableFromInline convenience init(
    label name: String, _ jsonName: String, _ offset: Int?, _ summary: String, _ change: ChangeKind
  ) {
    let offset = FieldCore.stored(offset, name)
    var facts = FieldFacts(name: name, jsonName: jsonName, form: .label, type: .kind(.string), summary: summary)
    facts.change = change
    self.init(facts, offset, .made(LabelAccess(offset: offset)))
  }

  @usableFromInline convenience init(jsonOnly name: String, _ offset: Int?, _ kind: ValueKind, _ summary: String) {
    let offset = FieldCore.stored(offset, name)
    var facts = FieldFacts(name: "", jsonName: name, form: .jsonOnly, type: .kind(kind), summary: summary)
    facts.change = .none
    self.init(facts, offset, .made(AttributeAccess(offset: offset, kind: kind, nullKeeps: true)))
  }

  @usableFromInline convenience init(
    block name: String, _ jsonName: String, _ offset: Int?, _ child: ChildBlock,
    _ summary: String, lastWins: Bool,
    omitsWhenUnset: Bool, _ since: String?, _ deprecation: Deprecation?, _ change: ChangeKind, fieldsDecide: Bool
  ) {
    let offset = FieldCore.stored(offset, name)
    var facts = FieldFacts(
      name: name, jsonName: jsonName, form: name.isEmpty ? .jsonOnly : .block, type: .model(child.typeName),
      summary: summary)
    facts.since = since
    facts.deprecation = deprecation
    facts.change = change
    facts.omitsWhenUnset = omitsWhenUnset
    facts.nestedSchema = child.schema
    self.init(
      facts, offset, .blocks(child, BlockField(offset: offset, schema: child.schema, fieldsDecide: fieldsDecide)),
      lastWins: lastWins)
  }

  @usableFromInline convenience init(
    blocks name: String, _ jsonName: String, _ offset: Int?, _ child: ChildBlock,
    _ summary: String, _ since: String?, _ deprecation: Deprecation?, _ change: ChangeKind, fieldsDecide: Bool,
    isEmptyList: (@Sendable (UnsafeRawPointer) -> Bool)?
  ) {
    let offset = FieldCore.stored(offset, name)
    var facts = FieldFacts(
      name: name, jsonName: jsonName, form: name.isEmpty ? .jsonOnly : .blocks, type: .model(child.typeName),
      summary: summary)
    facts.since = since
    facts.deprecation = deprecation
    facts.change = change
    facts.nestedSchema = child.schema
    self.init(
      facts, offset,
      .blocks(
        child,
        BlockField(
          offset: offset, schema: child.schema, fieldsDecide: fieldsDecide, isEmptyList: isEmptyList)))
  }

  @usableFromInline convenience init(
    keyedBlocks name: String, _ jsonName: String, _ offset: Int?, _ key: Int?, _ child: ChildBlock,
    _ summary: String, _ since: String?,
    _ change: ChangeKind
  ) {
    let (offset, key) = (FieldCore.stored(offset, name), FieldCore.stored(key, name))
    var facts = FieldFacts(
      name: name, jsonName: jsonName, form: .keyedBlocks, type: .model(child.typeName), summary: summary)
    facts.since = since
    facts.change = change
    facts.nestedSchema = child.schema
    self.init(facts, offset, .blocks(child, BlockField(offset: offset, key: key, schema: child.schema)))
  }

  @usableFromInline convenience init(
    texts name: String, _ jsonName: String, _ offset: Int?, _ summary: String, orAttribute: Bool, _ since: String?,
    _ change: ChangeKind
  ) {
    let offset = FieldCore.stored(offset, name)
    var facts = FieldFacts(
      name: name, jsonName: jsonName, form: orAttribute ? .freeBlockOrAttribute : .freeBlock,
      type: .named("map(string)"), summary: summary)
    facts.since = since
    facts.change = change
    self.init(facts, offset, .made(TextsAccess(offset: offset, allowsAttribute: orAttribute)))
  }

  @usableFromInline convenience init(textLists name: String, _ jsonName: String, _ offset: Int?, _ summary: String) {
    let offset = FieldCore.stored(offset, name)
    let facts = FieldFacts(
      name: name, jsonName: jsonName, form: .freeBlock, type: .named("map(list(string))"), summary: summary)
    self.init(facts, offset, .made(TextListsAccess(offset: offset)))
  }

  @usableFromInline convenience init(
    freeForm name: String, _ jsonName: String, _ offset: Int?, _ summary: String, _ since: String?,
    _ change: ChangeKind
  ) {
    let offset = FieldCore.stored(offset, name)
    var facts = FieldFacts(name: name, jsonName: jsonName, form: .freeForm, type: .named("any"), summary: summary)
    facts.since = since
    facts.change = change
    self.init(facts, offset, .made(FreeFormAccess(offset: offset)))
  }
}
