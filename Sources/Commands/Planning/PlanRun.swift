import HCLParser
import JobSpec
import Planner

/// A run of the planner as the arguments of `plan` ask for it. Nothing of the result is printed here.
struct PlanRun {
  let arguments: ParsedArguments
  let world: World

  init(_ arguments: ParsedArguments, in world: World) {
    self.arguments = arguments
    self.world = world
  }

  /// Plans all jobs given; on `snapshot` where the caller has read it already.
  func run(on snapshot: ClusterSnapshot? = nil) throws -> PlannedRun {
    let whatIf = try WhatIfFlags(arguments)
    var cluster = try whatIf.applied(
      to: try snapshot ?? SnapshotLoading(arguments, in: world, for: "plan").usable())
    if let text = arguments.value(.targetVersion) {
      cluster.snapshot.settings.traits = SchedulerTraits(NomadRelease(text))
    }
    guard !arguments.operands.isEmpty else { throw Misuse("\"plan\" takes at least one job file") }
    let reading = try JobReading(arguments, in: world, supposing: whatIf.assumedCounts)
    var state = ClusterState(cluster.snapshot)
    for path in arguments.values(PlanCommand.running) { try reading.register(path, in: &state) }
    let before = state.use
    var jobs: [PlannedJob] = []
    let progress = ProgressLine("jobs", total: reading.files.count, in: world)
    for file in reading.files {
      jobs.append(try planned(file, reading, &state))
      progress.advance()
    }
    progress.finish()
    let known = jobs.compactMap(\.job)
    let counts = known.count == jobs.count ? try whatIf.statements(for: known) : []
    return PlannedRun(
      jobs: jobs, nodeCount: state.nodes.count, readyCount: state.readyCount, capacity: state.capacity,
      before: before, after: state.use, whatIf: cluster.statements + counts, nodes: state.nodes)
  }

  private func planned(
    _ file: InputFile, _ reading: JobReading, _ state: inout ClusterState
  ) throws(Misuse) -> PlannedJob {
    let (analysis, registered) = try reading.analysis(of: file, on: &state)
    var planned = PlannedJob(
      name: file.name, diagnostics: analysis.diagnostics, sources: analysis.sources, job: analysis.job)
    guard !analysis.hasErrors, let validated = analysis.validatedJob else { return planned }
    let job = validated.job
    for question in arguments.values(PlanCommand.whyNot) {
      planned.answers += try answers(question, validated, on: state)
    }
    var scheduler = Scheduler()
    scheduler.isIdeal = arguments.isOn(PlanCommand.ideal)
    scheduler.now = try arguments.moment(PlanCommand.now)
    planned.plan = scheduler.plan(validated, on: &state)
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
}
