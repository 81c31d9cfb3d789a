/// What an allocation holds on its node.
public struct AllocatedResources: Sendable, Hashable {
  /// By name, in byte order.
  public var tasks: [AllocatedTask] = []
  /// Ephemeral disk in MiB, one amount for all tasks (`Shared.DiskMB`).
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
  /// The task's name, the key in `AllocatedResources.Tasks`.
  public var name: String
  /// When it runs, from `TaskLifecycles` or else the allocation's job; `.main` where neither tells.
  public var phase: RequestedTask.Phase
  /// MHz; what reserved cores stand for is included.
  public var cpuShares: Int
  /// Ids of the cores it has for itself (`Cpu.ReservedCores`), ascending; the command line's JSON leaves them out.
  public var cores: [Int]
  /// Memory reserved, in MiB; the only amount of memory that counts for fit and score (scheduler.md 5.1).
  public var memoryMB: Int
  /// Upper bound of its memory where oversubscription is on, in MiB; 0 for none. Never counts for fit.
  public var memoryMaxMB: Int
  /// Networks of the task's own, the deprecated form; only the first of them counts (scheduler.md 4.1).
  public var networks: [AllocatedNetwork]
  /// What it was given of the node's device groups.
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
  /// As the API has it: `host`, `bridge`, `cni/NAME`; may be empty.
  public var mode: String
  /// The host's interface, such as `eth0`, by which bandwidth is counted; may be empty for a group's network.
  public var device: String
  /// The host's address on which its ports are taken.
  public var ip: String
  /// Bandwidth in MBit/s, which counts for networks of tasks only; 0 for none.
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
  /// The `port` block's label.
  public var label: String
  /// The number on the host; 0 where the snapshot does not tell.
  public var value: Int
  /// The number inside the network namespace: 0 for the same, −1 for whatever the host port is.
  public var to: Int
  /// Empty for ports of task networks, which are bound to their network's address.
  public var hostIP: String
  /// The host network's name; empty where the snapshot gives only `HostIP`, as it does for a group's ports.
  public var hostNetwork: String

  public init(label: String, value: Int, to: Int = 0, hostIP: String = "", hostNetwork: String = "") {
    self.label = label
    self.value = value
    self.to = to
    self.hostIP = hostIP
    self.hostNetwork = hostNetwork
  }
}

/// Devices an allocation has.
public struct AllocatedDevice: Sendable, Hashable {
  /// The maker, such as `nvidia`.
  public var vendor: String
  /// The kind, such as `gpu`.
  public var type: String
  /// The model, such as `1080ti`.
  public var name: String
  /// Ids of the single devices it holds (`DeviceIDs`).
  public var instances: [String]

  public init(vendor: String, type: String, name: String, instances: [String]) {
    self.vendor = vendor
    self.type = type
    self.name = name
    self.instances = instances
  }
}
