extension BlockDecoder {
  /// Calls `take` for each attribute of a body that has nothing else, and reports whatever else it has.
  mutating func eachAttribute(of block: BlockSource, _ take: (AttributeSource, inout BlockDecoder) -> Void) {
    for label in block.labels.prefix(1) { report(.extraLabel(block, allowed: 0, at: label.range)) }
    switch block.body.content {
    case .native(let body):
      for child in body.reference.children {
        if child.kind == .attribute {
          take(AttributeSource(AttributeSyntax(reference: child), scope: block.body.scope), &self)
        } else {
          let inner = BlockSyntax(reference: child)
          report(.blockAmongTexts(inner.type, in: block.type, at: inner.headerRange))
        }
      }
    case .json(let node):
      for member in jsonAttributes(of: node) {
        take(AttributeSource(member, scope: block.body.scope), &self)
      }
    }
  }

  /// `map` with the places of its entries, where it is written out as an object.
  func placed(_ map: StringMap, by attribute: AttributeSource) -> StringMap {
    guard case .expression(let expression) = attribute.content, case .object(let object) = expression.kind else {
      return map
    }
    var result = map
    for item in object.items {
      guard let name = item.key.plainName, var entry = map.entry(named: name) else { continue }
      entry.namePlace = Place(item.keyRange)
      entry.valuePlace = Place(item.value.range)
      result.set(entry)
    }
    return result
  }

  /// A body as plain data, so that habits from HCL's first version work. `reference/jobspec.md` section 3.5.
  mutating func freeForm(_ body: BodySource) -> FreeFormBody {
    // Of members with one name the last wins, so the order matters.
    var result: [FreeFormBody.Member] = []
    switch body.content {
    case .json(let node):
      for member in jsonAttributes(of: node) {
        guard let value = value(of: member.value, body.scope) else { continue }
        note(value, at: member.value.range)
        if case .null = value { continue }
        result.append(
          FreeFormBody.Member(
            member.key, FreeFormValue(of: value, place: Place(member.value.range)), namePlace: Place(member.keyRange)))
      }
    case .native(let syntax):
      for child in syntax.reference.children where child.kind == .attribute {
        add(AttributeSyntax(reference: child), body.scope, to: &result)
      }
      // A block beats an attribute of its name.
      result += blockMembers(of: syntax, body.scope)
    }
    return FreeFormBody(result)
  }

  private mutating func add(_ attribute: AttributeSyntax, _ scope: Int, to result: inout [FreeFormBody.Member]) {
    if let plain = plainData(attribute.value.reference, scope) {
      result.append(FreeFormBody.Member(attribute.name, plain, namePlace: Place(attribute.nameRange)))
      return
    }
    guard let value = value(of: AttributeSource(attribute, scope: scope)) else { return }
    note(value, at: attribute.value.range)
    // An attribute without value is not there. Corpus/Conformance/parse/driver-config-values
    if case .null = value { return }
    var data = placed(FreeFormValue(of: value, place: Place(attribute.value.range)), by: attribute.value)
    // HCL's first version read an object as one block of a list.
    if case .object = attribute.value.kind { data = FreeFormValue(.list([data]), place: data.place) }
    result.append(FreeFormBody.Member(attribute.name, data, namePlace: Place(attribute.nameRange)))
  }

  private mutating func note(_ value: Value, at range: SourceRange) {
    if value.has({ $0.isUnknown }) { unknownRanges.append(range) }
    // JSON has no word for it: Nomad cannot send such a job.
    if value.has({ $0.isBeyondDoubles }) { report(.numberBeyondDoubles(at: range)) }
  }

  /// One member for each type of block: a list with one object per block.
  private mutating func blockMembers(of body: BodySyntax, _ scope: Int) -> [FreeFormBody.Member] {
    var blocks: [(first: BlockSyntax, items: [FreeFormValue])] = []
    var numbers = NameNumbers()
    for child in body.reference.children where child.kind == .block {
      let block = BlockSyntax(reference: child)
      let item = labelled(block, scope)
      let type = block.type
      if let index = numbers.number(of: type) {
        blocks[index].items.append(item)
      } else {
        numbers.append(type)
        blocks.append((block, [item]))
      }
    }
    return blocks.map { first, items in
      FreeFormBody.Member(
        first.type, FreeFormValue(.list(items), place: Place(first.range)), namePlace: Place(first.typeRange))
    }
  }

  /// The block's body, with one level around it for each label.
  private mutating func labelled(_ block: BlockSyntax, _ scope: Int) -> FreeFormValue {
    let place = Place(block.range)
    var value = FreeFormValue(.object(freeForm(BodySource(.native(block.body), scope: scope))), place: place)
    for label in block.labels.reversed() {
      let level = FreeFormBody([
        FreeFormBody.Member(label.text, FreeFormValue(.list([value]), place: place), namePlace: Place(label.range))
      ])
      value = FreeFormValue(.object(level), place: place)
    }
    return value
  }

  /// `value` with the places of its items and members, as far as the expression spells them out.
  private func placed(_ value: FreeFormValue, by expression: ExpressionSyntax) -> FreeFormValue {
    var result = value
    result.place = Place(expression.range)
    switch (expression.kind, value.content) {
    case (.tuple(let tuple), .list(let items)):
      let elements = tuple.elements
      guard elements.count == items.count else { break }
      result.content = .list(zip(items, elements).map { placed($0, by: $1) })
    case (.object(let object), .object(var body)):
      for item in object.items {
        guard let name = item.key.plainName, var member = body.member(named: name) else { continue }
        member.namePlace = Place(item.keyRange)
        member.value = placed(member.value, by: item.value)
        body.set(member)
      }
      result.content = .object(body)
    default: break
    }
    return result
  }
}

extension FreeFormValue {
  /// A value of the language as plain data.
  public init(of value: Value, place: Place = Place()) {
    self.place = place
    switch value {
    case .null: content = .null
    case .unknown: content = .unknown
    case .bool(let value): content = .bool(value)
    case .number(let number): content = .number(number)
    case .string(let text): content = .string(text)
    case .list(let items, of: _), .set(let items, of: _), .tuple(let items):
      content = .list(items.map { FreeFormValue(of: $0, place: place) })
    case .map(let fields, of: _), .object(let fields):
      content = .object(
        FreeFormBody(
          fields.map { FreeFormBody.Member($0.key, FreeFormValue(of: $0.value, place: place), namePlace: place) }))
    }
  }

  /// A value of a JSON text as plain data.
  public init(_ node: JSONNode) {
    place = Place(node.range)
    switch node.kind {
    case .null: content = .null
    case .bool: content = .bool(node.bool ?? false)
    case .number: content = .number(node.numberText.flatMap { Number(decimal: $0) } ?? Number(0))
    case .string: content = .string(node.string ?? "")
    case .array: content = .list(node.elements.map { FreeFormValue($0) })
    case .object: content = .object(FreeFormBody(node))
    }
  }

  /// The value as API JSON; what is not known is null.
  public var json: JSONValue {
    switch content {
    case .null, .unknown: .null
    case .bool(let value): .bool(value)
    // Whole numbers that fit are integers in the reference, all others floats.
    case .number(let number): number.exactInt.map { .int($0) } ?? .double(number.doubleValue)
    case .string(let text): .string(text)
    case .list(let items): .array(items.map(\.json))
    case .object(let body): body.json
    }
  }
}

extension FreeFormBody {
  public init(_ node: JSONNode) {
    self.init(
      node.members.map { Member($0.key, FreeFormValue($0.value), namePlace: Place($0.keyRange)) })
  }
}

extension ObjectItemSyntax.Key {
  /// The name, where it is spelled out.
  var plainName: String? {
    switch self {
    case .name(let name): name
    case .expression(let expression):
      if case .template(let template) = expression.kind, template.isPlainText { template.plainText } else { nil }
    }
  }
}

extension Value {
  fileprivate var isBeyondDoubles: Bool {
    if case .number(let number) = self { number.exactInt == nil && number.doubleValue.isInfinite } else { false }
  }

  /// True where something holds for the value or for a part of it.
  fileprivate func has(_ property: (Value) -> Bool) -> Bool {
    switch self {
    case .unknown, .null, .bool, .number, .string: property(self)
    default: elements?.contains { $0.has(property) } ?? fields?.contains { $0.value.has(property) } ?? false
    }
  }
}
