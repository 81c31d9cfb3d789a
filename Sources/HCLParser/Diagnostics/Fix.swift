/// A change of the text that makes a diagnostic go away.
public struct Fix: Sendable, Hashable {
  /// What the change does, as a command: `replace "memmory" by "memory"`.
  public var title: String
  /// What to change; edits of one fix do not overlap.
  public var edits: [TextEdit]
  /// True only where the change cannot alter what runs.
  public var isSafe: Bool

  /// A fix under the title that an editor shows.
  public init(_ title: String, edits: [TextEdit], isSafe: Bool) {
    self.title = title
    self.edits = edits
    self.isSafe = isSafe
  }
}
