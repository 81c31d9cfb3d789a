import HCLParser
import JobSpec

/// `jobtool expand`: the job as the server would store it.
struct ExpandCommand: Command {
  let name = "expand"
  let summary = "print a job as the server would store it"
  let operands = "PATH"
  let details = """
    Prints the job with everything that the server adds: defaults, implied constraints, injected sidecars, generated expose paths and ports.
    "--diff" prints only what the server added, by the line of the file that caused it. "--env" prints the variables about networks that each task will find, and where their values come from.
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
    OptionTable([Self.diff, Self.environment, Self.verbose]) + JobPrinting.options
  }

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    let (showsDiff, showsEnvironment) = (arguments.isOn(Self.diff), arguments.isOn(Self.environment))
    if showsDiff, showsEnvironment {
      throw Misuse("\"--diff\" and \"--env\" print different things: give one of them")
    }
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
        let environments = TaskEnvironment.all(in: job, for: target ?? .baseline)
        var output = EnvironmentOutput(environments: environments, sources: analysis.sources, isVerbose: isVerbose)
        if showsEnvironment { return isJSON ? output.json : output.text }
        // The job is for programs: what is said of it goes beside it.
        if isVerbose { for note in output.pauseNotes { world.complain(note) } }
        return JobJSON.text(job)
      })
  }
}
