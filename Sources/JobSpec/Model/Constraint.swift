public import HCLParser

/// `constraint`: hard placement rule.
public struct Constraint: Sendable, Hashable {
  /// Left side, usually an interpolation.
  public var attribute: String?
  /// Right side.
  public var value: String?
  /// Comparison.
  public var `operator`: String?
  public var origin = Origin()

  public init() {}
}
