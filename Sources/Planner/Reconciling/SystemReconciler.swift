public import HCLParser

/// What is wanted on one node against what runs there, for system and sysbatch jobs. `reference/scheduler.md` section 1.9.
public struct SystemReconciler: Sendable {
  private let isSysBatch: Bool

  public init(jobKind: JobKind) { isSysBatch = jobKind == .sysbatch }

  /// What is to be done about one group on one node.
  public enum Step: Sendable, Hashable {
    case ignore(RunningInstance)
    case place
    case stop(RunningInstance, reason: String, clientStatus: String)
    /// Stopped here without a replacement; other nodes have their own instance.
    case migrate(RunningInstance)
    /// Stopped because its node is: counted nowhere.
    case lost(RunningInstance)
    case inPlace(RunningInstance)
    case destructive(RunningInstance)
  }

  /// What the snapshot says of the node.
  public struct NodeStanding: Sendable, Hashable {
    /// Whether the node can still carry what is on it; `gone` where the snapshot does not have it.
    public var condition: RunningInstance.NodeCondition
    /// Ready, eligible, not draining.
    public var isReady: Bool
    /// In the job's datacenters and pool as well.
    public var isCandidate: Bool

    public init(condition: RunningInstance.NodeCondition, isReady: Bool, isCandidate: Bool) {
      self.condition = condition
      self.isReady = isReady
      self.isCandidate = isCandidate
    }
  }

  /// `instances` are those of one group on the node; `isWanted` is false where the job has the group no more, or none of
  /// it.
  public func steps(
    _ instances: [RunningInstance], on node: NodeStanding, isWanted: Bool, change: (RunningInstance) -> ChangeKind
  ) -> [Step] {
    var steps: [Step] = []
    var isPresent = false
    let live = instances.filter { !$0.isTerminal }.sorted(by: RunningInstance.inOrder)
    for instance in live {
      isPresent = true
      steps.append(step(instance, on: node, isWanted: isWanted, change: change))
    }
    guard isWanted, !isPresent else { return steps }
    if isSysBatch,
      let ended = instances.first(where: { $0.isTerminal && $0.isCurrent }) ?? instances.last(where: \.isTerminal)
    {
      // What has run on a node does not run there again, unless the job is another.
      steps.append(step(ended.isCurrent ? .none : change(ended), ended))
      return steps
    }
    if node.isCandidate, !node.condition.isTainted { steps.append(.place) }
    return steps
  }

  private func step(
    _ instance: RunningInstance, on node: NodeStanding, isWanted: Bool, change: (RunningInstance) -> ChangeKind
  ) -> Step {
    if !isWanted { return .stop(instance, reason: StopReason.notNeeded, clientStatus: "") }
    if instance.wantsMigration { return .migrate(instance) }
    if node.condition.isTainted {
      if isSysBatch, instance.ranSuccessfully { return .ignore(instance) }
      return node.condition == .gone || node.condition == .down ? .lost(instance) : .ignore(instance)
    }
    if !node.isReady { return .ignore(instance) }
    if !node.isCandidate { return .stop(instance, reason: StopReason.notNeeded, clientStatus: "") }
    return step(instance.isCurrent ? .none : change(instance), instance)
  }

  private func step(_ change: ChangeKind, _ instance: RunningInstance) -> Step {
    switch change {
    case .none: .ignore(instance)
    case .inPlace: .inPlace(instance)
    case .destructive: .destructive(instance)
    }
  }
}
