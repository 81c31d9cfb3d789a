public import HCLParser

/// What a case expects of its plans. Everything that is given has to hold.
public struct PlacementExpectation: Sendable, Hashable {
  /// The id of the job it speaks of; empty for all jobs of the case.
  public var job = ""
  /// The group it speaks of; empty for all.
  public var group = ""
  /// The raw value of a `Plan.Status`: all jobs have to have it, of `invalid` one is enough. Empty for any.
  public var status = ""
  /// Whether the jobs have to be valid, or one of them not; nil for either.
  public var isValid: Bool?
  /// The id of a rule that has to find something in the job files; empty for none in particular.
  public var finding = ""
  /// How many new instances find a place, replacements and canaries included. Nil, as in all counts: any number.
  public var places: Int?
  /// The least number of them.
  public var placesAtLeast: Int?
  /// The greatest number of them.
  public var placesAtMost: Int?
  /// How many wanted instances find no place.
  public var unplaced: Int?
  /// How many allocations the plan stops, those it replaces included and those it pushes out not.
  public var stops: Int?
  /// How many allocations get the new version where they are.
  public var updatesInPlace: Int?
  /// How many of the new instances are canaries.
  public var canaries: Int?
  /// How many allocations of other jobs are pushed out.
  public var preempts: Int?
  /// A part of Nomad's reason for a failure, or of our explanation, in the same letters; empty where nothing need fail.
  public var failsWith = ""
  /// `${meta.rack}`: each instance placed or updated is on a node with a value of its own; empty for no such demand.
  public var onDistinct = ""
  /// Every instance placed or updated is on a node that one of these fits; empty for any node.
  public var onlyOn: [NodeCondition] = []
  /// No instance placed or updated is on a node that one of these fits.
  public var neverOn: [NodeCondition] = []
  public var origin = Origin()

  public init() {}
}

extension PlacementExpectation: BlockModel {
  private static let counts = 0...1_000_000_000

  public static let schema = BlockSchema<PlacementExpectation>(
    "expect", "What is to come of a case.",
    fields: [
      .attribute("job", "Job", \.job, "The id of the job it speaks of; without it, all jobs."),
      .attribute("group", "Group", \.group, "The group it speaks of; without it, all groups."),
      .attribute(
        "status", "Status", \.status, "What planning comes to.",
        choices: ["placed", "partial", "blocked", "unchanged", "invalid"]),
      .attribute("valid", "Valid", \.isValid, "Whether the server would take the job files."),
      .attribute("finding", "Finding", \.finding, "The id of a rule that finds something in the job files."),
      .attribute("places", "Places", \.places, "How many new instances have a place.", in: counts),
      .attribute("places_at_least", "PlacesAtLeast", \.placesAtLeast, "The same, at least.", in: counts),
      .attribute("places_at_most", "PlacesAtMost", \.placesAtMost, "The same, at most.", in: counts),
      .attribute("unplaced", "Unplaced", \.unplaced, "How many instances have no place.", in: counts),
      .attribute("stops", "Stops", \.stops, "How many allocations are stopped.", in: counts),
      .attribute(
        "updates_in_place", "UpdatesInPlace", \.updatesInPlace, "How many allocations are updated where they are.",
        in: counts),
      .attribute("canaries", "Canaries", \.canaries, "How many of the new instances are canaries.", in: counts),
      .attribute("preempts", "Preempts", \.preempts, "How many allocations are pushed out.", in: counts),
      .attribute(
        "fails_with", "FailsWith", \.failsWith, "Words from the reason why an instance has no place."),
      .attribute(
        "on_distinct", "OnDistinct", \.onDistinct,
        "A fact of nodes, such as \"${meta.rack}\", that differs for every instance."),
      .blocks("only_on", "OnlyOn", \.onlyOn, "Nodes outside of which no instance is placed."),
      .blocks("never_on", "NeverOn", \.neverOn, "Nodes on which no instance is placed."),
    ])
}

/// Which nodes an expectation speaks of. Everything that is given has to hold; `*` stands for any text.
public struct NodeCondition: Sendable, Hashable {
  /// The node's name, not its id; nil for any.
  public var node: String?
  /// The class the operator gave it; nil for any.
  public var nodeClass: String?
  /// Its datacenter; nil for any.
  public var datacenter: String?
  /// Its node pool; nil for any.
  public var pool: String?
  /// Metadata it has to have, without the `meta.` before the key.
  public var meta: StringMap?
  /// Attributes it has to have, without the `attr.` before the key.
  public var attributes: StringMap?
  public var origin = Origin()

  public init() {}
}

extension NodeCondition: BlockModel {
  public static let schema = BlockSchema<NodeCondition>(
    "node condition", "Which nodes it speaks of.",
    fields: [
      .attribute("node", "Node", \.node, "The node's name."),
      .attribute("class", "Class", \.nodeClass, "The node's class."),
      .attribute("datacenter", "Datacenter", \.datacenter, "The node's datacenter."),
      .attribute("pool", "Pool", \.pool, "The node's pool."),
      .texts("meta", "Meta", \.meta, "Metadata of the node.", orAttribute: true),
      .texts("attributes", "Attributes", \.attributes, "Attributes of the node.", orAttribute: true),
    ])
}

extension NodeCondition {
  /// True for the nodes meant.
  public func holds(for node: Node) -> Bool {
    func fits(_ pattern: String?, _ text: String?) -> Bool {
      guard let pattern else { return true }
      return text.map { Candidates.datacenter($0, matches: [pattern]) } ?? false
    }
    return fits(self.node, node.name) && fits(nodeClass, node.nodeClass) && fits(datacenter, node.datacenter)
      && fits(pool, node.pool) && (meta?.entries.allSatisfy { fits($0.value, node.meta[$0.name]) } ?? true)
      && (attributes?.entries.allSatisfy { fits($0.value, node.attributes[$0.name]) } ?? true)
  }

  /// `class "edge" and meta rack "r1"`.
  var phrase: String {
    let parts =
      [("node", node), ("class", nodeClass), ("datacenter", datacenter), ("pool", pool)]
      .compactMap { name, value in value.map { "\(name) \"\($0)\"" } }
      + (meta?.entries.map { "meta \($0.name) \"\($0.value)\"" } ?? [])
      + (attributes?.entries.map { "attribute \($0.name) \"\($0.value)\"" } ?? [])
    return parts.isEmpty ? "any node" : Wording.list(parts)
  }
}
