/// An attribute or a block of a body.
package enum BodyPart: Sendable {
  case attribute(AttributeSource)
  case block(BlockSource)
}

extension AttributeSource {
  init(_ attribute: AttributeSyntax, scope: Int) {
    self.init(
      name: attribute.name, nameRange: attribute.nameRange, content: .expression(attribute.value), scope: scope)
  }

  init(_ member: JSONMember, scope: Int) {
    self.init(name: member.key, nameRange: member.keyRange, content: .json(member.value), scope: scope)
  }
}

/// HCL's JSON form: which members of an object are blocks is for the schema to say. `reference/jobspec.md` section 8.
extension BlockDecoder {
  /// The members of a body: those of an object, or of each object of a list. A member named `//` is a comment.
  package mutating func jsonMembers(of node: JSONNode) -> [JSONMember] {
    switch node.kind {
    case .object: return node.members.filter { $0.key != "//" }
    case .array: return node.elements.flatMap { jsonMembers(of: $0) }
    case .null: return []
    default:
      report(.jsonBodyNotObject(node.kind.rawValue, at: node.range))
      return []
    }
  }

  /// The members of a body that holds names with values only. A name that stands there twice is reported.
  mutating func jsonAttributes(of node: JSONNode) -> [JSONMember] {
    var firsts: [SourceRange] = []
    var names = NameNumbers()
    return jsonMembers(of: node).filter { member in
      let name = member.key
      if let number = names.number(of: name) {
        report(.duplicateName(name, at: member.keyRange, first: firsts[number]))
        return false
      }
      names.append(name)
      firsts.append(member.keyRange)
      return true
    }
  }

  /// The parts of a body in which only the block types of `blockLabels` (with their numbers of labels) may stand.
  package mutating func parts(of body: BodySource, blockLabels: [String: Int]) -> [BodyPart] {
    switch body.content {
    case .native(let syntax):
      return syntax.items.map { item in
        switch item {
        case .attribute(let attribute): .attribute(AttributeSource(attribute, scope: body.scope))
        case .block(let block): .block(BlockSource(block, scope: body.scope))
        }
      }
    case .json(let node):
      var firsts: [SourceRange] = []
      var names = NameNumbers()
      var parts: [BodyPart] = []
      for member in jsonMembers(of: node) {
        if let labels = blockLabels[member.key] {
          parts += jsonBlocks(member, labels: labels, body.scope).map { .block($0) }
        } else if let number = names.number(of: member.key) {
          report(.duplicateName(member.key, at: member.keyRange, first: firsts[number]))
        } else {
          names.append(member.key)
          firsts.append(member.keyRange)
          parts.append(.attribute(AttributeSource(member, scope: body.scope)))
        }
      }
      return parts
    }
  }

  mutating func read(
    _ node: JSONNode, _ scope: Int, _ schema: SchemaCore, _ reading: inout BodyReading,
    into model: UnsafeMutableRawPointer
  ) {
    for member in jsonMembers(of: node) {
      if member.key == "dynamic" {
        for block in jsonBlocks(member, labels: 1, scope) {
          for made in expand(block, schema) { read(made, schema, &reading, into: model) }
        }
        continue
      }
      guard let row = schema.index(of: member.key), schema.rows[row].facts.form.isBlock else {
        read(AttributeSource(member, scope: scope), schema, &reading, into: model)
        continue
      }
      for block in jsonBlocks(member, labels: schema.rows[row].facts.labels.count, scope) {
        read(block, schema, &reading, into: model)
      }
    }
  }

  /// The blocks that a member stands for: one level of objects for each label, then an object or a list of objects.
  package mutating func jsonBlocks(_ member: JSONMember, labels count: Int, _ scope: Int) -> [BlockSource] {
    var blocks: [BlockSource] = []
    collect(member, member.value, count, [], scope, into: &blocks)
    return blocks
  }

  private mutating func collect(
    _ member: JSONMember, _ node: JSONNode, _ count: Int, _ labels: [LabelSource], _ scope: Int,
    into blocks: inout [BlockSource]
  ) {
    switch node.kind {
    case .null: return
    case .array:
      for element in node.elements {
        if element.kind == .object {
          collect(member, element, count, labels, scope, into: &blocks)
        } else {
          report(.jsonBlockNotObject(member.key, element.kind.rawValue, at: element.range, labels: count))
        }
      }
    case .object where labels.count < count:
      for inner in node.members where inner.key != "//" {
        collect(member, inner.value, count, labels + [LabelSource(inner.key, inner.keyRange)], scope, into: &blocks)
      }
    case .object:
      blocks.append(
        BlockSource(
          type: member.key, typeRange: member.keyRange, headerRange: labels.last?.range ?? member.keyRange,
          labels: labels, body: BodySource(.json(node), scope: scope)))
    default:
      report(.jsonBlockNotObject(member.key, node.kind.rawValue, at: node.range, labels: count))
    }
  }

  /// The value of an expression in HCL's JSON form: texts are templates.
  mutating func value(of node: JSONNode, _ scope: Int) -> Value? {
    switch node.kind {
    case .null: return .null(.any)
    case .bool: return .bool(node.bool ?? false)
    case .number: return .number(node.numberText.flatMap { Number(decimal: $0) } ?? Number(0))
    case .string: return template(node, scope)
    case .array:
      var items: [Value] = []
      for element in node.elements {
        guard let item = value(of: element, scope) else { return nil }
        items.append(item)
      }
      return .tuple(items)
    case .object:
      var fields: [ValueFields.Entry] = []
      var firsts: [SourceRange] = []
      var names = NameNumbers()
      for member in node.members {
        guard let key = template(member.keyNode, scope)?.text, let value = value(of: member.value, scope) else {
          return nil
        }
        if let number = names.number(of: key) {
          report(.duplicateName(key, at: member.keyRange, first: firsts[number]))
          return nil
        }
        names.append(key)
        firsts.append(member.keyRange)
        fields.append(ValueFields.Entry(key, value))
      }
      return .object(ValueFields(fields))
    }
  }

  private mutating func template(_ node: JSONNode, _ scope: Int) -> Value? {
    guard let template = JSONTemplate(node) else { return .normalised(node.string ?? "") }
    diagnostics += template.diagnostics
    guard !template.tree.hasErrors, let expression = template.expression else { return nil }
    let before = diagnostics.count
    let value = evaluate(expression, scope)
    let found = Array(diagnostics[before...])
    diagnostics.replaceSubrange(before..., with: template.placed(found))
    return value.map { template.trimmed($0) }
  }
}
