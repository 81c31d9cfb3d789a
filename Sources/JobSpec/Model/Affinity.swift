public import HCLParser

/// `affinity`: soft placement preference.
public struct Affinity: Sendable, Hashable {
  /// Left side, usually an interpolation.
  public var attribute: String?
  /// Right side.
  public var value: String?
  /// Comparison.
  public var `operator`: String?
  /// Score weight.
  public var weight: Int?
  public var origin = Origin()

  public init() {}
}
