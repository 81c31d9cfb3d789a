public import HCLParser

/// What the server added to a job, and which block of the file each addition is due to.
///
/// Found by comparing the job as written with the expanded one, block by block; the places are the origins that the
/// expansion leaves.
public struct ExpansionDiff: Sendable, Hashable {
  /// How an addition came about.
  public enum Kind: String, Sendable, Hashable {
    /// The block asks for something that makes it necessary: a proxy's task, an implied constraint.
    case added
    /// The block, or a key in it, is left out, and this holds then.
    case byDefault = "default"
    /// What is written there is kept in another form: interpolated, in upper case.
    case changed
  }

  /// One thing that the server added.
  public struct Addition: Sendable, Hashable {
    /// How it came about.
    public var kind: Kind
    /// The block it is in now: `group "web"`.
    public var owner: String
    /// What it is, much as one would write it: `count = 1`, `restart { attempts = 2 }`.
    public var text: String
    /// The header of the block that caused it, or the key whose value it is; nil where no file has one.
    public var cause: SourceRange?
    /// True where it switches nothing on: 0, false, an empty text.
    public var saysNothing = false
  }

  /// In the order of the causes in the file; of one cause in the order of the job.
  public var additions: [Addition] = []

  public init(from written: Job, to expanded: Job) {
    var walk = ExpansionWalk(owner: "job \"\(expanded.id)\"", cause: expanded.origin.header)
    walk.compare(written.withoutServerFields, expanded.withoutServerFields)
    additions = Self.ordered(walk.additions)
  }

  /// What has one cause stands together, and within it what is in one block.
  private static func ordered(_ additions: [Addition]) -> [Addition] {
    struct Place: Hashable {
      var cause: Int
      var kind: Kind
      var owner: String
    }
    var first: [Place: Int] = [:]
    let numbered = additions.enumerated().map { index, addition in
      let place = Place(cause: rank(addition.cause), kind: addition.kind, owner: addition.owner)
      if first[place] == nil { first[place] = index }
      return (cause: place.cause, block: first[place] ?? index, index: index, addition: addition)
    }
    return numbered.sorted { ($0.cause, $0.block, $0.index) < ($1.cause, $1.block, $1.index) }.map(\.addition)
  }

  private static func rank(_ range: SourceRange?) -> Int { range?.start ?? -1 }
}

/// Walks two states of a job, and notes what the later has more.
private struct ExpansionWalk: BlockPairVisitor {
  var owner: String
  /// The header of the block at hand.
  var cause: SourceRange?
  var additions: [ExpansionDiff.Addition] = []

  init(owner: String, cause: SourceRange?) {
    self.owner = owner
    self.cause = cause
  }

  mutating func compare<Model: BlockModel>(_ old: Model, _ new: Model) {
    for (index, field) in Model.schema.fields.enumerated() where field.facts.nested == nil {
      guard !field.areEqual(old, new), field.facts.form != .label else { continue }
      addValue(field, index, old, new)
    }
    var visitor: any BlockPairVisitor = self
    new.visitBlocks(since: old, &visitor)
    if let walk = visitor as? ExpansionWalk { self = walk }
  }

  private mutating func addValue<Model: BlockModel>(_ field: Field<Model>, _ index: Int, _ old: Model, _ new: Model) {
    let (before, after) = (BlockText.value(field.json(old), field.facts), BlockText.value(field.json(new), field.facts))
    guard before != after else { return }
    let name = field.facts.name.isEmpty ? field.facts.jsonName : field.facts.name
    let wasWritten = old.origin.entry(ofField: index) != nil
    // A place that only the new state knows is where an inherited value was written.
    let place = new.origin.entry(ofField: index)?.name
    let isInherited = !wasWritten && place != nil
    additions.append(
      .init(
        kind: wasWritten ? .changed : isInherited ? .added : .byDefault, owner: owner,
        text: wasWritten ? "\(name) = \(after), written as \(before)" : "\(name) = \(after)",
        cause: place ?? new.origin.header ?? cause, saysNothing: BlockText.saysNothing(field.json(new))))
  }

  mutating func visit<Child: BlockModel>(_ old: Child?, _ new: Child, _ facts: FieldFacts) {
    let header = new.origin.header
    // A proxy comes with its first content, which may have another cause.
    guard let old = old ?? (new is Connect.Proxy ? Child() : nil) else {
      add(new, facts, header ?? cause)
      return
    }
    guard old != new else { return }
    // By the name that the user knows, if there is one.
    let name = BlockText.heading(old, facts)
    var inner = ExpansionWalk(owner: "\(name)\(Self.place(facts, in: owner))", cause: header ?? cause)
    inner.compare(old, new)
    additions += inner.additions
  }

  /// A block that nobody wrote, as a whole.
  private mutating func add<Child: BlockModel>(_ new: Child, _ facts: FieldFacts, _ header: SourceRange?) {
    if let task = new as? Task { return add(task) }
    let text = BlockText.whole(new, facts)
    let isDefault = header == cause && facts.form == .block
    additions.append(
      .init(
        kind: isDefault ? .byDefault : .added, owner: owner, text: text, cause: header,
        saysNothing: BlockText.saysNothing(Child.schema.json(new))))
  }

  private mutating func add(_ task: Task) {
    // `sidecar_task` moves the task's place to itself; its constraints still know who asked for it.
    let header = task.constraints.first?.origin.header ?? task.origin.header ?? cause
    var facts: [String] = [task.driver]
    if let resources = task.resources {
      if let cores = resources.cores, cores > 0 { facts.append("\(cores) cores") }
      if let cpu = resources.cpu, cpu > 0 { facts.append("\(cpu) MHz") }
      if let memory = resources.memory, memory > 0 { facts.append("\(memory) MB") }
    }
    if let lifecycle = task.lifecycle {
      facts.append(lifecycle.sidecar ? "\(lifecycle.hook) sidecar" : lifecycle.hook)
    }
    if let image = task.config?["image"]?.string { facts.append("image \(image)") }
    additions.append(
      .init(
        kind: .added, owner: owner, text: "task \"\(task.name)\" (\(facts.joined(separator: ", ")))", cause: header))
    for constraint in task.constraints {
      additions.append(
        .init(
          kind: .added, owner: "task \"\(task.name)\"", text: BlockText.constraint(constraint),
          cause: constraint.origin.header ?? header))
    }
  }

  /// Blocks without a name of their own are told apart by what they are in.
  private static func place(_ facts: FieldFacts, in owner: String) -> String {
    facts.name == "group" || facts.name == "task" ? "" : " of \(owner)"
  }
}
