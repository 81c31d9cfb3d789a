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

extension MigratePolicy: BlockModel {
  public static let schema = BlockSchema<MigratePolicy>(
    "migrate", "Drain strategy; service jobs.",
    fields: [
      .attribute("max_parallel", "MaxParallel", \.maxParallel, "Allocations migrated at once.", default: "1"),
      .attribute(
        "health_check", "HealthCheck", \.healthCheck, "How health is judged.", default: "checks",
        choices: ["checks", "task_states"]),
      .attribute(
        "min_healthy_time", "MinHealthyTime", \.minHealthyTime, "Time an allocation must stay healthy.", default: "10s"),
      .attribute("healthy_deadline", "HealthyDeadline", \.healthyDeadline, "Limit to become healthy.", default: "5m"),
    ])
}
