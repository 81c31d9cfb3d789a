/// How the cluster's operators have set the scheduler. The defaults are Nomad's own.
public struct SchedulerSettings: Sendable, Hashable {
  /// Which nodes score higher: those that are nearly full (`binpack`) or nearly empty (`spread`); scheduler.md 6.2.
  public enum Algorithm: String, Sendable, Hashable, CaseIterable {
    case binpack, spread
  }

  /// `SchedulerAlgorithm`; a node pool may set another.
  public var algorithm: Algorithm = .binpack
  /// `SystemSchedulerEnabled`: system jobs may push out jobs whose priority is lower by 10 or more (scheduler.md 6.7).
  public var preemptsForSystem: Bool = true
  /// `SysBatchSchedulerEnabled`: the same for sysbatch jobs.
  public var preemptsForSysBatch: Bool = false
  /// `BatchSchedulerEnabled`: the same for batch jobs.
  public var preemptsForBatch: Bool = false
  /// `ServiceSchedulerEnabled`: the same for service jobs.
  public var preemptsForService: Bool = false
  /// `MemoryOversubscriptionEnabled`: `memory_max` has an effect on tasks, though none on where they fit.
  public var allowsMemoryOversubscription: Bool = false
  /// What the release does otherwise than the baseline.
  public var traits = SchedulerTraits()

  public init() {}

  /// Whether jobs of a kind may move others aside.
  public func allowsPreemption(by kind: JobKind) -> Bool {
    switch kind {
    case .service: preemptsForService
    case .batch: preemptsForBatch
    case .system: preemptsForSystem
    case .sysbatch: preemptsForSysBatch
    }
  }
}

/// A pool of nodes and what it sets differently from the cluster.
public struct NodePool: Sendable, Hashable {
  /// What `node_pool` of a job and of an agent names.
  public var name: String
  /// Nil where the cluster's setting holds.
  public var algorithm: SchedulerSettings.Algorithm?
  /// Nil where the cluster's setting holds.
  public var allowsMemoryOversubscription: Bool?

  public init(
    name: String, algorithm: SchedulerSettings.Algorithm? = nil, allowsMemoryOversubscription: Bool? = nil
  ) {
    self.name = name
    self.algorithm = algorithm
    self.allowsMemoryOversubscription = allowsMemoryOversubscription
  }
}
