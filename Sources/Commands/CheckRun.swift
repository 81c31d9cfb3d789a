import HCLFormat
import HCLParser
import JobSpec

/// What `validate` and `lint` share: files in, findings out.
struct CheckRun {
  /// `lint` adds advice and the layout.
  var givesAdvice: Bool
  var arguments: ParsedArguments
  var world: World

  static let format = CommandOption(
    "format", .choice(ReportOutput.Format.allCases.map(\.rawValue)), "how to print findings")
  static let syntaxOnly = CommandOption("syntax-only", .flag(byDefault: false), "stop after parsing")

  func run() throws -> ExitCode {
    let output = try ReportOutput(arguments, world, format: Self.format)
    let baseline = try Baseline(arguments, in: world)
    let search = JobFileSearch(files: world.files, inputName: arguments.value(.inputName) ?? "<stdin>")
    let found = search.files(for: arguments.operands.isEmpty ? ["."] : arguments.operands)
    for problem in found.problems { world.complain("jobtool: \(problem)") }
    let settings = try SettingsTable(arguments, for: found.files, in: world)
    let loading = try JobLoading(arguments, in: world)

    let outcomes = check(found.files, loading, settings)
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
    let fixed = arguments.isOn(.fix) ? FixRun(world: world).write(&report, found.files) : FixRun.Outcome()
    for problem in fixed.problems {
      world.complain("jobtool: \(problem)")
      code = .misuse
    }
    let known = baseline?.remove(from: &report) ?? 0
    try world.print(output.text(report, fixed: fixed.count, known: known))
    return code.joined(with: report.exitCode)
  }

  private func check(
    _ files: [InputFile], _ loading: JobLoading, _ settings: SettingsTable
  ) -> [Result<FileReport, Unreadable>] {
    let isSyntaxOnly = arguments.isOn(Self.syntaxOnly)
    let isFixing = arguments.isOn(.fix)
    let allowsUnsafe = arguments.isOn(.unsafe)
    let progress = ProgressLine("files", total: files.count, in: world)
    defer { progress.finish() }
    return Parallel.map(files, threads: world.threads) { [world, givesAdvice] file in
      defer { progress.advance() }
      return world.load(file).map { content in
        if isSyntaxOnly { return Self.parsed(file, content.bytes, isStrict: settings.isStrict(for: file)) }
        let check = FileCheck(
          file: file, loading: loading, rules: settings.rules(for: file), isStrict: settings.isStrict(for: file),
          givesAdvice: givesAdvice)
        guard isFixing else { return check.report(content.bytes) }
        return check.fixed(content, allowsUnsafe: allowsUnsafe)
      }
    }
  }

  private static func parsed(_ file: InputFile, _ bytes: [UInt8], isStrict: Bool) -> FileReport {
    var sources = SourceSet()
    let source = sources.add(name: file.name, bytes: bytes)
    let diagnostics =
      JobReader.looksLikeJSON(bytes) ? JSONText(parsing: source).diagnostics : SyntaxTree(parsing: source).diagnostics
    return FileReport(name: file.name, diagnostics: diagnostics, sources: sources, isStrict: isStrict)
  }
}

/// Checks one file, and mends it where asked.
struct FileCheck: Sendable {
  var file: InputFile
  var loading: JobLoading
  var rules: RuleSettings
  var isStrict: Bool
  var givesAdvice: Bool

  func report(_ bytes: [UInt8]) -> FileReport {
    var input = loading.input(file, bytes)
    input.rules = rules
    input.givesAdvice = givesAdvice
    if givesAdvice { input.textCheck = { LayoutCheck.diagnostics(for: $0) } }
    let analysis = JobAnalysis(of: input)
    // Nobody will ask for the text of a file without findings; a run may have thousands.
    let sources = analysis.diagnostics.isEmpty ? SourceSet() : analysis.sources
    return FileReport(name: file.name, diagnostics: analysis.diagnostics, sources: sources, isStrict: isStrict)
  }

  /// Fixes may make others possible, and two at one place cannot be made at once: as many rounds as it takes, but no more
  /// than this.
  private static let rounds = 20

  /// The report of the file as it is after its fixes, with the new text to be written.
  func fixed(_ content: FileContent, allowsUnsafe: Bool) -> FileReport {
    var bytes = content.bytes
    var report = report(bytes)
    var count = 0
    for _ in 0..<Self.rounds {
      let round = FixRound(report, bytes, allowsUnsafe: allowsUnsafe)
      guard round.count > 0 else { break }
      let after = self.report(round.bytes)
      // A fix that breaks the file is worse than the finding.
      guard !after.hasMoreErrors(than: report) else { break }
      bytes = round.bytes
      report = after
      count += round.count
    }
    report.fix = count > 0 ? FileReport.Fixed(count: count, bytes: bytes, version: content.status.version) : nil
    return report
  }
}

/// Says that a file is not in canonical layout.
enum LayoutCheck {
  static let rule: RuleID = "layout-not-canonical"

  static func diagnostics(for tree: SyntaxTree) -> [Diagnostic] {
    guard let edits = tree.formattingEdits(), let first = edits.first else { return [] }
    return [
      Diagnostic(
        .warning, rule, "the file is not in canonical layout", at: first.range,
        detail: edits.count == 1 ? "" : "The first of \(edits.count) places that differ.",
        help: "\"jobtool fmt\" formats it", fixes: [Fix("format the file", edits: edits, isSafe: true)])
    ]
  }
}
