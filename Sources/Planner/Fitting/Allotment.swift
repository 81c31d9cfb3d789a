/// What a successful fit takes on its node: ports, cores, devices, and what each task gets.
public struct Allotment: Sendable, Hashable {
  /// A port of the group, or of a task's own network.
  public struct Port: Sendable, Hashable {
    /// The `port` block's label.
    public var label: String
    /// The number on the host.
    public var value: Int
    /// The number inside; 0 where it is the same.
    public var to: Int
    /// The node's address it is bound to; empty where the snapshot does not tell that of the host network.
    public var hostIP: String
    /// The host network's name, references resolved; may be empty for an allocation of the snapshot.
    public var hostNetwork: String
    /// Chosen by the scheduler. The real one picks at random, so the number is one of many.
    public var isDynamic: Bool
    /// Its number is not marked as taken: the job said that it may be shared.
    public var ignoresCollisions: Bool

    public init(
      label: String, value: Int, to: Int, hostIP: String, hostNetwork: String, isDynamic: Bool,
      ignoresCollisions: Bool = false
    ) {
      self.label = label
      self.value = value
      self.to = to
      self.hostIP = hostIP
      self.hostNetwork = hostNetwork
      self.isDynamic = isDynamic
      self.ignoresCollisions = ignoresCollisions
    }
  }

  /// Instances of one device group given to a task.
  public struct Device: Sendable, Hashable {
    /// The maker, such as `nvidia`.
    public var vendor: String
    /// The kind, such as `gpu`.
    public var type: String
    /// The model, such as `1080ti`.
    public var name: String
    /// Ids of the single devices.
    public var ids: [String]

    public init(vendor: String, type: String, name: String, ids: [String]) {
      self.vendor = vendor
      self.type = type
      self.name = name
      self.ids = ids
    }
  }

  /// A network of a task's own (deprecated form).
  public struct TaskNetwork: Sendable, Hashable {
    /// The host's interface, such as `eth0`.
    public var device: String
    /// The interface's address, to which all ports of the network are bound.
    public var ip: String
    /// Bandwidth taken on the interface, in MBit/s.
    public var mbits: Int
    /// Static ports, then dynamic ones.
    public var ports: [Port]

    public init(device: String, ip: String, mbits: Int, ports: [Port]) {
      self.device = device
      self.ip = ip
      self.mbits = mbits
      self.ports = ports
    }
  }

  /// What one task gets.
  public struct TaskShare: Sendable, Hashable {
    /// The task's name.
    public var name: String
    /// When it runs, by which the peaks are worked out (scheduler.md 5.2).
    public var phase: RequestedTask.Phase
    /// Processor shares, those of reserved cores included.
    public var cpu: Int
    /// Ids of the cores it has for itself, ascending; empty for none.
    public var cores: [Int]
    /// Memory reserved, in MB.
    public var memoryMB: Int
    /// Upper bound of its memory in MB; 0 for none, as where oversubscription is off.
    public var memoryMaxMB: Int
    /// One entry for each device request.
    public var devices: [Device]
    /// Nil where it asks for none, and for allocations of the snapshot.
    public var network: TaskNetwork?

    public init(
      name: String, phase: RequestedTask.Phase, cpu: Int, cores: [Int] = [], memoryMB: Int, memoryMaxMB: Int = 0,
      devices: [Device] = [], network: TaskNetwork? = nil
    ) {
      self.name = name
      self.phase = phase
      self.cpu = cpu
      self.cores = cores
      self.memoryMB = memoryMB
      self.memoryMaxMB = memoryMaxMB
      self.devices = devices
      self.network = network
    }
  }

  /// The group's ports; for a new instance static ones come first.
  public var ports: [Port] = []
  /// One share for each task of the group.
  public var tasks: [TaskShare] = []
  /// Ephemeral disk in MB, one amount for all tasks.
  public var diskMB = 0
  /// The share of device affinities met, where any are asked for.
  public var deviceScore: Double?

  public init() {}

  /// True where nothing is taken beside processor, memory and disk.
  var holdsNothing: Bool {
    ports.isEmpty && tasks.allSatisfy { $0.cores.isEmpty && $0.devices.isEmpty && $0.network == nil }
  }

  /// Peak processor shares over the group's life.
  public var peakCPU: Int { peak { $0.cpu } }
  /// Peak memory over the group's life.
  public var peakMemoryMB: Int { peak { $0.memoryMB } }
  /// All cores of all tasks, ascending.
  public var cores: [Int] { tasks.flatMap(\.cores).sorted() }

  private func peak(_ amount: (TaskShare) -> Int) -> Int {
    var peak = LifecyclePeak()
    for task in tasks { peak.add(amount(task), in: task.phase) }
    return peak.value
  }
}
