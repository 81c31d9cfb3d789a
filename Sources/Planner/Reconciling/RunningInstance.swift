/// An allocation of the job at hand as the reconciler looks at it.
public struct RunningInstance: Sendable, Hashable {
  /// Whether the node can still carry what is on it.
  public enum NodeCondition: Sendable, Hashable {
    case usable
    /// Being drained: allocations leave when they are told to.
    case draining
    case down
    /// The snapshot does not have it.
    case gone
    /// Lost from sight for the time being.
    case disconnected

    /// Tainted nodes get no benefit of the doubt (scheduler.md 1.5).
    public var isTainted: Bool { self != .usable }
  }

  /// The caller's number for the allocation.
  public var number: Int
  /// The allocation's id; its name where an earlier plan of the same run placed it.
  public var id: String
  /// `job.group[0]`.
  public var name: String
  /// The number in its name, or −1.
  public var index: Int
  /// The task group it belongs to, which the job may have no more.
  public var group: String
  /// The node's place in the snapshot, or −1.
  public var node: Int
  /// The id of its node, known to the snapshot or not.
  public var nodeID: String
  /// The name of its node; empty where nothing tells it.
  public var nodeName: String
  /// What has become of its node.
  public var condition: NodeCondition = .usable

  /// Told to go: desired status `stop` or `evict`, or ended by an earlier plan of the same run.
  public var isServerTerminal = false
  /// `pending`, `running`, `complete`, `failed`, `lost` or `unknown`.
  public var clientStatus = "running"
  /// All tasks of a batch instance ended well.
  public var ranSuccessfully = false
  /// Pushed out for another job: desired status `evict`.
  public var isEvicted = false
  /// A drain has told it to leave its node (`DesiredTransition.Migrate`).
  public var wantsMigration = false
  /// Someone asked for it to be placed anew, whatever the `reschedule` policy says.
  public var forcesReschedule = false
  /// It has been replaced before.
  public var isReplaced = false
  /// It runs the version of the job that is planned.
  public var isCurrent = false
  /// It runs an older version (or an earlier job of the name).
  public var isOfOlderVersion = false
  /// When it failed, in nanoseconds since 1970; 0 where unknown.
  public var failedAt = 0
  /// When its predecessors were replaced, in nanoseconds since 1970, in the order of the snapshot.
  public var rescheduleTimes: [Int] = []
  /// How long each of those waited, in nanoseconds; 0 where nobody noted it.
  public var rescheduleDelays: [Int] = []
  /// The deployment it is part of, or an empty text.
  public var deploymentID = ""
  /// Nil while its health is not decided.
  public var isHealthy: Bool?
  /// The deployment's watcher wants it placed anew.
  public var isMarkedForReschedule = false
  /// Contact to its node was lost, and the server has not taken note yet of its return.
  public var needsReconnect = false
  /// When contact was lost, in nanoseconds since 1970; 0 where unknown.
  public var unknownSince = 0
  /// The nodes of its predecessors.
  public var earlierNodes: [String] = []

  public init(
    number: Int, id: String, name: String, index: Int, group: String, node: Int, nodeID: String, nodeName: String
  ) {
    self.number = number
    self.id = id
    self.name = name
    self.index = index
    self.group = group
    self.node = node
    self.nodeID = nodeID
    self.nodeName = nodeName
  }

  /// For an allocation of the snapshot.
  init(_ allocation: Allocation, number: Int, node: Int, condition: NodeCondition) {
    self.init(
      number: number, id: allocation.id, name: allocation.name, index: allocation.index ?? -1, group: allocation.group,
      node: node, nodeID: allocation.nodeID, nodeName: allocation.nodeName)
    self.condition = condition
    isServerTerminal = allocation.isServerTerminal
    clientStatus = allocation.clientStatus
    ranSuccessfully = allocation.ranSuccessfully
    isEvicted = allocation.desiredStatus == "evict"
    wantsMigration = allocation.wantsMigration
    forcesReschedule = allocation.forcesReschedule
    isReplaced = !allocation.nextAllocation.isEmpty
    failedAt = allocation.taskStates.map(\.finishedAt).max().flatMap { $0 > 0 ? $0 : nil } ?? allocation.modifyTime
    rescheduleTimes = allocation.rescheduleEvents.map(\.time)
    rescheduleDelays = allocation.rescheduleEvents.map(\.delay)
    earlierNodes = allocation.rescheduleEvents.map(\.previousNode)
    deploymentID = allocation.deploymentID
    isHealthy = allocation.isHealthy
    isMarkedForReschedule = allocation.wantsReschedule
    needsReconnect = allocation.needsReconnect
    unknownSince = allocation.unknownSince
  }

  /// The client has ended it, so that it takes no room any more (scheduler.md 1.4).
  public var isClientTerminal: Bool {
    clientStatus == "complete" || clientStatus == "failed" || clientStatus == "lost"
  }
  /// Ended by the client, or told to end by the server.
  public var isTerminal: Bool { isServerTerminal || isClientTerminal }

  /// Where it and its predecessors failed: whatever takes over from it had better go elsewhere (scheduler.md 6.5).
  var nodesOfFailures: [String] { (clientStatus == "failed" ? [nodeID] : []) + earlierNodes }

  /// By the number in the name, then by age: the order in which instances are gone through.
  static func inOrder(_ left: RunningInstance, _ right: RunningInstance) -> Bool {
    left.index != right.index ? left.index < right.index : left.number < right.number
  }
}

extension RunningInstance.NodeCondition {
  /// The condition of a node of the snapshot, nil being one it does not have.
  init(_ node: Node?) {
    guard let node else {
      self = .gone
      return
    }
    if node.status == "down" {
      self = .down
    } else if node.status == "disconnected" {
      self = .disconnected
    } else {
      self = node.isDraining ? .draining : .usable
    }
  }
}
