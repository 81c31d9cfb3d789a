public import HCLParser

/// `group`: set of tasks placed together on one client.
public struct TaskGroup: Sendable, Hashable {
  /// Group name, unique in the job.
  public var name = ""
  /// Instances to run.
  public var count: Int?
  /// Hard placement rule.
  public var constraints: [Constraint] = []
  /// Soft placement preference.
  public var affinities: [Affinity] = []
  /// One unit of work run by a driver.
  public var tasks: [Task] = []
  /// Spread preference.
  public var spreads: [Spread] = []
  /// Storage requested by the group.
  public var volumes: [VolumeRequest] = []
  /// Restart of tasks on the same client.
  @OutOfLine public var restart: RestartPolicy?
  /// Behaviour when the client loses contact.
  @OutOfLine public var disconnect: DisconnectPolicy?
  /// Rescheduling of failed allocations.
  @OutOfLine public var reschedule: ReschedulePolicy?
  /// Shared scratch space of the allocation.
  @OutOfLine public var ephemeralDisk: EphemeralDisk?
  /// Rolling update strategy; job values are merged under group values.
  @OutOfLine public var update: UpdatePolicy?
  /// Drain strategy; service jobs.
  @OutOfLine public var migrate: MigratePolicy?
  /// Network needs of the group (or, legacy, of one task).
  public var networks: [Network] = []
  /// User key/value metadata; values become strings.
  public var meta: StringMap?
  /// Service registration.
  public var services: [Service] = []
  /// Delay between deregistering services and stopping the group's tasks.
  public var shutdownDelay: Duration?
  /// Upper limit on how long an allocation of the group may run.
  public var maxRunDuration: Duration?
  /// Old spelling for stopping allocations on a disconnected client.
  public var stopAfterClientDisconnect: Duration?
  /// Old spelling for keeping allocations of a disconnected client as unknown.
  public var maxClientDisconnect: Duration?
  /// Autoscaling bounds and policy of the group count; unlabelled.
  @OutOfLine public var scaling: Scaling?
  /// Consul settings of the group or task.
  @OutOfLine public var consul: Consul?
  /// Old spelling for not replacing lost allocations.
  public var preventRescheduleOnLost: Bool?
  public var origin = Origin()

  public init() {}
}
