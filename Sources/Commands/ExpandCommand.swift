import HCLParser
import JobSpec
import Planner

/// `jobtool expand`: the job as the server would store it.
struct ExpandCommand: Command {
  let name = "expand"
  let summary = "print a job as the server would store it"
  let operands = "PATH"
  let details = """
    Prints the job with everything that the server adds: defaults, implied constraints, injected sidecars, generated expose paths and ports.
    "--diff" prints only what the server added, by the line of the file that caused it. "--env" prints the variables about networks that each task will find, and where their values come from; with "--nodes" the values that a first instance would get there.
    PATH is a file, or "-" for standard input. Findings go to standard error; with "--format json" they are printed in place of a job that is not valid.
    """

  private static var diff: CommandOption {
    CommandOption("diff", .flag(byDefault: false), "print what the server added, and what caused it")
  }
  private static var environment: CommandOption {
    CommandOption("env", .flag(byDefault: false), "print the network environment of each task")
  }
  private static var verbose: CommandOption {
    CommandOption(
      "verbose", .flag(byDefault: false),
      "say more: defaults that switch nothing on, tasks that force a pause container")
  }

  var options: OptionTable {
    OptionTable([Self.diff, Self.environment, Self.verbose] + CommandOption.snapshotFiles) + JobPrinting.options
  }

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    let (showsDiff, showsEnvironment) = (arguments.isOn(Self.diff), arguments.isOn(Self.environment))
    if showsDiff, showsEnvironment {
      throw Misuse("\"--diff\" and \"--env\" print different things: give one of them")
    }
    let cluster = try cluster(arguments, in: world)
    let isVerbose = arguments.isOn(Self.verbose)
    let isJSON = arguments.value(JobPrinting.format) == "json"
    return try JobPrinting(command: name).run(
      arguments, in: world, job: { $0.hasErrors ? nil : $0.validatedJob?.job },
      text: { job, analysis, target in
        if showsDiff {
          let diff = ExpansionDiff(from: analysis.job ?? job, to: job)
          var output = ExpansionDiffOutput(job: job, diff: diff, sources: analysis.sources, isVerbose: isVerbose)
          return isJSON ? output.json : output.text
        }
        let instances = cluster.map { PlannedInstances(of: analysis.validatedJob, on: $0) }
        let environments = TaskEnvironment.all(
          in: job, for: target ?? .baseline, planned: instances?.ports ?? [:])
        var output = EnvironmentOutput(
          environments: environments, sources: analysis.sources, isVerbose: isVerbose, instances: instances)
        if showsEnvironment { return isJSON ? output.json : output.text }
        // The job is for programs: what is said of it goes beside it.
        if isVerbose { for note in output.pauseNotes { world.complain(note) } }
        return JobJSON.text(job)
      })
  }
  /// The cluster whose values are wanted, if any.
  private func cluster(_ arguments: ParsedArguments, in world: World) throws(Misuse) -> ClusterSnapshot? {
    guard let given = CommandOption.snapshotFiles.first(where: { arguments.has($0) }) else { return nil }
    guard arguments.isOn(Self.environment) else {
      throw Misuse("flag \"--\(given.name)\" is for \"--env\": the values that tasks would find on those nodes")
    }
    let inputs = arguments.operands + CommandOption.snapshotFiles.flatMap { arguments.values($0) }
    if inputs.count(where: { $0 == "-" }) > 1 { throw Misuse("standard input can be read only once") }
    return try SnapshotLoading(arguments, in: world, for: name).usable()
  }
}

/// The first new instance of each group, as planned on a cluster.
struct PlannedInstances {
  /// By group: the instance's name, and its node's.
  private(set) var names: [String: (allocation: String, node: String)] = [:]
  /// By group.
  private(set) var ports: [String: PlannedPorts] = [:]

  init(of job: ValidatedJob?, on cluster: ClusterSnapshot) {
    guard let job else { return }
    var scheduler = Scheduler()
    scheduler.explainsFailures = false
    var state = ClusterState(cluster)
    let plan = scheduler.plan(job, on: &state)
    for placement in plan.placements + plan.updates where names[placement.group] == nil {
      names[placement.group] = (placement.name, placement.nodeName)
      func planned(_ port: Allotment.Port) -> PlannedPorts.Port {
        PlannedPorts.Port(label: port.label, value: port.value, hostIP: port.hostIP)
      }
      var tasks: [String: [PlannedPorts.Port]] = [:]
      for task in placement.allotment.tasks { tasks[task.name] = task.network?.ports.map(planned) }
      ports[placement.group] = PlannedPorts(group: placement.allotment.ports.map(planned), tasks: tasks)
    }
  }
}
