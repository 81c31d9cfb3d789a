public import HCLParser

/// `lifecycle`: when the task runs relative to the main tasks.
public struct Lifecycle: Sendable, Hashable {
  /// Phase.
  public var hook = ""
  /// Keep running beside the main tasks.
  public var sidecar = false
  public var origin = Origin()

  public init() {}
}

extension Lifecycle: BlockModel {
  public static let schema = BlockSchema<Lifecycle>(
    "lifecycle", "When the task runs relative to the main tasks.",
    fields: [
      .attribute("hook", "Hook", \.hook, "Phase.", required: true, choices: ["prestart", "poststart", "poststop"]),
      .attribute("sidecar", "Sidecar", \.sidecar, "Keep running beside the main tasks."),
    ])
}
