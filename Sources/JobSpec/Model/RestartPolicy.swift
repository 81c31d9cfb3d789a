public import HCLParser

/// `restart`: restart of tasks on the same client.
public struct RestartPolicy: Sendable, Hashable {
  /// Window for attempts.
  public var interval: Duration?
  /// Restarts within interval.
  public var attempts: Int?
  /// Wait before a restart.
  public var delay: Duration?
  /// What happens after the last attempt.
  public var mode: String?
  /// Re-render templates on restart.
  public var renderTemplates: Bool?
  public var origin = Origin()

  public init() {}
}

extension RestartPolicy: BlockModel {
  public static let schema = BlockSchema<RestartPolicy>(
    "restart", "Restart of tasks on the same client.",
    fields: [
      .attribute("interval", "Interval", \.interval, "Window for attempts.", default: "30m"),
      .attribute("attempts", "Attempts", \.attempts, "Restarts within interval.", default: "2"),
      .attribute("delay", "Delay", \.delay, "Wait before a restart.", default: "15s"),
      .attribute(
        "mode", "Mode", \.mode, "What happens after the last attempt.", default: "fail", choices: ["fail", "delay"]),
      .attribute(
        "render_templates", "RenderTemplates", \.renderTemplates, "Re-render templates on restart.", since: "1.6.2",
        change: .destructive),
    ])
}
