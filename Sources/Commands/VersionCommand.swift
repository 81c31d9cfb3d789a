/// The version of this program.
enum Version {
  static let text = "0.1.0"
}

/// `jobtool version`.
struct VersionCommand: Command {
  let name = "version"
  let summary = "print the version"
  let operands = ""
  let operandCompletion = Completion.nothing
  let details = "Prints the version of this program."
  var options: OptionTable {
    OptionTable([])
  }

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    if let extra = arguments.operands.first { throw Misuse("\"version\" takes no argument, got \"\(extra)\"") }
    try world.print("jobtool \(Version.text)\n")
    return .success
  }
}
