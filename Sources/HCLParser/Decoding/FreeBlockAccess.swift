/// A block of free names and texts: `meta`, `env`.
struct TextsAccess<Model: BlockModel>: FieldAccess {
  let path: FieldPath<Model, StringMap?>
  let allowsAttribute: Bool

  func take(
    _ attribute: AttributeSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder
  ) -> Bool {
    guard allowsAttribute else { return false }
    guard let texts = decoder.convert(attribute, row, to: StringMap?.self) else { return true }
    model[keyPath: path] = texts.map { decoder.placed($0, by: attribute) }
    model.origin.add(Origin.Entry(field: row.index, name: attribute.nameRange, value: attribute.valueRange))
    return true
  }

  func take(_ block: BlockSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder) -> Bool {
    var entries: [StringMap.Entry] = []
    decoder.eachAttribute(of: block) { attribute, decoder in

      guard let text = decoder.convert(attribute, row, to: String.self) else { return }
      entries.append(
        StringMap.Entry(
          attribute.name, text, namePlace: Place(attribute.nameRange), valuePlace: Place(attribute.valueRange)))
    }
    model[keyPath: path] = StringMap(entries)
    model.origin.add(Origin.Entry(field: row.index, name: block.typeRange, value: block.headerRange))
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: inout Model, _ reader: inout JSONDecoding) {
    AttributeAccess(path: path, nullKeeps: true).take(node, row, into: &model, &reader)
  }

  func json(_ model: Model) -> JSONValue { model[keyPath: path].json }
  func areEqual(_ left: Model, _ right: Model) -> Bool { left[keyPath: path] == right[keyPath: path] }
  func isSet(_ model: Model) -> Bool { model[keyPath: path] != nil }
}

/// A block of free names and lists of texts: the headers of a check.
struct TextListsAccess<Model: BlockModel>: FieldAccess {
  let path: FieldPath<Model, StringListMap?>

  func take(_ block: BlockSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder) -> Bool {
    var entries: [StringListMap.Entry] = []
    decoder.eachAttribute(of: block) { attribute, decoder in

      guard let texts = decoder.convert(attribute, row, to: [String].self) else { return }
      entries.append(
        StringListMap.Entry(
          attribute.name, texts, namePlace: Place(attribute.nameRange), valuePlace: Place(attribute.valueRange)))
    }
    model[keyPath: path] = StringListMap(entries)
    model.origin.add(Origin.Entry(field: row.index, name: block.typeRange, value: block.headerRange))
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: inout Model, _ reader: inout JSONDecoding) {
    guard !node.isNull else { return }
    var entries: [StringListMap.Entry] = []
    for member in node.members {
      guard case .success(let texts) = [String].converted(from: member.value) else {
        reader.report(.wrongJSONType(member.key, [String].phrase, member.value.kind.rawValue, member.value, nil))
        continue
      }
      entries.append(
        StringListMap.Entry(
          member.key, texts, namePlace: Place(member.keyRange), valuePlace: Place(member.value.range)))
    }
    model[keyPath: path] = StringListMap(entries)
  }

  func json(_ model: Model) -> JSONValue {
    guard let lists = model[keyPath: path] else { return .null }
    return .object(JSONObject(lists.entries.map { JSONObject.Member($0.name, $0.values.json) }))
  }

  func areEqual(_ left: Model, _ right: Model) -> Bool { left[keyPath: path] == right[keyPath: path] }
  func isSet(_ model: Model) -> Bool { model[keyPath: path] != nil }
}

/// A block that no schema describes.
struct FreeFormAccess<Model: BlockModel>: FieldAccess {
  let path: FieldPath<Model, FreeFormBody?>

  func take(_ block: BlockSource, _ row: FieldRow, into model: inout Model, _ decoder: inout BlockDecoder) -> Bool {
    for label in block.labels.prefix(1) { decoder.report(.extraLabel(block, allowed: 0, at: label.range)) }
    model[keyPath: path] = decoder.freeForm(block.body)
    model.origin.add(Origin.Entry(field: row.index, name: block.typeRange, value: block.headerRange))
    return true
  }

  func take(_ node: JSONNode, _ row: FieldRow, into model: inout Model, _ reader: inout JSONDecoding) {
    AttributeAccess(path: path, nullKeeps: true).take(node, row, into: &model, &reader)
  }

  func json(_ model: Model) -> JSONValue { model[keyPath: path].json }
  func areEqual(_ left: Model, _ right: Model) -> Bool { left[keyPath: path] == right[keyPath: path] }
  func isSet(_ model: Model) -> Bool { model[keyPath: path] != nil }
}
