/// `name = value`, stored at one place.
struct AttributeAccess: FieldAccess {
  let offset: Int
  let kind: ValueKind
  /// True where null leaves the value as it is.
  let nullKeeps: Bool

  func take(
    _ attribute: AttributeSource, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder
  ) -> Bool {
    guard row.form == .attribute else { return false }
    let place = model + offset
    switch kind {
    case .string: take(attribute, row, into: place.field(0, as: String.self), &decoder)
    case .optionalString: take(attribute, row, into: place.field(0, as: String?.self), &decoder)
    case .int: take(attribute, row, into: place.field(0, as: Int.self), &decoder)
    case .optionalInt: take(attribute, row, into: place.field(0, as: Int?.self), &decoder)
    case .bool: take(attribute, row, into: place.field(0, as: Bool.self), &decoder)
    case .optionalBool: take(attribute, row, into: place.field(0, as: Bool?.self), &decoder)
    case .duration: take(attribute, row, into: place.field(0, as: Duration.self), &decoder)
    case .optionalDuration: take(attribute, row, into: place.field(0, as: Duration?.self), &decoder)
    case .strings: take(attribute, row, into: place.field(0, as: [String].self), &decoder)
    case .optionalStrings: take(attribute, row, into: place.field(0, as: [String]?.self), &decoder)
    case .optionalTexts, .optionalFreeForm, .other: take(attribute, row, at: place, kind.type, &decoder)
    }
    return true
  }

  private func take<Value: ValueConvertible>(
    _ attribute: AttributeSource, _ row: FieldRow, at place: UnsafeMutableRawPointer, _ type: Value.Type,
    _ decoder: inout BlockDecoder
  ) {
    take(attribute, row, into: place.field(0, as: type), &decoder)
  }

  private func take<Value: ValueConvertible>(
    _ attribute: AttributeSource, _ row: FieldRow, into place: UnsafeMutablePointer<Value>,
    _ decoder: inout BlockDecoder
  ) {
    guard var value = decoder.value(of: attribute) else { return }
    // As if it were not there. Durations refuse null even so. reference/jobspec.md section 3.3
    if nullKeeps, case .null = value, Value.self != Duration.self, case .null = Value.converted(from: value) { return }
    if row.field.cutsFractions { value = decoder.withoutFraction(value, of: attribute) }
    guard let converted = decoder.convert(value, of: attribute, row, to: Value.self) else { return }
    place.pointee = converted
    decoder.note(
      Origin.Entry(
        field: row.index, name: attribute.nameRange, value: attribute.valueRange,
        items: Value.isList ? decoder.itemRanges(of: attribute) : []))
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ reader: inout JSONDecoding) {
    // Go leaves a field alone where JSON has null.
    guard !node.isNull else { return }
    take(node, row, into: model, kind.type, &reader)
  }

  private func take<Value: ValueConvertible>(
    _ node: JSONNode, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ type: Value.Type,
    _ reader: inout JSONDecoding
  ) {
    switch Value.converted(from: node) {
    case .success(let value):
      if let (number, range) = row.field.numberOutOfRange(in: value) {
        return reader.report(.outOfRange(row.facts.jsonName, number, range, at: node.range))
      }
      model.field(offset, as: type).pointee = value
    case .unknown, .partial, .null: break
    case .failure(let found, let help):
      reader.report(.wrongJSONType(row.facts.jsonName, Value.jsonPhrase, found, node, help))
    }
  }

  func json(_ model: UnsafeRawPointer) -> JSONValue {
    func json<Value: ValueConvertible>(_ type: Value.Type) -> JSONValue { model.field(offset, as: type).pointee.json }
    return json(kind.type)
  }

  func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
    func areEqual<Value: ValueConvertible>(_ type: Value.Type) -> Bool {
      left.field(offset, as: type).pointee == right.field(offset, as: type).pointee
    }
    return areEqual(kind.type)
  }

  func isSet(_ model: UnsafeRawPointer) -> Bool {
    func isSet<Value: ValueConvertible>(_ type: Value.Type) -> Bool { model.field(offset, as: type).pointee.isGiven }
    return isSet(kind.type)
  }

  func copy(from other: UnsafeRawPointer, into model: UnsafeMutableRawPointer) {
    func copy<Value: ValueConvertible>(_ type: Value.Type) {
      model.field(offset, as: type).pointee = other.field(offset, as: type).pointee
    }
    copy(kind.type)
  }
}

/// An attribute that stands for others.
struct ShorthandAccess: FieldAccess {
  /// The rows of the fields whose value it gives.
  let targets: @Sendable () -> [Int]
  /// Whether it takes true or false, and hands it on as text.
  let isBool: Bool
  let apply: @Sendable (UnsafeMutableRawPointer, String) -> Void

  func take(
    _ attribute: AttributeSource, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder
  ) -> Bool {
    let converted =
      isBool
      ? decoder.convert(attribute, row, to: Bool?.self).map { $0.map { $0 ? "true" : "false" } }
      : decoder.convert(attribute, row, to: String?.self)
    guard let converted, let text = converted else { return true }
    apply(model, text)
    for target in targets() {
      decoder.note(Origin.Entry(field: target, name: attribute.nameRange, value: attribute.valueRange))
    }
    decoder.note(Origin.Entry(field: row.index, name: attribute.nameRange, value: attribute.valueRange))
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ reader: inout JSONDecoding) {}
  func json(_ model: UnsafeRawPointer) -> JSONValue { .null }
  func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool { true }
  func isSet(_ model: UnsafeRawPointer) -> Bool { false }
  func copy(from other: UnsafeRawPointer, into model: UnsafeMutableRawPointer) {}
}

/// The text between a block's type and its brace.
struct LabelAccess: FieldAccess {
  let offset: Int

  func take(_ label: LabelSource, into model: UnsafeMutableRawPointer) {
    model.field(offset, as: String.self).pointee = label.text
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ reader: inout JSONDecoding) {
    guard !node.isNull else { return }
    if let text = node.string {
      model.field(offset, as: String.self).pointee = text
    } else {
      reader.report(.wrongJSONType(row.facts.jsonName, "text", node.kind.rawValue, node, nil))
    }
  }

  func json(_ model: UnsafeRawPointer) -> JSONValue { .string(model.field(offset, as: String.self).pointee) }
  func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
    left.field(offset, as: String.self).pointee == right.field(offset, as: String.self).pointee
  }
  func isSet(_ model: UnsafeRawPointer) -> Bool { !model.field(offset, as: String.self).pointee.isEmpty }
  func copy(from other: UnsafeRawPointer, into model: UnsafeMutableRawPointer) {
    model.field(offset, as: String.self).pointee = other.field(offset, as: String.self).pointee
  }
}
