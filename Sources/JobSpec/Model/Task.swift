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
  /// Autoscaling of cpu or memory; at most one for each.
  public var scalings: [Scaling] = []
  /// Secret fetched before the task starts; used as ${secret.<name>.<key>}.
  public var secrets: [Secret] = []
  /// The default identity of the task.
  @OutOfLine public var identity: Identity?
  /// Workload identity token for the task.
  public var identities: [Identity] = []
  /// Predefined command runnable in the task.
  public var actions: [Action] = []
  /// Time window in which the task runs.
  @OutOfLine public var schedule: Schedule?
  public var origin = Origin()

  public init() {}
}

extension Task: BlockModel {
  public static let schema = BlockSchema<Task>(
    "task", "One unit of work run by a driver.",
    hints: [
      "ports": "ports of a container stand in \"config\": config { ports = [\"http\"] }",
      "image": "the image stands in \"config\": config { image = \"…\" }",
      "command": "the command stands in \"config\": config { command = \"…\" }",
      "args": "arguments stand in \"config\": config { args = [\"…\"] }",
      "volumes": "mount a volume of the group with \"volume_mount\", or give \"volumes\" inside \"config\"",
      "environment": "environment variables stand in \"env\": env { NAME = \"…\" }",
      "depends_on": "tasks have no dependencies: use \"lifecycle\" to run one before another",
    ],
    fields: [
      .label("name", "Name", \.name, "Task name, unique in the group."),
      .attribute("driver", "Driver", \.driver, "Task driver name.", change: .destructive),
      .attribute("user", "User", \.user, "OS user that runs the task.", change: .destructive),
      .block("lifecycle", "Lifecycle", \._lifecycle, "When the task runs relative to the main tasks."),
      .freeForm("config", "Config", \.config, "Opaque driver configuration.", change: .destructive),
      .blocks("constraint", "Constraints", \.constraints, "Hard placement rule."),
      .blocks("affinity", "Affinities", \.affinities, "Soft placement preference."),
      .texts(
        "env", "Env", \.env, "Environment variables; values become strings.", orAttribute: true, change: .destructive),
      .blocks("service", "Services", \.services, "Service registration."),
      .block("resources", "Resources", \._resources, "Resources reserved for the task.", fieldsDecide: true),
      .block("restart", "RestartPolicy", \._restart, "Restart of tasks on the same client.", fieldsDecide: true),
      .texts(
        "meta", "Meta", \.meta, "User key/value metadata; values become strings.", orAttribute: true,
        change: .destructive),
      .attribute(
        "kill_timeout", "KillTimeout", \.killTimeout, "Time between the stop signal and the forced kill.", default: "5s"
      ),
      .block("logs", "LogConfig", \._logs, "Log rotation.", fieldsDecide: true),
      .blocks(
        "artifact", "Artifacts", \.artifacts, "File or directory downloaded before the task starts.",
        change: .destructive),
      .block("vault", "Vault", \._vault, "Vault access for the task.", change: .destructive),
      .block("consul", "Consul", \._consul, "Consul settings of the group or task.", since: "1.7.0"),
      .blocks(
        "template", "Templates", \.templates, "File rendered for the task by consul-template.", change: .destructive),
      .block("dispatch_payload", "DispatchPayload", \._dispatchPayload, "Where a dispatch payload is written."),
      .blocks(
        "volume_mount", "VolumeMounts", \.volumeMounts, "Mounts a group volume into the task.", change: .destructive),
      .block(
        "csi_plugin", "CSIPluginConfig", \._csiPlugin, "Declares the task to be a CSI plugin.", omitsWhenUnset: true,
        change: .destructive),
      .attribute("leader", "Leader", \.leader, "When this task ends, the group's other tasks are stopped."),
      .attribute(
        "shutdown_delay", "ShutdownDelay", \.shutdownDelay,
        "Delay between deregistering services and stopping the task.", default: "0s"),
      .attribute("kill_signal", "KillSignal", \.killSignal, "Signal sent to stop the task; driver default when empty."),
      .attribute(
        "kind", "Kind", \.kind,
        "Internal marker tying generated Connect tasks to their service; normally not written by hand."),
      .blocks(
        "scaling", "ScalingPolicies", \.scalings, "Autoscaling of cpu or memory; at most one for each.",
        schema: { Scaling.taskSchema }),
      .blocks(
        "secret", "Secrets", \.secrets, "Secret fetched before the task starts; used as ${secret.<name>.<key>}.",
        since: "1.11.0"),
      .block("", "Identity", \._identity, "The default identity of the task.", change: .destructive),
      .blocks(
        "identity", "Identities", \.identities, "Workload identity token for the task.", since: "1.5.0",
        change: .destructive,
        // The default one has been taken out of a list that was there.
        isEmptyList: { $0.identity != nil }),
      .blocks("action", "Actions", \.actions, "Predefined command runnable in the task.", since: "1.7.0"),
      .block("schedule", "Schedule", \._schedule, "Time window in which the task runs.", since: "1.8.0"),
    ])
}
