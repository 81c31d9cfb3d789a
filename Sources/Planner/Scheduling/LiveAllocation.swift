/// An allocation as the planner counts with it.
struct LiveAllocation: Sendable {
  enum Source: Sendable {
    /// Its place among the allocations of the snapshot.
    case snapshot(Int)
    /// Placed by this run.
    case placed(Allotment)
  }

  var source: Source
  /// Numbers of the state's `JobTable`.
  var job: Int
  var group: Int
  /// The node's place in the snapshot, or −1 where the snapshot does not have it.
  var node: Int
  /// The number in its name, or −1.
  var instance: Int
  var priority: Int
  var cpu = 0
  var memoryMB = 0
  var diskMB = 0
  /// One more than its place among the state's holdings, 0 where it holds no ports, cores or devices.
  var holdings = 0
  /// False once it is stopped or pushed out, and for what the client has ended: it takes no room then.
  var isLive = false
  /// Told to stop, but still there.
  var isServerTerminal = false
  /// Which of the job's known versions it runs, or −1 where nobody tells.
  var version = -1

  init(source: Source, job: Int, group: Int, node: Int, instance: Int, priority: Int) {
    self.source = source
    self.job = job
    self.group = group
    self.node = node
    self.instance = instance
    self.priority = priority
  }
}
