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

  // What many rules go through is gathered once.

  /// Every task with its group.
  let tasks: [PlacedTask]
  /// All services, those of a group before those of its tasks.
  let services: [PlacedService]
  /// All checks with their services.
  let checks: [(check: Service.Check, at: PlacedService)]
  /// All constraints that a node has to meet, whichever block they stand in; those of devices are not among them.
  let constraints: [Constraint]
  /// All affinities, those of devices apart.
  let affinities: [Affinity]
  let spreads: [Spread]
  /// All devices that tasks ask for.
  let devices: [Device]
  /// All constraints and affinities, those of devices among them; system jobs' affinities are refused as such.
  let comparisons: [TargetComparison]
  /// All networks, those of groups and the old ones of tasks, with the group they belong to.
  let networks: [(network: Network, group: TaskGroup)]
  let artifacts: [Artifact]
  let templates: [Template]
  /// The runtime references of the file, where advice is asked for; none for a job in JSON.
  let references: [ReferenceWalk.Found]
  /// Every known field that the file writes, where advice is asked for or a release is named; none for a job in JSON.
  let fields: [FieldWalk.Found]

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
    var tasks: [PlacedTask] = []
    var services: [PlacedService] = []
    for group in job.groups {
      let shared = PlacedGroup(group)
      for service in group.services { services.append(PlacedService(service, in: shared, task: nil)) }
      for task in group.tasks {
        let placed = PlacedTask(task, in: shared)
        tasks.append(placed)
        for service in task.services { services.append(PlacedService(service, in: shared, task: placed)) }
      }
    }
    self.tasks = tasks
    self.services = services
    checks = services.flatMap { placed in placed.service.checks.map { ($0, placed) } }
    constraints =
      job.constraints + job.groups.flatMap { group in group.constraints + group.tasks.flatMap(\.constraints) }
    affinities = job.affinities + job.groups.flatMap { group in group.affinities + group.tasks.flatMap(\.affinities) }
    spreads = job.spreads + job.groups.flatMap(\.spreads)
    devices = tasks.flatMap { $0.task.resources?.devices ?? [] }
    comparisons =
      constraints.map(TargetComparison.init) + (job.type == "system" ? [] : affinities.map(TargetComparison.init))
      + devices.flatMap { $0.constraints.map(TargetComparison.init) + $0.affinities.map(TargetComparison.init) }
    networks = job.groups.flatMap { group in
      (group.networks + group.tasks.flatMap { $0.resources?.networks ?? [] }).map { ($0, group) }
    }
    artifacts = tasks.flatMap(\.task.artifacts)
    templates = tasks.flatMap(\.task.templates)
    references = forAdvice ? tree.map { ReferenceWalk($0).found } ?? [] : []
    fields = forAdvice || target != nil ? tree.map { FieldWalk($0).found } ?? [] : []
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
  /// A group. A class: blocks are wide, and handing one around should copy none of them.
  final class PlacedGroup: Sendable {
    let group: TaskGroup

    init(_ group: TaskGroup) { self.group = group }
  }

  /// A task with the group it stands in.
  final class PlacedTask: Sendable {
    let task: Task
    private let place: PlacedGroup
    var group: TaskGroup { _read { yield place.group } }

    init(_ task: Task, in place: PlacedGroup) {
      self.task = task
      self.place = place
    }
  }

  /// A service with the block it stands in.
  final class PlacedService: Sendable {
    let service: Service
    private let place: PlacedGroup
    private let owner: PlacedTask?
    var group: TaskGroup { _read { yield place.group } }
    /// Nil for a service of the group.
    var task: Task? { owner?.task }

    init(_ service: Service, in place: PlacedGroup, task: PlacedTask?) {
      self.service = service
      self.place = place
      owner = task
    }
  }
}
