import HCLParser
import JobSpec
import Planner

/// The job files of a command that plans: found, and read one by one as the cluster's state asks for.
struct JobReading {
  let files: [InputFile]
  private let world: World
  private let loading: JobLoading
  private let settings: SettingsTable
  private let assumedCounts: [JobInput.AssumedCount]

  init(
    _ arguments: ParsedArguments, in world: World, supposing counts: [JobInput.AssumedCount] = []
  ) throws {
    self.world = world
    assumedCounts = counts
    let fromInput = arguments.operands + CommandOption.snapshotFiles.flatMap { arguments.values($0) }
    if fromInput.count(where: { $0 == "-" }) > 1 { throw Misuse("standard input can be read only once") }
    let search = JobFileSearch(
      files: world.files, inputName: arguments.value(.inputName) ?? "<stdin>", keepsDoubles: true)
    let found = search.files(for: arguments.operands)
    if let last = found.problems.last {
      for problem in found.problems.dropLast() { world.complain("jobtool: \(problem)") }
      throw Misuse(last)
    }
    files = found.files
    loading = try JobLoading(arguments, in: world)
    settings = try SettingsTable(arguments, for: found.files, in: world)
  }

  /// A job held to the server's rules, and the version of it that counts as registered.
  func analysis(
    of file: InputFile, on state: inout ClusterState
  ) throws(Misuse) -> (analysis: JobAnalysis, registered: RegisteredJob?) {
    var input = try input(file)
    input.rules = settings.rules(for: file)
    input.assumedCounts = assumedCounts
    // The flag is in the cluster's settings already, and beats its configuration there.
    input.allowsMemoryOversubscription = state.snapshot.settings.allowsMemoryOversubscription
    var analysis = JobAnalysis(of: input)
    let registered = analysis.expandedJob.flatMap { state.registeredVersion(of: $0) }
    if let registered {
      // Some changes of a running job are refused: look again, now that the job has told which one it is.
      input.running = registered.job
      analysis = JobAnalysis(of: input)
    }
    return (analysis, registered)
  }

  /// Takes a job file as the version that runs now.
  func register(_ path: String, in state: inout ClusterState) throws(Misuse) {
    let analysis = JobAnalysis(of: try input(.path(path)))
    guard !analysis.hasErrors, let job = analysis.expandedJob else {
      let report = FileReport(name: path, diagnostics: analysis.diagnostics, sources: analysis.sources)
      world.writeError(Array(ReportOutput(isQuiet: true).text(RunReport(files: [report])).utf8))
      throw Misuse("the running version in \"\(path)\" cannot be used; see above")
    }
    state.register(job, version: job.version, modifyIndex: job.jobModifyIndex ?? job.modifyIndex ?? 0)
  }

  private func input(_ file: InputFile) throws(Misuse) -> JobInput {
    switch world.load(file) {
    case .success(let content): return loading.input(file, content.bytes)
    case .failure(let unreadable): throw Misuse(unreadable)
    }
  }
}
