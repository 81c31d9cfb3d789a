public import HCLParser

/// `ui`: text shown in the web UI.
public struct UserInterface: Sendable, Hashable {
  /// Markdown text.
  public var description = ""
  /// Link shown in the web UI.
  public var links: [UserInterface.Link] = []
  public var origin = Origin()

  public init() {}
}

extension UserInterface {
  /// `link`: link shown in the web UI.
  public struct Link: Sendable, Hashable {
    /// Link text.
    public var label = ""
    /// Target.
    public var url = ""
    public var origin = Origin()

    public init() {}
  }
}
