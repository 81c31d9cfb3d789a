import HCLParser

/// A program: its name and its commands. Picks the command, runs it against a world, returns the exit code.
package struct Program: Sendable {
  var name: String
  /// A paragraph for the overview.
  var summary: String
  var commands: [any Command]
  /// True where the program is its one command and takes no command name.
  var isSingleCommand = false

  /// The tool.
  package static let jobtool = Program(
    name: "jobtool", summary: "Checks, explains, plans and formats Nomad job files without a Nomad server.",
    commands: CommandList.all)

  /// The stand-alone formatter.
  package static let nomadfmt = Program(
    name: "nomadfmt", summary: "Formats Nomad job files and other HCL.", commands: [FormatCommand(program: "nomadfmt")],
    isSingleCommand: true)

  /// The tool, run once.
  package static func run(in world: World) -> ExitCode { jobtool.run(in: world) }

  /// Runs the program once.
  package func run(in world: World) -> ExitCode {
    do {
      return isSingleCommand ? try runOnlyCommand(in: world) : try runNamedCommand(in: world)
    } catch let misuse as Misuse {
      world.complain("\(name): \(misuse.message)" + (misuse.hint.isEmpty ? "" : "\n  \(misuse.hint)"))
      return .misuse
    } catch let failure as FileFailure {
      // What is left to fail here is the writing of the result. Whoever closed the pipe wants to hear no more.
      if failure.cause != .pipeClosed { world.complain("\(name): cannot write the result: \(failure.message)") }
      return .misuse
    } catch {
      world.complain("\(name): \(error)")
      return .misuse
    }
  }

  private func runOnlyCommand(in world: World) throws -> ExitCode {
    guard let command = commands.first else { return .misuse }
    if let first = world.arguments.first, ["-version", "--version", "-v"].contains(first) {
      try world.print("\(name) \(Version.text)\n")
      return .success
    }
    return try run(command, with: world.arguments[...], in: world)
  }

  private func runNamedCommand(in world: World) throws -> ExitCode {
    let help = HelpText(program: self)
    guard let first = world.arguments.first else {
      world.complain(help.overview)
      return .misuse
    }
    let rest = world.arguments.dropFirst()
    switch first {
    case "-h", "-help", "--help":
      try world.print(help.overview)
      return .success
    case "help":
      return try runHelp(rest, in: world)
    case "-v", "-version", "--version":
      return try run(VersionCommand(), with: rest, in: world)
    default:
      return try run(try command(named: first), with: rest, in: world)
    }
  }

  /// `help`, `help COMMAND`.
  private func runHelp(_ arguments: ArraySlice<String>, in world: World) throws -> ExitCode {
    let help = HelpText(program: self)
    guard let name = arguments.first, !["-h", "-help", "--help", "help"].contains(name) else {
      try world.print(help.overview)
      return .success
    }
    try world.print(help.page(of: try command(named: name)))
    return .success
  }

  private func command(named name: String) throws(Misuse) -> any Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let nearest = NameSuggestion.nearest(to: name, among: commands.map(\.name) + ["help"])
    let kind = name.utf8.first == UInt8(ascii: "-") ? "flag" : "command"
    throw Misuse(
      "unknown \(kind) \"\(name)\"",
      hint: nearest.map { "did you mean \"\($0)\"?" } ?? "\"\(self.name) help\" lists the commands")
  }

  private func run(_ command: any Command, with arguments: ArraySlice<String>, in world: World) throws -> ExitCode {
    do {
      return try command.run(try ArgumentReader(table: command.options).read(arguments), in: world)
    } catch let misuse as Misuse where misuse.isHelpWanted {
      try world.print(HelpText(program: self).page(of: command))
      return .success
    } catch var misuse as Misuse {
      let page = isSingleCommand ? "\(name) -help" : "\(name) help \(command.name)"
      if misuse.hint.isEmpty, misuse.isAboutOptions { misuse.hint = "\"\(page)\" lists the options" }
      throw misuse
    }
  }
}
