public import HCLParser

extension JobDiff {
  /// As Nomad's API gives it.
  public var json: JSONValue {
    .object([
      "Type": .string(kind.rawValue), "ID": .string(id), "Fields": JobDiff.list(fields.map(\.json)),
      "Objects": JobDiff.list(objects.map(\.json)), "TaskGroups": JobDiff.list(groups.map(\.json)),
    ])
  }

  fileprivate static func list(_ items: [JSONValue]) -> JSONValue { items.isEmpty ? .null : .array(items) }
}

extension JobDiff.Field {
  fileprivate var json: JSONValue {
    .object([
      "Type": .string(kind.rawValue), "Name": .string(name), "Old": .string(old), "New": .string(new),
      "Annotations": JobDiff.list(annotations.map { .string($0) }),
    ])
  }
}

extension JobDiff.Object {
  fileprivate var json: JSONValue {
    .object([
      "Type": .string(kind.rawValue), "Name": .string(name), "Fields": JobDiff.list(fields.map(\.json)),
      "Objects": JobDiff.list(objects.map(\.json)),
    ])
  }
}

extension JobDiff.Group {
  fileprivate var json: JSONValue {
    let counts = updates.filter { $0.count != 0 }.sorted { $0.word.utf8.lexicographicallyPrecedes($1.word.utf8) }
    return .object([
      "Type": .string(kind.rawValue), "Name": .string(name), "Fields": JobDiff.list(fields.map(\.json)),
      "Objects": JobDiff.list(objects.map(\.json)), "Tasks": JobDiff.list(tasks.map(\.json)),
      "Updates": counts.isEmpty
        ? .null : .object(JSONObject(counts.map { JSONObject.Member($0.word, .int($0.count)) })),
    ])
  }
}

extension JobDiff.Task {
  fileprivate var json: JSONValue {
    .object([
      "Type": .string(kind.rawValue), "Name": .string(name), "Fields": JobDiff.list(fields.map(\.json)),
      "Objects": JobDiff.list(objects.map(\.json)), "Annotations": JobDiff.list(annotations.map { .string($0) }),
    ])
  }
}
