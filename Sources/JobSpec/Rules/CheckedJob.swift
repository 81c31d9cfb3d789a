public import HCLParser

/// What a rule may look at: the whole job, and what is known around it.
public struct CheckedJob: Sendable {
  /// The job as the server keeps it.
  public let job: Job
  /// The job as written.
  public let written: Job
  /// The file; nil where the job came as API JSON.
  public let tree: SyntaxTree?
  /// What the file declares, with the values of this run; empty where the job came as API JSON.
  public let variables: VariableTable
  /// The locals of the file; empty where the job came as API JSON.
  public let locals: LocalTable
  /// The release the job is meant for, if one is named.
  public let target: NomadRelease?
  /// The version that is registered now, if it is known.
  public let running: Job?
  /// Whether the cluster lets tasks use more memory than they reserve.
  public let allowsMemoryOversubscription: Bool

  /// The runtime references of the file, where advice is asked for; none for a job in JSON.
  let references: [ReferenceWalk.Found]
  /// Every known field that the file writes, where advice is asked for or a release is named; none for a job in JSON.
  let fields: [FieldWalk.Found]

  /// What the drivers would object to, where advice is asked for.
  let driverFindings: [Diagnostic]

  public init(
    job: Job, written: Job, tree: SyntaxTree?, variables: VariableTable, locals: LocalTable,
    target: NomadRelease? = nil, running: Job? = nil, allowsMemoryOversubscription: Bool = false,
    forAdvice: Bool = false
  ) {
    self.job = job
    self.written = written
    self.tree = tree
    self.variables = variables
    self.locals = locals
    self.target = target
    self.running = running
    self.allowsMemoryOversubscription = allowsMemoryOversubscription
    // As written: tasks that the server adds have a configuration that nobody can mend.
    driverFindings =
      forAdvice ? written.groups.flatMap { group in group.tasks.flatMap(DriverConfigChecker.diagnostics) } : []
    references = forAdvice ? tree.map { ReferenceWalk($0).found } ?? [] : []
    fields = forAdvice || target != nil ? tree.map { FieldWalk($0).found } ?? [] : []
  }

  /// An expanded job made or changed in code: no file, no variables.
  package init(_ job: Job) {
    self.init(job: job, written: job, tree: nil, variables: VariableTable(), locals: LocalTable())
  }

  /// All groups, lent where they stand.
  var groups: some Collection<PlacedGroup> { job.groups.indices.lazy.map { PlacedGroup($0, in: job.groups) } }
  /// The job's type, as the server understands it.
  var type: String { job.type ?? "service" }
  /// Whether the job runs once on each node.
  var isSystem: Bool { type == "system" }
}
