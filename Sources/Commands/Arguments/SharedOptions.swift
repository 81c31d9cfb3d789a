/// Options that several commands take.
extension CommandOption {
  static let variable = CommandOption(
    "var", .value("NAME=VALUE", .nothing), "set a variable of the job", isRepeatable: true)
  static let variableFile = CommandOption(
    "var-file", .value("FILE", .files), "read values of variables from a file", isRepeatable: true)
  static let fileAccess = CommandOption(
    "allow-file-access", .value("DIR|none", .folders),
    "let file functions read below DIR, or nothing (default: below the folder of the job file)")
  static let color = CommandOption("color", .choice(["auto", "always", "never"]), "colour the output")
  static let quiet = CommandOption("quiet", .flag(byDefault: false), "print findings and nothing else")
  static let config = CommandOption(
    "config", .value("FILE", .files), "settings (default: the nearest .jobtool.hcl upwards from the file checked)")
  static let maxDiagnostics = CommandOption(
    "max-diagnostics", .value("N", .nothing), "print at most N findings")
  static let inputName = CommandOption(
    "stdin-filename", .value("NAME", .files), "what to call standard input in messages")
  static let strict = CommandOption("strict", .flag(byDefault: false), "let warnings count as errors")
  static let targetVersion = CommandOption(
    "target-version", .value("VERSION", .nothing), "the release of Nomad that the jobs are meant for")
  static let rule = CommandOption(
    "rule", .value("ID=error|warning|info|off", .nothing), "set the severity of a rule", isRepeatable: true)
}

extension OptionTable {
  /// What every command that reads jobs takes.
  static let forJobs = OptionTable([
    .variable, .variableFile, .strictVariables, .allowUnsetVariables, .fileAccess, .config, .targetVersion,
    .memoryOversubscription,
    .inputName,
  ])
  /// What every command that prints findings takes.
  static let forReports = OptionTable([.strict, .rule, .maxDiagnostics, .color, .quiet])
}
