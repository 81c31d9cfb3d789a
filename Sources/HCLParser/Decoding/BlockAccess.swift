/// A block that may stand once.
struct BlockAccess<Child: BlockModel>: FieldAccess {
  let offset: Int
  let fieldsDecide: Bool

  private func child(_ model: UnsafeRawPointer) -> Child? {
    model.field(offset, as: OutOfLine<Child>.self).pointee.wrappedValue
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ reader: inout JSONDecoding) {
    guard !node.isNull else { return }
    // Go reads an object that is given twice into itself.
    model.field(offset, as: OutOfLine<Child>.self).pointee.wrappedValue =
      reader.child(node, row.facts.jsonName, as: Child.schema, over: child(model) ?? Child())
  }

  func json(_ model: UnsafeRawPointer) -> JSONValue { child(model)?.json ?? .null }
  func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool { child(left) == child(right) }
  func isSet(_ model: UnsafeRawPointer) -> Bool { child(model) != nil }
  func copy(from other: UnsafeRawPointer, into model: UnsafeMutableRawPointer) {
    model.field(offset, as: OutOfLine<Child>.self).pointee = other.field(offset, as: OutOfLine<Child>.self).pointee
  }

  func change(from old: UnsafeRawPointer, to new: UnsafeRawPointer, whole: ChangeKind) -> ChangeKind {
    let (before, after) = (child(old), child(new))
    guard before != after else { return .none }
    guard fieldsDecide, let before, let after else { return whole }
    return after.change(from: before)
  }

  func visitBlocks(
    _ old: UnsafeRawPointer, _ new: UnsafeRawPointer, _ facts: FieldFacts, _ visitor: inout any BlockPairVisitor
  ) {
    guard let child = child(new) else { return }
    visitor.visit(self.child(old), child, facts)
  }
}

/// A block that may stand any number of times.
struct BlocksAccess<Child: BlockModel>: FieldAccess {
  let offset: Int
  let schema: ChildBlock.Schema
  let fieldsDecide: Bool
  let isEmptyList: (@Sendable (UnsafeRawPointer) -> Bool)?

  private func children(_ model: UnsafeRawPointer) -> [Child] { model.field(offset, as: [Child].self).pointee }

  func take(_ node: JSONNode, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ reader: inout JSONDecoding) {
    guard !node.isNull else { return }
    guard node.kind == .array else {
      return reader.report(.wrongJSONType(row.facts.jsonName, "a list of objects", node.kind.rawValue, node, nil))
    }
    let schema = BlockSchema<Child>(schema())
    model.field(offset, as: [Child].self).pointee = node.elements.compactMap { element in
      // Go drops a null in a list of pointers only later; nothing in a job gives it a meaning.
      element.isNull ? nil : reader.child(element, row.facts.jsonName, as: schema)
    }
  }

  func json(_ model: UnsafeRawPointer) -> JSONValue {
    let children = children(model)
    guard !children.isEmpty else { return isEmptyList?(model) == true ? .array([]) : .null }
    let schema = BlockSchema<Child>(schema())
    return .array(children.map { schema.json($0) })
  }

  func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool { children(left) == children(right) }
  func isSet(_ model: UnsafeRawPointer) -> Bool { !children(model).isEmpty }
  func copy(from other: UnsafeRawPointer, into model: UnsafeMutableRawPointer) {
    model.field(offset, as: [Child].self).pointee = children(other)
  }

  func change(from old: UnsafeRawPointer, to new: UnsafeRawPointer, whole: ChangeKind) -> ChangeKind {
    let (before, after) = (children(old), children(new))
    guard before != after else { return .none }
    guard fieldsDecide, before.count == after.count else { return whole }
    return zip(before, after).map { $1.change(from: $0) }.max() ?? .none
  }

  func visitBlocks(
    _ old: UnsafeRawPointer, _ new: UnsafeRawPointer, _ facts: FieldFacts, _ visitor: inout any BlockPairVisitor
  ) {
    let before = children(old)
    for (index, child) in children(new).enumerated() {
      visitor.visit(index < before.count ? before[index] : nil, child, facts)
    }
  }
}

/// A block with a label that names it: a list in file order here, a map in JSON.
struct KeyedBlocksAccess<Child: BlockModel>: FieldAccess {
  let offset: Int
  let key: Int

  private func children(_ model: UnsafeRawPointer) -> [Child] { model.field(offset, as: [Child].self).pointee }

  private func name(of child: Child) -> String {
    withUnsafePointer(to: child) { UnsafeRawPointer($0).field(key, as: String.self).pointee }
  }

  func take(
    _ block: BlockSource, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder
  ) -> Bool {
    guard row.form == .keyedBlocks else { return false }
    var child = Child()
    decoder.decode(block, as: Child.schema, into: &child)
    let name = name(of: child)
    let list = model.field(offset, as: [Child].self)
    let place = UInt(bitPattern: list)
    if !decoder.keyedNames.isOf(place, count: list.pointee.count) {
      decoder.keyedNames = KeyedNames(place: place, names: list.pointee.map { self.name(of: $0) })
    }
    if let index = decoder.keyedNames.numbers.number(of: name) {
      decoder.report(.repeatedLabel(block, name, first: list.pointee[index].headerRange))
      list.pointee[index] = child
    } else {
      decoder.keyedNames.numbers.append(name)
      list.pointee.append(child)
    }
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ reader: inout JSONDecoding) {
    guard !node.isNull else { return }
    guard node.kind == .object else {
      return reader.report(.wrongJSONType(row.facts.jsonName, "an object of objects", node.kind.rawValue, node, nil))
    }
    var children: [Child] = []
    var numbers = NameNumbers()
    for member in node.members where !member.value.isNull {
      var child = reader.child(member.value, row.facts.jsonName, as: Child.schema)
      // What refers to it does so by the key, whatever name it gives itself.
      withUnsafeMutablePointer(to: &child) {
        UnsafeMutableRawPointer($0).field(key, as: String.self).pointee = member.key
      }
      if let index = numbers.number(of: member.key) {
        children[index] = child
      } else {
        numbers.append(member.key)
        children.append(child)
      }
    }
    model.field(offset, as: [Child].self).pointee = children
  }

  func json(_ model: UnsafeRawPointer) -> JSONValue {
    let children = children(model)
    guard !children.isEmpty else { return .null }
    let sorted = children.map { (name: name(of: $0), child: $0) }
      .sorted { $0.name.precedes($1.name) }
    return .object(JSONObject(sorted.map { JSONObject.Member($0.name, $0.child.json) }))
  }

  func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool { json(left) == json(right) }
  func isSet(_ model: UnsafeRawPointer) -> Bool { !children(model).isEmpty }
  func copy(from other: UnsafeRawPointer, into model: UnsafeMutableRawPointer) {
    model.field(offset, as: [Child].self).pointee = children(other)
  }

  func visitBlocks(
    _ old: UnsafeRawPointer, _ new: UnsafeRawPointer, _ facts: FieldFacts, _ visitor: inout any BlockPairVisitor
  ) {
    let before = children(old)
    var numbers = NameNumbers()
    for child in before { numbers.append(name(of: child)) }
    for child in children(new) {
      visitor.visit(numbers.number(of: name(of: child)).map { before[$0] }, child, facts)
    }
  }
}

/// The names of the blocks with a label that the body at hand has so far: to look through all of them for each would
/// take time that grows with the square of their number.
struct KeyedNames: Sendable {
  /// The address of the list that they are of.
  private var place: UInt = 0
  fileprivate var numbers = NameNumbers()

  init() {}

  fileprivate init(place: UInt, names: [String]) {
    self.place = place
    for name in names { numbers.append(name) }
  }

  /// Whether these are the names of the list that lies there. Another list that lay there before was longer.
  fileprivate func isOf(_ place: UInt, count: Int) -> Bool {
    place == self.place && count == numbers.count && count > 0
  }
}
