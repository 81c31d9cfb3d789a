/// A folder of a node that jobs may ask for by name.
public struct HostVolume: Sendable, Hashable {
  /// What `source` of a volume request names; the key in `HostVolumes`.
  public var name: String
  /// Where it lies on the node; empty where the snapshot does not tell.
  public var path: String
  /// Only requests that say `read_only` may have it (scheduler.md 3.4).
  public var isReadOnly: Bool
  /// Set for volumes made at run time, empty for those of the agent's configuration.
  public var id: String

  public init(name: String, path: String = "", isReadOnly: Bool = false, id: String = "") {
    self.name = name
    self.path = path
    self.isReadOnly = isReadOnly
    self.id = id
  }
}
