public import HCLParser

/// `spread`: spread preference.
public struct Spread: Sendable, Hashable {
  /// Node attribute to spread over.
  public var attribute = ""
  /// Relative weight.
  public var weight: Int?
  /// Desired share of one attribute value.
  public var targets: [Spread.Target] = []
  public var origin = Origin()

  public init() {}
}

extension Spread {
  /// `target`: desired share of one attribute value.
  public struct Target: Sendable, Hashable {
    /// Attribute value.
    public var value = ""
    /// Share in percent.
    public var percent = 0
    public var origin = Origin()

    public init() {}
  }
}
