import HCLParser
import JobSpec
import Planner

/// `jobtool plan`.
struct PlanCommand: Command {
  let name = "plan"
  let summary = "dry-run the scheduler over node snapshots"
  let operands = "PATH…"
  let details = """
    Says where the allocations of a job would go on the given nodes, and why others have no place and what would help.
    Several jobs are planned in the order given, each seeing what the earlier ones placed. Every feasible node is scored and the best wins; ties go to the node that stands first, so the answer is the same on every run.
    Exit code 3 means that the job is valid and an allocation cannot be placed.
    """

  static let format = CommandOption("format", .choice(["text", "json", "html"]), "how to print the plan")
  static let running = CommandOption(
    "running", .value("FILE", .files), "the version of the job that is registered now", isRepeatable: true)
  static let diff = CommandOption("diff", .flag(byDefault: true), "do not show what differs from the running version")
  static let verbose = CommandOption("verbose", .flag(byDefault: false), "show more: unchanged parts, every node")
  static let whyNot = CommandOption(
    "why-not", .value("NODE[:GROUP]", .nothing), "say why a node gets no instance, or how it fared", isRepeatable: true)
  static let output = CommandOption("output", .value("FILE", .files), "write the plan to a file")
  static let nomadExitCodes = CommandOption(
    "nomad-exit-codes", .flag(byDefault: false),
    "exit as Nomad does: 0 nothing changes, 1 something is created or destroyed, 255 error")

  let options =
    OptionTable(
      CommandOption.cluster + [running, diff, verbose, whyNot, format, output, nomadExitCodes, .rule, .color, .quiet])
    + .forJobs

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    guard arguments.isOn(Self.nomadExitCodes) else { return try plan(arguments, in: world).code }
    do {
      let outcome = try plan(arguments, in: world)
      if outcome.code == .misuse || outcome.code == .findings { return .nomadError }
      return outcome.changesSomething ? .findings : .success
    } catch let misuse as Misuse where !misuse.isHelpWanted {
      world.complain("jobtool: \(misuse.message)")
      return .nomadError
    }
  }

  private func plan(_ arguments: ParsedArguments, in world: World) throws -> (code: ExitCode, changesSomething: Bool) {
    let loaded = try SnapshotLoading(arguments, in: world).load()
    if !loaded.report.diagnostics.isEmpty, !arguments.isOn(.quiet) {
      let style: TextStyle = world.terminal.errorIsTerminal ? world.style(arguments) : .plain
      let text = ReportOutput(style: style, isQuiet: true).text(RunReport(files: [loaded.report]))
      world.writeError(Array(text.utf8))
    }
    if loaded.report.diagnostics.contains(where: { $0.severity == .error }) {
      throw Misuse("the snapshot of the cluster cannot be used; see above")
    }
    guard !arguments.operands.isEmpty else { throw Misuse("\"plan\" takes at least one job file") }
    let fromInput = arguments.operands + CommandOption.snapshotFiles.flatMap { arguments.values($0) }
    if fromInput.count(where: { $0 == "-" }) > 1 { throw Misuse("standard input can be read only once") }
    let search = JobFileSearch(
      files: world.files, inputName: arguments.value(.inputName) ?? "<stdin>", keepsDoubles: true)
    let found = search.files(for: arguments.operands)
    for problem in found.problems { world.complain("jobtool: \(problem)") }
    if !found.problems.isEmpty { return (.misuse, false) }

    let loading = try JobLoading(arguments, in: world)
    let settings = try SettingsTable(arguments, for: found.files, in: world)
    var state = ClusterState(loaded.snapshot)
    for path in arguments.values(Self.running) { try register(path, loading, in: world, &state) }
    let before = state.use
    var jobs: [PlannedJob] = []
    let progress = ProgressLine("jobs", total: found.files.count, in: world)
    for file in found.files {
      jobs.append(try planned(file, arguments, loading, settings, in: world, &state))
      progress.advance()
    }
    progress.finish()
    let run = PlannedRun(
      jobs: jobs, nodeCount: state.nodes.count, readyCount: state.readyCount, capacity: state.capacity,
      before: before, after: state.use)
    try write(run, arguments, in: world)
    return (Self.exitCode(of: jobs), jobs.contains(where: \.changesSomething))
  }

  private func planned(
    _ file: InputFile, _ arguments: ParsedArguments, _ loading: JobLoading, _ settings: SettingsTable,
    in world: World, _ state: inout ClusterState
  ) throws(Misuse) -> PlannedJob {
    var input = try input(file, loading, in: world)
    input.rules = settings.rules(for: file)
    var analysis = JobAnalysis(of: input)
    let registered = analysis.expandedJob.flatMap { state.registeredVersion(of: $0) }
    if let registered {
      // Some changes of a running job are refused: look again, now that the job has told which one it is.
      input.running = registered.job
      analysis = JobAnalysis(of: input)
    }
    var planned = PlannedJob(
      name: file.name, diagnostics: analysis.diagnostics, sources: analysis.sources, job: analysis.job)
    guard !analysis.hasErrors, let validated = analysis.validatedJob else { return planned }
    let job = validated.job
    for question in arguments.values(Self.whyNot) {
      planned.answers += try answers(question, validated, on: state)
    }
    planned.plan = Scheduler().plan(validated, on: &state)
    planned.diff = JobDiff(from: registered?.job, to: job)
    if let plan = planned.plan { planned.diff = planned.diff?.counting(plan) }
    return planned
  }

  /// Answers about one node: `NODE`, or `NODE:GROUP` for one group.
  private func answers(_ question: String, _ job: ValidatedJob, on state: ClusterState) throws(Misuse) -> [NodeAnswer] {
    let scheduler = Scheduler()
    var answers = scheduler.whyNot(question, job: job, on: state)
    if answers.isEmpty, let colon = question.lastIndex(of: ":") {
      answers = scheduler.whyNot(
        String(question[..<colon]), group: String(question[question.index(after: colon)...]), job: job, on: state)
    }
    if answers.isEmpty { throw Misuse("no node or group is called as in \"--why-not \(question)\"") }
    return answers
  }

  /// Takes a job file as the version that runs now.
  private func register(
    _ path: String, _ loading: JobLoading, in world: World, _ state: inout ClusterState
  ) throws(Misuse) {
    let analysis = JobAnalysis(of: try input(.path(path), loading, in: world))
    guard !analysis.hasErrors, let job = analysis.expandedJob else {
      let report = FileReport(name: path, diagnostics: analysis.diagnostics, sources: analysis.sources)
      world.writeError(Array(ReportOutput(isQuiet: true).text(RunReport(files: [report])).utf8))
      throw Misuse("the running version in \"\(path)\" cannot be used; see above")
    }
    state.register(job, version: job.version ?? 0, modifyIndex: job.modifyIndex ?? 0)
  }

  private func input(_ file: InputFile, _ loading: JobLoading, in world: World) throws(Misuse) -> JobInput {
    switch world.load(file) {
    case .success(let content): return loading.input(file, content.bytes)
    case .failure(let unreadable): throw Misuse(unreadable.message)
    }
  }

  private func write(_ run: PlannedRun, _ arguments: ParsedArguments, in world: World) throws {
    let text: String
    switch arguments.value(Self.format) {
    case "json": text = PlanJSON.text(run, showsDifference: arguments.isOn(Self.diff))
    case "html": text = PlanHTML(showsDifference: arguments.isOn(Self.diff)).text(run)
    default:
      text = PlanReport(
        style: arguments.has(Self.output) ? .plain : world.style(arguments), width: world.excerptWidth,
        isVerbose: arguments.isOn(Self.verbose), showsDifference: arguments.isOn(Self.diff)
      ).text(run)
    }
    guard let path = arguments.value(Self.output) else {
      try world.print(text)
      return
    }
    do throws(FileFailure) {
      try world.files.write(path, Array(text.utf8))
    } catch {
      throw Misuse("cannot write \"\(path)\": \(error.message)")
    }
  }

  private static func exitCode(of jobs: [PlannedJob]) -> ExitCode {
    if jobs.contains(where: \.isInvalid) { return .findings }
    return jobs.contains { $0.plan.map { !$0.failures.isEmpty } ?? false } ? .unplaced : .success
  }
}

extension ExitCode {
  /// What Nomad exits with where a plan could not be made.
  fileprivate static let nomadError = ExitCode(rawValue: 255)
}
