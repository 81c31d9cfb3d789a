/// A block that may stand once.
struct BlockAccess<Model: BlockModel, Child: BlockModel>: FieldAccess {
  let path: FieldPath<Model, Child?>
  let schema: @Sendable () -> BlockSchema<Child>
  let fieldsDecide: Bool

  func take(_ block: BlockSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder) -> Bool {
    guard row.form == .block else { return false }
    var child = Child()
    decoder.decode(block, as: schema(), into: &child)
    model[keyPath: path] = child
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: inout Model, _ reader: inout JSONDecoding) {
    guard !node.isNull else { return }
    model[keyPath: path] = reader.child(node, row.facts.jsonName, as: schema())
  }

  func json(_ model: Model) -> JSONValue { model[keyPath: path].map { schema().json($0) } ?? .null }
  func areEqual(_ left: Model, _ right: Model) -> Bool { left[keyPath: path] == right[keyPath: path] }
  func isSet(_ model: Model) -> Bool { model[keyPath: path] != nil }

  func change(from old: Model, to new: Model, whole: ChangeKind) -> ChangeKind {
    let (before, after) = (old[keyPath: path], new[keyPath: path])
    guard before != after else { return .none }
    guard fieldsDecide, let before, let after else { return whole }
    return after.change(from: before)
  }
}

/// A block that may stand any number of times.
struct BlocksAccess<Model: BlockModel, Child: BlockModel>: FieldAccess {
  let path: FieldPath<Model, [Child]>
  let schema: @Sendable () -> BlockSchema<Child>
  let fieldsDecide: Bool
  let isEmptyList: @Sendable (Model) -> Bool

  func take(_ block: BlockSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder) -> Bool {
    guard row.form == .blocks else { return false }
    var child = Child()
    decoder.decode(block, as: schema(), into: &child)
    model[keyPath: path].append(child)
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: inout Model, _ reader: inout JSONDecoding) {
    guard !node.isNull else { return }
    guard node.kind == .array else {
      return reader.report(.wrongJSONType(row.facts.jsonName, "a list of objects", node.kind.rawValue, node, nil))
    }
    model[keyPath: path] = node.elements.compactMap { element in
      // Go drops a null in a list of pointers only later; nothing in a job gives it a meaning.
      element.isNull ? nil : reader.child(element, row.facts.jsonName, as: schema())
    }
  }

  func json(_ model: Model) -> JSONValue {
    let children = model[keyPath: path]
    guard !children.isEmpty else { return isEmptyList(model) ? .array([]) : .null }
    let schema = schema()
    return .array(children.map { schema.json($0) })
  }

  func areEqual(_ left: Model, _ right: Model) -> Bool { left[keyPath: path] == right[keyPath: path] }
  func isSet(_ model: Model) -> Bool { !model[keyPath: path].isEmpty }

  func change(from old: Model, to new: Model, whole: ChangeKind) -> ChangeKind {
    let (before, after) = (old[keyPath: path], new[keyPath: path])
    guard before != after else { return .none }
    guard fieldsDecide, before.count == after.count else { return whole }
    return zip(before, after).map { $1.change(from: $0) }.max() ?? .none
  }
}

/// A block with a label that names it: a list in file order here, a map in JSON.
struct KeyedBlocksAccess<Model: BlockModel, Child: BlockModel>: FieldAccess {
  let path: FieldPath<Model, [Child]>
  let key: FieldPath<Child, String>

  func take(_ block: BlockSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder) -> Bool {
    guard row.form == .keyedBlocks else { return false }
    var child = Child()
    decoder.decode(block, as: Child.schema, into: &child)
    let name = child[keyPath: key]
    if let index = model[keyPath: path].firstIndex(where: { $0[keyPath: key].utf8.elementsEqual(name.utf8) }) {
      decoder.report(.repeatedLabel(block, name, first: model[keyPath: path][index].headerRange))
      model[keyPath: path].remove(at: index)
    }
    model[keyPath: path].append(child)
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: inout Model, _ reader: inout JSONDecoding) {
    guard !node.isNull else { return }
    guard node.kind == .object else {
      return reader.report(.wrongJSONType(row.facts.jsonName, "an object of objects", node.kind.rawValue, node, nil))
    }
    var children: [Child] = []
    for member in node.members where !member.value.isNull {
      var child = reader.child(member.value, row.facts.jsonName, as: Child.schema)
      if child[keyPath: key].isEmpty { child[keyPath: key] = member.key }
      let name = child[keyPath: key]
      children.removeAll { $0[keyPath: key].utf8.elementsEqual(name.utf8) }
      children.append(child)
    }
    model[keyPath: path] = children
  }

  func json(_ model: Model) -> JSONValue {
    let children = model[keyPath: path]
    guard !children.isEmpty else { return .null }
    let sorted = children.sorted { $0[keyPath: key].utf8.lexicographicallyPrecedes($1[keyPath: key].utf8) }
    return .object(JSONObject(sorted.map { JSONObject.Member($0[keyPath: key], Child.schema.json($0)) }))
  }

  func areEqual(_ left: Model, _ right: Model) -> Bool { json(left) == json(right) }
  func isSet(_ model: Model) -> Bool { !model[keyPath: path].isEmpty }
}
