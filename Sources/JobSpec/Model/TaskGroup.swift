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
  /// Unit of work run by a driver.
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

  /// Given to the tasks while reading. `reference/jobspec.md` section 5.
  @OutOfLine package var sharedVault: Vault?
  package var sharedSecrets: [Secret] = []

  public init() {}
}

extension TaskGroup: BlockModel {
  public static let schema = BlockSchema<TaskGroup>(
    "group", "Set of tasks placed together on one client.",
    hints: [
      "replicas": "the number of instances is \"count\"",
      "ports": "ports stand in \"network\": network { port \"http\" {} }",
    ],
    fields: [
      .label("name", "Name", \.name, "Group name, unique in the job."),
      .attribute("count", "Count", \.count, "Instances to run.", default: "1"),
      .blocks("constraint", "Constraints", \.constraints, "Hard placement rule."),
      .blocks("affinity", "Affinities", \.affinities, "Soft placement preference."),
      .blocks("task", "Tasks", \.tasks, "Unit of work run by a driver."),
      .blocks("spread", "Spreads", \.spreads, "Spread preference."),
      .keyedBlocks(
        "volume", "Volumes", \.volumes, key: \.name, "Storage requested by the group.", change: .destructive),
      .block("restart", "RestartPolicy", \._restart, "Restart of tasks on the same client.", fieldsDecide: true),
      .block("disconnect", "Disconnect", \._disconnect, "Behaviour when the client loses contact.", since: "1.8.0"),
      .block("reschedule", "ReschedulePolicy", \._reschedule, "Rescheduling of failed allocations."),
      .block(
        "ephemeral_disk", "EphemeralDisk", \._ephemeralDisk, "Shared scratch space of the allocation.",
        change: .destructive),
      .block("update", "Update", \._update, "Rolling update strategy; job values are merged under group values."),
      .block("migrate", "Migrate", \._migrate, "Drain strategy; service jobs."),
      .blocks(
        "network", "Networks", \.networks, "Network needs of the group.", change: .destructive, fieldsDecide: true),
      .texts(
        "meta", "Meta", \.meta, "User key/value metadata; values become strings.", orAttribute: true,
        change: .destructive),
      .blocks("service", "Services", \.services, "Service registration."),
      .attribute(
        "shutdown_delay", "ShutdownDelay", \.shutdownDelay,
        "Delay between deregistering services and stopping the group's tasks."),
      .attribute(
        "max_run_duration", "MaxRunDuration", \.maxRunDuration,
        "Upper limit on how long an allocation of the group may run.", since: "2.0.3"),
      .attribute(
        "stop_after_client_disconnect", "StopAfterClientDisconnect", \.stopAfterClientDisconnect,
        "Old spelling for stopping allocations on a disconnected client.",
        deprecated: Deprecation(
          since: "1.8.0", replacement: "disconnect.stop_on_client_after", effect: "parsed, ignored since 1.10")),
      .attribute(
        "max_client_disconnect", "MaxClientDisconnect", \.maxClientDisconnect,
        "Old spelling for keeping allocations of a disconnected client as unknown.", since: "1.3.0",
        deprecated: Deprecation(
          since: "1.8.0", replacement: "disconnect.lost_after", effect: "parsed, ignored since 1.10")),
      .block("scaling", "Scaling", \._scaling, "Autoscaling bounds and policy of the group count; unlabelled."),
      .block(
        "consul", "Consul", \._consul, "Consul settings of the group or task.", since: "1.1.0", change: .destructive,
        fieldsDecide: true),
      .attribute(
        "prevent_reschedule_on_lost", "PreventRescheduleOnLost", \.preventRescheduleOnLost,
        "Old spelling for not replacing lost allocations.", since: "1.7.2",
        deprecated: Deprecation(since: "1.8.0", replacement: "disconnect.replace", effect: "parsed, ignored since 1.10")
      ),
      .block("vault", "", \._sharedVault, "Vault access for every task without its own.", lastWins: true),
      .blocks("secret", "", \.sharedSecrets, "Secret for every task without its own."),
    ])
}
