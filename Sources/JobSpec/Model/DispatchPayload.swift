public import HCLParser

/// `dispatch_payload`: where a dispatch payload is written.
public struct DispatchPayload: Sendable, Hashable {
  /// Path relative to the task's local directory.
  public var file = ""
  public var origin = Origin()

  public init() {}
}

extension DispatchPayload: BlockModel {
  public static let schema = BlockSchema<DispatchPayload>(
    "dispatch_payload", "Where a dispatch payload is written.",
    fields: [
      .attribute("file", "File", \.file, "Path relative to the task's local directory.")
    ])
}
