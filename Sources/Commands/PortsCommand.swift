import HCLParser
import JobSpec
import Planner

/// `jobtool ports`.
struct PortsCommand: Command {
  let name = "ports"
  let summary = "show the ports of a cluster: kept back, taken, clashing, left"
  let operands = "[PATH…]"
  let details = """
    Shows for each address of the nodes which ports are kept back by the agent, which allocations hold, and what is left of the dynamic ones. Ports are taken per address: two host networks on one address share its ports.
    Of the jobs given it tells which static ports they ask for, on which host network, and which nodes of theirs can still grant each; other reasons against a node are for "plan" to say.
    Exit codes: 0 nothing stands in the way, 1 a job is not valid, 3 allocations clash, or more instances want a static port than can have it, all given jobs together.
    """

  static let format = CommandOption("format", .choice(["text", "json"]), "how to print the answer")
  static let node = CommandOption(
    "node", .value("NAME", .nothing), "show the addresses of this node only", isRepeatable: true)
  static let verbose = CommandOption("verbose", .flag(byDefault: false), "show every node and port")

  let options =
    OptionTable(CommandOption.cluster + CommandOption.whatIf + [node, verbose, format, .rule, .color, .quiet])
    + .forJobs

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    let whatIf = try WhatIfFlags(arguments)
    let cluster = try whatIf.applied(to: try SnapshotLoading(arguments, in: world, for: name).usable())
    let reading = try JobReading(arguments, in: world, supposing: whatIf.assumedCounts)
    var state = ClusterState(cluster.snapshot)
    var analyses: [(name: String, analysis: JobAnalysis)] = []
    for file in reading.files { analyses.append((file.name, try reading.analysis(of: file, on: &state).analysis)) }
    let counts = try whatIf.statements(for: analyses.compactMap(\.analysis.job))
    let valid = analyses.filter { !$0.analysis.hasErrors }
    var survey = PortSurvey(of: state, for: valid.compactMap(\.analysis.validatedJob))
    let code = Self.exitCode(survey, isInvalid: valid.count < analyses.count)
    try narrow(&survey, arguments, cluster.snapshot)

    if arguments.value(Self.format) == "json" {
      try world.print(PortsJSON.text(survey, analyses, whatIf: cluster.statements + counts))
      return code
    }
    var text = (cluster.statements + counts).map { "What if: \($0)\n" }.joined()
    if !text.isEmpty { text += "\n" }
    for (_, analysis) in analyses where analysis.hasErrors {
      var renderer = DiagnosticText(analysis.sources, style: world.style(arguments), width: world.excerptWidth)
      text += analysis.diagnostics.map { renderer.text(of: $0) + "\n" }.joined()
    }
    var renderer = PortSurveyText(survey, sources: Self.sources(survey, valid.map(\.analysis)))
    renderer.isVerbose = arguments.isOn(Self.verbose)
    try world.print(text + renderer.rendered)
    return code
  }

  private func narrow(
    _ survey: inout PortSurvey, _ arguments: ParsedArguments, _ snapshot: ClusterSnapshot
  ) throws(Misuse) {
    guard arguments.has(Self.node) else { return }
    var names: [String] = []
    for text in arguments.values(Self.node) {
      do throws(UnknownNode) {
        names.append(snapshot.nodes[try snapshot.nodeNumber(of: text)].name)
      } catch {
        throw Misuse(error.message, hint: error.hint)
      }
    }
    survey.nodes.removeAll { !names.contains($0.name) }
  }

  /// The texts that each request's line stands in.
  private static func sources(_ survey: PortSurvey, _ analyses: [JobAnalysis]) -> [SourceSet] {
    // Requests follow the jobs in their order, and no two jobs share one.
    var analyses = analyses[...]
    return survey.requests.map { request in
      while let first = analyses.first, analyses.count > 1, first.expandedJob?.id != request.jobID {
        analyses = analyses.dropFirst()
      }
      return analyses.first?.sources ?? SourceSet()
    }
  }

  private static func exitCode(_ survey: PortSurvey, isInvalid: Bool) -> ExitCode {
    if isInvalid { return .findings }
    return survey.hasClashes || !survey.shortages.isEmpty ? .unplaced : .success
  }
}
