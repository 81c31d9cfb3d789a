public import HCLParser

/// `ephemeral_disk`: shared scratch space of the allocation.
public struct EphemeralDisk: Sendable, Hashable {
  /// Try to keep the data on updates.
  public var sticky: Bool?
  /// Move the data between clients.
  public var migrate: Bool?
  /// MB.
  public var size: Int?
  public var origin = Origin()

  public init() {}
}
