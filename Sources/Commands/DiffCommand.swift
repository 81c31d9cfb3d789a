import HCLParser
import JobSpec

/// `jobtool diff`: two versions of a job compared.
struct DiffCommand: Command {
  let name = "diff"
  let summary = "compare two versions of a job, as \"nomad job plan\" does"
  let operands = "OLD NEW"
  let details = """
    Compares what the server would store, defaults included, and says of every change what it does to running tasks. No cluster is asked; "plan --running OLD NEW" also counts the allocations.
    OLD and NEW are job files, in HCL or JSON; one of them may be "-" for standard input.
    Exit codes are those of diff(1): 0 the jobs are equal, 1 they differ, 2 error.
    """

  static let format = CommandOption("format", .choice(["text", "json"]), "how to print the difference")
  static let verbose = CommandOption(
    "verbose", .flag(byDefault: false), "show unchanged parts, and all of what is added or removed")

  var options: OptionTable { OptionTable([Self.format, Self.verbose, .color]) + .forJobs }

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    guard arguments.operands.count == 2 else {
      throw Misuse("\"diff\" takes two job files, got \(arguments.operands.count)")
    }
    if arguments.operands.allSatisfy({ $0 == "-" }) { throw Misuse("standard input can be read only once") }
    let loading = try JobLoading(arguments, in: world)
    let old = try job(arguments.operands[0], arguments, loading, in: world)
    let new = try job(arguments.operands[1], arguments, loading, in: world)
    let diff = JobDiff(from: old, to: new)
    if arguments.value(Self.format) == "json" {
      try world.print(JSONWriter.text(diff.json, layout: .indented(2)) + "\n")
    } else if diff.kind != .none || arguments.isOn(Self.verbose) {
      try world.print(
        JobDiffText.text(diff, isVerbose: arguments.isOn(Self.verbose), isStyled: world.style(arguments) == .coloured))
    }
    return diff.kind == .none ? .success : .findings
  }

  /// A job as the server would store it. Rules are not asked: an invalid version may be compared too.
  private func job(
    _ operand: String, _ arguments: ParsedArguments, _ loading: JobLoading, in world: World
  ) throws -> Job {
    let file: InputFile =
      operand == "-" ? .standardInput(name: arguments.value(.inputName) ?? "<stdin>") : .path(operand)
    let bytes: [UInt8]
    switch world.load(file) {
    case .success(let content): bytes = content.bytes
    case .failure(let unreadable): throw Misuse(unreadable)
    }
    var input = loading.input(file, bytes)
    input.runsRules = false
    input.rules = try SettingsTable(arguments, for: [file], in: world).rules(for: file)
    let analysis = JobAnalysis(of: input)
    guard !analysis.hasErrors, let job = analysis.expandedJob else {
      let style: TextStyle = world.terminal.errorIsTerminal ? world.style(arguments) : .plain
      let errors = analysis.diagnostics.filter { $0.severity == .error }
      let report = FileReport(name: file.name, diagnostics: errors, sources: analysis.sources)
      world.writeError(Array(ReportOutput(style: style, isQuiet: true).text(RunReport(files: [report])).utf8))
      throw Misuse("the job in \"\(file.name)\" cannot be compared; see above")
    }
    return job
  }
}
