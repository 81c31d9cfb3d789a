public import HCLParser

/// The files that describe a cluster → `ClusterSnapshot`, in every form people have them.
///
/// Never fails: what cannot be read is reported, and the rest is read all the same. Whether errors among the reports
/// make a snapshot unfit for planning is for the caller to say.
public struct SnapshotReader: Sendable {
  private var fields = SnapshotFields()
  private var nodes: [NodeDraft] = []
  private var allocations: [Allocation] = []
  private var deployments: [Deployment] = []
  private var jobs: [JSONNode] = []
  private var volumes: [CSIVolume]?
  private var settings = SchedulerSettings()
  private var pools: [NodePool] = []
  private var nodeRanges: [String: SourceRange] = [:]
  private var allocationRanges: [String: SourceRange] = [:]

  public init() {}

  /// All files of one cluster at once.
  public static func read(
    nodes: [SourceText], allocations: [SourceText] = [], volumes: [SourceText] = [], settings: SourceText? = nil
  ) -> Diagnosed<ClusterSnapshot> {
    var reader = SnapshotReader()
    for source in nodes { reader.readNodes(source) }
    for source in allocations { reader.readAllocations(source) }
    for source in volumes { reader.readVolumes(source) }
    if let settings { reader.readSettings(settings) }
    return reader.finish()
  }

  /// Takes in a file of nodes: a list, `{"Nodes": […]}`, one node, or one after another.
  public mutating func readNodes(_ source: SourceText) {
    let text = JSONText(parsingSequence: source)
    report(text.diagnostics)
    readNodes(documents(in: text, listedUnder: ["Nodes", "Node"], expected: "nodes"), source)
  }

  private mutating func readNodes(_ documents: [JSONNode], _ source: SourceText) {
    var drafts: [NodeDraft] = []
    drafts.reserveCapacity(documents.count)
    for json in documents {
      guard isNode(json) else { continue }
      fields.kind = "node"
      fields.document = json
      let draft = fields.node(json)
      if draft.node.id.isEmpty { continue }
      if let first = nodeRanges[draft.node.id] {
        fields.report(
          .snapshotDuplicate(fields.subject, id: draft.node.id, at: fields.headline(of: json), first: first))
        continue
      }
      nodeRanges[draft.node.id] = draft.node.range
      drafts.append(draft)
    }
    reportGaps(drafts, source)
    if nodes.isEmpty { nodes = drafts } else { nodes += drafts }
  }

  /// Takes in a file of allocations: a list, one, or one after another; with or without their jobs.
  public mutating func readAllocations(_ source: SourceText) {
    let text = JSONText(parsingSequence: source)
    report(text.diagnostics)
    readAllocations(
      documents(in: text, listedUnder: ["Allocations", "Allocs"], expected: "allocations"), source, jobs: [:])
  }

  /// `jobs` are those that documents do not embed, by namespace and id.
  private mutating func readAllocations(
    _ documents: [JSONNode], _ source: SourceText, jobs: [[String]: JSONNode]
  ) {
    var read: [Allocation] = []
    for json in documents {
      guard isDocument(json, with: ["ClientStatus", "JobID", "AllocatedResources"], expected: "an allocation") else {
        continue
      }
      fields.kind = "allocation"
      fields.document = json
      let allocation = fields.allocation(json, jobs: jobs)
      if allocation.id.isEmpty { continue }
      if let first = allocationRanges[allocation.id] {
        fields.report(
          .snapshotDuplicate(fields.subject, id: allocation.id, at: fields.headline(of: json), first: first))
        continue
      }
      allocationRanges[allocation.id] = fields.headline(of: json)
      read.append(allocation)
    }
    reportGaps(read, source)
    allocations += read
  }

  /// Takes in a file of deployments: a list, one, or one after another.
  public mutating func readDeployments(_ source: SourceText) {
    let text = JSONText(parsingSequence: source)
    report(text.diagnostics)
    // A job without a deployment has none to print.
    if !text.roots.isEmpty, text.roots.allSatisfy(\.isNull) { return }
    readDeployments(documents(in: text, listedUnder: ["Deployments"], expected: "deployments"))
  }

  private mutating func readDeployments(_ documents: [JSONNode]) {
    for json in documents {
      guard isDocument(json, with: ["JobSpecModifyIndex", "IsMultiregion", "TaskGroups"], expected: "a deployment")
      else {
        continue
      }
      fields.kind = "deployment"
      fields.document = json
      deployments.append(fields.deployment(json))
    }
  }

  /// Takes in a file of network volumes: a list, one, or one after another.
  public mutating func readVolumes(_ source: SourceText) {
    let text = JSONText(parsingSequence: source)
    report(text.diagnostics)
    readVolumes(documents(in: text, listedUnder: ["Volumes"], expected: "volumes"))
  }

  private mutating func readVolumes(_ documents: [JSONNode]) {
    var read: [CSIVolume] = []
    for json in documents {
      guard isDocument(json, with: ["PluginID", "AccessMode", "Schedulable"], expected: "a volume") else { continue }
      fields.kind = "volume"
      fields.document = json
      read.append(fields.volume(json))
    }
    volumes = (volumes ?? []) + read
  }

  /// Takes in the scheduler's configuration, as the API wraps it or bare.
  public mutating func readSettings(_ source: SourceText) {
    let text = JSONText(parsing: source)
    report(text.diagnostics)
    if let root = text.root { readSettings(root) }
  }

  private mutating func readSettings(_ json: JSONNode) {
    fields.kind = "scheduler configuration"
    fields.document = nil
    settings = fields.settings(json)
  }

  /// Takes in a file of node pools: a list, one, or one after another.
  public mutating func readPools(_ source: SourceText) {
    let text = JSONText(parsingSequence: source)
    report(text.diagnostics)
    readPools(documents(in: text, listedUnder: ["NodePools"], expected: "node pools"))
  }

  private mutating func readPools(_ documents: [JSONNode]) {
    for json in documents {
      fields.kind = "node pool"
      fields.document = json
      pools.append(fields.pool(json))
    }
  }

  /// Takes in the state of a server, as `nomad operator snapshot state` prints it: everything in one object.
  public mutating func readState(_ source: SourceText) {
    let text = JSONText(parsing: source)
    report(text.diagnostics)
    guard let root = text.root else { return }
    guard root.hasMember(named: ["Nodes", "Allocs", "Allocations"]) else {
      fields.report(
        .snapshotUnknownForm(
          expected: "the state of a server", looksLike: Self.likelyKind(of: root),
          found: "\(root.kind.rawValue) without \"Nodes\"", at: root.range))
      return
    }
    func list(_ keys: String...) -> [JSONNode]? {
      keys.lazy.compactMap { root[$0] }.first { $0.kind == .array }.map { $0.elements.filter { !$0.isNull } }
    }
    readNodes(list("Nodes") ?? [], source)
    var jobs: [[String]: JSONNode] = [:]
    for job in list("Jobs") ?? [] {
      guard let id = job["ID"]?.string else { continue }
      jobs[[job["Namespace"]?.string ?? "default", id]] = job
      self.jobs.append(job)
    }
    readDeployments(list("Deployments") ?? [])
    readAllocations(list("Allocs", "Allocations") ?? [], source, jobs: jobs)
    if let listed = list("CSIVolumes", "Volumes") { readVolumes(listed) }
    readPools(list("NodePools") ?? [])
    let settings = ["SchedulerConfig", "SchedulerConfiguration", "SchedulerConfigs"].lazy.compactMap { root[$0] }.first
    if let settings = settings?.kind == .array ? settings?.elements.first(where: { _ in true }) : settings,
      settings.kind == .object
    {
      readSettings(settings)
    }
  }

  /// The snapshot of all that was read, and what there is to say about it.
  public func finish() -> Diagnosed<ClusterSnapshot> {
    let symbols = Symbols(fields.symbols)
    let snapshot = ClusterSnapshot(
      nodes: nodes.map { $0.finished(symbols) }, allocations: allocations, volumes: volumes, settings: settings,
      pools: pools, deployments: deployments, jobs: jobs)
    return Diagnosed(snapshot, fields.diagnostics)
  }
}

// MARK: - Forms

extension SnapshotReader {
  private mutating func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { fields.report(diagnostic) }
  }

  /// The documents of a file, out of whatever they are wrapped in.
  private mutating func documents(in text: JSONText, listedUnder keys: [String], expected: String) -> [JSONNode] {
    var documents: [JSONNode] = []
    // What failed to be exported leaves an empty file; an empty cluster is an empty list.
    if text.roots.isEmpty, text.diagnostics.isEmpty {
      fields.report(.snapshotEmpty(expected: expected, at: SourceRange.empty(at: 0, source: text.source.id)))
    }
    for root in text.roots {
      switch root.kind {
      case .array: documents += Array(root.elements)
      case .object:
        if let list = keys.lazy.compactMap({ root[$0] }).first(where: { $0.kind == .array }) {
          documents += Array(list.elements)
        } else if let inner = keys.lazy.compactMap({ root[$0] }).first(where: { $0.kind == .object }) {
          documents.append(inner)
        } else {
          documents.append(root)
        }
      default:
        fields.report(
          .snapshotUnknownForm(expected: expected, looksLike: nil, found: root.kind.rawValue, at: root.range))
      }
    }
    return documents.filter { !$0.isNull }
  }

  private mutating func isNode(_ json: JSONNode) -> Bool {
    isDocument(
      json, with: ["NodeResources", "Attributes", "Drivers", "Datacenter", "SchedulingEligibility", "Resources"],
      expected: "a node")
  }

  /// Whether an object is what it was given as: it has one of the marks and is not plainly something else.
  private mutating func isDocument(_ json: JSONNode, with marks: [String], expected: String) -> Bool {
    guard json.kind == .object else {
      fields.report(
        .snapshotUnknownForm(expected: expected, looksLike: nil, found: json.kind.rawValue, at: json.range))
      return false
    }
    if json.hasMember(named: marks) { return true }
    fields.report(
      .snapshotUnknownForm(
        expected: expected, looksLike: Self.likelyKind(of: json), found: "an object without \"\(marks[0])\"",
        at: fields.headline(of: json)))
    return false
  }

  private static func likelyKind(of json: JSONNode) -> String? {
    let kinds: [(key: String, name: String)] = [
      ("TaskGroups", "a job"), ("Job", "a job"), ("job", "a job"), ("SchedulerConfig", "a scheduler configuration"),
      ("SchedulerAlgorithm", "a scheduler configuration"), ("ClientStatus", "an allocation"),
      ("NodeResources", "a node"), ("PluginID", "a volume"),
    ]
    return kinds.first { json[$0.key] != nil }?.name
  }

  private mutating func reportGaps(_ drafts: [NodeDraft], _ source: SourceText) {
    let stubs = drafts.filter { $0.isStub }
    if let first = stubs.first {
      let gaps = stubs.reduce(Node.Unknown()) { $0.union($1.node.unknown) }
      let names: [(Node.Unknown, String)] = [
        (.attributes, "attributes"), (.meta, "metadata"), (.hostVolumes, "host volumes"),
        (.resources, "resources and networks"), (.csi, "CSI plugins"),
      ]
      fields.report(
        .snapshotStubs(
          stubs.count, of: drafts.count, missing: names.filter { gaps.contains($0.0) }.map(\.1),
          at: first.node.range ?? source.range))
    }
    let inferred = drafts.filter { $0.node.unknown.contains(.addressesInferred) }
    if let first = inferred.first {
      var unplaced: [String] = []
      for alias in inferred.flatMap(\.node.resources.aliasesWithoutAddress) where !unplaced.contains(alias) {
        unplaced.append(alias)
      }
      fields.report(
        .snapshotInferred(
          inferred.count, of: drafts.count, unplaced: unplaced, at: first.node.range ?? source.range))
    }
  }

  private mutating func reportGaps(_ read: [Allocation], _ source: SourceText) {
    let live = read.filter { !$0.isClientTerminal }
    let withoutResources = live.filter { $0.resources == AllocatedResources() }
    if !withoutResources.isEmpty {
      fields.report(
        .snapshotAllocationGaps(
          withoutResources.count, of: live.count, "what they use, and count as using nothing",
          at: allocationRanges[withoutResources[0].id] ?? source.range))
    }
    let withoutPhases = live.filter { !$0.resources.knowsLifecycles && $0.resources.tasks.count > 1 }
    if !withoutPhases.isEmpty {
      fields.report(
        .snapshotAllocationGaps(
          withoutPhases.count, of: live.count,
          "when their tasks run, and count as running all tasks at once",
          at: allocationRanges[withoutPhases[0].id] ?? source.range))
    }
  }
}
