public import HCLParser

/// `migrate`: drain strategy; service jobs.
public struct MigratePolicy: Sendable, Hashable {
  /// Allocations migrated at once.
  public var maxParallel: Int?
  /// How health is judged.
  public var healthCheck: String?
  /// Time an allocation must stay healthy.
  public var minHealthyTime: Duration?
  /// Limit to become healthy.
  public var healthyDeadline: Duration?
  public var origin = Origin()

  public init() {}
}
