public import HCLParser

/// `volume_mount`: mounts a group volume into the task.
public struct VolumeMount: Sendable, Hashable {
  /// Name of a volume of the group.
  public var volume: String?
  /// Path in the task.
  public var destination: String?
  /// Mount read-only.
  public var readOnly: Bool?
  /// Mount propagation.
  public var propagationMode: String?
  /// SELinux label.
  public var selinuxLabel: String?
  public var origin = Origin()

  public init() {}
}
