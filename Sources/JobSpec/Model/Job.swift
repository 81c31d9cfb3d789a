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
  /// Set of tasks placed together on one client.
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
  public var versionTag: FreeFormValue?
  public var origin = Origin()

  public init() {}
}
