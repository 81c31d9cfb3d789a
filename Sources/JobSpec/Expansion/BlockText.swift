import HCLParser

/// Blocks of a job in one line, much as one would write them.
enum BlockText {
  /// The block's type and what names it: `service "web"`.
  static func heading<Model: BlockModel>(_ model: Model, _ facts: FieldFacts) -> String {
    let type = facts.name.isEmpty ? facts.jsonName : facts.name
    guard let name = name(of: Model.schema.json(model), Model.schema.facts) else { return type }
    return "\(type) \"\(name)\""
  }

  /// The whole block: `restart { attempts = 2, mode = "fail" }`.
  static func whole<Model: BlockModel>(_ model: Model, _ facts: FieldFacts) -> String {
    if let constraint = model as? Constraint { return Self.constraint(constraint) }
    if let port = model as? Network.Port { return Self.port(port) }
    let type = facts.name.isEmpty ? facts.jsonName : facts.name
    return block(type, Model.schema.json(model), Model.schema.facts)
  }

  /// As Nomad words it when a node is filtered out: `constraint ${attr.consul.version} semver >= 1.8.0`.
  static func constraint(_ constraint: Constraint) -> String {
    ["constraint", constraint.attribute, constraint.operator, constraint.value].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  private static func port(_ port: Network.Port) -> String {
    var text = port.isStatic ? "static port \"\(port.label)\" (\(port.static))" : "dynamic port \"\(port.label)\""
    if port.to < 0 { text += ", the same inside and outside (to = -1)" }
    if port.to > 0 { text += ", to = \(port.to)" }
    return text
  }

  private static func block(_ type: String, _ json: JSONValue, _ facts: SchemaFacts) -> String {
    guard case .object(let object) = json else { return type }
    var parts: [String] = []
    for member in object.members {
      guard let field = facts.fields.first(where: { $0.jsonName == member.key }), field.form != .label,
        !saysNothing(member.value)
      else { continue }
      let name = field.name.isEmpty ? field.jsonName : field.name
      guard let nested = field.nested?() else {
        parts.append("\(name) = \(value(member.value, field))")
        continue
      }
      if case .array(let items) = member.value {
        parts += items.map { block(name, $0, nested) }
      } else {
        parts.append(block(name, member.value, nested))
      }
    }
    let label = facts.fields.contains { $0.form == .label } ? name(of: json, facts).map { " \"\($0)\"" } ?? "" : ""
    return parts.isEmpty ? "\(type)\(label) {}" : "\(type)\(label) { \(parts.joined(separator: ", ")) }"
  }

  /// The label, or the value of `name`.
  private static func name(of json: JSONValue, _ facts: SchemaFacts) -> String? {
    guard case .object(let object) = json else { return nil }
    let field = facts.fields.first { $0.form == .label } ?? facts.fields.first { $0.name == "name" }
    guard let field, case .string(let name) = object[field.jsonName], !name.isEmpty else { return nil }
    return name
  }

  /// A value as it would be written; durations as people write them.
  static func value(_ json: JSONValue, _ facts: FieldFacts) -> String {
    switch json {
    case .null: return "nothing"
    case .int(let nanoseconds) where facts.typeName == Duration.typeName:
      return "\"\(Duration(nanoseconds: Int64(nanoseconds)))\""
    case .object(let object):
      let parts = object.members.map { "\($0.key) = \(JSONWriter.text($0.value))" }
      return parts.isEmpty ? "{}" : "{ \(parts.joined(separator: ", ")) }"
    default: return JSONWriter.text(json)
    }
  }

  /// Whether a value switches nothing on.
  static func saysNothing(_ json: JSONValue) -> Bool {
    switch json {
    case .null, .bool(false), .int(0), .string(""): true
    case .array(let items): items.isEmpty
    case .object(let object): object.members.allSatisfy { saysNothing($0.value) }
    default: false
    }
  }
}
