/// `jobtool validate`.
struct ValidateCommand: Command {
  let name = "validate"
  let summary = "check job files as the server would, without one"
  let operands = "[PATH…]"
  let details = """
    Checks syntax, names, types, and every rule that the server would apply to a job.
    PATH is a file, a folder to search, or "-" for standard input; without one, the current folder is searched.
    """
  var options: OptionTable {
    OptionTable([CheckRun.format, CheckRun.syntaxOnly, .baseline]) + .forReports + .forJobs
  }

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    try CheckRun(givesAdvice: false, arguments: arguments, world: world).run()
  }
}

/// `jobtool lint`.
struct LintCommand: Command {
  let name = "lint"
  let summary = "validate, and also warn of what is probably not meant"
  let operands = "[PATH…]"
  let details = """
    Does what "validate" does, and adds warnings, deprecations, rules of good practice, and a look at the layout.
    PATH is a file, a folder to search, or "-" for standard input; without one, the current folder is searched.
    "--fix" makes the safe fixes: those that cannot change what runs. "--fix --unsafe" makes the others too.
    """
  var options: OptionTable {
    OptionTable([CheckRun.format, .fix, .unsafe, .baseline]) + .forReports + .forJobs
  }

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    if arguments.isOn(.unsafe), !arguments.isOn(.fix) { throw Misuse("flag \"--unsafe\" needs \"--fix\"") }
    if arguments.isOn(.fix), arguments.operands.contains("-") {
      throw Misuse("flag \"--fix\" cannot mend standard input; name a file")
    }
    return try CheckRun(givesAdvice: true, arguments: arguments, world: world).run()
  }
}

extension CommandOption {
  static let fix = CommandOption("fix", .flag(byDefault: false), "make the safe fixes in the files")
  static let unsafe = CommandOption(
    "unsafe", .flag(byDefault: false), "with --fix: make also fixes that may change what runs")
  static let baseline = CommandOption(
    "baseline", .value("FILE", .files), "leave out the findings of an earlier run's JSON report")
}
