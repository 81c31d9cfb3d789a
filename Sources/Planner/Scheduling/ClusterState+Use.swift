/// How much of a cluster is in use.
public struct ClusterUse: Sendable, Hashable {
  /// Processor shares in MHz.
  public var cpu = 0
  /// In MB; what tasks reserve, not `memory_max`.
  public var memoryMB = 0
  /// In MB: the `ephemeral_disk` of groups, or what nodes have to give them.
  public var diskMB = 0

  public init() {}
}

extension ClusterState {
  /// What live allocations use on all nodes together.
  public var use: ClusterUse { total(usedCPU, usedMemory, usedDisk) }

  /// What the nodes that take new allocations have, less what their agents keep back.
  public var capacity: ClusterUse {
    total(availableCPU, availableMemory, availableDisk) { $0.isReady && $0.isEligible && !$0.isDraining }
  }

  /// How many nodes take new allocations.
  public var readyCount: Int { nodes.count { $0.isReady && $0.isEligible && !$0.isDraining } }

  private func total(
    _ cpu: [Int], _ memory: [Int], _ disk: [Int], where isCounted: (Node) -> Bool = { _ in true }
  ) -> ClusterUse {
    var sum = ClusterUse()
    for (index, node) in nodes.enumerated() where isCounted(node) {
      // A broken snapshot may hold any number.
      sum.cpu &+= cpu[index]
      sum.memoryMB &+= memory[index]
      sum.diskMB &+= disk[index]
    }
    return sum
  }
}
