public import HCLParser

/// A client machine, as a snapshot describes it.
public struct Node: Sendable {
  public var id: String
  public var name: String
  public var datacenter: String
  /// `default` where the snapshot says nothing.
  public var pool: String = "default"
  /// May be empty.
  public var nodeClass: String = ""
  /// `ready`, `initializing`, `down` or `disconnected`.
  public var status: String = "ready"
  public var statusDescription: String = ""
  /// `eligible` or `ineligible`.
  public var eligibility: String = "eligible"
  public var isDraining: Bool = false

  public var attributes = NodeAttributes()
  public var meta = NodeAttributes()
  /// By name, in byte order.
  public var drivers: [DriverInfo] = []
  /// By name, in byte order.
  public var hostVolumes: [HostVolume] = []
  /// By plugin id, in byte order.
  public var csiPlugins: [CSINodePlugin] = []

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
    public var rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let attributes = Unknown(rawValue: 1)
    public static let meta = Unknown(rawValue: 2)
    public static let resources = Unknown(rawValue: 4)
    public static let hostVolumes = Unknown(rawValue: 8)
    /// Addresses of host networks were worked out from the configuration.
    public static let addressesInferred = Unknown(rawValue: 16)
    public static let csi = Unknown(rawValue: 32)
    public static let drivers = Unknown(rawValue: 64)
  }

  public var isReady: Bool { status == "ready" }
  public var isEligible: Bool { eligibility == "eligible" }

  /// The text of an attribute, or nil where the node does not have it.
  public func attribute(_ key: String) -> String? { attributes[key] }

  public func driver(_ name: String) -> DriverInfo? { drivers.first { $0.name.utf8.elementsEqual(name.utf8) } }

  public func hostVolume(_ name: String) -> HostVolume? {
    hostVolumes.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  public func csiPlugin(_ id: String) -> CSINodePlugin? { csiPlugins.first { $0.id.utf8.elementsEqual(id.utf8) } }
}

/// What a node says of one task driver.
public struct DriverInfo: Sendable, Hashable {
  public var name: String
  public var isDetected: Bool
  public var isHealthy: Bool
  /// Why it is not healthy; may be empty.
  public var healthDescription: String

  public init(name: String, isDetected: Bool = true, isHealthy: Bool = true, healthDescription: String = "") {
    self.name = name
    self.isDetected = isDetected
    self.isHealthy = isHealthy
    self.healthDescription = healthDescription
  }

  public var isUsable: Bool { isDetected && isHealthy }
}
