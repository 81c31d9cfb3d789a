public import HCLParser

/// `action`: predefined command runnable in the task.
public struct Action: Sendable, Hashable {
  /// Action name.
  public var name = ""
  /// Program.
  public var command = ""
  /// Arguments.
  public var args: [String]?
  public var origin = Origin()

  public init() {}
}
