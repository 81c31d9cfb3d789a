/// `name = value`, stored at one place.
struct AttributeAccess<Model: BlockModel, Value: ValueConvertible>: FieldAccess {
  let path: FieldPath<Model, Value>
  /// True where null leaves the value as it is.
  let nullKeeps: Bool

  func take(
    _ attribute: AttributeSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder
  ) -> Bool {
    guard row.form == .attribute else { return false }
    if nullKeeps {
      guard let value = decoder.convert(attribute, row, to: Value?.self) else { return true }
      if let value { model[keyPath: path] = value }
    } else {
      guard let value = decoder.convert(attribute, row, to: Value.self) else { return true }
      model[keyPath: path] = value
    }
    model.origin.add(
      Origin.Entry(
        field: row.index, name: attribute.nameRange, value: attribute.valueRange,
        items: Value.isList ? decoder.itemRanges(of: attribute) : []))
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: inout Model, _ reader: inout JSONDecoding) {
    // Go leaves a field alone where JSON has null.
    guard !node.isNull else { return }
    switch Value.converted(from: node) {
    case .success(let value): model[keyPath: path] = value
    case .unknown, .partial, .null: break
    case .failure(let found, let help):
      reader.report(.wrongJSONType(row.facts.jsonName, Value.phrase, found, node, help))
    }
  }

  func json(_ model: Model) -> JSONValue { model[keyPath: path].json }
  func areEqual(_ left: Model, _ right: Model) -> Bool { left[keyPath: path] == right[keyPath: path] }
  func isSet(_ model: Model) -> Bool { model[keyPath: path].isGiven }
}

/// An attribute that stands for others.
struct ShorthandAccess<Model: BlockModel>: FieldAccess {
  let targets: [any PartialKeyPath<Model> & Sendable]
  let apply: @Sendable (inout Model, String) -> Void

  func take(
    _ attribute: AttributeSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder
  ) -> Bool {
    guard let text = decoder.convert(attribute, row, to: String?.self) else { return true }
    guard let text else { return true }
    apply(&model, text)
    for target in targets {
      guard let field = Model.schema.index(of: target) else { continue }
      model.origin.add(Origin.Entry(field: field, name: attribute.nameRange, value: attribute.valueRange))
    }
    model.origin.add(Origin.Entry(field: row.index, name: attribute.nameRange, value: attribute.valueRange))
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: inout Model, _ reader: inout JSONDecoding) {}
  func json(_ model: Model) -> JSONValue { .null }
  func areEqual(_ left: Model, _ right: Model) -> Bool { true }
  func isSet(_ model: Model) -> Bool { false }
}

/// The text between a block's type and its brace.
struct LabelAccess<Model: BlockModel>: FieldAccess {
  let path: FieldPath<Model, String>

  func take(_ label: LabelSource, into model: inout Model) { model[keyPath: path] = label.text }

  func take(_ node: JSONNode, _ row: FieldRow, into model: inout Model, _ reader: inout JSONDecoding) {
    guard !node.isNull else { return }
    if let text = node.string {
      model[keyPath: path] = text
    } else {
      reader.report(.wrongJSONType(row.facts.jsonName, "text", node.kind.rawValue, node, nil))
    }
  }

  func json(_ model: Model) -> JSONValue { .string(model[keyPath: path]) }
  func areEqual(_ left: Model, _ right: Model) -> Bool { left[keyPath: path] == right[keyPath: path] }
  func isSet(_ model: Model) -> Bool { !model[keyPath: path].isEmpty }
}
