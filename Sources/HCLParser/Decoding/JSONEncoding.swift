extension BlockSchema {
  /// The model as API JSON: every field in the order of its declaration, null where it is not set.
  public func json(_ model: Model) -> JSONValue {
    var object = JSONObject()
    object.members.reserveCapacity(fields.count)
    for field in fields where !field.facts.jsonName.isEmpty {
      if field.facts.omitsWhenUnset && !field.isSet(model) { continue }
      object.append(field.facts.jsonName, field.json(model))
    }
    return .object(object)
  }
}

extension BlockModel {
  /// The model as API JSON.
  public var json: JSONValue { Self.schema.json(self) }
}
