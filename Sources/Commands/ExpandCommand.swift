import JobSpec

/// `jobtool expand`: the job as the server would store it.
struct ExpandCommand: Command {
  let name = "expand"
  let summary = "print a job as the server would store it"
  let operands = "PATH"
  let details = """
    Prints the job with everything that the server adds: defaults, implied constraints, injected sidecars, generated expose paths and ports.
    PATH is a file, or "-" for standard input. Findings go to standard error; with "--format json" they are printed in place of a job that is not valid.
    """
  var options: OptionTable {
    JobPrinting.options
  }

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    try JobPrinting(command: name).run(arguments, in: world) { analysis in
      analysis.hasErrors ? nil : analysis.validatedJob?.job
    }
  }
}
