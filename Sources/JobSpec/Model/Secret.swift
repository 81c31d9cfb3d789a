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
