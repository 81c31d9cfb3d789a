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
