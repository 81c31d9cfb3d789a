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
