public import HCLParser

/// `artifact`: file or directory downloaded before the task starts.
public struct Artifact: Sendable, Hashable {
  /// go-getter URL.
  public var source: String?
  /// go-getter options such as checksum, archive, sshkey.
  public var options: StringMap?
  /// HTTP headers for the download.
  public var headers: StringMap?
  /// What to fetch.
  public var mode: String?
  /// Skip TLS verification.
  public var insecure: Bool?
  /// Download directory relative to the task directory.
  public var destination: String?
  /// Give ownership to the task user.
  public var chown = false
  public var origin = Origin()

  public init() {}
}

extension Artifact: BlockModel {
  public static let schema = BlockSchema<Artifact>(
    "artifact", "File or directory downloaded before the task starts.",
    fields: [
      .attribute("source", "GetterSource", \.source, "go-getter URL."),
      .texts("options", "GetterOptions", \.options, "go-getter options such as checksum, archive, sshkey."),
      .texts("headers", "GetterHeaders", \.headers, "HTTP headers for the download."),
      .attribute("mode", "GetterMode", \.mode, "What to fetch.", default: "any", choices: ["any", "file", "dir"]),
      .attribute("insecure", "GetterInsecure", \.insecure, "Skip TLS verification.", since: "1.8.0"),
      .attribute(
        "destination", "RelativeDest", \.destination, "Download directory relative to the task directory.",
        default: "local/"),
      .attribute("chown", "Chown", \.chown, "Give ownership to the task user.", since: "1.9.2"),
    ])
}
