import HCLParser

extension JobDiff {
  /// The difference from `old` to `new`, both expanded; one of them may be missing.
  public init(from old: Job?, to new: Job?) {
    id = new?.id ?? old?.id ?? ""
    let (before, after) = (old.map { Node($0) }, new.map { Node($0) })
    fields = Comparison.fields(before?.node, after?.node, omitted: DiffNames.omittedOfJob, withContext: false)
    objects = Comparison.objects(before?.node, after?.node, omitted: DiffNames.omittedOfJob)
    groups = JobDiff.pairs(old?.groups ?? [], new?.groups ?? [], by: \.name).map { Group(from: $0, to: $1) }
    let isEdited = !fields.isEmpty || !objects.isEmpty || groups.contains { $0.kind != .none }
    kind = old == nil ? .added : new == nil ? .deleted : isEdited ? .edited : .none
  }

  private struct Node {
    var node: DiffNode
    init(_ job: Job) { node = DiffNode("Job", job.json, Job.schema.facts) }
  }

  /// Parts of two versions that belong together, sorted by name in byte order.
  fileprivate static func pairs<Part>(
    _ old: [Part], _ new: [Part], by name: KeyPath<Part, String>
  ) -> [(Part?, Part?)] {
    let names = Set((old + new).map { $0[keyPath: name] }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return names.map { wanted in
      (old.first { $0[keyPath: name] == wanted }, new.first { $0[keyPath: name] == wanted })
    }
  }
}

extension JobDiff.Group {
  fileprivate init(from old: TaskGroup?, to new: TaskGroup?) {
    name = new?.name ?? old?.name ?? ""
    let before = old.map { DiffNode("TaskGroup", $0.json, TaskGroup.schema.facts) }
    let after = new.map { DiffNode("TaskGroup", $0.json, TaskGroup.schema.facts) }
    fields = Comparison.fields(before, after, omitted: DiffNames.omittedOfGroup, withContext: false)
    objects = Comparison.objects(before, after, omitted: DiffNames.omittedOfGroup)
    kind = old == nil ? .added : new == nil ? .deleted : old == new ? .none : .edited
    tasks = JobDiff.pairs(old?.tasks ?? [], new?.tasks ?? [], by: \.name).map {
      JobDiff.Task(from: $0, to: $1)
    }
    for index in fields.indices where fields[index].name == "Count" {
      let (before, after) = (Int(fields[index].old) ?? 0, Int(fields[index].new) ?? 0)
      if before != after { fields[index].annotations = [before < after ? "forces create" : "forces destroy"] }
    }
    for index in tasks.indices { tasks[index].annotate(inGroup: kind) }
  }
}

extension JobDiff.Task {
  fileprivate init(from old: Task?, to new: Task?) {
    name = new?.name ?? old?.name ?? ""
    let before = old.map { DiffNode("Task", $0.json, Task.schema.facts) }
    let after = new.map { DiffNode("Task", $0.json, Task.schema.facts) }
    fields = Comparison.fields(before, after, omitted: DiffNames.omittedOfTask, withContext: false)
    objects = Comparison.objects(before, after, omitted: DiffNames.omittedOfTask)
    kind = old == nil ? .added : new == nil ? .deleted : fields.isEmpty && objects.isEmpty ? .none : .edited
  }

  /// Says what the change of a task does, by Nomad's rule of thumb, which is not the rule that decides.
  fileprivate mutating func annotate(inGroup group: JobDiff.Kind) {
    switch (group, kind) {
    case (_, .none): annotations = []
    case (.added, .added), (.deleted, .added): annotations = ["forces create"]
    case (.added, .deleted), (.deleted, .deleted): annotations = ["forces destroy"]
    default:
      let isDestructive =
        fields.contains { $0.kind != .none && $0.name != "KillTimeout" }
        || objects.contains { object in
          switch object.name {
          case "Service", "Constraint": false
          case "LogConfig": object.fields.contains { $0.name == "Disabled" && $0.kind != .none }
          default: true
          }
        }
      annotations = [isDestructive ? "forces create/destroy update" : "forces in-place update"]
    }
  }
}

/// How two versions of one block differ.
private enum Comparison {
  /// The values that differ, by name; the equal ones too where `withContext` says so.
  static func fields(
    _ old: DiffNode?, _ new: DiffNode?, omitted: Set<String> = [], withContext: Bool
  ) -> [JobDiff.Field] {
    let names = Set((old?.values ?? []).map(\.name) + (new?.values ?? []).map(\.name)).filter { name in
      // `VersionTag[Name]` is a part of `VersionTag`.
      !omitted.contains(name.firstIndex(of: "[").map { String(name[..<$0]) } ?? name)
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { name in
      let (before, after) = (old?.text(name) ?? "", new?.text(name) ?? "")
      let kind: JobDiff.Kind =
        before == after ? .none : before.isEmpty ? .added : after.isEmpty ? .deleted : .edited
      guard kind != .none || withContext else { return nil }
      return JobDiff.Field(kind: kind, name: name, old: before, new: after)
    }
  }

  /// The blocks that differ, by name, then kind, then size.
  static func objects(_ old: DiffNode?, _ new: DiffNode?, omitted: Set<String> = []) -> [JobDiff.Object] {
    let (before, after) = (old?.children ?? [], new?.children ?? [])
    let names = Set((before + after).map(\.name)).subtracting(omitted)
    let found = names.flatMap { name in
      pairs(before.filter { $0.name == name }, after.filter { $0.name == name }, name).compactMap { object($0, $1) }
    }
    return found.sorted(by: precedes)
  }

  private static let rank: [JobDiff.Kind: Int] = [.edited: 0, .added: 1, .deleted: 2, .none: 3]

  private static func precedes(_ left: JobDiff.Object, _ right: JobDiff.Object) -> Bool {
    if left.name != right.name { return left.name.utf8.lexicographicallyPrecedes(right.name.utf8) }
    if left.kind != right.kind { return rank[left.kind, default: 3] < rank[right.kind, default: 3] }
    if left.fields.count != right.fields.count { return left.fields.count < right.fields.count }
    if left.objects.count != right.objects.count { return left.objects.count < right.objects.count }
    // Of equals the order is free; the first values settle it.
    let (a, b) = (left.fields.map { $0.old + $0.new }.joined(), right.fields.map { $0.old + $0.new }.joined())
    return a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  /// Blocks of two versions that belong together.
  private static func pairs(_ old: [DiffNode], _ new: [DiffNode], _ name: String) -> [(DiffNode?, DiffNode?)] {
    if let key = DiffNames.keys[name] {
      let values = Set((old + new).map { $0.text(key) })
      return values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { value in
        (old.first { $0.text(key) == value }, new.first { $0.text(key) == value })
      }
    }
    // A block that may stand once is the same block in both versions; in a set only equal ones are.
    if old.count <= 1, new.count <= 1, !sets.contains(name) { return [(old.first, new.first)] }
    return old.filter { !new.contains($0) }.map { ($0, nil) } + new.filter { !old.contains($0) }.map { (nil, $0) }
  }

  private static let sets: Set<String> = [
    "Constraint", "Affinity", "Network", "Artifact", "Template", "VolumeMount", "Path",
  ]

  private static func object(_ old: DiffNode?, _ new: DiffNode?) -> JobDiff.Object? {
    guard old != new, let name = (new ?? old)?.name else { return nil }
    let kind: JobDiff.Kind = old == nil ? .added : new == nil ? .deleted : .edited
    if isSetOfTexts(old) || isSetOfTexts(new) { return texts(name, kind, old, new) }
    return JobDiff.Object(
      kind: kind, name: name, fields: fields(old, new, withContext: true), objects: objects(old, new))
  }

  /// A set of texts has values of one name: its own.
  private static func isSetOfTexts(_ node: DiffNode?) -> Bool {
    node.map { !$0.values.isEmpty && $0.values.allSatisfy { value in value.name == node?.name } } ?? false
  }

  private static func texts(
    _ name: String, _ kind: JobDiff.Kind, _ old: DiffNode?, _ new: DiffNode?
  ) -> JobDiff.Object? {
    let (before, after) = (old?.values.map(\.text) ?? [], new?.values.map(\.text) ?? [])
    let all = Set(before + after).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let fields = all.map { text in
      let (had, has) = (before.contains(text), after.contains(text))
      return JobDiff.Field(
        kind: had == has ? .none : had ? .deleted : .added, name: name, old: had ? text : "", new: has ? text : "")
    }
    return fields.allSatisfy { $0.kind == .none }
      ? nil : JobDiff.Object(kind: kind, name: name, fields: fields, objects: [])
  }
}
