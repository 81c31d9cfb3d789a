public import HCLParser

/// `update`: rolling update strategy; job values are merged under group values.
public struct UpdatePolicy: Sendable, Hashable {
  /// Delay between batches (system jobs; legacy elsewhere).
  public var stagger: Duration?
  /// Allocations updated at once; 0 disables deployments for the group.
  public var maxParallel: Int?
  /// How health is judged.
  public var healthCheck: String?
  /// Time an allocation must stay healthy.
  public var minHealthyTime: Duration?
  /// Limit to become healthy.
  public var healthyDeadline: Duration?
  /// Limit for progress of the deployment; 0 means fail on first unhealthy.
  public var progressDeadline: Duration?
  /// Canaries before a destructive update.
  public var canary: Int?
  /// Return to the last stable version on failure.
  public var autoRevert: Bool?
  /// Promote when all canaries are healthy; needs canary > 0.
  public var autoPromote: Bool?
  public var origin = Origin()

  public init() {}
}
