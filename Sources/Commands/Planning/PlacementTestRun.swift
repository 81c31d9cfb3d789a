import HCLParser
import JobSpec
import Planner
import Synchronization

/// Runs the cases of test files: each is planned as the same files and flags would be by `plan`.
struct PlacementTestRun {
  let world: World
  /// The options that hold for every case: `--allow-file-access` and its like.
  let arguments: ParsedArguments
  /// Clusters read so far, by the arguments that name them: cases mostly share one.
  private var clusters: [[String]: ClusterSnapshot] = [:]

  init(_ arguments: ParsedArguments, in world: World) {
    self.arguments = arguments
    self.world = world
  }

  /// What became of one test file.
  struct FileResult {
    var name: String
    var sources: SourceSet
    /// What is wrong with the file itself: then no case is run.
    var diagnostics: [Diagnostic] = []
    var cases: [CaseResult] = []

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  struct CaseResult {
    enum Status: String {
      case passed, failed
      /// It could not be run at all.
      case error
    }

    var name: String
    var range: SourceRange
    var status: Status = .passed
    var failures: [ExpectationFailure] = []
    /// Why it could not be run.
    var message = ""
    var run: PlannedRun?
  }

  mutating func run(_ path: String, filter: String?) throws(Misuse) -> FileResult {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try world.files.read(path).bytes
    } catch {
      throw Misuse.unreadable(path, error)
    }
    var sources = SourceSet()
    let read = PlacementTestFile.read(sources.add(name: path, bytes: bytes))
    var result = FileResult(name: path, sources: sources, diagnostics: read.diagnostics)
    guard !result.hasErrors else { return result }
    for one in read.output.cases where filter.map({ one.name.holds($0) }) ?? true {
      var one = one
      one.cluster = one.cluster.completed(by: read.output.cluster)
      result.cases.append(run(one, below: Path.parent(path)))
    }
    return result
  }

  private mutating func run(_ one: PlacementTestCase, below folder: String) -> CaseResult {
    var result = CaseResult(name: one.name, range: one.labelRange())
    // What planning has to say of its files belongs to the case, not to the program's own standard error.
    let complaints = Complaints()
    var quiet = world
    quiet.writeError = { complaints.add($0) }
    do {
      let run = try plan(PlacementTestArguments(one, below: folder), in: quiet)
      result.run = run
      result.failures = Self.failures(of: one, in: run)
      if !result.failures.isEmpty { result.status = .failed }
    } catch {
      result.status = .error
      let misuse = error as? Misuse
      result.message =
        complaints.text + (misuse?.message ?? "\(error)") + (misuse.map { $0.hint.isEmpty ? "" : "; \($0.hint)" } ?? "")
    }
    return result
  }

  private mutating func plan(_ given: PlacementTestArguments, in world: World) throws -> PlannedRun {
    let reader = ArgumentReader(table: PlanCommand().options)
    var snapshot = clusters[given.cluster]
    if snapshot == nil {
      snapshot = try SnapshotLoading(try reader.read(given.cluster), in: world, for: "test").usable()
      clusters[given.cluster] = snapshot
    }
    let shared = Self.shared.flatMap { option in arguments.values(option).map { "--\(option.name)=\($0)" } }
    return try PlanRun(try reader.read(given.cluster + shared + given.rest), in: world).run(on: snapshot)
  }

  /// Options of `test` that every plan gets.
  private static let shared: [CommandOption] = [.variable, .variableFile, .fileAccess, .config, .targetVersion, .rule]

  private static func failures(of one: PlacementTestCase, in run: PlannedRun) -> [ExpectationFailure] {
    let isValid = !run.jobs.contains(where: \.isInvalid)
    let outcome = PlacementOutcome(
      plans: run.jobs.compactMap(\.plan), nodes: run.nodes, isValid: isValid,
      findings: run.jobs.flatMap(\.diagnostics))
    if !isValid, !one.expectations.contains(where: \.isAboutValidity) {
      let error = outcome.findings.first { $0.severity == .error }
      return [
        ExpectationFailure(
          "case", expected: "valid jobs", actual: "an error: \(error?.summary ?? "a job is not valid")",
          at: one.labelRange())
      ]
    }
    return one.expectations.flatMap { $0.failures(in: outcome) }
  }

  /// Lines written by a run that is not to print itself.
  private final class Complaints: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    func add(_ more: [UInt8]) { bytes.withLock { $0 += more } }
    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
  }
}

/// A case as the arguments of `plan`. Paths start from the folder of the test file.
struct PlacementTestArguments {
  /// The flags that name and settle the cluster.
  private(set) var cluster: [String] = []
  /// Everything else.
  private(set) var rest: [String] = []

  init(_ one: PlacementTestCase, below folder: String) {
    func flags(_ name: String, _ values: [String]) -> [String] { values.map { "--\(name)=\($0)" } }
    func files(_ name: String, _ paths: [String]) -> [String] {
      flags(name, paths.filter { !$0.isEmpty }.map { Self.path($0, below: folder) })
    }
    let choice = one.cluster
    cluster += files("nodes", choice.nodes) + files("state", [choice.state]) + files("allocs", choice.allocations)
    cluster += files("deployments", choice.deployments)
    cluster += files("volumes", choice.volumes) + files("node-pools", choice.pools)
    cluster += files("scheduler-config", [choice.schedulerConfig])
    if !choice.algorithm.isEmpty { cluster += flags("algorithm", [choice.algorithm]) }
    if let isOn = choice.preemption { cluster += flags("preemption", ["\(isOn)"]) }
    if let isOn = choice.memoryOversubscription { cluster += flags("memory-oversubscription", ["\(isOn)"]) }

    rest += files("var-file", choice.variableFiles)
    rest += flags("var", (choice.variables?.entries ?? []).map { "\($0.name)=\($0.value)" })
    rest += files("running", one.running)
    if let whatIf = one.whatIf {
      rest += flags("drain", whatIf.drain) + flags("without", whatIf.without)
      for addition in whatIf.additions {
        rest += flags("add-nodes", ["\(addition.count)"]) + flags("like", [addition.like])
      }
      rest += flags("set-count", (whatIf.counts?.entries ?? []).map { "\($0.name)=\($0.value)" })
    }
    rest.append("--")
    rest += ((one.job.isEmpty ? [] : [one.job]) + one.jobs).map { Self.path($0, below: folder) }
  }

  /// A path that starts from a folder, as short as the user would write it.
  private static func path(_ path: String, below folder: String) -> String {
    // Standard input is for no case in particular.
    if path == "-" { return "./-" }
    return Path.tidied(Path.join(folder == "." ? "" : folder, path))
  }
}
