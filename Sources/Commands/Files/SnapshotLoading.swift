import HCLParser
import JobSpec
import Planner

/// Reads the files that describe a cluster.
struct SnapshotLoading {
  private let world: World
  private let arguments: ParsedArguments
  /// The command that wants the cluster.
  private let command: String

  init(_ arguments: ParsedArguments, in world: World, for command: String) {
    self.arguments = arguments
    self.world = world
    self.command = command
  }

  /// What was read, and everything there is to say about it with the texts it speaks of.
  struct Loaded {
    var snapshot: ClusterSnapshot
    var report: FileReport
  }

  func load() throws(Misuse) -> Loaded {
    guard arguments.has(.nodes) || arguments.has(.state) else {
      throw Misuse(
        "\"\(command)\" needs the nodes of the cluster: \"--nodes FILE\"",
        hint: "the API's \"/v1/node/<id>\" gives a node with all its facts; the list, \"/v1/nodes\", leaves some out")
    }
    var sources = SourceSet()
    var reader = SnapshotReader()
    for source in try texts(.state, &sources) { reader.readState(source) }
    for source in try texts(.nodes, &sources) { reader.readNodes(source) }
    for source in try texts(.allocations, &sources) { reader.readAllocations(source) }
    for source in try texts(.deployments, &sources) { reader.readDeployments(source) }
    for source in try texts(.volumes, &sources) { reader.readVolumes(source) }
    for source in try texts(.pools, &sources) { reader.readPools(source) }
    for source in try texts(.schedulerConfig, &sources) { reader.readSettings(source) }
    let read = reader.finish()
    let report = FileReport(
      name: "", diagnostics: read.diagnostics.sorted(by: Diagnostic.inSourceOrder), sources: sources)
    return Loaded(snapshot: try adapted(read.output), report: report)
  }

  /// The cluster; what is wrong with the files is told on standard error, and errors end the run.
  func usable() throws(Misuse) -> ClusterSnapshot {
    let loaded = try load()
    if !loaded.report.diagnostics.isEmpty, !arguments.isOn(.quiet) {
      let style: TextStyle = world.terminal.errorIsTerminal ? world.style(arguments) : .plain
      let text = ReportOutput(style: style, isQuiet: true).text(RunReport(files: [loaded.report]))
      world.writeError(Array(text.utf8))
    }
    if loaded.report.diagnostics.contains(where: { $0.severity == .error }) {
      throw Misuse("the snapshot of the cluster cannot be used; see above")
    }
    return loaded.snapshot
  }

  /// The snapshot as flags want it.
  private func adapted(_ snapshot: ClusterSnapshot) throws(Misuse) -> ClusterSnapshot {
    var settings = snapshot.settings
    if let name = arguments.value(.algorithm) {
      guard let algorithm = SchedulerSettings.Algorithm(rawValue: name) else {
        throw Misuse(
          "flag \"--algorithm\" takes \"binpack\" or \"spread\", not \"\(name)\"",
          hint: NameSuggestion.nearest(to: name, among: ["binpack", "spread"]).map { "did you mean \"\($0)\"?" } ?? "")
      }
      settings.algorithm = algorithm
    }
    // Said either way, it beats the cluster's own configuration.
    if arguments.has(.preemption) {
      let isOn = arguments.isOn(.preemption)
      settings.preemptsForService = isOn
      settings.preemptsForBatch = isOn
      settings.preemptsForSystem = isOn
      settings.preemptsForSysBatch = isOn
    }
    if arguments.has(.memoryOversubscription) {
      settings.allowsMemoryOversubscription = arguments.isOn(.memoryOversubscription)
    }
    let wanted = arguments.values(.datacenter)
    guard !wanted.isEmpty else {
      var snapshot = snapshot
      snapshot.settings = settings
      return snapshot
    }
    let known = Set(snapshot.nodes.map(\.datacenter)).sorted()
    if let unknown = wanted.first(where: { !known.contains($0) }) {
      let names = known.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
      throw Misuse(
        "no node is in datacenter \"\(unknown)\"",
        hint: NameSuggestion.nearest(to: unknown, among: known).map { "did you mean \"\($0)\"?" }
          ?? (known.isEmpty ? "" : "the nodes are in \(names)"))
    }
    return ClusterSnapshot(
      nodes: snapshot.nodes.filter { wanted.contains($0.datacenter) }, allocations: snapshot.allocations,
      volumes: snapshot.volumes, settings: settings, pools: snapshot.pools, deployments: snapshot.deployments,
      jobs: snapshot.jobs)
  }

  /// The files named by an option; of a folder those that hold JSON.
  private func texts(_ option: CommandOption, _ sources: inout SourceSet) throws(Misuse) -> [SourceText] {
    var texts: [SourceText] = []
    let paths = arguments.values(option)
    if let doubled = paths.indices.first(where: { paths[..<$0].contains(paths[$0]) }) {
      throw Misuse("\"--\(option.name) \(paths[doubled])\" is given twice")
    }
    for path in paths {
      do throws(FileFailure) {
        if path == "-" {
          texts.append(sources.add(name: "<stdin>", bytes: try world.readInput()))
          continue
        }
        guard try world.files.status(path)?.kind == .folder else {
          texts.append(sources.add(name: path, bytes: try world.files.read(path).bytes))
          continue
        }
        let names = try world.files.entries(path).filter { $0.kind == .file && Self.holdsJSON($0.name) }.map(\.name)
        for name in names {
          let file = Path.join(path, name)
          texts.append(sources.add(name: file, bytes: try world.files.read(file).bytes))
        }
      } catch {
        throw Misuse.unreadable(path, error)
      }
    }
    return texts
  }

  private static func holdsJSON(_ name: String) -> Bool {
    !name.hasPrefix(".") && [".json", ".jsonl", ".ndjson"].contains { name.hasSuffix($0) }
  }
}

extension CommandOption {
  static let nodes = CommandOption(
    "nodes", .value("FILE", .files), "the nodes: JSON as the API gives it, or a folder of such files",
    isRepeatable: true)
  static let state = CommandOption(
    "state", .value("FILE", .files),
    "nodes, allocations and settings at once, as \"nomad operator snapshot state\" prints them")
  static let allocations = CommandOption(
    "allocs", .value("FILE", .files), "the allocations that run now", isRepeatable: true)
  static let deployments = CommandOption(
    "deployments", .value("FILE", .files), "the deployments of the jobs", isRepeatable: true)
  static let volumes = CommandOption("volumes", .value("FILE", .files), "the CSI volumes", isRepeatable: true)
  static let pools = CommandOption("node-pools", .value("FILE", .files), "the node pools", isRepeatable: true)
  static let schedulerConfig = CommandOption(
    "scheduler-config", .value("FILE", .files), "the scheduler's configuration")
  static let algorithm = CommandOption(
    "algorithm", .value("binpack|spread", .words(["binpack", "spread"])), "the scheduler's algorithm")
  static let preemption = CommandOption(
    "preemption", .flag(byDefault: false), "let jobs of every type move others of lower priority aside")
  static let memoryOversubscription = CommandOption(
    "memory-oversubscription", .flag(byDefault: false), "let tasks use more memory than they reserve")
  static let datacenter = CommandOption(
    "datacenter", .value("NAME", .nothing), "plan on the nodes of this datacenter only", isRepeatable: true)

  /// Those that name files, each of which may be standard input.
  static let snapshotFiles: [CommandOption] = [
    .state, .nodes, .allocations, .deployments, .volumes, .pools, .schedulerConfig,
  ]

  static let cluster: [CommandOption] = [
    .nodes, .state, .allocations, .deployments, .volumes, .pools, .schedulerConfig, .algorithm, .preemption,
    .datacenter,
  ]
}
