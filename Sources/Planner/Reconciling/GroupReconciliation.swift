/// What is to be done about the instances of one group before anything is placed.
public struct GroupReconciliation: Sendable, Hashable {
  /// Its name; the job need not have it any more.
  public var group: String
  /// The counters a plan prints. Failures to place do not change them.
  public var updates = DesiredUpdates()
  /// All that end in this step, moved, lost and rescheduled ones included, but not those in `destructive`.
  public var stops: [Stop] = []
  /// Instances that get the new version where they are.
  public var inPlace: [RunningInstance] = []
  /// Instances to stop and replace, in the order of their names: first of all placements. Where the replacement finds
  /// no place, the old instance goes on.
  public var destructive: [RunningInstance] = []
  /// New instances that have a history, in the order in which they are to be placed: canaries, then those that take over
  /// from failed and lost ones.
  public var placements: [Wanted] = []
  /// The numbers of all other new instances, placed after those: runs, in order.
  public var missing: [Range<Int>] = []
  /// What takes over from instances that leave draining nodes; placed last.
  public var migrations: [Wanted] = []
  /// Instances that stay as they are, those that are to be replaced in a later step included.
  public var ignored: [RunningInstance] = []
  /// Failed instances that wait; they are among the ignored or updated ones.
  public var later: [Later] = []
  /// A deployment begins with this step (scheduler.md 1.5, step 14); never for batch jobs or `max_parallel = 0`.
  public var createsDeployment = false

  public init(group: String) { self.group = group }

  /// An instance that would be stopped.
  public struct Stop: Sendable, Hashable {
    /// The one that ends.
    public var instance: RunningInstance
    /// As Nomad describes it.
    public var reason: String
    /// Set where the client status is given at once: `lost`.
    public var clientStatus: String = ""
  }

  /// An instance that should be there.
  public struct Wanted: Sendable, Hashable {
    /// Why it should be there: it takes over from one that is gone, failed or has to leave, or it is a canary.
    public enum Cause: Sendable, Hashable { case lost, rescheduled, migrated, canary }

    /// The number in its name.
    public var index: Int
    /// A `canary` has no predecessor, and is counted on its own.
    public var cause: Cause
    /// The one it takes over from.
    public var previous: RunningInstance?

    /// Nodes where earlier tries failed: they count less.
    public var penalizedNodes: [String] { previous?.nodesOfFailures ?? [] }
  }

  /// A failed instance that is placed anew only after a delay.
  public struct Later: Sendable, Hashable {
    /// The failed one; until then it counts as existing.
    public var instance: RunningInstance
    /// When, in nanoseconds since 1970.
    public var due: Int
  }
}

/// Why an instance is stopped, in Nomad's words.
enum StopReason {
  static let notNeeded = "alloc not needed due to job update"
  static let migrating = "alloc is being migrated"
  static let updating = "alloc is being updated due to job update"
  static let lost = "alloc is lost since its node is down"
  static let rescheduled = "alloc was rescheduled because it failed"
  static let reconnected = "alloc not needed due to reconnect"
  static let drained = "alloc not needed as node is tainted"
}
