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
