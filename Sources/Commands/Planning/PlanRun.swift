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
    guard !arguments.operands.isEmpty || !cluster.displacedJobs.isEmpty else {
      throw Misuse("\"plan\" takes at least one job file")
    }
    let reading = try JobReading(arguments, in: world, supposing: whatIf.assumedCounts)
    var state = ClusterState(cluster.snapshot)
    for path in arguments.values(PlanCommand.running) { try reading.register(path, in: &state) }
    let questions = try arguments.values(PlanCommand.whyNot).map { text throws(Misuse) in
      try NodeQuestion(text, among: cluster.snapshot)
    }
    let before = state.use
    var jobs: [PlannedJob] = []
    let progress = ProgressLine("jobs", total: reading.files.count, in: world)
    for file in reading.files {
      jobs.append(try planned(file, reading, questions, &state))
      progress.advance()
    }
    progress.finish()
    let left = try planDisplaced(cluster.displacedJobs, questions, &jobs, &state)
    try checkAnswers(to: questions, in: jobs)
    let known = jobs.compactMap(\.job)
    let counts = known.count == jobs.count ? try whatIf.statements(for: known) : []
    return PlannedRun(
      jobs: jobs, nodeCount: state.nodes.count, readyCount: state.readyCount, capacity: state.capacity,
      before: before, after: state.use, whatIf: cluster.statements + left + counts, nodes: state.nodes)
  }

  private func planned(
    _ file: InputFile, _ reading: JobReading, _ questions: [NodeQuestion], _ state: inout ClusterState
  ) throws(Misuse) -> PlannedJob {
    let (analysis, registered) = try reading.analysis(of: file, on: &state)
    var planned = PlannedJob(
      name: file.name, diagnostics: analysis.diagnostics, sources: analysis.sources, job: analysis.job)
    guard !analysis.hasErrors, let validated = analysis.validatedJob else { return planned }
    try plan(validated, after: registered?.job, questions, &state, into: &planned)
    return planned
  }

  private func plan(
    _ validated: ValidatedJob, after running: Job?, _ questions: [NodeQuestion], _ state: inout ClusterState,
    into planned: inout PlannedJob
  ) throws(Misuse) {
    for question in questions {
      planned.answers += Scheduler().whyNot(question.node, group: question.group, job: validated, on: state)
    }
    var scheduler = Scheduler()
    scheduler.isIdeal = arguments.isOn(PlanCommand.ideal)
    scheduler.now = try arguments.moment(PlanCommand.now)
    planned.plan = scheduler.plan(validated, on: &state)
    planned.diff = JobDiff(from: running, to: validated.job)
    if let plan = planned.plan { planned.diff = planned.diff?.counting(plan) }
  }

  /// Plans the jobs that are not given, but have to move, as the snapshot holds them; says which ones it does not hold.
  private func planDisplaced(
    _ names: [SupposedCluster.JobName], _ questions: [NodeQuestion], _ jobs: inout [PlannedJob],
    _ state: inout ClusterState
  ) throws(Misuse) -> [String] {
    var unknown: [String] = []
    for name in names {
      let isGiven = jobs.contains { $0.job?.id == name.id && ($0.job?.namespace ?? "default") == name.namespace }
      if isGiven { continue }
      guard let registered = state.registeredVersion(namespace: name.namespace, id: name.id),
        let validated = Validator.validate(CheckedJob(registered.job)).job
      else {
        unknown.append("\"\(name.id)\"")
        continue
      }
      var planned = PlannedJob(
        name: "job \"\(name.id)\" as it runs", diagnostics: [], sources: SourceSet(), job: registered.job)
      try plan(validated, after: registered.job, questions, &state, into: &planned)
      jobs.append(planned)
    }
    guard !unknown.isEmpty else { return [] }
    let list = unknown.prefix(5).joined(separator: ", ") + (unknown.count > 5 ? " and \(unknown.count - 5) more" : "")
    if jobs.isEmpty {
      throw Misuse(
        "no job file is given, and the snapshot does not hold the jobs that would have to move: \(list)",
        hint: "give the job files, or allocations with their jobs")
    }
    return ["not planned, because the snapshot does not hold the job: \(list)"]
  }

  /// A question about a group that no job has is wrong use; of several jobs one has to have it.
  private func checkAnswers(to questions: [NodeQuestion], in jobs: [PlannedJob]) throws(Misuse) {
    let known = jobs.compactMap(\.job)
    guard jobs.allSatisfy({ !$0.isInvalid }) else { return }
    for question in questions {
      guard let group = question.group, !known.contains(where: { $0.groups.contains { $0.name == group } }) else {
        continue
      }
      let nearest = NameSuggestion.nearest(to: group, among: known.flatMap { $0.groups.map(\.name) })
      throw Misuse(
        "no group is called \"\(group)\", as in \"--why-not \(question.text)\"",
        hint: nearest.map { "did you mean \"\($0)\"?" } ?? WhatIfFlags.groups(of: known))
    }
  }
}

/// What `--why-not` asks: about a node, and a group of it or all.
struct NodeQuestion {
  var text: String
  var node: Int
  var group: String?

  /// `NODE` or `NODE:GROUP`; a name may hold colons itself.
  init(_ text: String, among snapshot: ClusterSnapshot) throws(Misuse) {
    self.text = text
    do throws(UnknownNode) {
      node = try snapshot.nodeNumber(of: text)
    } catch let whole {
      guard let colon = text.lastIndex(of: ":") else { throw Misuse(whole.message, hint: whole.hint) }
      do throws(UnknownNode) {
        node = try snapshot.nodeNumber(of: String(text[..<colon]))
        group = String(text[text.index(after: colon)...])
      } catch {
        throw Misuse(error.message, hint: error.hint)
      }
    }
  }
}
