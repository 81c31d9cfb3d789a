/// What became of the nodes in one attempt to place an instance, by the names of Nomad's `AllocMetric`.
public struct PlacementMetrics: Sendable, Hashable {
  /// Nodes looked at.
  public var nodesEvaluated = 0
  /// Nodes of the wrong kind.
  public var nodesFiltered = 0
  /// Candidates: ready nodes in the job's datacenters and pool.
  public var nodesInPool = 0
  /// Candidates by datacenter.
  public var nodesAvailable: [String: Int] = [:]
  /// Filtered nodes by the class the operator gave them.
  public var classFiltered: [String: Int] = [:]
  /// Filtered nodes by reason.
  public var constraintFiltered: [String: Int] = [:]
  /// Nodes of the right kind without room.
  public var nodesExhausted = 0
  /// Exhausted nodes by the class the operator gave them; nodes without one are not in it.
  public var classExhausted: [String: Int] = [:]
  /// Exhausted nodes by what ran out first.
  public var dimensionExhausted: [String: Int] = [:]
  /// What the tasks asked of the dimensions that ran out, summed over the failed instances.
  public var resourcesExhausted: [String: TaskShortage] = [:]
  /// The nodes that could be scored, best first.
  public var scores: [NodeScore] = []
  /// Further instances of the group that failed the same way.
  public var coalescedFailures = 0

  public init() {}

  /// What one task asked of processor or memory where those ran out.
  public struct TaskShortage: Sendable, Hashable {
    /// In MHz; 0 where processor was not what ran out, or the task asks for cores.
    public var cpu = 0
    /// In MB; 0 where memory was not what ran out.
    public var memoryMB = 0

    public init() {}
  }

  mutating func filter(nodeClass: String, reason: String) {
    nodesFiltered += 1
    if !nodeClass.isEmpty { classFiltered[nodeClass, default: 0] += 1 }
    constraintFiltered[reason, default: 0] += 1
  }

  mutating func exhaust(nodeClass: String, dimension: String) {
    nodesExhausted += 1
    if !nodeClass.isEmpty { classExhausted[nodeClass, default: 0] += 1 }
    dimensionExhausted[dimension, default: 0] += 1
  }

  /// Adds what the tasks of `request` ask of the dimensions that ran out: once for each failed instance.
  mutating func countShortage(of request: PlacementRequest, times: Int = 1) {
    guard nodesExhausted > 0 else { return }
    for task in request.tasks {
      var shortage = resourcesExhausted[task.name] ?? TaskShortage()
      if dimensionExhausted["memory"] != nil {
        shortage.memoryMB = PlacementMetrics.sum(shortage.memoryMB, task.memoryMB, times)
      }
      if dimensionExhausted["cpu"] != nil { shortage.cpu = PlacementMetrics.sum(shortage.cpu, task.cpu, times) }
      resourcesExhausted[task.name] = shortage
    }
  }

  /// `sum + amount * times`, which stops at the largest number.
  private static func sum(_ sum: Int, _ amount: Int, _ times: Int) -> Int {
    let (product, overflow) = amount.multipliedReportingOverflow(by: times)
    return LifecyclePeak.sum(sum, overflow ? Int.max : product)
  }
}

/// A node's scores for one instance: each by Nomad's name, and their mean.
public struct NodeScore: Sendable, Hashable {
  /// The node's place in the snapshot.
  public var node: Int
  /// Named scores in the order they were given.
  public var parts: [Part]
  /// The mean of those that count.
  public var total: Double

  /// What one scorer says of the node (scheduler.md 6.1).
  public struct Part: Sendable, Hashable {
    /// The key in Nomad's `ScoreMetaData`: `binpack`, `job-anti-affinity`, …
    public var name: String
    /// Higher is better: `binpack` is 0…1, what speaks against the node is below 0.
    public var value: Double

    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  public init(node: Int, parts: [Part], total: Double) {
    self.node = node
    self.parts = parts
    self.total = total
  }
}
