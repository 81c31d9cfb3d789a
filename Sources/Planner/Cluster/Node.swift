public import HCLParser

/// A client machine, as a snapshot describes it.
public struct Node: Sendable {
  /// `ID`, a UUID: `${node.unique.id}`.
  public var id: String
  /// The agent's name, by default the host's: `${node.unique.name}`.
  public var name: String
  /// What a job's `datacenters` are matched with: `${node.datacenter}`.
  public var datacenter: String
  /// `default` where the snapshot says nothing.
  public var pool: String = "default"
  /// May be empty.
  public var nodeClass: String = ""
  /// `ready`, `initializing`, `down` or `disconnected`.
  public var status: String = "ready"
  /// The server's words on the status; mostly empty.
  public var statusDescription: String = ""
  /// `eligible` or `ineligible`.
  public var eligibility: String = "eligible"
  /// A drain is set (`DrainStrategy`, or `Drain` of a stub): nothing new comes here.
  public var isDraining: Bool = false

  /// What the client has found out about the machine: `${attr.KEY}`.
  public var attributes = NodeAttributes()
  /// What the operator says of the machine, in the agent's configuration or at run time: `${meta.KEY}`.
  public var meta = NodeAttributes()
  /// By name, in byte order.
  public var drivers: [DriverInfo] = []
  /// By name, in byte order.
  public var hostVolumes: [HostVolume] = []
  /// By plugin id, in byte order.
  public var csiPlugins: [CSINodePlugin] = []

  /// What the machine has, with what is `reserved` still in it.
  public var resources = NodeResources()
  /// What the agent keeps back for the machine itself.
  public var reserved = ReservedResources()
  /// How many allocations the agent takes at most; 0 for any number.
  public var maxAllocations: Int = 0

  /// What the snapshot does not tell about this node: checks that ask for it cannot be answered.
  public var unknown: Unknown = []
  /// Where the node stands in its snapshot.
  public var range: SourceRange?

  public init(id: String, name: String, datacenter: String = "dc1") {
    self.id = id
    self.name = name
    self.datacenter = datacenter
  }

  /// Parts a degraded snapshot (a list of stubs) leaves out.
  public struct Unknown: OptionSet, Sendable, Hashable {
    /// One bit for each part.
    public var rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It is a stub, with few attributes or none: what `${attr.KEY}` stands for cannot be told.
    public static let attributes = Unknown(rawValue: 1)
    /// It is a stub, without metadata: what `${meta.KEY}` stands for cannot be told.
    public static let meta = Unknown(rawValue: 2)
    /// There is neither `NodeResources` nor the older `Resources`: amounts, networks and devices cannot be told.
    public static let resources = Unknown(rawValue: 4)
    /// It is a stub without `HostVolumes`: which ones the node has cannot be told.
    public static let hostVolumes = Unknown(rawValue: 8)
    /// Addresses of host networks were worked out from the configuration.
    public static let addressesInferred = Unknown(rawValue: 16)
    /// It is a stub without `CSINodePlugins`: which plugins run here cannot be told.
    public static let csi = Unknown(rawValue: 32)
    /// It is a stub without `Drivers`: which ones can be used cannot be told.
    public static let drivers = Unknown(rawValue: 64)
  }

  /// The status is `ready`; to take new allocations a node must be eligible and undrained besides (scheduler.md 2.1).
  public var isReady: Bool { status == "ready" }
  /// No operator and no drain has closed the node to new allocations.
  public var isEligible: Bool { eligibility == "eligible" }

  /// The text of an attribute, or nil where the node does not have it.
  public func attribute(_ key: String) -> String? { attributes[key] }

  /// What the node says of a driver; nil for nothing, and then attribute `driver.NAME` decides (scheduler.md 3.1).
  public func driver(_ name: String) -> DriverInfo? { drivers.first { $0.name.utf8.elementsEqual(name.utf8) } }

  /// The host volume of a name, or nil where the node has none.
  public func hostVolume(_ name: String) -> HostVolume? {
    hostVolumes.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The plugin of an id as it runs here, or nil where it does not.
  public func csiPlugin(_ id: String) -> CSINodePlugin? { csiPlugins.first { $0.id.utf8.elementsEqual(id.utf8) } }
}

/// What a node says of one task driver.
public struct DriverInfo: Sendable, Hashable {
  /// As a task's `driver` names it, such as `docker`.
  public var name: String
  /// The client has found on the machine what the driver needs.
  public var isDetected: Bool
  /// The driver works at the moment, by its own account.
  public var isHealthy: Bool
  /// Why it is not healthy; may be empty.
  public var healthDescription: String

  public init(name: String, isDetected: Bool = true, isHealthy: Bool = true, healthDescription: String = "") {
    self.name = name
    self.isDetected = isDetected
    self.isHealthy = isHealthy
    self.healthDescription = healthDescription
  }

  /// Tasks can run with it: it must be both (scheduler.md 3.1).
  public var isUsable: Bool { isDetected && isHealthy }
}
