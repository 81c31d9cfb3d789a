/// Where something was written, if it was. Two places are always equal, so that models compare by what they ask for.
public struct Place: Sendable, Hashable {
  /// Nil for what nobody wrote.
  public var range: SourceRange?

  public init(_ range: SourceRange? = nil) { self.range = range }

  public static func == (left: Place, right: Place) -> Bool { true }
  public func hash(into hasher: inout Hasher) {}
}
