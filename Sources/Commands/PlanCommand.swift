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
    "--drain", "--without", "--add-nodes" with "--like" and "--set-count" suppose something first: what if this node went away?
    Exit code 3 means that the job is valid and an allocation cannot be placed.
    """

  static let format = CommandOption("format", .choice(["text", "json", "html"]), "how to print the plan")
  static let running = CommandOption(
    "running", .value("FILE", .files), "the version of the job that is registered now", isRepeatable: true)
  static let diff = CommandOption("diff", .flag(byDefault: true), "do not show what differs from the running version")
  static let verbose = CommandOption("verbose", .flag(byDefault: false), "show more: unchanged parts, every node")
  static let whyNot = CommandOption(
    "why-not", .value("NODE[:GROUP]", .nothing), "say why a node gets no instance, or how it fared", isRepeatable: true)
  static let ideal = CommandOption(
    "ideal", .flag(byDefault: false), "plan without the quirks of Nomad's scheduler, as its documentation has it")
  static let now = CommandOption(
    "now", .value("TIME", .nothing),
    "plan for this moment (RFC 3339): what failed a moment ago may have to wait; without it nothing waits")
  static let output = CommandOption("output", .value("FILE", .files), "write the plan to a file")
  static let nomadExitCodes = CommandOption(
    "nomad-exit-codes", .flag(byDefault: false),
    "exit as Nomad does: 0 nothing changes, 1 something is created or destroyed, 255 error")

  var options: OptionTable {
    OptionTable(
      CommandOption.cluster + [Self.running] + CommandOption.whatIf + [
        Self.diff, Self.verbose, Self.whyNot, Self.ideal, Self.now, Self.format, Self.output, Self.nomadExitCodes,
        .rule, .color,
        .quiet,
      ])
      + .forJobs
  }

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
    let run = try PlanRun(arguments, in: world).run()
    try write(run, arguments, in: world)
    return (Self.exitCode(of: run.jobs), run.jobs.contains(where: \.changesSomething))
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
