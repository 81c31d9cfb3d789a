public import HCLParser

/// `parameterized`: job that is dispatched with parameters.
public struct Parameterized: Sendable, Hashable {
  /// Payload rule.
  public var payload = ""
  /// Meta keys a dispatch must set.
  public var metaRequired: [String]?
  /// Meta keys a dispatch may set.
  public var metaOptional: [String]?
  public var origin = Origin()

  public init() {}
}
