public import HCLParser

/// A single change that would place more instances: found by planning again with it.
public struct Remedy: Sendable, Hashable {
  /// Where the change is to be made.
  public enum Kind: Sendable, Hashable {
    /// An edit of the job file.
    case job
    /// Something to do with the cluster.
    case cluster
  }

  /// Whether the job file or the cluster is to be changed.
  public var kind: Kind
  /// `network mode "cni/prod" → "cni/dev"`.
  public var change: String
  /// How many instances of the group would have a place then.
  public var wouldPlace: Int
  /// How many are wanted.
  public var wanted: Int
  /// The line of the job file to edit.
  public var range: SourceRange?
  /// What to write there, where it is a plain replacement.
  public var replacement: String?

  public init(
    _ kind: Kind, _ change: String, wouldPlace: Int = 0, wanted: Int = 0, range: SourceRange? = nil,
    replacement: String? = nil
  ) {
    self.kind = kind
    self.change = change
    self.wouldPlace = wouldPlace
    self.wanted = wanted
    self.range = range
    self.replacement = replacement
  }
}
