/// A folder of a node that jobs may ask for by name.
public struct HostVolume: Sendable, Hashable {
  public var name: String
  public var path: String
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
