/// The part of the SARIF 2.1.0 schema that a report can touch: which properties an object has, which it must have, and
/// of what kind they are. Anything not listed here is refused, so a misspelt property does not pass.
enum SARIFSchema {
  indirect enum Shape: Sendable {
    case text(allowed: [String] = [])
    case number(atLeast: Int)
    case list(Shape)
    case object([String: Shape], required: [String] = [])
    /// An object with keys of our own.
    case table(Shape)
  }

  static let message = Shape.object(["text": .text()], required: ["text"])
  static let artifact = Shape.object(["uri": .text()])
  static let region = Shape.object([
    "startLine": .number(atLeast: 1), "startColumn": .number(atLeast: 1), "endLine": .number(atLeast: 1),
    "endColumn": .number(atLeast: 1), "byteOffset": .number(atLeast: 0), "byteLength": .number(atLeast: 0),
  ])
  static let location = Shape.object([
    "id": .number(atLeast: 0), "message": message,
    "physicalLocation": .object(["artifactLocation": artifact, "region": region], required: ["artifactLocation"]),
  ])
  static let rule = Shape.object(["id": .text(), "shortDescription": message, "help": message], required: ["id"])
  static let driver = Shape.object(
    ["name": .text(), "version": .text(), "informationUri": .text(), "rules": .list(rule)], required: ["name"])
  static let change = Shape.object(
    [
      "artifactLocation": artifact,
      "replacements": .list(
        .object(["deletedRegion": region, "insertedContent": message], required: ["deletedRegion"])),
    ], required: ["artifactLocation", "replacements"])
  static let result = Shape.object(
    [
      "ruleId": .text(), "ruleIndex": .number(atLeast: 0),
      "level": .text(allowed: ["none", "note", "warning", "error"]), "message": message, "locations": .list(location),
      "relatedLocations": .list(location), "partialFingerprints": .table(.text()),
      "fixes": .list(
        .object(["description": message, "artifactChanges": .list(change)], required: ["artifactChanges"])),
    ], required: ["message"])
  static let run = Shape.object(
    [
      "tool": .object(["driver": driver], required: ["driver"]),
      "columnKind": .text(allowed: ["utf16CodeUnits", "unicodeCodePoints"]), "results": .list(result),
    ], required: ["tool"])
  static let log = Shape.object(
    ["$schema": .text(), "version": .text(allowed: ["2.1.0"]), "runs": .list(run)], required: ["version", "runs"])

  /// What breaks the schema, each with its path.
  static func problems(_ value: Any, _ shape: Shape = log, at path: String = "$") -> [String] {
    switch shape {
    case .text(let allowed):
      guard let text = value as? String else { return ["\(path) is no text"] }
      return allowed.isEmpty || allowed.contains(text) ? [] : ["\(path) is \"\(text)\""]
    case .number(let least):
      guard let number = value as? Int else { return ["\(path) is no whole number"] }
      return number >= least ? [] : ["\(path) is \(number)"]
    case .list(let element):
      guard let list = value as? [Any] else { return ["\(path) is no list"] }
      return list.enumerated().flatMap { problems($0.element, element, at: "\(path)[\($0.offset)]") }
    case .table(let element):
      guard let table = value as? [String: Any] else { return ["\(path) is no object"] }
      return table.flatMap { problems($0.value, element, at: "\(path).\($0.key)") }
    case .object(let properties, let required):
      guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
      let missing = required.filter { object[$0] == nil }.map { "\(path).\($0) is missing" }
      return missing
        + object.sorted { $0.key < $1.key }.flatMap { key, value in
          properties[key].map { problems(value, $0, at: "\(path).\(key)") } ?? ["\(path).\(key) is unknown"]
        }
    }
  }
}
