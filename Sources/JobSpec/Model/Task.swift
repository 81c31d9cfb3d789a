public import HCLParser

/// `task`: one unit of work run by a driver.
public struct Task: Sendable, Hashable {
  /// Task name, unique in the group.
  public var name = ""
  /// Task driver name.
  public var driver = ""
  /// OS user that runs the task.
  public var user = ""
  /// When the task runs relative to the main tasks.
  @OutOfLine public var lifecycle: Lifecycle?
  /// Opaque driver configuration.
  public var config: FreeFormBody?
  /// Hard placement rule.
  public var constraints: [Constraint] = []
  /// Soft placement preference.
  public var affinities: [Affinity] = []
  /// Environment variables; values become strings.
  public var env: StringMap?
  /// Service registration.
  public var services: [Service] = []
  /// Resources reserved for the task.
  @OutOfLine public var resources: Resources?
  /// Restart of tasks on the same client.
  @OutOfLine public var restart: RestartPolicy?
  /// User key/value metadata; values become strings.
  public var meta: StringMap?
  /// Time between the stop signal and the forced kill.
  public var killTimeout: Duration?
  /// Log rotation.
  @OutOfLine public var logs: LogConfig?
  /// File or directory downloaded before the task starts.
  public var artifacts: [Artifact] = []
  /// Vault access for the task.
  @OutOfLine public var vault: Vault?
  /// Consul settings of the group or task.
  @OutOfLine public var consul: Consul?
  /// File rendered for the task by consul-template.
  public var templates: [Template] = []
  /// Where a dispatch payload is written.
  @OutOfLine public var dispatchPayload: DispatchPayload?
  /// Mounts a group volume into the task.
  public var volumeMounts: [VolumeMount] = []
  /// Declares the task to be a CSI plugin.
  @OutOfLine public var csiPlugin: CSIPlugin?
  /// When this task ends, the group's other tasks are stopped.
  public var leader = false
  /// Delay between deregistering services and stopping the task.
  public var shutdownDelay = Duration.zero
  /// Signal sent to stop the task; driver default when empty.
  public var killSignal = ""
  /// Internal marker tying generated Connect tasks to their service; normally not written by hand.
  public var kind = ""
  /// Autoscaling of the task's cpu or memory; at most one per label.
  public var scalings: [Scaling] = []
  /// Secret fetched before the task starts; used as ${secret.<name>.<key>}.
  public var secrets: [Secret] = []
  /// The default identity of the task.
  @OutOfLine public var identity: Identity?
  /// Workload identity token exposed to the workload.
  public var identities: [Identity] = []
  /// Predefined command runnable in the task.
  public var actions: [Action] = []
  /// Time window in which the task runs.
  @OutOfLine public var schedule: Schedule?
  public var origin = Origin()

  public init() {}
}
