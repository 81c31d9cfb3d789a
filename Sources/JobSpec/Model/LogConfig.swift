public import HCLParser

/// `logs`: log rotation.
public struct LogConfig: Sendable, Hashable {
  /// Rotated files kept per stream.
  public var maxFiles: Int?
  /// MB per file.
  public var maxFileSize: Int?
  /// Old inverse of disabled; ignored.
  public var enabled: Bool?
  /// No log collection.
  public var disabled: Bool?
  public var origin = Origin()

  public init() {}
}
