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

extension UpdatePolicy: BlockModel {
  public static let schema = BlockSchema<UpdatePolicy>(
    "update", "Rolling update strategy; job values are merged under group values.",
    fields: [
      .attribute(
        "stagger", "Stagger", \.stagger, "Delay between batches (system jobs; legacy elsewhere).", default: "30s"),
      .attribute(
        "max_parallel", "MaxParallel", \.maxParallel,
        "Allocations updated at once; 0 disables deployments for the group.", default: "1"),
      .attribute(
        "health_check", "HealthCheck", \.healthCheck, "How health is judged.", default: "checks",
        choices: ["checks", "task_states", "manual"]),
      .attribute(
        "min_healthy_time", "MinHealthyTime", \.minHealthyTime, "Time an allocation must stay healthy.", default: "10s"),
      .attribute("healthy_deadline", "HealthyDeadline", \.healthyDeadline, "Limit to become healthy.", default: "5m"),
      .attribute(
        "progress_deadline", "ProgressDeadline", \.progressDeadline,
        "Limit for progress of the deployment; 0 means fail on first unhealthy.", default: "10m"),
      .attribute("canary", "Canary", \.canary, "Canaries before a destructive update.", default: "0"),
      .attribute("auto_revert", "AutoRevert", \.autoRevert, "Return to the last stable version on failure."),
      .attribute(
        "auto_promote", "AutoPromote", \.autoPromote, "Promote when all canaries are healthy; needs canary > 0."),
    ])
}
