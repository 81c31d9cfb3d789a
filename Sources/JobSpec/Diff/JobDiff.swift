/// Two versions of a job compared, as Nomad's `JobDiff`. `reference/scheduler.md` section 7.5.
public struct JobDiff: Sendable, Hashable {
  /// What became of a part. The raw value is Nomad's word for it.
  public enum Kind: String, Sendable, Hashable {
    case none = "None"
    case added = "Added"
    case deleted = "Deleted"
    case edited = "Edited"
  }

  /// One value; absent values are empty texts.
  public struct Field: Sendable, Hashable {
    /// What became of the value.
    public var kind: Kind
    /// As in API JSON; parts of maps as `Meta[key]`.
    public var name: String
    /// The value before.
    public var old: String
    /// The value after.
    public var new: String
    /// What the change does: `forces create`.
    public var annotations: [String] = []
  }

  /// One block or set of texts.
  public struct Object: Sendable, Hashable {
    /// What became of the block; never `none`, since equal blocks are left out.
    public var kind: Kind
    /// As Nomad's diff calls it: `Constraint`, `Static Port`; one name may stand several times.
    public var name: String
    /// All values of the block, equal ones included, by name.
    public var fields: [Field]
    /// The blocks inside it that differ, by name.
    public var objects: [Object]
  }

  /// One task group.
  public struct Group: Sendable, Hashable {
    /// What became of the group as a whole, its tasks included.
    public var kind: Kind
    /// The name by which the group of one version is found in the other.
    public var name: String
    /// The group's own values that differ, by name.
    public var fields: [Field]
    /// The group's own blocks that differ, by name.
    public var objects: [Object]
    /// By name, unchanged ones included.
    public var tasks: [Task]
    /// How many allocations are created, updated and so on, by Nomad's word for it (`create`, `in-place update`).
    /// Known only after planning.
    public var updates: [Count] = []
  }

  /// A word of the plan and how often it applies.
  public struct Count: Sendable, Hashable {
    /// As Nomad prints it.
    public var word: String
    /// How often it applies.
    public var count: Int

    public init(_ word: String, _ count: Int) {
      self.word = word
      self.count = count
    }
  }

  /// One task.
  public struct Task: Sendable, Hashable {
    /// What became of the task.
    public var kind: Kind
    /// The name by which the task of one version is found in the other.
    public var name: String
    /// The task's own values that differ, by name.
    public var fields: [Field]
    /// The task's blocks that differ, by name.
    public var objects: [Object]
    /// What the change does, by Nomad's rule of thumb: `forces create/destroy update`. Empty where nothing changed.
    public var annotations: [String] = []
  }

  /// What became of the job.
  public var kind: Kind
  /// The job's ID.
  public var id: String
  /// The job's own values that differ, by name.
  public var fields: [Field]
  /// The job's own blocks that differ, by name.
  public var objects: [Object]
  /// By name, unchanged ones included.
  public var groups: [Group]
}
