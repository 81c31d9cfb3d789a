public import HCLParser

/// `scaling`: autoscaling bounds and policy of the group count; unlabelled.
public struct Scaling: Sendable, Hashable {
  /// Identifier given by the server.
  public var id = ""
  /// Namespace of the job.
  public var namespace = ""
  /// What is scaled.
  public var target: StringMap?
  /// Lowest count.
  public var min: Int?
  /// Highest count.
  public var max: Int?
  /// Opaque policy for the autoscaler.
  public var policy: FreeFormBody?
  /// Whether the autoscaler acts.
  public var enabled: Bool?
  /// Policy type.
  public var type = ""
  /// Raft index of the creation.
  public var createIndex = 0
  /// Raft index of the last change.
  public var modifyIndex = 0
  public var origin = Origin()

  public init() {}
}
