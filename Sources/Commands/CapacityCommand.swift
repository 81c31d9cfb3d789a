import HCLParser
import JobSpec
import Planner

/// `jobtool capacity`.
struct CapacityCommand: Command {
  let name = "capacity"
  let summary = "say how many more instances of a job fit on a cluster"
  let operands = "PATH…"
  let details = """
    Says for each group how many more instances fit beside what runs, over which datacenters, classes and nodes they spread, and what stops the next one. Each group is asked for itself; nothing is pushed out to make room. System jobs run once on each node: for them it is the nodes that would take one.
    Instances are placed one after another as "plan" would place them, up to "--limit".
    Exit codes: 0 answered, 1 a job is not valid, 3 a group has room for fewer than "--at-least" asks.
    """

  static let format = CommandOption("format", .choice(["text", "json"]), "how to print the answer")
  static let limit = CommandOption("limit", .value("N", .nothing), "look for at most N instances (default: 1000)")
  static let atLeast = CommandOption(
    "at-least", .value("N", .nothing), "exit with code 3 where fewer than N more instances of a group fit")
  static let verbose = CommandOption("verbose", .flag(byDefault: false), "show every node")

  var options: OptionTable {
    OptionTable(
      CommandOption.cluster + CommandOption.clusterWhatIf + [
        Self.limit, Self.atLeast, Self.verbose, Self.format, .rule, .color, .quiet,
      ])
      + .forJobs
  }

  /// One job, and the room for it.
  struct Answer {
    var name: String
    var analysis: JobAnalysis
    /// Nil for an invalid job.
    var groups: [GroupCapacity]?
  }

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    let snapshot = try SnapshotLoading(arguments, in: world, for: name).usable()
    let cluster = try WhatIfFlags(arguments).applied(to: snapshot)
    guard !arguments.operands.isEmpty else { throw Misuse("\"capacity\" takes at least one job file") }
    let limit = try arguments.count(Self.limit) ?? 1000
    guard limit > 0 else { throw Misuse("flag \"--limit\" takes a number from 1, not \"\(limit)\"") }
    let least = try arguments.count(Self.atLeast)
    let reading = try JobReading(arguments, in: world)
    var state = ClusterState(cluster.snapshot)
    let answers = try reading.files.map { file throws(Misuse) in
      let analysis = try reading.analysis(of: file, on: &state).analysis
      let job = analysis.hasErrors ? nil : analysis.validatedJob
      return Answer(
        name: file.name, analysis: analysis,
        groups: job.map { Scheduler().capacity(of: $0, on: state, limit: max(limit, least ?? 0)) })
    }
    if arguments.value(Self.format) == "json" {
      try world.print(CapacityJSON.text(answers, on: state, whatIf: cluster.statements))
    } else {
      try world.print(text(answers, on: state, cluster.statements, arguments, in: world))
    }
    if answers.contains(where: { $0.groups == nil }) { return .findings }
    let tight = answers.flatMap { $0.groups ?? [] }.contains { $0.more < least ?? 0 }
    return tight ? .unplaced : .success
  }

  private func text(
    _ answers: [Answer], on state: ClusterState, _ whatIf: [String], _ arguments: ParsedArguments, in world: World
  ) -> String {
    let style = world.style(arguments)
    var parts = whatIf.isEmpty ? [] : [whatIf.map { "What if: \($0)\n" }.joined()]
    for answer in answers {
      guard let groups = answer.groups else {
        var renderer = DiagnosticText(answer.analysis.sources, style: style, width: world.excerptWidth)
        parts += answer.analysis.diagnostics.map { renderer.text(of: $0) }
        continue
      }
      let id = VisibleText.line(answer.analysis.expandedJob?.id ?? answer.name)
      parts.append(style.strong("Job: \"\(id)\"") + "\n")
      parts += groups.map { group in
        var renderer = CapacityText(group, on: state, sources: answer.analysis.sources)
        renderer.isVerbose = arguments.isOn(Self.verbose)
        return renderer.rendered
      }
    }
    return parts.joined(separator: "\n")
  }
}
