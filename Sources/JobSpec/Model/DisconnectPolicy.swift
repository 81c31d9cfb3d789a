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
