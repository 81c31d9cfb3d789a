/// What is known of a job's deployments when one of its groups is reconciled (scheduler.md 1.5).
public struct DeploymentStanding: Sendable, Hashable {
  /// The deployment of the very version that is planned, unless it has come to its good end.
  public var current: Deployment?
  /// Canaries that were never promoted, of an older deployment or of a failed one: by the caller's numbers.
  public var staleCanaries: Set<Int> = []
  /// Canaries of the current deployment, promoted or not.
  public var canaries: Set<Int> = []

  public init() {}

  /// Nothing is known, or nothing goes on.
  public static let none = DeploymentStanding()

  var isPaused: Bool { current?.status.isPaused ?? false }
  var isFailed: Bool { current?.status == .failed }

  /// Whether canaries of a group wait for their promotion.
  func isCanarying(_ group: String) -> Bool {
    guard let standing = current?.group(group) else { return false }
    return standing.desiredCanaries > 0 && !standing.isPromoted
  }

  func isPromoted(_ group: String) -> Bool { current?.group(group)?.isPromoted ?? false }
}
