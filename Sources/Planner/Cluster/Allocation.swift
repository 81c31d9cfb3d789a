public import HCLParser

/// An instance of a group on a node that exists already.
public struct Allocation: Sendable {
  /// `ID`, a UUID; each allocation of a snapshot has its own.
  public var id: String
  /// `job.group[0]`; system jobs use the job's name in place of its id.
  public var name: String
  /// The job's namespace; `default` where the snapshot does not tell.
  public var namespace: String = "default"
  /// Id of the job it is part of, unique in its namespace.
  public var jobID: String
  /// Name of the task group it is an instance of (`TaskGroup`).
  public var group: String
  /// Id of its node, which counts as gone where the snapshot does not list it (scheduler.md 1.5).
  public var nodeID: String
  /// The node's name, for a plan to print; empty where the snapshot does not tell.
  public var nodeName: String = ""

  /// Nil where the snapshot does not tell (stubs).
  public var priority: Int?
  /// The job's `type`; nil where neither the job nor a stub's `JobType` tells it.
  public var jobKind: JobKind?
  /// The version of the job that it runs, from 0; nil where unknown.
  public var jobVersion: Int?
  /// The server's index at which the job was first registered; nil where unknown.
  public var jobCreateIndex: Int?
  /// `JobModifyIndex` of the job as it runs it, which tells one version from another; nil where unknown.
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
  /// Id of the deployment it belongs to; empty for none.
  public var deploymentID: String = ""
  /// Nil while its health is not decided.
  public var isHealthy: Bool?
  /// Placed as a canary of its deployment (`DeploymentStatus.Canary`).
  public var isCanary: Bool = false
  /// Contact was lost, and the server has not taken note yet of its return.
  public var needsReconnect: Bool = false
  /// When contact was lost, in nanoseconds since 1970; 0 where unknown.
  public var unknownSince: Int = 0
  /// Id of the allocation that it replaces; empty for none.
  public var previousAllocation: String = ""
  /// Set once it has been replaced.
  public var nextAllocation: String = ""
  /// Id of the evaluation that will look at it again later (`FollowupEvalID`); empty for none.
  public var followupEvaluation: String = ""
  /// Earlier replacements in its line, oldest first: `attempts` and `delay` of `reschedule` are counted by them.
  public var rescheduleEvents: [RescheduleEvent] = []
  /// When the client last changed it, in nanoseconds since 1970; 0 where unknown.
  public var modifyTime: Int = 0
  /// By the task's name, in byte order; empty where the snapshot tells nothing of its tasks.
  public var taskStates: [TaskState] = []
  /// What it holds on its node; where the snapshot leaves that out, what its job asks for.
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
    /// Id of the allocation that was replaced (`PrevAllocID`).
    public var previousAllocation: String
    /// Id of the node that one was on; nodes of failures are ranked lower for what follows (scheduler.md 6.5).
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
    /// The task's name, the key in `TaskStates`.
    public var task: String
    /// `pending`, `running` or `dead`.
    public var state: String
    /// The client has given it up as failed (`Failed`).
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
  /// Either of the two. An allocation that is to stop, but still runs, keeps what it holds (scheduler.md 1.4).
  public var isTerminal: Bool { isServerTerminal || isClientTerminal }

  /// Every task has finished and none failed.
  public var ranSuccessfully: Bool {
    !taskStates.isEmpty && taskStates.allSatisfy { $0.state == "dead" && !$0.hasFailed }
  }

  /// The number in the name's brackets, or nil where there is none.
  public var index: Int? { AllocationNames.index(of: name) }
}
