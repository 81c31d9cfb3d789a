/// What a successful fit takes on its node: ports, cores, devices, and what each task gets.
public struct Allotment: Sendable, Hashable {
  /// A port of the group, or of a task's own network.
  public struct Port: Sendable, Hashable {
    public var label: String
    /// The number on the host.
    public var value: Int
    /// The number inside; 0 where it is the same.
    public var to: Int
    public var hostIP: String
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
    public var vendor: String
    public var type: String
    public var name: String
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
    public var device: String
    public var ip: String
    public var mbits: Int
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
    public var name: String
    public var phase: RequestedTask.Phase
    /// Processor shares, those of reserved cores included.
    public var cpu: Int
    public var cores: [Int]
    public var memoryMB: Int
    public var memoryMaxMB: Int
    public var devices: [Device]
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

  public var ports: [Port] = []
  public var tasks: [TaskShare] = []
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
