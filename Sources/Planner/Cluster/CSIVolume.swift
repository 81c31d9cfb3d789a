/// A storage plugin as it runs on a node.
public struct CSINodePlugin: Sendable, Hashable {
  public var id: String
  public var isHealthy: Bool
  public var healthDescription: String
  /// How many of its volumes the node can use at a time; the largest number stands for any.
  public var maxVolumes: Int
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
  public var key: String
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
    public var accessMode: String
    public var attachmentMode: String

    public init(accessMode: String, attachmentMode: String) {
      self.accessMode = accessMode
      self.attachmentMode = attachmentMode
    }
  }

  public var id: String
  public var namespace: String
  public var pluginID: String
  public var isSchedulable: Bool
  /// Set once the volume is in use; empty before.
  public var accessMode: String
  public var attachmentMode: String
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
