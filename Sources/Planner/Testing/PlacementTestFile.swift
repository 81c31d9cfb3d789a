public import HCLParser

/// A file of placement tests: `case` blocks, and what they share.
public struct PlacementTestFile: Sendable, Hashable {
  /// For cases that choose no cluster of their own.
  public var cluster = ClusterChoice()
  /// In the order of the file; each is planned on a fresh cluster.
  public var cases: [PlacementTestCase] = []
  public var origin = Origin()

  public init() {}

  /// Decodes a test file. Expressions may call functions; references to nodes stay as they are.
  public static func read(_ source: SourceText) -> Diagnosed<PlacementTestFile> {
    let tree = SyntaxTree(parsing: source)
    var file = PlacementTestFile()
    var decoder = BlockDecoder(context: EvaluationContext(unresolved: .keepAsRuntimeReference))
    decoder.decode(tree.root, as: schema, into: &file)
    var diagnostics = tree.diagnostics + decoder.diagnostics
    // What seems to be missing may stand there misspelled.
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      return Diagnosed(file, diagnostics.sorted(by: Diagnostic.inSourceOrder))
    }
    for (index, one) in file.cases.enumerated() {
      if let first = file.cases[..<index].first(where: { $0.name == one.name }) {
        diagnostics.append(.duplicateCase(one, first: first))
      }
      if one.jobs.isEmpty, one.job.isEmpty { diagnostics.append(.caseWithoutJob(one)) }
      if one.expectations.isEmpty { diagnostics.append(.caseWithoutExpectation(one)) }
    }
    return Diagnosed(file, diagnostics.sorted(by: Diagnostic.inSourceOrder))
  }
}

/// Where a case finds its cluster: files as the flags of `plan` name them, and settings.
public struct ClusterChoice: Sendable, Hashable {
  /// Files with nodes as the API gives them, or folders of such files. All paths start at the test file's folder.
  public var nodes: [String] = []
  /// The output of `nomad operator snapshot state`, in place of `nodes` or beside them; empty for none.
  public var state = ""
  /// Files of the allocations that run; without any the nodes are empty, unless `state` tells of some.
  public var allocations: [String] = []
  /// Files of the deployments of the jobs.
  public var deployments: [String] = []
  /// Files of CSI volumes.
  public var volumes: [String] = []
  /// Files of node pools, which may have an algorithm of their own.
  public var pools: [String] = []
  /// A file with the scheduler's configuration; empty for Nomad's defaults, or what `state` tells.
  public var schedulerConfig = ""
  /// `binpack` or `spread`, for node pools that set none of their own; empty leaves it to the files.
  public var algorithm = ""
  /// True lets service, batch and sysbatch jobs push out others of lower priority; otherwise the files decide.
  public var preemption: Bool?
  /// True lets tasks have a `memory_max`, which placing does not depend on; otherwise the files decide.
  public var memoryOversubscription: Bool?
  /// Values as text, as after `--var`; the case's own win over those of the file.
  public var variables: StringMap?
  /// Files as after `--var-file`, those of the test file before those of the case.
  public var variableFiles: [String] = []

  /// This choice, with what it leaves open taken from another one.
  public func completed(by other: ClusterChoice) -> ClusterChoice {
    var result = self
    if nodes.isEmpty, state.isEmpty { (result.nodes, result.state) = (other.nodes, other.state) }
    if allocations.isEmpty { result.allocations = other.allocations }
    if deployments.isEmpty { result.deployments = other.deployments }
    if volumes.isEmpty { result.volumes = other.volumes }
    if pools.isEmpty { result.pools = other.pools }
    if schedulerConfig.isEmpty { result.schedulerConfig = other.schedulerConfig }
    if algorithm.isEmpty { result.algorithm = other.algorithm }
    result.preemption = preemption ?? other.preemption
    result.memoryOversubscription = memoryOversubscription ?? other.memoryOversubscription
    result.variables = other.variables?.overlaid(by: variables) ?? variables
    result.variableFiles = other.variableFiles + variableFiles
    return result
  }
}

/// A block that chooses a cluster.
public protocol ClusterChoosing: BlockModel {
  var cluster: ClusterChoice { get set }
}

extension ClusterChoosing {
  /// The fields of the choice, which is stored at `cluster`.
  static func clusterFields(_ cluster: WritableKeyPath<Self, ClusterChoice>) -> [Field<Self>] {
    [
      .attribute("nodes", "Nodes", cluster.appending(path: \.nodes), "Files that describe the nodes."),
      .attribute("state", "State", cluster.appending(path: \.state), "A file with the whole state of a server."),
      .attribute("allocs", "Allocs", cluster.appending(path: \.allocations), "Files of the allocations that run."),
      .attribute(
        "deployments", "Deployments", cluster.appending(path: \.deployments), "Files of the jobs' deployments."),
      .attribute("volumes", "Volumes", cluster.appending(path: \.volumes), "Files of CSI volumes."),
      .attribute("node_pools", "NodePools", cluster.appending(path: \.pools), "Files of node pools."),
      .attribute(
        "scheduler_config", "SchedulerConfig", cluster.appending(path: \.schedulerConfig),
        "A file with the scheduler's settings."),
      .attribute(
        "algorithm", "Algorithm", cluster.appending(path: \.algorithm),
        "The scheduler's algorithm: \"binpack\" or \"spread\"."),
      .attribute(
        "preemption", "Preemption", cluster.appending(path: \.preemption),
        "Whether jobs may push out others of lower priority."),
      .attribute(
        "memory_oversubscription", "MemoryOversubscription", cluster.appending(path: \.memoryOversubscription),
        "Whether tasks may use more memory than they reserve."),
      .texts(
        "variables", "Variables", cluster.appending(path: \.variables), "Values for variables of the jobs.",
        orAttribute: true),
      .attribute(
        "variable_files", "VariableFiles", cluster.appending(path: \.variableFiles), "Files with values for variables."),
    ]
  }
}

extension PlacementTestFile: ClusterChoosing {
  public static let schema = BlockSchema<PlacementTestFile>(
    "test file", "Placement tests and what they share.",
    fields: clusterFields(\.cluster) + [.blocks("case", "Cases", \.cases, "One placement test.")])
}

extension Diagnostic {
  fileprivate static func duplicateCase(_ one: PlacementTestCase, first: PlacementTestCase) -> Diagnostic {
    Diagnostic(
      .error, "test-duplicate-case", "two cases are called \"\(one.name)\"", at: one.labelRange(),
      related: [.init("first declared here", first.labelRange())])
  }

  fileprivate static func caseWithoutJob(_ one: PlacementTestCase) -> Diagnostic {
    Diagnostic(
      .error, "test-without-job", "case \"\(one.name)\" has no job to plan", at: one.headerRange,
      help: "name its file: job = \"web.nomad.hcl\"")
  }

  fileprivate static func caseWithoutExpectation(_ one: PlacementTestCase) -> Diagnostic {
    Diagnostic(
      .error, "test-without-expectation", "case \"\(one.name)\" expects nothing", at: one.headerRange,
      help: "say what is to come of it: expect { unplaced = 0 }")
  }
}
