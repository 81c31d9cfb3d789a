/// What an allocation holds on its node.
public struct AllocatedResources: Sendable, Hashable {
  /// By name, in byte order.
  public var tasks: [AllocatedTask] = []
  public var diskMB: Int = 0
  /// The group's networks. Their ports count only where `ports` is empty.
  public var networks: [AllocatedNetwork] = []
  /// The group's ports with the addresses they are bound to.
  public var ports: [AllocatedPort] = []
  /// False where the snapshot does not tell when tasks run, so that all count as main tasks.
  public var knowsLifecycles: Bool = true

  public init() {}
}

/// What one task of an allocation holds.
public struct AllocatedTask: Sendable, Hashable {
  public var name: String
  public var phase: RequestedTask.Phase
  /// MHz; what reserved cores stand for is included.
  public var cpuShares: Int
  public var cores: [Int]
  public var memoryMB: Int
  public var memoryMaxMB: Int
  public var networks: [AllocatedNetwork]
  public var devices: [AllocatedDevice]

  public init(
    name: String, phase: RequestedTask.Phase = .main, cpuShares: Int = 0, cores: [Int] = [], memoryMB: Int = 0,
    memoryMaxMB: Int = 0, networks: [AllocatedNetwork] = [], devices: [AllocatedDevice] = []
  ) {
    self.name = name
    self.phase = phase
    self.cpuShares = cpuShares
    self.cores = cores
    self.memoryMB = memoryMB
    self.memoryMaxMB = memoryMaxMB
    self.networks = networks
    self.devices = devices
  }
}

/// A network an allocation uses.
public struct AllocatedNetwork: Sendable, Hashable {
  public var mode: String
  public var device: String
  public var ip: String
  public var mbits: Int
  /// Static ports, then dynamic ones.
  public var ports: [AllocatedPort]

  public init(mode: String = "", device: String = "", ip: String = "", mbits: Int = 0, ports: [AllocatedPort] = []) {
    self.mode = mode
    self.device = device
    self.ip = ip
    self.mbits = mbits
    self.ports = ports
  }
}

/// A port an allocation has.
public struct AllocatedPort: Sendable, Hashable {
  public var label: String
  public var value: Int
  public var to: Int
  /// Empty for ports of task networks, which are bound to their network's address.
  public var hostIP: String
  public var hostNetwork: String
  public var isStatic: Bool

  public init(
    label: String, value: Int, to: Int = 0, hostIP: String = "", hostNetwork: String = "", isStatic: Bool = false
  ) {
    self.label = label
    self.value = value
    self.to = to
    self.hostIP = hostIP
    self.hostNetwork = hostNetwork
    self.isStatic = isStatic
  }
}

/// Devices an allocation has.
public struct AllocatedDevice: Sendable, Hashable {
  public var vendor: String
  public var type: String
  public var name: String
  public var instances: [String]

  public init(vendor: String, type: String, name: String, instances: [String]) {
    self.vendor = vendor
    self.type = type
    self.name = name
    self.instances = instances
  }
}
