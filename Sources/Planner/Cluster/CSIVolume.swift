/// A storage plugin as it runs on a node.
public struct CSINodePlugin: Sendable, Hashable {
  /// The plugin's id, which volumes name; the key in `CSINodePlugins`.
  public var id: String
  /// False rules the node out for all volumes of the plugin (scheduler.md 3.6).
  public var isHealthy: Bool
  /// The client's words on its health; may be empty.
  public var healthDescription: String
  /// How many of its volumes the node can use at a time; the largest number stands for any.
  public var maxVolumes: Int
  /// Not every node can reach each of its volumes, says the plugin (`RequiresTopologies`).
  public var requiresTopologies: Bool
  /// Where the node stands, in the plugin's own terms; nil where it says nothing.
  public var topology: [CSITopologySegment]?

  public init(
    id: String, isHealthy: Bool = true, healthDescription: String = "", maxVolumes: Int = .max,
    requiresTopologies: Bool = false, topology: [CSITopologySegment]? = nil
  ) {
    self.id = id
    self.isHealthy = isHealthy
    self.healthDescription = healthDescription
    self.maxVolumes = maxVolumes
    self.requiresTopologies = requiresTopologies
    self.topology = topology
  }
}

/// One key and value of a topology.
public struct CSITopologySegment: Sendable, Hashable {
  /// The plugin's name for a kind of place, such as `zone`.
  public var key: String
  /// The place, such as `a`.
  public var value: String

  public init(key: String, value: String) {
    self.key = key
    self.value = value
  }
}

/// A network volume.
public struct CSIVolume: Sendable, Hashable {
  /// A way in which a volume may be used.
  public struct Capability: Sendable, Hashable {
    /// Who may read and write at a time: `single-node-writer`, `multi-node-reader-only`, …
    public var accessMode: String
    /// `file-system` or `block-device`.
    public var attachmentMode: String

    public init(accessMode: String, attachmentMode: String) {
      self.accessMode = accessMode
      self.attachmentMode = attachmentMode
    }
  }

  /// What `source` of a volume request names; unique in its namespace.
  public var id: String
  /// Only jobs of this namespace find it.
  public var namespace: String
  /// Id of the plugin that a node must run to use it (`PluginID`).
  public var pluginID: String
  /// The server takes claims on it (`Schedulable`); false where the snapshot does not tell.
  public var isSchedulable: Bool
  /// Set once the volume is in use; empty before.
  public var accessMode: String
  /// `file-system` or `block-device`, once the volume is in use; empty before.
  public var attachmentMode: String
  /// How it may come to be used (`RequestedCapabilities`); counts as long as `accessMode` is empty.
  public var capabilities: [Capability]
  /// Any of these fits.
  public var topologies: [[CSITopologySegment]]
  /// The ids of the allocations that read it.
  public var readers: [String]
  /// The ids of the allocations that write it.
  public var writers: [String]
  /// The plugin has refused a claim for lack of room.
  public var isExhausted: Bool

  public init(
    id: String, namespace: String = "default", pluginID: String, isSchedulable: Bool = true, accessMode: String = "",
    attachmentMode: String = "", capabilities: [Capability] = [], topologies: [[CSITopologySegment]] = [],
    readers: [String] = [], writers: [String] = [], isExhausted: Bool = false
  ) {
    self.id = id
    self.namespace = namespace
    self.pluginID = pluginID
    self.isSchedulable = isSchedulable
    self.accessMode = accessMode
    self.attachmentMode = attachmentMode
    self.capabilities = capabilities
    self.topologies = topologies
    self.readers = readers
    self.writers = writers
    self.isExhausted = isExhausted
  }
}
