/// What planning one job came to: where its instances go, what is stopped, what cannot be placed and why.
public struct Plan: Sendable {
  /// The outcome in one word. The raw value stands in JSON, and is what placement tests expect.
  public enum Status: String, Sendable, Hashable {
    /// Everything wanted has a place.
    case placed
    /// Some instances have a place, others do not.
    case partial
    /// Nothing new could be placed.
    case blocked
    /// There was nothing to do.
    case unchanged
    /// The job breaks a rule of the server and was not planned.
    case invalid
  }

  /// The job's id, by which the cluster knows it within its namespace.
  public var jobID: String
  /// The job's `name`, or its id where it has none; names of system instances begin with it.
  public var jobName: String
  /// `default` where the job names none.
  public var namespace: String
  /// Which scheduler it goes through (scheduler.md 1.1).
  public var jobKind: JobKind
  /// What it came to; `unchanged` until planning is finished.
  public var status: Status = .unchanged

  /// For each group what is meant to happen, groups of the job in its order, removed ones after them.
  public var desiredUpdates: [GroupUpdates] = []
  /// New instances in the order they were placed.
  public var placements: [Placement] = []
  /// Instances updated where they are.
  public var updates: [Placement] = []
  /// Instances that end: too many, lost, moved, rescheduled or replaced. What is pushed out stands with the placement.
  public var stops: [Stop] = []
  /// Groups of which not every instance found a place, in the order of the job.
  public var failures: [PlacementFailure] = []
  /// What the server would warn of on registration.
  public var warnings: [String] = []
  /// What Nomad would not say: why a job of every node gets no node at all, and which instances it places where they
  /// cannot run.
  public var remarks: [String] = []
  /// The evaluation that would wait for room, where something failed.
  public var blocked: BlockedEvaluation?
  /// How long the next step of a rolling update of a system job would wait, in nanoseconds.
  public var rollingUpdateWait: Int?
  /// Failed instances that would be placed anew later.
  public var delayed: [Delayed] = []
  /// When a periodic job would be launched first, and the moment the plan is made for: nanoseconds since 1970.
  public var nextLaunch: (time: Int, now: Int)?
  /// True where a deployment would begin.
  public var createsDeployment = false
  /// The version that counts as registered before this one, 0 where there is none.
  public var jobModifyIndex = 0

  public init(jobID: String, jobName: String, namespace: String, jobKind: JobKind) {
    self.jobID = jobID
    self.jobName = jobName
    self.namespace = namespace
    self.jobKind = jobKind
  }

  /// What is meant to happen to one group.
  public struct GroupUpdates: Sendable, Hashable {
    /// Its name; the job need not have it any more.
    public var group: String
    /// Its counters, as the difference prints them behind the group (scheduler.md 1.6).
    public var updates: DesiredUpdates
    /// False where there was nothing to count, so that Nomad does not list the group of a system job.
    public var isCounted = true

    public init(_ group: String, _ updates: DesiredUpdates) {
      self.group = group
      self.updates = updates
    }
  }

  /// A failed instance that waits before it is placed anew.
  public struct Delayed: Sendable, Hashable {
    /// The task group it belongs to.
    public var group: String
    /// `job.group[0]`.
    public var name: String
    /// In nanoseconds since 1970.
    public var due: Int
  }

  /// An instance that would be stopped.
  public struct Stop: Sendable, Hashable {
    /// Its id; its name where an earlier plan of the same run placed it.
    public var allocationID: String
    /// `job.group[0]`.
    public var name: String
    /// Its task group, which the job may have no more.
    public var group: String
    /// Where it is; empty where nothing tells the node's name.
    public var nodeName: String
    /// As Nomad describes it: `alloc not needed due to job update`.
    public var reason: String
    /// Set where the client status is given at once: `lost`.
    public var clientStatus: String

    public init(
      allocationID: String, name: String, group: String, nodeName: String, reason: String, clientStatus: String = ""
    ) {
      self.allocationID = allocationID
      self.name = name
      self.group = group
      self.nodeName = nodeName
      self.reason = reason
      self.clientStatus = clientStatus
    }
  }

  /// An evaluation that waits until the cluster changes.
  public struct BlockedEvaluation: Sendable, Hashable {
    /// One node of each class with what it says of the job: room may come on eligible ones.
    public struct ClassEligibility: Sendable, Hashable {
      /// The first node of the class, in the snapshot's order.
      public var exampleNode: String
      /// Whether a node of the class is of the right kind; it may be full all the same.
      public var isEligible: Bool
    }

    /// The classes that were asked; none where `escapesClasses` is set, nor with `Scheduler.isIdeal`.
    public var classes: [ClassEligibility] = []
    /// A constraint names a unique fact of a node, so any change of any node may help.
    public var escapesClasses = false
    /// What would end the wait, in words: `a node with network "cni/prod" joins`.
    public var until: [String] = []
  }

  /// How many instances are wanted, but have no place.
  public var failedCount: Int { failures.reduce(0) { $0 + $1.count } }

  /// The counters of a group by its name; nil where the plan does not list it.
  public func updates(ofGroup name: String) -> DesiredUpdates? {
    desiredUpdates.first { $0.group.utf8.elementsEqual(name.utf8) }?.updates
  }
}

/// An allocation of another job that is pushed out.
public struct PreemptedAllocation: Sendable, Hashable {
  /// Its id; its name where an earlier plan of the same run placed it.
  public var id: String
  /// `job.group[0]`.
  public var name: String
  /// The id of the job it belongs to.
  public var jobID: String
  /// The namespace of that job.
  public var namespace: String
  /// The task group of that job.
  public var group: String
  /// Of its job, at least 10 below that of the job it makes room for (scheduler.md 6.7). 50 where nothing tells it.
  public var priority: Int
  /// `service`, `batch`, …; empty where the snapshot does not tell.
  public var jobType: String
}

/// A group of which not every instance found a place: Nomad's counters, and what explains them.
public struct PlacementFailure: Sendable {
  /// The task group's name.
  public var group: String
  /// The counters of the first failed attempt, with the further failures counted.
  public var metrics: PlacementMetrics
  /// What the instances ask for.
  public var request: PlacementRequest
  /// The number in the name of the first instance without a place.
  public var firstIndex: Int
  /// What Nomad does not say; nil where no explanation was asked for.
  public var explanation: Explanation?

  /// How many instances have no place.
  public var count: Int { metrics.coalescedFailures + 1 }

  /// True where some node is of the right kind and full.
  var waitsForRoom: Bool { metrics.nodesExhausted > 0 }
}
