import HCLParser
import JobSpec

/// `jobtool validate`.
struct ValidateCommand: Command {
  let name = "validate"
  let summary = "check job files as the server would, without one"
  let operands = "[PATH…]"
  let details = """
    Checks syntax, names, types, and every rule that the server would apply to a job.
    PATH is a file, a folder to search, or "-" for standard input; without one, the current folder is searched.
    """

  static let format = CommandOption(
    "format", .choice(ReportOutput.Format.allCases.map(\.rawValue)), "how to print findings")
  static let syntaxOnly = CommandOption("syntax-only", .flag(byDefault: false), "stop after parsing")

  let options = OptionTable([Self.format, Self.syntaxOnly]) + .forReports + .forJobs

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    let output = try ReportOutput(arguments, world, format: Self.format)
    let search = JobFileSearch(files: world.files, inputName: arguments.value(.inputName) ?? "<stdin>")
    let found = search.files(for: arguments.operands.isEmpty ? ["."] : arguments.operands)
    for problem in found.problems { world.complain("jobtool: \(problem)") }

    let loading = try JobLoading(arguments, in: world)
    let isSyntaxOnly = arguments.isOn(Self.syntaxOnly)
    let progress = ProgressLine("files", total: found.files.count, in: world)
    let outcomes = Parallel.map(found.files, threads: world.threads) { file in
      defer { progress.advance() }
      return world.load(file).map { content in
        isSyntaxOnly ? Self.parsed(file, content.bytes) : Self.analysed(file, loading.input(file, content.bytes))
      }
    }
    progress.finish()
    var report = RunReport(files: [])
    var code = found.problems.isEmpty ? ExitCode.success : .misuse
    for outcome in outcomes {
      switch outcome {
      case .success(let file): report.files.append(file)
      case .failure(let unreadable):
        world.complain("jobtool: \(unreadable.message)")
        code = .misuse
      }
    }
    try world.print(output.text(report))
    return code.joined(with: report.exitCode(isStrict: arguments.isOn(.strict)))
  }

  private static func analysed(_ file: InputFile, _ input: JobInput) -> FileReport {
    let analysis = JobAnalysis(of: input)
    return FileReport(name: file.name, diagnostics: analysis.diagnostics, sources: analysis.sources)
  }

  private static func parsed(_ file: InputFile, _ bytes: [UInt8]) -> FileReport {
    var sources = SourceSet()
    let source = sources.add(name: file.name, bytes: bytes)
    let diagnostics =
      JobReader.looksLikeJSON(bytes) ? JSONText(parsing: source).diagnostics : SyntaxTree(parsing: source).diagnostics
    return FileReport(name: file.name, diagnostics: diagnostics, sources: sources)
  }
}

extension ReportOutput {
  init(_ arguments: ParsedArguments, _ world: World, format: CommandOption) throws(Misuse) {
    self.init(
      format: arguments.value(format).flatMap(Format.init) ?? .text, style: world.style(arguments),
      width: world.terminal.width.map { max(40, $0 - 12) } ?? 120, isQuiet: arguments.isOn(.quiet),
      isStrict: arguments.isOn(.strict), limit: try arguments.count(.maxDiagnostics))
  }
}
