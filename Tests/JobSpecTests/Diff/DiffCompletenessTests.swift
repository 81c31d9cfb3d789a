import HCLParser
import Testing

@testable import JobSpec

/// No field is forgotten by the diff: each alone, when it changes, is an entry of its own name below the names of its blocks.
@Suite struct DiffCompletenessTests {
  /// One field, and the blocks around it from the job down.
  struct Leaf: CustomTestStringConvertible, Sendable {
    var ancestors: [Ancestor]
    var field: FieldFacts
    var path: String { (ancestors.map(\.field.jsonName) + [field.jsonName]).joined(separator: ".") }
    var testDescription: String { path }
  }

  struct Ancestor: Sendable {
    var field: FieldFacts
    var facts: SchemaFacts
  }

  /// What no diff shows, and why.
  static let reasons: [String: String] = [
    "ID": "a job of another ID is another job",
    "Update": "groups carry it", "Reschedule": "groups carry it", "Migrate": "groups carry it",
    "Spreads": "Nomad's diff has no spreads", "TaskGroups.Spreads": "Nomad's diff has no spreads",
    "Stop": "the server's own", "Status": "the server's own", "StatusDescription": "the server's own",
    "Stable": "the server's own", "Version": "the server's own", "SubmitTime": "the server's own",
    "CreateIndex": "the server's own", "ModifyIndex": "the server's own", "JobModifyIndex": "the server's own",
    "NomadTokenID": "the server's own", "VersionTag": "the server's own", "UI": "for people's eyes only",
    "DispatchIdempotencyToken": "the server's own",
  ]

  static func reason(_ path: String) -> String? {
    if path.hasSuffix("DynamicPorts.Value") { return "the number of a dynamic port is not the job's to say" }
    if ["Volumes.Name", "EnvoyGatewayBindAddresses.Name"].contains(where: path.hasSuffix) {
      return "the key is the name"
    }
    return reasons.first { path == $0.key || path.hasPrefix($0.key + ".") }?.value
  }

  /// Every field of every block below `job` that API JSON has.
  static let leaves: [Leaf] = {
    var found: [Leaf] = []
    func visit(_ facts: SchemaFacts, _ ancestors: [Ancestor]) {
      for field in facts.fields where !field.jsonName.isEmpty {
        guard let nested = field.nested?() else {
          found.append(Leaf(ancestors: ancestors, field: field))
          continue
        }
        if ancestors.count < 9 { visit(nested, ancestors + [Ancestor(field: field, facts: nested)]) }
      }
    }
    visit(Job.schema.facts, [])
    return found
  }()

  /// A value of the field, and another one.
  private static func value(_ field: FieldFacts, _ isNew: Bool) -> JSONValue {
    if let choice = isNew ? field.choices.last : field.choices.first, field.choices.count > 1,
      field.typeName == "string"
    {
      return .string(choice)
    }
    let text: JSONValue = .string(isNew ? "b" : "a")
    switch field.typeName {
    case "int": return .int(isNew ? 2 : 1)
    case "bool": return .bool(isNew)
    case "duration": return .int(isNew ? 2_000_000_000 : 1_000_000_000)
    case "list(string)": return .array([text])
    case "map(string)": return ["k": text]
    case "map(list(string))": return ["k": .array([text])]
    case "list(int)": return .array([.int(isNew ? 2 : 1)])
    case "any", "map(any)": return ["k": text]
    default: return text
    }
  }

  /// A job of nothing but the field and the blocks around it, and the names by which blocks of two versions are paired.
  private static func job(_ leaf: Leaf, _ isNew: Bool) -> JSONValue {
    func members(_ facts: SchemaFacts, holding member: (String, JSONValue)) -> JSONValue {
      var object = JSONObject([JSONObject.Member(member.0, member.1)])
      for key in ["Name", "Label", "DestinationName", "Type", "Driver", "ID"] where key != member.0 {
        guard let field = facts.fields.first(where: { $0.jsonName == key }), field.nested == nil else { continue }
        object.members.append(.init(key, key == "Type" ? .string("host") : .string("same")))
      }
      return .object(object)
    }
    var inner = (leaf.field.jsonName, value(leaf.field, isNew))
    for ancestor in leaf.ancestors.reversed() {
      let block = members(ancestor.facts, holding: inner)
      let isList =
        ancestor.field.form == .blocks || ancestor.field.form == .jsonOnly && ancestor.field.jsonName.hasSuffix("s")
        || ancestor.field.jsonName == "Path"
      let isMap = ancestor.field.form == .keyedBlocks
      inner = (ancestor.field.jsonName, isMap ? ["same": block] : isList ? .array([block]) : block)
    }
    var object = JSONObject([JSONObject.Member(inner.0, inner.1)])
    if inner.0 != "ID" { object.members.append(.init("ID", "j")) }
    return .object(object)
  }

  private static func read(_ json: JSONValue) -> Job? {
    JobReader.read(JobInput(name: "j.json", bytes: Array(JSONWriter.text(json).utf8))).job
  }

  private struct Entry {
    var path: [String]
    var kind: JobDiff.Kind
  }

  private static func entries(_ diff: JobDiff) -> [Entry] {
    var found: [Entry] = []
    func add(_ fields: [JobDiff.Field], _ objects: [JobDiff.Object], _ path: [String]) {
      found += fields.map { Entry(path: path + [$0.name], kind: $0.kind) }
      for object in objects { add(object.fields, object.objects, path + [object.name]) }
    }
    add(diff.fields, diff.objects, [])
    for group in diff.groups {
      add(group.fields, group.objects, ["TaskGroups"])
      for task in group.tasks { add(task.fields, task.objects, ["TaskGroups", "Tasks"]) }
    }
    return found.filter { $0.kind != .none }
  }

  @Test func everyFieldThatChangesAloneIsInTheDiff() throws {
    for leaf in DiffCompletenessTests.leaves {
      guard let old = DiffCompletenessTests.read(DiffCompletenessTests.job(leaf, false)),
        let new = DiffCompletenessTests.read(DiffCompletenessTests.job(leaf, true))
      else {
        Issue.record("\(leaf.path) cannot be read")
        continue
      }
      let diff = JobDiff(from: old, to: new)
      let entries = DiffCompletenessTests.entries(diff)
      if let reason = DiffCompletenessTests.reason(leaf.path) {
        #expect(entries.isEmpty, "\(leaf.path): \(reason), and yet the diff has it")
        continue
      }
      let isName = ["Name", "ID"].contains(leaf.field.jsonName) && leaf.ancestors.count <= 2
      let isGroupOrTask = leaf.ancestors.last.map { ["TaskGroups", "Tasks"].contains($0.field.jsonName) } ?? false
      if isName, isGroupOrTask {
        #expect(diff.groups.contains { $0.kind != .none }, "\(leaf.path)")
        continue
      }
      #expect(diff.kind == .edited, "\(leaf.path)")
      let blocks = leaf.ancestors.map { ancestor in
        ["TaskGroups", "Tasks"].contains(ancestor.field.jsonName)
          ? ancestor.field.jsonName : DiffNames.object(ancestor.field.jsonName)
      }
      let isThere = entries.contains { entry in
        guard entry.path.starts(with: blocks) else { return false }
        let rest = Array(entry.path.dropFirst(blocks.count))
        let name = leaf.field.jsonName
        return rest.first == name || rest.first?.hasPrefix(name + "[") == true
          || rest.count > 1 && rest[0] == DiffNames.object(name)
      }
      #expect(isThere, "\(leaf.path): \(entries.map { $0.path.joined(separator: ".") })")
    }
  }
}
