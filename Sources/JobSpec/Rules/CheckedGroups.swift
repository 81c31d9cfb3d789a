import HCLParser

/// What a rule that judges groups one by one may look at: some groups of the job with all that stands in them.
///
/// The rules see a large job in parts, each of them small enough to stay in the processor's cache while all rules go
/// through it. What is said of the job itself (its constraints, affinities and spreads) is in the first part.
public struct CheckedGroups: Sendable {
  let job: Job
  let tree: SyntaxTree?
  let target: NomadRelease?
  let allowsMemoryOversubscription: Bool

  // What many rules go through is gathered once.

  let groups: [PlacedGroup]
  /// Every task with its group.
  let tasks: [PlacedTask]
  /// All services, those of a group before those of its tasks.
  let services: [PlacedService]
  /// All checks with their services.
  let checks: [PlacedCheck]
  let templates: [PlacedTemplate]
  let artifacts: [Artifact]
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
  let networks: [(network: Network, place: PlacedGroup)]

  /// The groups of these numbers.
  init(_ numbers: Range<Int>, of checked: CheckedJob) {
    job = checked.job
    tree = checked.tree
    target = checked.target
    allowsMemoryOversubscription = checked.allowsMemoryOversubscription
    groups = numbers.map { PlacedGroup($0, in: checked.job.groups) }
    var tasks: [PlacedTask] = []
    var services: [PlacedService] = []
    var templates: [PlacedTemplate] = []
    var artifacts: [Artifact] = []
    let isFirst = numbers.lowerBound == 0
    var constraints = isFirst ? job.constraints : []
    var affinities = isFirst ? job.affinities : []
    var spreads = isFirst ? job.spreads : []
    var devices: [Device] = []
    var networks: [(network: Network, place: PlacedGroup)] = []
    for placed in groups {
      services.append(contentsOf: placed.services)
      constraints += placed.group.constraints
      affinities += placed.group.affinities
      spreads += placed.group.spreads
      for network in placed.group.networks { networks.append((network, placed)) }
      for task in placed.tasks {
        tasks.append(task)
        services.append(contentsOf: task.services)
        templates.append(contentsOf: task.templates)
        artifacts += task.task.artifacts
        constraints += task.task.constraints
        affinities += task.task.affinities
        guard let resources = task.task.resources else { continue }
        devices += resources.devices
        for network in resources.networks { networks.append((network, placed)) }
      }
    }
    self.tasks = tasks
    self.services = services
    self.templates = templates
    self.artifacts = artifacts
    self.constraints = constraints
    self.affinities = affinities
    self.spreads = spreads
    self.devices = devices
    self.networks = networks
    checks = services.flatMap(\.checks)
    comparisons =
      constraints.map(TargetComparison.init)
      + (checked.isSystem ? [] : affinities.map(TargetComparison.init))
      + devices.flatMap { $0.constraints.map(TargetComparison.init) + $0.affinities.map(TargetComparison.init) }
  }

  /// The job's type, as the server understands it.
  var type: String { job.type ?? "service" }
  /// Whether the job runs once on each node.
  var isSystem: Bool { type == "system" }
}
