/// How the cluster's operators have set the scheduler. The defaults are Nomad's own.
public struct SchedulerSettings: Sendable, Hashable {
  public enum Algorithm: String, Sendable, Hashable, CaseIterable {
    case binpack, spread
  }

  public var algorithm: Algorithm = .binpack
  public var preemptsForSystem: Bool = true
  public var preemptsForSysBatch: Bool = false
  public var preemptsForBatch: Bool = false
  public var preemptsForService: Bool = false
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
  public var name: String
  public var algorithm: SchedulerSettings.Algorithm?
  public var allowsMemoryOversubscription: Bool?

  public init(
    name: String, algorithm: SchedulerSettings.Algorithm? = nil, allowsMemoryOversubscription: Bool? = nil
  ) {
    self.name = name
    self.algorithm = algorithm
    self.allowsMemoryOversubscription = allowsMemoryOversubscription
  }
}
