/// The stable name of what a diagnostic says, subject first: `port-unknown-label`.
///
/// Ids of the parser begin with `syntax-`, of evaluation with `eval-`, of the decoder with `schema-`.
/// An id never changes its meaning. Static members sit beside their use.
public struct RuleID: Hashable, Sendable, Comparable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The id as reports print it, and as `--rule` and ignore comments take it.
  public let name: String

  public init(_ name: String) { self.name = name }
  public init(stringLiteral name: String) { self.name = name }

  public var description: String { name }
  public static func < (left: RuleID, right: RuleID) -> Bool { left.name < right.name }
}
