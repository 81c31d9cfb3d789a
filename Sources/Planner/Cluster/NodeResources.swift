/// What a node has, before anything is taken away for the machine itself.
public struct NodeResources: Sendable, Hashable {
  /// MHz over all cores.
  public var cpuShares: Int = 0
  /// All cores of the machine.
  public var totalCores: Int = 0
  /// The cores that tasks may have for themselves, ascending.
  public var reservableCores: [Int] = []
  /// Memory in MiB, which Nomad calls MB (`Memory.MemoryMB`).
  public var memoryMB: Int = 0
  /// Disk in MiB (`Disk.DiskMB`): what was free when the client looked; from Nomad 1.11.1 on all less the reserved.
  public var diskMB: Int = 0
  /// One entry for each vendor, type and model, in the order of the snapshot.
  public var devices: [NodeDevice] = []
  /// One entry for each network mode and address of the default interface. Modes are decided here.
  public var networks: [NodeNetwork] = []
  /// The addresses that ports are bound to, in the order of the snapshot.
  public var addresses: [NodeAddress] = []
  /// Host networks of the configuration for which the snapshot shows no address: they exist, where is unknown.
  public var aliasesWithoutAddress: [String] = []
  /// As given; 0 stands for the default.
  public var minDynamicPort: Int = 0
  /// As given; 0 stands for the default.
  public var maxDynamicPort: Int = 0

  public init() {}

  /// The ports from which dynamic ones are taken: 20000…32000 unless the agent says otherwise.
  public var dynamicPorts: ClosedRange<Int> {
    let low = minDynamicPort > 0 ? minDynamicPort : 20_000
    let high = maxDynamicPort > 0 ? maxDynamicPort : 32_000
    return low...max(low, high)
  }

  /// The network modes the node offers, each once, in order. An empty mode is `host`.
  public var networkModes: [String] {
    var modes: [String] = []
    for network in networks where !modes.contains(network.effectiveMode) { modes.append(network.effectiveMode) }
    return modes
  }

  /// The names of the host networks the node has addresses for, each once, in order.
  public var aliases: [String] {
    var names: [String] = []
    for address in addresses where !names.contains(address.alias) { names.append(address.alias) }
    return names
  }
}

/// What an agent keeps back on its node.
public struct ReservedResources: Sendable, Hashable {
  /// MHz (`reserved.cpu` of the agent's configuration).
  public var cpuShares: Int = 0
  /// Ids of the cores that no task gets (`reserved.cores`), ascending; the command line's JSON leaves them out.
  public var cores: [Int] = []
  /// MiB (`reserved.memory`).
  public var memoryMB: Int = 0
  /// MiB (`reserved.disk`).
  public var diskMB: Int = 0
  /// A list of ports such as `22,80,8500-8600`, as given.
  public var hostPorts: String = ""

  public init() {}
}
