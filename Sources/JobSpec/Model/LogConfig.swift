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

extension LogConfig: BlockModel {
  public static let schema = BlockSchema<LogConfig>(
    "logs", "Log rotation.",
    fields: [
      .attribute("max_files", "MaxFiles", \.maxFiles, "Rotated files kept per stream.", default: "10"),
      .attribute("max_file_size", "MaxFileSizeMB", \.maxFileSize, "MB per file.", default: "10"),
      .attribute(
        "enabled", "Enabled", \.enabled, "Old inverse of disabled; ignored.", since: "1.5.4",
        deprecated: Deprecation(since: "1.5.4", replacement: "disabled", effect: "parsed, no effect")),
      .attribute("disabled", "Disabled", \.disabled, "No log collection.", since: "1.5.5", change: .destructive),
    ])
}
