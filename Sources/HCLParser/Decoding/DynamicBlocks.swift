/// What a `dynamic` block says, before it is expanded.
private struct DynamicBlock {
  var forEach: AttributeSource?
  var iterator: (name: String, range: SourceRange)?
  var labels: AttributeSource?
  var contents: [BlockSource] = []
}

extension BlockDecoder {
  /// The blocks that a `dynamic` block makes, in order. `reference/jobspec.md` section 3.2.
  mutating func expand(_ block: BlockSource, _ schema: SchemaCore) -> [BlockSource] {
    guard let label = block.labels.first, block.labels.count == 1 else {
      report(.dynamicNeedsOneLabel(at: block.headerRange))
      return []
    }
    guard let row = schema.index(of: label.text), schema.rows[row].facts.form.isBlock else {
      if schema.index(of: label.text) != nil {
        report(.dynamicForAttribute(label.text, at: label.range))
        return []
      }
      let source = BlockSource(
        type: label.text, typeRange: label.range, headerRange: label.range, labels: [], body: block.body)
      report(unknownBlock(source, schema.facts))
      return []
    }
    let parts = dynamicParts(of: block)
    guard let content = parts.contents.first else {
      report(.dynamicWithoutContent(label.text, at: block.headerRange))
      return []
    }
    for extra in parts.contents.dropFirst() {
      report(.dynamicContentTwice(label.text, at: extra.headerRange, first: content.headerRange))
    }
    guard let forEach = parts.forEach else {
      report(.dynamicWithoutForEach(label.text, at: block.headerRange))
      return []
    }
    guard let collection = value(of: forEach) else { return [] }
    guard let rounds = rounds(of: collection, forEach, label.text) else { return [] }
    let labelNames = schema.rows[row].facts.labels
    if parts.labels == nil, !labelNames.isEmpty {
      report(.dynamicWithoutLabels(label.text, labelNames, at: block.headerRange))
      return []
    }
    var made: [BlockSource] = []
    guard rounds.count <= blocksLeft else {
      report(.dynamicTooManyBlocks(label.text, at: forEach.valueRange))
      return []
    }
    blocksLeft -= rounds.count
    for (key, value) in rounds {
      let iterator = Value.object(ValueFields([.init("key", key), .init("value", value)]))
      let scope = scope(inside: block.body.scope, defining: parts.iterator?.name ?? label.text, as: iterator)
      guard let labels = labels(parts.labels, scope, expected: labelNames, label.text) else { continue }
      made.append(
        BlockSource(
          type: label.text, typeRange: label.range, headerRange: block.headerRange, labels: labels,
          body: BodySource(content.body.content, scope: scope)))
    }
    return made
  }

  private mutating func dynamicParts(of block: BlockSource) -> DynamicBlock {
    var parts = DynamicBlock()
    for part in self.parts(of: block.body, blockLabels: ["content": 0]) {
      switch part {
      case .attribute(let attribute):
        switch attribute.name {
        case "for_each": parts.forEach = attribute
        case "iterator": parts.iterator = iteratorName(attribute)
        case "labels": parts.labels = attribute
        default: report(.unknownInDynamic(attribute.name, at: attribute.nameRange))
        }
      case .block(let inner):
        if inner.type == "content" {
          for label in inner.labels.prefix(1) { report(.extraLabel(inner, allowed: 0, at: label.range)) }
          parts.contents.append(inner)
        } else {
          report(.unknownInDynamic(inner.type, at: inner.typeRange))
        }
      }
    }
    return parts
  }

  private mutating func iteratorName(_ attribute: AttributeSource) -> (String, SourceRange)? {
    switch attribute.content {
    case .expression(let expression):
      if case .traversal(let traversal) = expression.kind, traversal.steps.isEmpty {
        return (traversal.rootName, expression.range)
      }
    case .json(let node):
      if let name = node.string { return (name, node.range) }
    }
    report(.malformedIterator(at: attribute.valueRange))
    return nil
  }

  /// Key and value of each round; nil where there is nothing to iterate over, which is then said.
  private mutating func rounds(
    of collection: Value, _ attribute: AttributeSource, _ type: String
  ) -> [(Value, Value)]? {
    switch collection {
    case .unknown:
      unknownRanges.append(attribute.valueRange)
      return nil
    case .list(let items, of: _), .tuple(let items):
      return items.enumerated().map { (.number(Number($0.offset)), $0.element) }
    case .set(let items, of: _):
      return items.map { ($0, $0) }
    case .map(let fields, of: _), .object(let fields):
      return fields.map { (.string($0.key), $0.value) }
    case .null, .bool, .number, .string:
      report(.wrongType("for_each", "a list, set, map or object", found: collection.phrase, at: attribute.valueRange))
      return nil
    }
  }

  /// The labels of one made block; nil where they cannot be had, which is then said.
  private mutating func labels(
    _ attribute: AttributeSource?, _ scope: Int, expected: [String], _ type: String
  ) -> [LabelSource]? {
    guard var attribute else { return [] }
    attribute.scope = scope
    guard let value = value(of: attribute) else { return nil }
    if case .unknown = value {
      unknownRanges.append(attribute.valueRange)
      return nil
    }
    guard let items = value.elements else {
      report(.wrongType("labels", "a list of texts", found: value.phrase, at: attribute.valueRange))
      return nil
    }
    guard items.count == expected.count else {
      report(.dynamicLabelCount(type, expected, found: items.count, at: attribute.valueRange))
      return nil
    }
    var labels: [LabelSource] = []
    for item in items {
      if item.isUnknown {
        unknownRanges.append(attribute.valueRange)
        return nil
      }
      guard case .string(let text) = item else {
        report(.wrongType("labels", "a list of texts", found: "a list with \(item.phrase)", at: attribute.valueRange))
        return nil
      }
      labels.append(LabelSource(text, attribute.valueRange))
    }
    return labels
  }
}
