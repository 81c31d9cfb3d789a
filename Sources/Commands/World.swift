/// Everything outside the program, as one value of functions: the real one in `main`, one in memory in tests.
///
/// There is no clock in it: nothing a command answers may depend on the time.
package struct World: Sendable {
  /// What the user typed after the program's name.
  package var arguments: [String]
  package var environment: [String: String]
  /// The folder that relative paths start from.
  package var currentFolder: String
  /// Reads standard input to its end; called at most once a run.
  package var readInput: @Sendable () throws(FileFailure) -> [UInt8]
  /// Writes to standard output.
  package var writeOutput: @Sendable ([UInt8]) throws(FileFailure) -> Void
  /// Writes to standard error. A failure there has no one left to tell.
  package var writeError: @Sendable ([UInt8]) -> Void
  package var files: FileSystem
  package var terminal: Terminal
  package var interrupts: Interrupts
  /// How many pieces of work run at once.
  package var threads: Int
  /// Random bytes, for a job that is printed: it is to be whole. Nil leaves random values out.
  package var randomBytes: (@Sendable (_ count: Int) -> [UInt8])?

  package init(
    arguments: [String], environment: [String: String], currentFolder: String,
    readInput: @escaping @Sendable () throws(FileFailure) -> [UInt8],
    writeOutput: @escaping @Sendable ([UInt8]) throws(FileFailure) -> Void,
    writeError: @escaping @Sendable ([UInt8]) -> Void, files: FileSystem, terminal: Terminal = Terminal(),
    interrupts: Interrupts = .none, threads: Int = 2,
    randomBytes: (@Sendable (_ count: Int) -> [UInt8])? = nil
  ) {
    self.arguments = arguments
    self.environment = environment
    self.currentFolder = currentFolder
    self.readInput = readInput
    self.writeOutput = writeOutput
    self.writeError = writeError
    self.files = files
    self.terminal = terminal
    self.interrupts = interrupts
    self.threads = threads
    self.randomBytes = randomBytes
  }

  /// Writes a result.
  func print(_ text: String) throws(FileFailure) {
    guard !text.isEmpty else { return }
    try writeOutput(Array(text.utf8))
  }

  /// Tells the user something about the run itself, as a line on standard error.
  func complain(_ text: String) { writeError(Array(text.utf8) + [UInt8(ascii: "\n")]) }
}

/// What is known of the terminal.
package struct Terminal: Sendable {
  package var outputIsTerminal: Bool
  package var errorIsTerminal: Bool
  /// Columns, or nil where unknown.
  package var width: Int?
  /// True from half a second after the program began: time to say that work goes on.
  package var runsLong: @Sendable () -> Bool

  package init(
    outputIsTerminal: Bool = false, errorIsTerminal: Bool = false, width: Int? = nil,
    runsLong: @escaping @Sendable () -> Bool = { false }
  ) {
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.width = width
    self.runsLong = runsLong
  }
}

/// How Ctrl-C and its like are held back while a file is being replaced, so that nothing half-done stays behind.
package struct Interrupts: Sendable {
  /// From now on a signal waits.
  package var hold: @Sendable () -> Void
  /// Whether one waits: time to stop.
  package var isPending: @Sendable () -> Bool
  /// Lets a waiting signal do its work: the program ends here if there is one.
  package var release: @Sendable () -> Void

  package init(
    hold: @escaping @Sendable () -> Void, isPending: @escaping @Sendable () -> Bool,
    release: @escaping @Sendable () -> Void
  ) {
    self.hold = hold
    self.isPending = isPending
    self.release = release
  }

  /// No signal ever comes.
  package static let none = Interrupts(hold: {}, isPending: { false }, release: {})
}
