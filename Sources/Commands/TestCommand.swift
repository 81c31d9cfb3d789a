import HCLParser
import Planner

/// `jobtool test`.
struct TestCommand: Command {
  let name = "test"
  let summary = "run placement tests: cases of jobs, nodes and what is to come of them"
  let operands = "[PATH…]"
  let details = """
    Runs the cases of test files: each names jobs and a cluster, may suppose something ("what_if"), and says what is expected of the plan. See docs/placement-tests.md.
    PATH is a test file, or a folder to search for files called *.test.hcl; without one, the current folder is searched. Paths in a test file start from its own folder.
    Exit codes: 0 all cases pass, 1 one fails, 2 one cannot be run.
    """

  static let format = CommandOption("format", .choice(["text", "json", "junit"]), "how to print the results")
  static let filter = CommandOption("filter", .value("TEXT", .nothing), "run the cases whose name holds TEXT")
  static let suffix = ".test.hcl"

  let options = OptionTable([
    format, filter, .variable, .variableFile, .fileAccess, .config, .targetVersion, .rule, .color, .quiet,
  ])

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    let operands = arguments.operands.isEmpty ? ["."] : arguments.operands
    if operands.contains("-") { throw Misuse("\"test\" reads no standard input; name a file") }
    var search = JobFileSearch(files: world.files)
    search.suffix = Self.suffix
    let found = search.files(for: operands)
    if let last = found.problems.last {
      for problem in found.problems.dropLast() { world.complain("jobtool: \(problem)") }
      throw Misuse(last)
    }
    var run = PlacementTestRun(arguments, in: world)
    let progress = ProgressLine("test files", total: found.files.count, in: world)
    var results: [PlacementTestRun.FileResult] = []
    for file in found.files {
      results.append(try run.run(file.name, filter: arguments.value(Self.filter)))
      progress.advance()
    }
    progress.finish()
    switch arguments.value(Self.format) {
    case "json": try world.print(PlacementTestJSON.text(results))
    case "junit": try world.print(PlacementTestReport().junit(results))
    default:
      try world.print(
        PlacementTestReport(
          style: world.style(arguments), width: world.excerptWidth, isQuiet: arguments.isOn(.quiet)
        ).text(results))
    }
    return Self.exitCode(results)
  }

  private static func exitCode(_ results: [PlacementTestRun.FileResult]) -> ExitCode {
    let statuses = results.flatMap { $0.cases.map(\.status) }
    if statuses.contains(.error) || results.contains(where: \.hasErrors) { return .misuse }
    return statuses.contains(.failed) ? .findings : .success
  }
}
