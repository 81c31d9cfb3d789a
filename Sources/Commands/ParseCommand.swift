import HCLParser
import JobSpec

/// `jobtool parse`: the job as written, in the API's form.
struct ParseCommand: Command {
  let name = "parse"
  let summary = "print a job file as API JSON"
  let operands = "PATH"
  let details = """
    Prints the job as "nomad job run -output" does: {"Job": {…}}, with what the file does not set left null.
    PATH is a file, or "-" for standard input. Findings go to standard error; with "--format json" they are printed in place of a job that is not valid.
    """
  var options: OptionTable {
    JobPrinting.options
  }

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    try JobPrinting(command: name, runsRules: false).run(arguments, in: world) { analysis in
      analysis.hasErrors ? nil : analysis.job
    }
  }
}

/// What `parse` and `expand` share: one file in, its job or what is wrong with it out.
struct JobPrinting {
  var command: String
  /// Whether the job is held to the server's rules.
  var runsRules = true

  static let format = CommandOption("format", .choice(["text", "json"]), "how to print findings")
  static let options = OptionTable([format, .maxDiagnostics, .color]) + .forJobs

  /// `job` gives what is to be printed, nil where the job is not valid; `text` gives its form, for the release that the
  /// user named.
  func run(
    _ arguments: ParsedArguments, in world: World, job: (JobAnalysis) -> Job?,
    text: (Job, JobAnalysis, NomadRelease?) -> String = { job, _, _ in JobJSON.text(job) }
  ) throws -> ExitCode {
    guard let operand = arguments.operands.first, arguments.operands.count == 1 else {
      throw Misuse("\"\(command)\" takes one job file, got \(arguments.operands.count)")
    }
    let file: InputFile =
      operand == "-" ? .standardInput(name: arguments.value(.inputName) ?? "<stdin>") : .path(operand)
    let loading = try JobLoading(arguments, in: world)
    let bytes: [UInt8]
    switch world.load(file) {
    case .success(let content): bytes = content.bytes
    case .failure(let unreadable): throw Misuse(unreadable)
    }
    var input = loading.input(file, bytes)
    input.runsRules = runsRules
    input.rules = try SettingsTable(arguments, for: [file], in: world).rules(for: file)
    input.randomBytes = world.randomBytes
    let analysis = JobAnalysis(of: input)
    let report = RunReport(files: [
      FileReport(name: file.name, diagnostics: analysis.diagnostics, sources: analysis.sources)
    ])
    var output = try ReportOutput(arguments, world, format: Self.format)
    guard let job = job(analysis) else {
      if output.format == .json {
        try world.print(output.text(report))
      } else {
        output.style = world.terminal.errorIsTerminal ? output.style : .plain
        world.writeError(Array(output.text(report).utf8))
      }
      return .findings
    }
    if output.format == .text, !analysis.diagnostics.isEmpty {
      output.style = world.terminal.errorIsTerminal ? output.style : .plain
      world.writeError(Array(output.text(report).utf8))
    }
    try world.print(text(job, analysis, input.rules.target))
    return .success
  }
}
