public import HCLParser

/// A job file, from text to the job the server would keep, with everything found on the way.
///
/// Never throws: whatever is wrong stands in `diagnostics`, and each further step is nil where its input is missing.
public struct JobAnalysis: Sendable {
  /// All texts of this run: the job file first, then variable files and assignments.
  public let sources: SourceSet
  /// The job file as a tree; nil for a job in JSON.
  public let tree: SyntaxTree?
  /// The job as written.
  public let job: Job?
  /// The job as the server keeps it: defaults, inheritance, implied constraints, sidecars. Nil where reading gave errors.
  public let expandedJob: Job?
  /// The expanded job, where nothing stands against it.
  public let validatedJob: ValidatedJob?
  /// The variables that the file declares, and their values.
  public let variables: VariableTable
  /// The locals that the file defines.
  public let locals: LocalTable
  /// Where values were passed over because a variable has none (`JobInput.allowsUnsetVariables`).
  public let skipped: [SourceRange]
  /// In source order, errors first where several begin at one place.
  public let diagnostics: [Diagnostic]

  /// Reads, expands and checks a job. Reads no disk, no clock and no environment: all that counts is in `input`.
  public init(of input: JobInput) {
    var read = JobReader.read(input)
    if !input.assumedCounts.isEmpty { read.job = read.job?.supposing(input.assumedCounts) }
    sources = read.sources
    tree = read.tree
    variables = read.variables
    locals = read.locals
    skipped = read.skipped
    job = read.job
    let earlier = read.diagnostics + (read.tree.flatMap { tree in input.textCheck.map { $0(tree) } } ?? [])
    let isSound = !read.diagnostics.contains { $0.severity == .error }
    let expanded = read.job.map { JobExpansion.expand($0, for: input.rules.target ?? .baseline) }
    expandedJob = isSound ? expanded : nil
    guard input.runsRules, let written = read.job, let expanded else {
      validatedJob = nil
      diagnostics = earlier.sorted(by: Diagnostic.inSourceOrder)
      return
    }
    // The rules run over a job with errors too, so that one run shows everything.
    let checked = CheckedJob(
      job: expanded, written: written, tree: read.tree, variables: read.variables, locals: read.locals,
      target: input.rules.target, running: input.running,
      allowsMemoryOversubscription: input.allowsMemoryOversubscription, forAdvice: input.givesAdvice)
    let outcome = Validator.validate(
      checked, settings: input.rules, advice: input.givesAdvice, after: earlier,
      unknown: read.skipped)
    validatedJob = isSound ? outcome.job : nil
    diagnostics = outcome.diagnostics
  }

  /// Whether anything stands against the job.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
