/// The commands of the tool, in the order of the help.
enum CommandList {
  static let all: [any Command] = [
    ValidateCommand(), PlanCommand(), FormatCommand(), ParseCommand(), ExpandCommand(), CompletionCommand(),
    VersionCommand(),
  ]
}
