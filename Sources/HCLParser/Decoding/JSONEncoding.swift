extension BlockSchema where Model: BlockModel {
  /// The model as API JSON: every field in the order of its declaration, null where it is not set.
  public func json(_ model: Model) -> JSONValue {
    var object = JSONObject()
    object.members.reserveCapacity(core.rows.count)
    withUnsafePointer(to: model) { model in
      for row in core.rows where !row.facts.jsonName.isEmpty {
        let access = row.field.access
        if row.facts.omitsWhenUnset && !access.isSet(model) { continue }
        object.append(row.facts.jsonName, access.json(model))
      }
    }
    return .object(object)
  }
}

extension BlockModel {
  /// The model as API JSON.
  public var json: JSONValue { Self.schema.json(self) }
}
