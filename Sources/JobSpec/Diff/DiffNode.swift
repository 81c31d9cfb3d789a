import HCLParser

/// A block as the diff sees it: texts by name, and blocks inside it.
///
/// Made from the API JSON of a model and the field table beside it, so that a new field is in the diff by its row.
struct DiffNode: Hashable {
  struct Value: Hashable {
    var name: String
    var text: String
  }

  var name: String
  var values: [Value] = []
  var children: [DiffNode] = []

  init(_ name: String) { self.name = name }

  init(_ name: String, _ json: JSONValue, _ facts: SchemaFacts) {
    self.name = name
    guard case .object(let object) = json else { return }
    for member in object.members {
      guard let field = facts.fields.first(where: { $0.jsonName == member.key }) else { continue }
      if DiffNames.omitted[name]?.contains(member.key) == true { continue }
      add(member.key, member.value, field)
    }
  }

  /// The value under a name, empty where there is none.
  func text(_ name: String) -> String { values.first { $0.name == name }?.text ?? "" }

  private mutating func add(_ key: String, _ json: JSONValue, _ field: FieldFacts) {
    if let nested = field.nested?() {
      addBlocks(DiffNames.object(key), json, nested)
    } else if field.form == .freeForm {
      guard json != .null else { return }
      var child = DiffNode(DiffNames.object(key))
      child.flatten("", json)
      if !child.values.isEmpty { children.append(child) }
    } else if case .array(let items) = json {
      addSet(key, items)
    } else if json != .null || !["map(", "list("].contains(where: { field.typeName.utf8.starts(with: $0.utf8) }) {
      // A map or list that is not there has no parts to name.
      flatten(key, json)
    }
  }

  private mutating func addBlocks(_ name: String, _ json: JSONValue, _ facts: SchemaFacts) {
    switch json {
    case .array(let items): children += items.map { DiffNode(name, $0, facts) }
    case .object(let object):
      let isMap = facts.fields.allSatisfy { field in field.jsonName.isEmpty || object[field.jsonName] == nil }
      if isMap {
        children += object.members.map { DiffNode(name, $0.value, facts) }
      } else {
        children.append(DiffNode(name, json, facts))
      }
    default: break
    }
  }

  /// A list of texts is a set of its own: one value for each text, all of one name.
  private mutating func addSet(_ name: String, _ items: [JSONValue]) {
    guard !items.isEmpty else { return }
    var child = DiffNode(name)
    child.values = items.map { Value(name: name, text: DiffNode.text(of: $0)) }
    children.append(child)
  }

  /// `Meta[key]`, `ports[0]`, `port_map[0][db]`.
  private mutating func flatten(_ name: String, _ json: JSONValue) {
    switch json {
    case .object(let object):
      for member in object.members {
        flatten(name.isEmpty ? member.key : "\(name)[\(member.key)]", member.value)
      }
    case .array(let items):
      for (index, item) in items.enumerated() { flatten("\(name)[\(index)]", item) }
    default: values.append(Value(name: name, text: DiffNode.text(of: json)))
    }
  }

  private static func text(of json: JSONValue) -> String {
    switch json {
    case .null: ""
    case .string(let text): text
    default: JSONWriter.text(json)
    }
  }
}

/// The names by which Nomad's diff calls things, where they are not those of the API.
enum DiffNames {
  private static let objects: [String: String] = [
    "Constraints": "Constraint", "Affinities": "Affinity", "Spreads": "Spread", "SpreadTarget": "SpreadTarget",
    "Networks": "Network", "ReservedPorts": "Static Port", "DynamicPorts": "Dynamic Port", "Services": "Service",
    "Checks": "Check", "Volumes": "Volume", "VolumeMounts": "VolumeMount", "Artifacts": "Artifact",
    "Templates": "Template", "Devices": "Device", "Actions": "Action", "Secrets": "Secret", "Identities": "Identity",
    "ScalingPolicies": "Scaling", "ParameterizedJob": "Parameterized", "Regions": "Region", "Links": "Link",
    "Connect": "ConsulConnect", "Proxy": "ConsulProxy", "Upstreams": "ConsulUpstreams", "Paths": "Path",
    "Listeners": "Listener",
  ]

  static func object(_ jsonName: String) -> String { objects[jsonName] ?? jsonName }

  /// By what value blocks of two versions belong together; blocks of other names are the same only if all of them is.
  static let keys: [String: String] = [
    "Service": "Name", "Check": "Name", "Volume": "Name", "Action": "Name", "Secret": "Name", "Identity": "Name",
    "Static Port": "Label", "Dynamic Port": "Label", "Device": "Name", "ConsulUpstreams": "DestinationName",
  ]

  /// Values of other blocks that no diff shows: the number of a dynamic port is not the job's to say.
  static let omitted: [String: Set<String>] = ["Dynamic Port": ["Value"]]

  /// Job fields that no diff shows: the server's own, and those that groups carry.
  static let omittedOfJob: Set<String> = [
    "ID", "Status", "StatusDescription", "Version", "Stable", "CreateIndex", "ModifyIndex", "JobModifyIndex", "Update",
    "SubmitTime", "NomadTokenID", "TaskGroups", "Spread", "Reschedule", "Migrate", "Stop", "VersionTag", "UI",
    "DispatchIdempotencyToken",
  ]
  /// Spreads are left out by Nomad too.
  static let omittedOfGroup: Set<String> = ["Name", "Tasks", "Spread"]
  static let omittedOfTask: Set<String> = ["Name"]
}
