import HCLParser
import JobSpec

/// What all job files of a run share: values for variables, read once, and how to lend files.
struct JobLoading: Sendable {
  private let world: World
  private let arguments: ParsedArguments
  private let assignments: [JobInput.Assignment]
  private let variableFiles: [JobInput.VariableFile]
  private let environment: [JobInput.Assignment]

  private static let prefix = "NOMAD_VAR_"

  init(_ arguments: ParsedArguments, in world: World) throws(Misuse) {
    self.world = world
    self.arguments = arguments
    assignments = arguments.values(.variable).compactMap { text in
      // Text without an equals sign is passed over in silence, as by Nomad.
      text.firstIndex(of: "=").map { JobInput.Assignment(String(text[..<$0]), String(text[text.index(after: $0)...])) }
    }
    for text in arguments.values(.variable) where !text.utf8.contains(UInt8(ascii: "=")) {
      // Nomad says nothing, and a variable with a default then keeps it.
      world.complain("jobtool: \"--var \(text)\" gives no value and is passed over: write \"--var \(text)=VALUE\"")
    }
    var files: [JobInput.VariableFile] = []
    for path in arguments.values(.variableFile) {
      do throws(FileFailure) {
        if path == "-", !arguments.operands.contains("-") {
          files.append(.init(name: "<stdin>", bytes: try world.readInput()))
        } else {
          files.append(.init(name: path, bytes: try world.jobFile(path).bytes))
        }
      } catch {
        throw Misuse.unreadable(path, error)
      }
    }
    variableFiles = files
    environment = world.environment.filter { $0.key.hasPrefix(Self.prefix) }
      .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      .map { JobInput.Assignment(String($0.key.dropFirst(Self.prefix.count)), $0.value) }
  }

  /// A job file with everything that reading it takes.
  func input(_ file: InputFile, _ bytes: [UInt8]) -> JobInput {
    var input = JobInput(name: file.name, bytes: bytes)
    input.assignments = assignments
    input.variableFiles = variableFiles
    input.environment = environment
    input.files = world.fileAccess(for: file, arguments)
    input.allowsMemoryOversubscription = arguments.isOn(.memoryOversubscription)
    input.refusesUndeclaredVariables = arguments.isOn(.strictVariables)
    input.allowsUnsetVariables = arguments.isOn(.allowUnsetVariables)
    return input
  }
}

extension CommandOption {
  static let allowUnsetVariables = CommandOption(
    "allow-unset-variables", .flag(byDefault: false),
    "check a job without values for its variables, as far as that goes")
  static let strictVariables = CommandOption(
    "hcl2-strict", .flag(byDefault: true), "let a value for an undeclared variable be a warning")
}
