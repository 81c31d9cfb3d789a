public import HCLParser

/// `job`: the job being submitted; exactly one per file.
public struct Job: Sendable, Hashable {
  /// Region that runs the job.
  public var region: String?
  /// Namespace the job belongs to.
  public var namespace: String?
  /// Overrides the job ID that otherwise is the block label.
  public var id = ""
  /// Human name; may differ from the ID.
  public var name = ""
  /// Scheduler to use.
  public var type: String?
  /// Relative scheduling priority.
  public var priority: Int?
  /// Whether the scheduler must commit a plan as a whole on an oversubscribed node.
  public var allAtOnce: Bool?
  /// Datacenters eligible for placement; entries may use * globs.
  public var datacenters: [String]?
  /// Node pool eligible for placement; server turns empty into the namespace default or 'default'.
  public var nodePool: String?
  /// Hard placement rule.
  public var constraints: [Constraint] = []
  /// Soft placement preference.
  public var affinities: [Affinity] = []
  /// Tasks that run together on one node.
  public var groups: [TaskGroup] = []
  /// Rolling update strategy; job values are merged under group values.
  @OutOfLine public var update: UpdatePolicy?
  /// Rollout over several regions.
  @OutOfLine public var multiregion: Multiregion?
  /// Spread preference.
  public var spreads: [Spread] = []
  /// Launch the job at times.
  @OutOfLine public var periodic: Periodic?
  /// Job that is dispatched with parameters.
  @OutOfLine public var parameterized: Parameterized?
  /// Rescheduling of failed allocations.
  @OutOfLine public var reschedule: ReschedulePolicy?
  /// Drain strategy; service jobs.
  @OutOfLine public var migrate: MigratePolicy?
  /// User key/value metadata; values become strings.
  public var meta: StringMap?
  /// Text shown in the web UI.
  @OutOfLine public var ui: UserInterface?
  /// Whether the job was stopped.
  public var stop: Bool?
  /// The periodic or parameterized job this one was launched from.
  public var parentID: String?
  /// Whether the job was dispatched from a parameterized one.
  public var dispatched = false
  /// Keeps one dispatch from happening twice.
  public var dispatchIdempotencyToken: String?
  /// What a dispatch carries, in base64.
  public var payload: String?
  /// Consul namespace given at submission.
  public var consulNamespace: String?
  /// Vault namespace given at submission.
  public var vaultNamespace: String?
  /// The token that submitted the job.
  public var nomadTokenID: String?
  /// State as the server sees it.
  public var status: String?
  /// Why the state is what it is.
  public var statusDescription: String?
  /// Whether a deployment of this version succeeded.
  public var stable: Bool?
  /// Number of the version, from 0.
  public var version: Int?
  /// When the version was submitted, in nanoseconds since 1970.
  public var submitTime: Int?
  /// Raft index of the creation.
  public var createIndex: Int?
  /// Raft index of the last change.
  public var modifyIndex: Int?
  /// Raft index of the last change of the definition.
  public var jobModifyIndex: Int?
  /// Name given to this version.
  public var versionTag: FreeFormBody?
  public var origin = Origin()

  /// The block's label, until it is known whether attributes override it.
  package var label = ""
  /// Given to the tasks while reading. `reference/jobspec.md` section 5.
  @OutOfLine package var sharedVault: Vault?
  package var sharedSecrets: [Secret] = []
  /// Tasks without a group, until they get one.
  package var looseTasks: [Task] = []

  public init() {}
}

extension Job: BlockModel {
  public static let schema = BlockSchema<Job>(
    "job", "The job being submitted; exactly one per file.",
    hints: [
      "replicas": "the number of instances is \"count\" of a group",
      "vault_token": "tokens do not belong into the file: give it to \"nomad job run\" with VAULT_TOKEN",
      "consul_token": "tokens do not belong into the file: give it to \"nomad job run\" with CONSUL_HTTP_TOKEN",
    ],
    fields: [
      .attribute("region", "Region", \.region, "Region that runs the job.", default: "global"),
      .attribute("namespace", "Namespace", \.namespace, "Namespace the job belongs to.", default: "default"),
      .attribute("id", "ID", \.id, "Overrides the job ID that otherwise is the block label.", nullKeeps: true),
      .attribute("name", "Name", \.name, "Human name; may differ from the ID.", nullKeeps: true),
      .attribute(
        "type", "Type", \.type, "Scheduler to use.", default: "service",
        choices: ["service", "batch", "system", "sysbatch"]),
      .attribute("priority", "Priority", \.priority, "Relative scheduling priority.", default: "50"),
      .attribute(
        "all_at_once", "AllAtOnce", \.allAtOnce,
        "Whether the scheduler must commit a plan as a whole on an oversubscribed node."),
      .attribute(
        "datacenters", "Datacenters", \.datacenters, "Datacenters eligible for placement; entries may use * globs.",
        default: "[\"*\"]"),
      .attribute(
        "node_pool", "NodePool", \.nodePool,
        "Node pool eligible for placement; server turns empty into the namespace default or 'default'.", since: "1.6.0"),
      .blocks("constraint", "Constraints", \.constraints, "Hard placement rule."),
      .blocks("affinity", "Affinities", \.affinities, "Soft placement preference."),
      .blocks("group", "TaskGroups", \.groups, "Tasks that run together on one node."),
      .block("update", "Update", \._update, "Rolling update strategy; job values are merged under group values."),
      .block("multiregion", "Multiregion", \._multiregion, "Rollout over several regions."),
      .blocks("spread", "Spreads", \.spreads, "Spread preference."),
      .block("periodic", "Periodic", \._periodic, "Launch the job at times."),
      .block("parameterized", "ParameterizedJob", \._parameterized, "Job that is dispatched with parameters."),
      .block("reschedule", "Reschedule", \._reschedule, "Rescheduling of failed allocations."),
      .block("migrate", "Migrate", \._migrate, "Drain strategy; service jobs."),
      .texts(
        "meta", "Meta", \.meta, "User key/value metadata; values become strings.", orAttribute: true,
        change: .destructive),
      .block("ui", "UI", \._ui, "Text shown in the web UI.", since: "1.8.0"),
      .json("Stop", \.stop, "Whether the job was stopped."),
      .json("ParentID", \.parentID, "The periodic or parameterized job this one was launched from."),
      .json("Dispatched", \.dispatched, "Whether the job was dispatched from a parameterized one."),
      .json("DispatchIdempotencyToken", \.dispatchIdempotencyToken, "Keeps one dispatch from happening twice."),
      .json("Payload", \.payload, "What a dispatch carries, in base64."),
      .json("ConsulNamespace", \.consulNamespace, "Consul namespace given at submission."),
      .json("VaultNamespace", \.vaultNamespace, "Vault namespace given at submission."),
      .json("NomadTokenID", \.nomadTokenID, "The token that submitted the job."),
      .json("Status", \.status, "State as the server sees it."),
      .json("StatusDescription", \.statusDescription, "Why the state is what it is."),
      .json("Stable", \.stable, "Whether a deployment of this version succeeded."),
      .json("Version", \.version, "Number of the version, from 0."),
      .json("SubmitTime", \.submitTime, "When the version was submitted, in nanoseconds since 1970."),
      .json("CreateIndex", \.createIndex, "Raft index of the creation."),
      .json("ModifyIndex", \.modifyIndex, "Raft index of the last change."),
      .json("JobModifyIndex", \.jobModifyIndex, "Raft index of the last change of the definition."),
      .json("VersionTag", \.versionTag, "Name given to this version."),
      .label("name", "", \.label, "Job ID and name, where no attribute says otherwise."),
      .block("vault", "", \._sharedVault, "Vault access for every task without its own."),
      .blocks("secret", "", \.sharedSecrets, "Secret for every task."),
      .blocks("task", "", \.looseTasks, "Legacy short form: becomes a group of its name."),
    ]
  ) { job in
    if !job.wrote(\.id) { job.id = job.label }
    if !job.wrote(\.name) { job.name = job.label }
    job.label = ""
  }
}
