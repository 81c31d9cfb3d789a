/// An allocation as the planner counts with it.
///
/// There may be millions: numbers that count what is in memory are held in 32 bits.
struct LiveAllocation: Sendable {
  enum Source: Sendable {
    /// Its place among the allocations of the snapshot.
    case snapshot(Int)
    /// Placed by this run.
    case placed(Allotment)
  }

  /// An end that planning brings: settled at once, so that the next plan finds it done.
  enum End: Sendable { case stopped, lost, evicted }

  var source: Source
  /// The number in its name, or −1.
  var instance: Int
  var cpu = 0
  var memoryMB = 0
  var diskMB = 0
  private var jobNumber: Int32
  private var groupNumber: Int32
  private var nodeNumber: Int32
  private var ownPriority: Int32
  private var holdingsNumber: Int32 = 0
  private var versionNumber: Int32 = -1
  /// False once it is stopped or pushed out, and for what the client has ended: it takes no room then.
  var isLive = false
  /// Told to stop, but still there.
  var isServerTerminal = false
  /// How this run has ended it; nil where it has not.
  var end: End?

  init(source: Source, job: Int, group: Int, node: Int, instance: Int, priority: Int) {
    self.source = source
    self.instance = instance
    jobNumber = Int32(truncatingIfNeeded: job)
    groupNumber = Int32(truncatingIfNeeded: group)
    nodeNumber = Int32(truncatingIfNeeded: node)
    ownPriority = Int32(clamping: priority)
  }

  /// Numbers of the state's `JobTable`.
  var job: Int { Int(jobNumber) }
  var group: Int { Int(groupNumber) }
  /// The node's place in the snapshot, or −1 where the snapshot does not have it.
  var node: Int { Int(nodeNumber) }
  /// Of the job it runs: a change of the job may change it.
  var priority: Int {
    get { Int(ownPriority) }
    set { ownPriority = Int32(clamping: newValue) }
  }

  /// One more than its place among the state's holdings, 0 where it holds no ports, cores or devices.
  var holdings: Int {
    get { Int(holdingsNumber) }
    set { holdingsNumber = Int32(truncatingIfNeeded: newValue) }
  }

  /// Which of the job's known versions it runs, or −1 where nobody tells.
  var version: Int {
    get { Int(versionNumber) }
    set { versionNumber = Int32(truncatingIfNeeded: newValue) }
  }
}
