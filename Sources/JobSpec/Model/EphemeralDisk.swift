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

extension EphemeralDisk: BlockModel {
  public static let schema = BlockSchema<EphemeralDisk>(
    "ephemeral_disk", "Shared scratch space of the allocation.",
    fields: [
      .attribute("sticky", "Sticky", \.sticky, "Try to keep the data on updates.", change: .destructive),
      .attribute("migrate", "Migrate", \.migrate, "Move the data between clients.", change: .destructive),
      .attribute("size", "SizeMB", \.size, "MB.", default: "300", change: .destructive),
    ])
}
