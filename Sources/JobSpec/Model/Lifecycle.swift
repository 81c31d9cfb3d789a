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
