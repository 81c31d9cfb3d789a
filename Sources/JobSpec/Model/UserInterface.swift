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

extension UserInterface: BlockModel {
  public static let schema = BlockSchema<UserInterface>(
    "ui", "Text shown in the web UI.",
    fields: [
      .attribute("description", "Description", \.description, "Markdown text.", since: "1.8.0"),
      .blocks("link", "Links", \.links, "Link shown in the web UI.", since: "1.8.0"),
    ])
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

extension UserInterface.Link: BlockModel {
  public static let schema = BlockSchema<UserInterface.Link>(
    "link", "Link shown in the web UI.",
    fields: [
      .attribute("label", "Label", \.label, "Link text.", since: "1.8.0"),
      .attribute("url", "URL", \.url, "Target.", since: "1.8.0"),
    ])
}
