public import HCLParser

/// What one instance of a task group asks of a node, computed once for all its instances.
///
/// Constraints, affinities and spreads of job, group and tasks stand together, each with its place in the job file,
/// so that a refusal can point at the line that caused it. Holds the expanded job's values: defaults are filled.
public struct PlacementRequest: Sendable, Equatable {
  /// The job's id, unique in its namespace.
  public var jobID: String
  /// The job's namespace; `default` where it names none.
  public var namespace: String
  /// The job's `type`; `service` where it names none.
  public var jobKind: JobKind
  /// 1…100 unless the server allows more, 50 by default: it says who may push out whom (scheduler.md 6.7).
  public var priority: Int
  /// Datacenters by name, with `*` for any run of characters; `*` alone where the job names none.
  public var datacenters: [String]
  /// Where `datacenters` is written, else the job's header; nil where there is no source.
  public var datacentersRange: SourceRange?
  /// The pool whose nodes it may use: `all` for every node, `default` where the job names none.
  public var nodePool: String
  /// Where `node_pool` is written, else the job's header; nil where there is no source.
  public var nodePoolRange: SourceRange?
  /// The job names its node pool.
  public var isNodePoolWritten = true
  /// The task group's name.
  public var group: String
  /// The group's header in the job file.
  public var groupRange: SourceRange?
  /// How many instances the job file wants.
  public var count: Int
  /// Where `count` is written, else the group's header; nil where there is no source.
  public var countRange: SourceRange?

  /// Constraints of the job, in order.
  public var jobConstraints: [RequestedConstraint] = []
  /// Constraints of the group, then those of its tasks in task order.
  public var groupConstraints: [RequestedConstraint] = []
  /// Affinities of job, group and tasks, in this order.
  public var affinities: [RequestedConstraint] = []
  /// Spreads of the job, then of the group.
  public var spreads: [RequestedSpread] = []

  /// The tasks in the order of the job file, injected ones last.
  public var tasks: [RequestedTask] = []
  /// Each driver once, in task order.
  public var drivers: [RequestedDriver] = []
  /// The group's own first network block, or nil where it has none. Its ports are assigned on placement.
  public var network: RequestedNetwork?
  /// What the network check looks for: the group's own network or, as the real scheduler does it, that of the last
  /// group planned before it that had one (scheduler.md 3.5). Nil counts as mode `host` without ports.
  public var networkNeed: RequestedNetwork?
  /// Set where `networkNeed` is left over from another group: that group's name.
  public var networkNeedOrigin: String?
  /// Volume requests in the order of their names.
  public var volumes: [RequestedVolume] = []
  /// Shared disk in MB.
  public var diskMB: Int = 0
  /// Where `size` is written, else the header of `ephemeral_disk` or, without such a block, of the group.
  public var diskRange: SourceRange?
  /// The disk of a predecessor is wanted: its node is tried alone first.
  public var prefersPreviousNode = false

  /// Peak processor shares (MHz) over the group's life, without what reserved cores stand for.
  public var peakCPU: Int = 0
  /// Peak memory in MB over the group's life.
  public var peakMemoryMB: Int = 0

  public init(jobID: String, namespace: String, jobKind: JobKind, group: String, count: Int) {
    self.jobID = jobID
    self.namespace = namespace
    self.jobKind = jobKind
    self.priority = 50
    self.datacenters = ["*"]
    self.nodePool = "default"
    self.group = group
    self.count = count
  }

  /// The devices asked for by all tasks, in task order.
  public var devices: [RequestedDevice] { tasks.flatMap(\.devices) }
  /// Some constraint asks for what is unique to a node, so that no class can answer for its nodes.
  var escapesClasses: Bool {
    (jobConstraints + groupConstraints).contains {
      ConstraintTarget.isUnique($0.attribute) || ConstraintTarget.isUnique($0.value)
    }
  }
  /// True where some task asks for whole cores.
  public var wantsCores: Bool { tasks.contains { $0.cores > 0 } }
  /// True where some task still asks for ports or bandwidth in its resources.
  public var hasTaskNetworks: Bool { tasks.contains { $0.network != nil } }
}

/// The schedulers a job can go through.
public enum JobKind: String, Sendable, Hashable {
  case service, batch, system, sysbatch

  /// True for the kinds that run once on each node.
  public var runsOnEveryNode: Bool { self == .system || self == .sysbatch }
}

/// Whose line a part of a request is.
public enum RequestOwner: Sendable, Hashable {
  case job
  case group(String)
  case task(String)
}

/// A constraint or affinity as the job file has it.
public struct RequestedConstraint: Sendable, Hashable {
  /// The left side: `${attr.kernel.name}`.
  public var attribute: String
  /// The operator as Nomad stores it: `=`, `version`, `set_contains`, …
  public var comparison: String
  /// The right side.
  public var value: String
  /// −100…100 for an affinity, 0 for a constraint.
  public var weight: Int
  /// Whose block it stands in, or was added to.
  public var owner: RequestOwner
  /// Where it was written, or what implied it.
  public var range: SourceRange?
  /// Nobody wrote it: a driver, a service or a sidecar brings it along.
  public var isImplied = false

  public init(
    attribute: String, comparison: String, value: String, weight: Int = 0, owner: RequestOwner,
    range: SourceRange? = nil
  ) {
    self.attribute = attribute
    self.comparison = comparison
    self.value = value
    self.weight = weight
    self.owner = owner
    self.range = range
  }

  /// As Nomad prints it among the reasons: left side, operator, right side, with a blank after a unary operator too.
  public var text: String { "\(attribute) \(comparison) \(value)" }
}

/// A spread over the values of one attribute.
public struct RequestedSpread: Sendable, Hashable {
  /// The share of instances that one value should have.
  public struct Target: Sendable, Hashable {
    /// The attribute's value; `*` for all values that no target names.
    public var value: String
    /// In percent of the group's `count`; targets add up to 100 at most.
    public var percent: Int

    public init(value: String, percent: Int) {
      self.value = value
      self.percent = percent
    }
  }

  /// What to spread over: `${node.datacenter}`, `${meta.rack}`, …
  public var attribute: String
  /// 1…100, 50 by default: it counts by its part of the sum of all spreads' weights (scheduler.md 6.4).
  public var weight: Int
  /// In the order of the job file; none for an even spread over the values in use.
  public var targets: [Target]
  /// The job or a group; tasks have no spreads.
  public var owner: RequestOwner
  /// The block's header.
  public var range: SourceRange?

  public init(attribute: String, weight: Int, targets: [Target], owner: RequestOwner, range: SourceRange? = nil) {
    self.attribute = attribute
    self.weight = weight
    self.targets = targets
    self.owner = owner
    self.range = range
  }
}

/// A driver some task needs.
public struct RequestedDriver: Sendable, Hashable {
  /// As a task's `driver` names it, such as `docker`.
  public var name: String
  /// The first task that wants it.
  public var task: String
  /// Where that task's `driver` is written, else the task's header; nil for what nobody wrote.
  public var range: SourceRange?

  public init(name: String, task: String, range: SourceRange? = nil) {
    self.name = name
    self.task = task
    self.range = range
  }
}

/// A network block: what kind of network, which ports.
public struct RequestedNetwork: Sendable, Hashable {
  /// As written; empty counts as `host`.
  public var mode: String
  /// Where `mode` is written, else the block's header; nil for what nobody wrote.
  public var modeRange: SourceRange?
  /// The block's header.
  public var range: SourceRange?
  /// Bandwidth in MBit/s, which counts for networks of tasks only (scheduler.md 4.3); 0 for none.
  public var mbits: Int = 0
  /// Ports whose number on the host the job file gives, in its order.
  public var staticPorts: [RequestedPort] = []
  /// Ports whose number on the host is for the scheduler to choose, in the order of the job file.
  public var dynamicPorts: [RequestedPort] = []

  public init(mode: String, modeRange: SourceRange? = nil, range: SourceRange? = nil) {
    self.mode = mode
    self.modeRange = modeRange
    self.range = range
  }

  /// The mode a node must list.
  public var effectiveMode: String { mode.isEmpty ? "host" : mode }
}

/// A port of a network block.
public struct RequestedPort: Sendable, Hashable {
  /// The `port` block's label.
  public var label: String
  /// The static port, or 0 for a dynamic one.
  public var value: Int
  /// The port inside, 0 for the same, −1 for whatever the host port becomes.
  public var to: Int
  /// The host network's name, `default` where none is written; may hold a reference to resolve on the node.
  public var hostNetwork: String
  /// `ignore_collision`: a static port is given even where it is taken, and not marked as taken.
  public var ignoresCollisions: Bool
  /// The `port` block's header; nil for what nobody wrote.
  public var range: SourceRange?
  /// Where `host_network` is written, else the block's header; nil for what nobody wrote.
  public var hostNetworkRange: SourceRange?
  /// Where the number of a static port stands.
  public var valueRange: SourceRange?

  public init(
    label: String, value: Int = 0, to: Int = 0, hostNetwork: String = "default", ignoresCollisions: Bool = false,
    range: SourceRange? = nil, hostNetworkRange: SourceRange? = nil, valueRange: SourceRange? = nil
  ) {
    self.label = label
    self.value = value
    self.to = to
    self.hostNetwork = hostNetwork.isEmpty ? "default" : hostNetwork
    self.ignoresCollisions = ignoresCollisions
    self.range = range
    self.hostNetworkRange = hostNetworkRange
    self.valueRange = valueRange
  }

  /// The job file gives its number on the host.
  public var isStatic: Bool { value > 0 }
}

/// A volume request of the group.
public struct RequestedVolume: Sendable, Hashable {
  /// The `volume` block's label.
  public var name: String
  /// `host` or `csi`.
  public var type: String
  /// The host volume's name or the network volume's id, before an instance's number is appended.
  public var source: String
  /// `read_only`: then a host volume that cannot be written will do.
  public var isReadOnly: Bool
  /// The source gets the instance's number appended: `data[0]`.
  public var isPerAllocation: Bool
  /// How a network volume is to be shared, such as `single-node-writer`; empty where none is written.
  public var accessMode: String
  /// `file-system` or `block-device`; empty where none is written.
  public var attachmentMode: String
  /// The block's header.
  public var range: SourceRange?
  /// Where `source` is written, else the block's header.
  public var sourceRange: SourceRange?

  public init(
    name: String, type: String, source: String, isReadOnly: Bool = false, isPerAllocation: Bool = false,
    accessMode: String = "", attachmentMode: String = "", range: SourceRange? = nil, sourceRange: SourceRange? = nil
  ) {
    self.name = name
    self.type = type
    self.source = source
    self.isReadOnly = isReadOnly
    self.isPerAllocation = isPerAllocation
    self.accessMode = accessMode
    self.attachmentMode = attachmentMode
    self.range = range
    self.sourceRange = sourceRange
  }

  /// The source as instance `index` wants it.
  public func source(forInstance index: Int) -> String { isPerAllocation ? "\(source)[\(index)]" : source }
}

/// A device request of a task: `gpu`, `nvidia/gpu` or `nvidia/gpu/1080ti`, and how many.
public struct RequestedDevice: Sendable, Hashable {
  /// Name of the task that asks for it.
  public var task: String
  /// `type`, `vendor/type` or `vendor/type/model`; an empty part stands for any (scheduler.md 3.4).
  public var name: String
  /// How many devices of one group; 1 by default. A request for none is never met.
  public var count: Int
  /// What the devices must be, in terms such as `${device.attr.memory}`.
  public var constraints: [RequestedConstraint]
  /// What the devices should rather be, in the same terms.
  public var affinities: [RequestedConstraint]
  /// The block's header.
  public var range: SourceRange?

  public init(
    task: String, name: String, count: Int, constraints: [RequestedConstraint] = [],
    affinities: [RequestedConstraint] = [], range: SourceRange? = nil
  ) {
    self.task = task
    self.name = name
    self.count = count
    self.constraints = constraints
    self.affinities = affinities
    self.range = range
  }
}

/// What one task asks for.
public struct RequestedTask: Sendable, Hashable {
  /// When in the life of an allocation a task runs.
  public enum Phase: Sendable, Hashable {
    case prestart, prestartSidecar, main, poststart, poststartSidecar, poststop
  }

  /// The task's name.
  public var name: String
  /// Name of the driver it runs with, such as `docker`.
  public var driver: String
  /// By its `lifecycle` block, `.main` without one; poststart tasks that count are `.main` too (scheduler.md 5.2).
  public var phase: Phase
  /// Processor shares in MHz; 0 where cores are asked for.
  public var cpu: Int
  /// Whole cores it wants for itself; 0 where it asks for shares.
  public var cores: Int
  /// Memory to reserve in MB, 300 by default; the only amount of memory that counts for fit (scheduler.md 5.1).
  public var memoryMB: Int
  /// `memory_max` in MB, 0 for none; it has no part in fit, and is recorded only where oversubscription is on.
  public var memoryMaxMB: Int
  /// Its device requests, in the order of the job file.
  public var devices: [RequestedDevice] = []
  /// The deprecated network block inside the task's resources.
  public var network: RequestedNetwork?
  /// The task's header.
  public var range: SourceRange?
  /// Where `cpu` is written, else the header of `resources` or, without such a block, of the task.
  public var cpuRange: SourceRange?
  /// Where `cores` is written, else the header of `resources` or, without such a block, of the task.
  public var coresRange: SourceRange?
  /// Where `memory` is written, else the header of `resources` or, without such a block, of the task.
  public var memoryRange: SourceRange?
  /// The amounts are the task's own words, not defaults.
  public var isCPUWritten = true
  /// The same for memory.
  public var isMemoryWritten = true

  public init(
    name: String, driver: String, phase: Phase = .main, cpu: Int, cores: Int = 0, memoryMB: Int, memoryMaxMB: Int = 0,
    range: SourceRange? = nil
  ) {
    self.name = name
    self.driver = driver
    self.phase = phase
    self.cpu = cpu
    self.cores = cores
    self.memoryMB = memoryMB
    self.memoryMaxMB = memoryMaxMB
    self.range = range
  }
}
