public import HCLParser

/// `csi_plugin`: declares the task to be a CSI plugin.
public struct CSIPlugin: Sendable, Hashable {
  /// Plugin id.
  public var id = ""
  /// Plugin role.
  public var type = ""
  /// Directory for the plugin socket.
  public var mountDir = ""
  /// Base directory for staged and published volumes.
  public var stagePublishBaseDir = ""
  /// Time to become healthy.
  public var healthTimeout = Duration.zero
  public var origin = Origin()

  public init() {}
}

extension CSIPlugin: BlockModel {
  public static let schema = BlockSchema<CSIPlugin>(
    "csi_plugin", "Declares the task to be a CSI plugin.",
    fields: [
      .attribute("id", "ID", \.id, "Plugin id."),
      .attribute("type", "Type", \.type, "Plugin role.", choices: ["node", "controller", "monolith"]),
      .attribute("mount_dir", "MountDir", \.mountDir, "Directory for the plugin socket.", default: "/csi"),
      .attribute(
        "stage_publish_base_dir", "StagePublishBaseDir", \.stagePublishBaseDir,
        "Base directory for staged and published volumes.", default: "/local/csi", since: "1.3.3"),
      .attribute(
        "health_timeout", "HealthTimeout", \.healthTimeout, "Time to become healthy.", default: "30s", since: "1.1.15"),
    ])
}
