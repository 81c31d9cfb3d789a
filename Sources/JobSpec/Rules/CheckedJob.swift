public import HCLParser

/// What a rule may look at.
public struct CheckedJob: Sendable {
  /// The job as the server keeps it.
  public let job: Job
  /// The job as written.
  public let written: Job
  /// The file; nil where the job came as API JSON.
  public let tree: SyntaxTree?
  public let variables: VariableTable
  public let locals: LocalTable
  /// The release the job is meant for, if one is named.
  public let target: NomadRelease?
  /// The version that is registered now, if it is known.
  public let running: Job?
  /// Whether the cluster lets tasks use more memory than they reserve.
  public let allowsMemoryOversubscription: Bool

  public init(
    job: Job, written: Job, tree: SyntaxTree?, variables: VariableTable, locals: LocalTable,
    target: NomadRelease? = nil, running: Job? = nil, allowsMemoryOversubscription: Bool = false
  ) {
    self.job = job
    self.written = written
    self.tree = tree
    self.variables = variables
    self.locals = locals
    self.target = target
    self.running = running
    self.allowsMemoryOversubscription = allowsMemoryOversubscription
  }

  /// An expanded job made or changed in code: no file, no variables.
  package init(_ job: Job) {
    self.init(job: job, written: job, tree: nil, variables: VariableTable(), locals: LocalTable())
  }

  /// The job's type, as the server understands it.
  var type: String { job.type ?? "service" }
  /// Whether the job runs once on each node.
  var isSystem: Bool { type == "system" }
}

extension CheckedJob {
  /// A service with the block it stands in.
  struct PlacedService {
    var service: Service
    var group: TaskGroup
    /// Nil for a service of the group.
    var task: Task?
  }

  /// All services, those of a group before those of its tasks.
  var services: [PlacedService] {
    job.groups.flatMap { group in
      group.services.map { PlacedService(service: $0, group: group, task: nil) }
        + group.tasks.flatMap { task in task.services.map { PlacedService(service: $0, group: group, task: task) } }
    }
  }

  /// All checks with their services.
  var checks: [(check: Service.Check, at: PlacedService)] {
    services.flatMap { placed in placed.service.checks.map { ($0, placed) } }
  }

  /// All constraints that a node has to meet, whichever block they stand in; those of devices are not among them.
  var constraints: [Constraint] {
    job.constraints + job.groups.flatMap { group in group.constraints + group.tasks.flatMap(\.constraints) }
  }

  /// All affinities, those of devices apart.
  var affinities: [Affinity] {
    job.affinities + job.groups.flatMap { group in group.affinities + group.tasks.flatMap(\.affinities) }
  }

  var spreads: [Spread] { job.spreads + job.groups.flatMap(\.spreads) }

  /// All devices that tasks ask for.
  var devices: [Device] { job.tasks.flatMap { $0.task.resources?.devices ?? [] } }
}
