/// A deployment of a job's version as the server keeps it: how far the change has come, group by group.
public struct Deployment: Sendable, Hashable {
  /// `ID`, a UUID, which allocations name as their `DeploymentID`.
  public var id: String
  /// The job's namespace; `default` where the snapshot does not tell.
  public var namespace: String = "default"
  /// Id of the job that is rolled out, unique in its namespace.
  public var jobID: String
  /// The version of the job that is rolled out, from 0; 0 also where the snapshot does not tell.
  public var jobVersion: Int = 0
  /// Tells a job from an earlier one of the same name; nil where the snapshot does not say.
  public var jobCreateIndex: Int?
  /// How it stands; a word we do not know, as a newer release may have, counts as `running`.
  public var status: Status = .running
  /// The latest deployment of a job is the one with the highest index.
  public var createIndex: Int = 0
  /// By name, in byte order.
  public var groups: [Group] = []

  public init(id: String, jobID: String) {
    self.id = id
    self.jobID = jobID
  }

  /// By Nomad's words.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case running, paused, failed, successful, cancelled, initializing, pending, blocked, unblocking

    /// Nothing goes on for the time being: new instances wait.
    public var isPaused: Bool { self == .paused || self == .pending || self == .initializing }
    /// It has not come to an end.
    public var isActive: Bool { self != .failed && self != .successful && self != .cancelled }
  }

  /// How far one group has come.
  public struct Group: Sendable, Hashable {
    /// The task group's name, the key in `TaskGroups`.
    public var name: String
    /// Its canaries have been found good.
    public var isPromoted: Bool = false
    /// How many canaries the group is to have; with 0 nothing waits for a promotion.
    public var desiredCanaries: Int = 0
    /// The ids of the canaries.
    public var placedCanaries: [String] = []

    public init(_ name: String) { self.name = name }
  }

  /// How far a group has come; nil where the deployment does not list it.
  public func group(_ name: String) -> Group? { groups.first { $0.name.utf8.elementsEqual(name.utf8) } }
}
