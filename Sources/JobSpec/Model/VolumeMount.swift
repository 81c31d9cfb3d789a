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

extension VolumeMount: BlockModel {
  public static let schema = BlockSchema<VolumeMount>(
    "volume_mount", "Mounts a group volume into the task.",
    fields: [
      .attribute("volume", "Volume", \.volume, "Name of a volume of the group."),
      .attribute("destination", "Destination", \.destination, "Path in the task."),
      .attribute("read_only", "ReadOnly", \.readOnly, "Mount read-only."),
      .attribute(
        "propagation_mode", "PropagationMode", \.propagationMode, "Mount propagation.", default: "private",
        choices: ["private", "host-to-task", "bidirectional"]),
      .attribute(
        "selinux_label", "SELinuxLabel", \.selinuxLabel, "SELinux label.", choices: ["z", "Z"], since: "1.8.0"),
    ])
}
