/// A block of free names and texts: `meta`, `env`.
struct TextsAccess: FieldAccess {
  let offset: Int
  let allowsAttribute: Bool

  func take(
    _ attribute: AttributeSource, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder
  ) -> Bool {
    guard allowsAttribute else { return false }
    guard let texts = decoder.convert(attribute, row, to: StringMap?.self) else { return true }
    model.field(offset, as: StringMap?.self).pointee = texts.map { decoder.placed($0, by: attribute) }
    decoder.note(Origin.Entry(field: row.index, name: attribute.nameRange, value: attribute.valueRange))
    return true
  }

  func take(_ block: BlockSource, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder)
    -> Bool
  {
    var entries: [StringMap.Entry] = []
    decoder.eachAttribute(of: block) { attribute, decoder in
      guard let text = decoder.plainText(attribute) ?? decoder.convert(attribute, row, to: String.self) else { return }
      entries.append(
        StringMap.Entry(
          attribute.name, text, namePlace: Place(attribute.nameRange), valuePlace: Place(attribute.valueRange)))
    }
    model.field(offset, as: StringMap?.self).pointee = StringMap(entries)
    decoder.note(Origin.Entry(field: row.index, name: block.typeRange, value: block.headerRange))
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ reader: inout JSONDecoding) {
    let place = model.field(offset, as: StringMap?.self)
    let before = place.pointee
    AttributeAccess(offset: offset, kind: .optionalTexts, nullKeeps: true).take(node, row, into: model, &reader)
    // Go adds a map that is given twice to itself.
    if let before, let after = place.pointee { place.pointee = before.overlaid(by: after) }
  }

  func json(_ model: UnsafeRawPointer) -> JSONValue { model.field(offset, as: StringMap?.self).pointee.json }
  func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
    left.field(offset, as: StringMap?.self).pointee == right.field(offset, as: StringMap?.self).pointee
  }
  func isSet(_ model: UnsafeRawPointer) -> Bool { model.field(offset, as: StringMap?.self).pointee != nil }
  func copy(from other: UnsafeRawPointer, into model: UnsafeMutableRawPointer) {
    model.field(offset, as: StringMap?.self).pointee = other.field(offset, as: StringMap?.self).pointee
  }
}

/// A block of free names and lists of texts: the headers of a check.
struct TextListsAccess: FieldAccess {
  let offset: Int

  func take(_ block: BlockSource, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder)
    -> Bool
  {
    var entries: [StringListMap.Entry] = []
    decoder.eachAttribute(of: block) { attribute, decoder in
      guard let texts = decoder.convert(attribute, row, to: [String].self) else { return }
      entries.append(
        StringListMap.Entry(
          attribute.name, texts, namePlace: Place(attribute.nameRange), valuePlace: Place(attribute.valueRange)))
    }
    model.field(offset, as: StringListMap?.self).pointee = StringListMap(entries)
    decoder.note(Origin.Entry(field: row.index, name: block.typeRange, value: block.headerRange))
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ reader: inout JSONDecoding) {
    guard !node.isNull else { return }
    let wanted = "an object of lists of texts"
    guard node.kind == .object else {
      return reader.report(.wrongJSONType(row.facts.jsonName, wanted, node.kind.rawValue, node, nil))
    }
    var entries: [StringListMap.Entry] = []
    for member in node.members {
      switch [String]?.converted(from: member.value) {
      case .success(let texts):
        entries.append(
          StringListMap.Entry(
            member.key, texts ?? [], namePlace: Place(member.keyRange), valuePlace: Place(member.value.range)))
      case .failure(let found, _):
        let found = "an object whose \"\(member.key)\" is \(found)"
        reader.report(.wrongJSONType(row.facts.jsonName, wanted, found, member.value, nil))
      case .unknown, .partial, .null: break
      }
    }
    model.field(offset, as: StringListMap?.self).pointee = StringListMap(entries)
  }

  func json(_ model: UnsafeRawPointer) -> JSONValue {
    guard let lists = model.field(offset, as: StringListMap?.self).pointee else { return .null }
    return .object(JSONObject(lists.entries.map { JSONObject.Member($0.name, $0.values.json) }))
  }

  func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
    left.field(offset, as: StringListMap?.self).pointee == right.field(offset, as: StringListMap?.self).pointee
  }
  func isSet(_ model: UnsafeRawPointer) -> Bool { model.field(offset, as: StringListMap?.self).pointee != nil }
  func copy(from other: UnsafeRawPointer, into model: UnsafeMutableRawPointer) {
    model.field(offset, as: StringListMap?.self).pointee = other.field(offset, as: StringListMap?.self).pointee
  }
}

/// A block that no schema describes.
struct FreeFormAccess: FieldAccess {
  let offset: Int

  func take(_ block: BlockSource, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ decoder: inout BlockDecoder)
    -> Bool
  {
    for label in block.labels.prefix(1) { decoder.report(.extraLabel(block, allowed: 0, at: label.range)) }
    model.field(offset, as: FreeFormBody?.self).pointee = decoder.freeForm(block.body)
    decoder.note(Origin.Entry(field: row.index, name: block.typeRange, value: block.headerRange))
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: UnsafeMutableRawPointer, _ reader: inout JSONDecoding) {
    AttributeAccess(offset: offset, kind: .optionalFreeForm, nullKeeps: true).take(node, row, into: model, &reader)
  }

  func json(_ model: UnsafeRawPointer) -> JSONValue { model.field(offset, as: FreeFormBody?.self).pointee.json }
  func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
    left.field(offset, as: FreeFormBody?.self).pointee == right.field(offset, as: FreeFormBody?.self).pointee
  }
  func isSet(_ model: UnsafeRawPointer) -> Bool { model.field(offset, as: FreeFormBody?.self).pointee != nil }
  func copy(from other: UnsafeRawPointer, into model: UnsafeMutableRawPointer) {
    model.field(offset, as: FreeFormBody?.self).pointee = other.field(offset, as: FreeFormBody?.self).pointee
  }
}
