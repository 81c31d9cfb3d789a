public import HCLParser

/// `volume`: storage requested by the group.
public struct VolumeRequest: Sendable, Hashable {
  /// Name used by volume_mount.
  public var name = ""
  /// Volume type.
  public var type = ""
  /// Volume name or id.
  public var source = ""
  /// Request read-only use.
  public var readOnly = false
  /// Replacement allocations must use the same volume (dynamic host volumes).
  public var sticky = false
  /// Access mode.
  public var accessMode = ""
  /// Attachment mode.
  public var attachmentMode = ""
  /// CSI mount options.
  @OutOfLine public var mountOptions: VolumeRequest.MountOptions?
  /// Source gets the [index] suffix of the allocation.
  public var perAlloc = false
  public var origin = Origin()

  public init() {}
}

extension VolumeRequest: BlockModel {
  public static let schema = BlockSchema<VolumeRequest>(
    "volume", "Storage requested by the group.",
    fields: [
      .label("name", "Name", \.name, "Name used by volume_mount."),
      .attribute("type", "Type", \.type, "Volume type.", choices: ["host", "csi"]),
      .attribute("source", "Source", \.source, "Volume name or id."),
      .attribute("read_only", "ReadOnly", \.readOnly, "Request read-only use."),
      .attribute(
        "sticky", "Sticky", \.sticky, "Replacement allocations must use the same volume (dynamic host volumes).",
        since: "1.10.0"),
      .attribute(
        "access_mode", "AccessMode", \.accessMode, "Access mode.",
        choices: [
          "single-node-reader-only", "single-node-writer", "multi-node-reader-only", "multi-node-single-writer",
          "multi-node-multi-writer", "single-node-single-writer", "single-node-multi-writer",
        ], since: "1.1.0"),
      .attribute(
        "attachment_mode", "AttachmentMode", \.attachmentMode, "Attachment mode.",
        choices: ["file-system", "block-device"], since: "1.1.0"),
      .block("mount_options", "MountOptions", \._mountOptions, "CSI mount options."),
      .attribute(
        "per_alloc", "PerAlloc", \.perAlloc, "Source gets the [index] suffix of the allocation.", since: "1.1.0"),
    ])
}

extension VolumeRequest {
  /// `mount_options`: CSI mount options.
  public struct MountOptions: Sendable, Hashable {
    /// File system type.
    public var fsType = ""
    /// Mount flags.
    public var mountFlags: [String]?
    public var origin = Origin()

    public init() {}
  }
}

extension VolumeRequest.MountOptions: BlockModel {
  public static let schema = BlockSchema<VolumeRequest.MountOptions>(
    "mount_options", "CSI mount options.",
    fields: [
      .attribute("fs_type", "FSType", \.fsType, "File system type."),
      .attribute("mount_flags", "MountFlags", \.mountFlags, "Mount flags."),
    ])
}
