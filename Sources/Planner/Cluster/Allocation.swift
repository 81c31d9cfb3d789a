public import HCLParser

/// An instance of a group on a node that exists already.
public struct Allocation: Sendable {
  public var id: String
  /// `job.group[0]`; system jobs use the job's name in place of its id.
  public var name: String
  public var namespace: String = "default"
  public var jobID: String
  public var group: String
  public var nodeID: String
  public var nodeName: String = ""

  /// Nil where the snapshot does not tell (stubs).
  public var priority: Int?
  public var jobKind: JobKind?
  public var jobVersion: Int?
  public var jobCreateIndex: Int?
  public var jobModifyIndex: Int?
  /// The job it runs, as the snapshot embeds it: the API form.
  public var job: JSONNode?

  /// `run`, `stop` or `evict`.
  public var desiredStatus: String = "run"
  /// `pending`, `running`, `complete`, `failed`, `lost` or `unknown`.
  public var clientStatus: String = "running"
  /// The drainer wants it elsewhere.
  public var wantsMigration: Bool = false
  /// Someone asked for it to be placed anew, whatever the policy says.
  public var forcesReschedule: Bool = false
  /// The deployment's watcher asks for it to be placed anew.
  public var wantsReschedule: Bool = false
  public var deploymentID: String = ""
  /// Nil while its health is not decided.
  public var isHealthy: Bool?
  public var isCanary: Bool = false
  /// Contact was lost, and the server has not taken note yet of its return.
  public var needsReconnect: Bool = false
  /// When contact was lost, in nanoseconds since 1970; 0 where unknown.
  public var unknownSince: Int = 0
  public var previousAllocation: String = ""
  /// Set once it has been replaced.
  public var nextAllocation: String = ""
  public var followupEvaluation: String = ""
  public var rescheduleEvents: [RescheduleEvent] = []
  /// When the client last changed it, in nanoseconds since 1970; 0 where unknown.
  public var modifyTime: Int = 0
  public var taskStates: [TaskState] = []
  public var resources = AllocatedResources()

  public init(id: String, name: String, jobID: String, group: String, nodeID: String) {
    self.id = id
    self.name = name
    self.jobID = jobID
    self.group = group
    self.nodeID = nodeID
  }

  /// An earlier replacement in the line of one instance.
  public struct RescheduleEvent: Sendable, Hashable {
    /// Nanoseconds since 1970.
    public var time: Int
    public var previousAllocation: String
    public var previousNode: String
    /// How long the replacement waited, in nanoseconds.
    public var delay: Int

    public init(time: Int, previousAllocation: String, previousNode: String, delay: Int = 0) {
      self.delay = delay
      self.time = time
      self.previousAllocation = previousAllocation
      self.previousNode = previousNode
    }
  }

  /// How one task of it fares.
  public struct TaskState: Sendable, Hashable {
    public var task: String
    /// `pending`, `running` or `dead`.
    public var state: String
    public var hasFailed: Bool
    /// Nanoseconds since 1970; 0 while it runs.
    public var finishedAt: Int

    public init(task: String, state: String, hasFailed: Bool = false, finishedAt: Int = 0) {
      self.task = task
      self.state = state
      self.hasFailed = hasFailed
      self.finishedAt = finishedAt
    }
  }

  /// The server wants it gone.
  public var isServerTerminal: Bool { desiredStatus == "stop" || desiredStatus == "evict" }
  /// The client has ended it. Only these free their ports and memory.
  public var isClientTerminal: Bool {
    clientStatus == "complete" || clientStatus == "failed" || clientStatus == "lost"
  }
  public var isTerminal: Bool { isServerTerminal || isClientTerminal }

  /// Every task has finished and none failed.
  public var ranSuccessfully: Bool {
    !taskStates.isEmpty && taskStates.allSatisfy { $0.state == "dead" && !$0.hasFailed }
  }

  /// The number in the name's brackets, or nil where there is none.
  public var index: Int? { AllocationNames.index(of: name) }
}
