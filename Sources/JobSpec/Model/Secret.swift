public import HCLParser

/// `secret`: secret fetched before the task starts; used as ${secret.<name>.<key>}.
public struct Secret: Sendable, Hashable {
  /// Secret name.
  public var name = ""
  /// nomad, vault or a plugin name.
  public var provider = ""
  /// Location in the store.
  public var path = ""
  /// Provider settings.
  public var config: FreeFormBody?
  /// Environment variables; values become strings.
  public var env: StringMap?
  public var origin = Origin()

  public init() {}
}

extension Secret: BlockModel {
  public static let schema = BlockSchema<Secret>(
    "secret", "Secret fetched before the task starts; used as ${secret.<name>.<key>}.",
    fields: [
      .label("name", "Name", \.name, "Secret name."),
      .attribute("provider", "Provider", \.provider, "nomad, vault or a plugin name.", since: "1.11.0"),
      .attribute("path", "Path", \.path, "Location in the store.", since: "1.11.0"),
      .freeForm("config", "Config", \.config, "Provider settings.", since: "1.11.0"),
      .texts("env", "Env", \.env, "Environment variables; values become strings.", since: "1.11.0"),
    ])
}
