/// The commands of the tool, in the order of the help.
enum CommandList {
  static let all: [any Command] = [
    ValidateCommand(), LintCommand(), PlanCommand(), DiffCommand(), CapacityCommand(), PortsCommand(), TestCommand(),
    FormatCommand(),
    ParseCommand(),
    ExpandCommand(),
    ExplainCommand(),
    CompletionCommand(),
    VersionCommand(),
  ]
}
