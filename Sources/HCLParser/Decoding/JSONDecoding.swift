/// Reads models from API JSON by the same field tables. Names match in any letter case; what is not known is passed over,
/// both as Go reads JSON.
public struct JSONDecoding: Sendable {
  /// What was found so far, in the order of reading.
  public internal(set) var diagnostics: [Diagnostic] = []
  private var depth = 0

  public init() {}

  /// The model that an object describes.
  public mutating func decode<Model: BlockModel>(_ node: JSONNode, as schema: BlockSchema<Model>) -> Model {
    decode(node, as: schema, over: Model())
  }

  /// The same, with what the object does not say as it is in `model`.
  private mutating func decode<Model: BlockModel>(
    _ node: JSONNode, as schema: BlockSchema<Model>, over model: Model
  ) -> Model {
    var model = model
    var entries: [Origin.Entry] = []
    // One bit for each row; no schema has more of them.
    var seen: UInt64 = 0
    withUnsafeMutablePointer(to: &model) { model in
      for member in node.members {
        guard let row = schema.core.index(ofJSON: member.key) else { continue }
        let field = schema.core.rows[row]
        let bit: UInt64 = 1 << UInt64(row)
        if seen & bit != 0, let first = entries.last(where: { $0.field == row }) {
          report(.repeatedName(member.key, at: member.keyRange, first: first.name))
        }
        seen |= bit
        field.field.access.take(member.value, field, into: model, &self)
        guard !member.value.isNull else { continue }
        entries.append(
          Origin.Entry(
            field: row, name: member.keyRange, value: member.value.range,
            items: member.value.elements.map(\.range)))
      }
    }
    model.origin = Origin(header: node.range, entries: entries)
    return model
  }

  /// The model of an object inside another.
  mutating func child<Child: BlockModel>(
    _ node: JSONNode, _ name: String, as schema: BlockSchema<Child>, over child: Child = Child()
  ) -> Child {
    guard node.kind == .object else {
      report(.wrongJSONType(name, "an object", node.kind.rawValue, node, nil))
      return child
    }
    return decode(node, as: schema, over: child)
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
