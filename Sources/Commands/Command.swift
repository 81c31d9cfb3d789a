/// One command of the program: what it is called, what it accepts, what it does.
protocol Command: Sendable {
  var name: String { get }
  /// One line for the list of commands; lower case, no full stop.
  var summary: String { get }
  /// The operands as help shows them: `[PATH…]`.
  var operands: String { get }
  /// What completion offers for operands.
  var operandCompletion: Completion { get }
  /// Paragraphs for `help COMMAND`.
  var details: String { get }
  var options: OptionTable { get }
  func run(_ arguments: ParsedArguments, in world: World) throws -> ExitCode
}

extension Command {
  var operandCompletion: Completion { .files }
}

/// What a shell may offer for a value.
enum Completion: Sendable, Hashable {
  case nothing, files, folders
  case words([String])
}
