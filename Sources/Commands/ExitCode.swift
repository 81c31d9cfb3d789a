/// What the program tells its caller. `docs/cli` lists them.
package struct ExitCode: RawRepresentable, Hashable, Sendable {
  package var rawValue: Int32

  package init(rawValue: Int32) { self.rawValue = rawValue }

  /// Valid, clean, all can be placed.
  package static let success = ExitCode(rawValue: 0)
  /// The input has errors; `fmt -check`: some file would change.
  package static let findings = ExitCode(rawValue: 1)
  /// Wrong use: an unknown flag, a missing file, an unreadable snapshot.
  package static let misuse = ExitCode(rawValue: 2)
  /// `plan`: the job is valid, and at least one allocation cannot be placed.
  package static let unplaced = ExitCode(rawValue: 3)

  /// The graver of two outcomes: wrong use before findings before what cannot be placed.
  func joined(with other: ExitCode) -> ExitCode {
    func rank(_ code: ExitCode) -> Int { code == .misuse ? 3 : code == .findings ? 2 : code == .unplaced ? 1 : 0 }
    return rank(other) > rank(self) ? other : self
  }
}

/// The program was called wrongly, or something it needs from outside cannot be had. Ends the run with exit code 2.
struct Misuse: Error {
  /// Lower case at the start, no full stop.
  var message: String
  /// What to do about it; may be empty.
  var hint: String
  /// False where a file cannot be had: then the list of options is of no help.
  private(set) var isAboutOptions = true
  /// Not a mistake: `-h` or `--help` stood among the arguments.
  private(set) var isHelpWanted = false

  init(_ message: String, hint: String = "") {
    self.message = message
    self.hint = hint
  }

  /// A file that cannot be read.
  init(_ unreadable: Unreadable) {
    self.init(unreadable.message)
    isAboutOptions = false
  }

  static func unreadable(_ path: String, _ failure: FileFailure) -> Misuse {
    Misuse(Unreadable(message: "cannot read \"\(path)\": \(failure.message)"))
  }

  static let helpWanted: Misuse = {
    var misuse = Misuse("help wanted")
    misuse.isHelpWanted = true
    return misuse
  }()
}
