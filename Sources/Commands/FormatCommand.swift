import HCLFormat
import HCLParser

/// `jobtool fmt`, and the program `nomadfmt`.
struct FormatCommand: Command {
  /// The name of the program that runs it, for messages.
  var program = "jobtool"

  let name = "fmt"
  let summary = "rewrite files in canonical layout"
  let operands = "[PATH…]"
  let details = """
    Rewrites files in canonical layout, as "nomad fmt" does, and names those that it changed.
    PATH is a file of any name, a folder to search, or "-" to read standard input and write standard output; without one, the current folder is searched.
    A file with a syntax error is reported and left as it is. Files are replaced in one step: nothing half-written is ever seen.
    """

  static let check = CommandOption(
    "check", .flag(byDefault: false), "write nothing; exit with 1 where a file would change")
  static let write = CommandOption("write", .flag(byDefault: true), "leave the files as they are")
  static let list = CommandOption("list", .flag(byDefault: true), "do not name the files that change")
  static let diff = CommandOption("diff", .flag(byDefault: false), "show what changes, as a unified diff")
  static let recursive = CommandOption("recursive", .flag(byDefault: true), "do not look into folders below a folder")

  var options: OptionTable {
    OptionTable([Self.check, Self.write, Self.list, Self.diff, Self.recursive, .inputName, .color])
  }

  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode {
    let search = JobFileSearch(
      files: world.files, isRecursive: arguments.isOn(Self.recursive),
      inputName: arguments.value(.inputName) ?? "<stdin>", allowsNoFile: true)
    let found = search.files(for: arguments.operands.isEmpty ? ["."] : arguments.operands)
    for problem in found.problems { world.complain("\(program): \(problem)") }
    let files = withoutDoubles(found.files, in: world)

    let progress = ProgressLine("files", total: files.count, in: world)
    var results = Parallel.map(files, threads: world.threads) { file in
      defer { progress.advance() }
      return Formatted(file, in: world)
    }
    progress.finish()

    let isCheck = arguments.isOn(Self.check)
    if arguments.isOn(Self.write), !isCheck { results = replaced(results, in: world) }
    var output: [UInt8] = []
    var code = found.problems.isEmpty ? ExitCode.success : .misuse
    for result in results {
      report(result, arguments, world, to: &output)
      code = code.joined(with: result.exitCode(isCheck: isCheck))
    }
    if !output.isEmpty { try world.writeOutput(output) }
    return code
  }

  /// Without files that are reached by a second name: two hands must not replace one file.
  private func withoutDoubles(_ files: [InputFile], in world: World) -> [InputFile] {
    var seen: Set<[UInt8]> = []
    return files.filter { file in
      guard case .path(let path) = file, let resolved = try? world.files.resolve(path) else { return true }
      return seen.insert(Array(resolved.utf8)).inserted
    }
  }

  /// Replaces the files that change. A signal waits until the file at hand is whole, then no other is begun.
  private func replaced(_ results: [Formatted], in world: World) -> [Formatted] {
    guard results.contains(where: \.mayBeReplaced) else { return results }
    world.interrupts.hold()
    defer { world.interrupts.release() }
    return Parallel.map(results, threads: world.threads) { result in
      guard result.mayBeReplaced, !world.interrupts.isPending() else { return result }
      return result.replaced(in: world)
    }
  }

  /// Names, differences and texts to `output`; troubles to standard error.
  private func report(_ result: Formatted, _ arguments: ParsedArguments, _ world: World, to output: inout [UInt8]) {
    if let problem = result.problem { world.complain("\(program): \(problem)") }
    if let tree = result.refused { world.writeError(Array(Self.reasons(tree, arguments, world).utf8)) }
    guard result.problem == nil, result.refused == nil else { return }

    let isCheck = arguments.isOn(Self.check)
    let isDiff = arguments.isOn(Self.diff)
    let isFilter: Bool
    if case .standardInput = result.file { isFilter = true } else { isFilter = false }
    let isListed = arguments.isOn(Self.list) && (!isFilter || isCheck)
    if result.hasChanged, isListed { output += Array("\(result.file.name)\n".utf8) }
    if result.hasChanged, isDiff {
      let diff = UnifiedDiff(
        oldName: "a/\(result.file.name)", newName: "b/\(result.file.name)", style: world.style(arguments))
      output += diff.bytes(from: result.original, to: result.text)
    }
    // Like Nomad: with nothing else to be done with the text, it is printed.
    let isPrinted = isFilter || !arguments.isOn(Self.write) && !arguments.isOn(Self.list)
    if isPrinted, !isCheck, !isDiff { output += result.text }
  }

  /// Nobody mends more than this before trying again.
  private static let shownReasons = 20

  private static func reasons(_ tree: SyntaxTree, _ arguments: ParsedArguments, _ world: World) -> String {
    var sources = SourceSet()
    sources.add(name: tree.source.name, bytes: tree.source.bytes)
    let style: TextStyle = world.terminal.errorIsTerminal ? world.style(arguments) : .plain
    var renderer = DiagnosticText(sources, style: style)
    let errors = tree.diagnostics.filter { $0.severity == .error }
    var text = errors.prefix(shownReasons).map { renderer.text(of: $0) + "\n" }.joined()
    if errors.count > shownReasons { text += "… and \(errors.count - shownReasons) more\n" }
    return text
  }
}

/// What formatting one input came to.
private struct Formatted: Sendable {
  var file: InputFile
  var original: [UInt8] = []
  var text: [UInt8] = []
  var version: FileVersion?
  /// The tree of a file with syntax errors, which is left as it is.
  var refused: SyntaxTree?
  /// Why the file could not be read or replaced.
  var problem: String?

  init(_ file: InputFile, in world: World) {
    self.file = file
    switch world.load(file) {
    case .failure(let unreadable): problem = unreadable.message
    case .success(let content):
      original = content.bytes
      if case .path = file { version = content.status.version }
      let tree = SyntaxTree(parsing: SourceText(name: file.name, bytes: content.bytes))
      if let formatted = tree.formatted() { text = formatted } else { refused = tree }
    }
  }

  var hasChanged: Bool { refused == nil && problem == nil && text != original }
  var mayBeReplaced: Bool { version != nil && hasChanged }

  func replaced(in world: World) -> Formatted {
    guard case .path(let path) = file, let version else { return self }
    var result = self
    do throws(FileFailure) {
      try world.files.replace(path, text, version)
    } catch {
      result.problem = "cannot write \"\(path)\": \(error.message)"
    }
    return result
  }

  func exitCode(isCheck: Bool) -> ExitCode {
    if problem != nil { return .misuse }
    return refused != nil || isCheck && hasChanged ? .findings : .success
  }
}
