public import HCLParser

/// `restart`: restart of tasks on the same client.
public struct RestartPolicy: Sendable, Hashable {
  /// Window for attempts.
  public var interval: Duration?
  /// Restarts within interval.
  public var attempts: Int?
  /// Wait before a restart.
  public var delay: Duration?
  /// What happens after the last attempt.
  public var mode: String?
  /// Re-render templates on restart.
  public var renderTemplates: Bool?
  public var origin = Origin()

  public init() {}
}
