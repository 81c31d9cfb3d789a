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

extension Action: BlockModel {
  public static let schema = BlockSchema<Action>(
    "action", "Predefined command runnable in the task.",
    fields: [
      .label("name", "Name", \.name, "Action name."),
      .attribute("command", "Command", \.command, "Program.", required: true, since: "1.7.0"),
      .attribute("args", "Args", \.args, "Arguments.", since: "1.7.0"),
    ])
}
