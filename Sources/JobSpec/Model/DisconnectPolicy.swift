public import HCLParser

/// `disconnect`: behaviour when the client loses contact.
public struct DisconnectPolicy: Sendable, Hashable {
  /// Time the allocation stays unknown before it is lost.
  public var lostAfter: Duration?
  /// Time after which the client stops the allocation.
  public var stopOnClientAfter: Duration?
  /// Replace while disconnected.
  public var replace: Bool?
  /// Which allocation to keep after reconnecting.
  public var reconcile: String?
  public var origin = Origin()

  public init() {}
}

extension DisconnectPolicy: BlockModel {
  public static let schema = BlockSchema<DisconnectPolicy>(
    "disconnect", "Behaviour when the client loses contact.",
    fields: [
      .attribute(
        "lost_after", "LostAfter", \.lostAfter, "Time the allocation stays unknown before it is lost.", since: "1.8.0"),
      .attribute(
        "stop_on_client_after", "StopOnClientAfter", \.stopOnClientAfter,
        "Time after which the client stops the allocation.", since: "1.8.0"),
      .attribute("replace", "Replace", \.replace, "Replace while disconnected.", default: "true", since: "1.8.0"),
      .attribute(
        "reconcile", "Reconcile", \.reconcile, "Which allocation to keep after reconnecting.", default: "best_score",
        choices: ["keep_original", "keep_replacement", "best_score", "longest_running"], since: "1.8.0"),
    ])
}
