/// The nodes in runs of equal size: all of one run have as much processor and memory as one another.
///
/// What a scan works out per size is then worked out per run, and what it reads stands in a row. Within a run nodes
/// keep the order of the snapshot.
struct NodeOrder: Sendable {
  /// Nodes of one size, as places in the order.
  struct Run: Sendable {
    var slots: Range<Int>
    var cpu: Int
    var memory: Int
  }

  private(set) var runs: [Run] = []
  /// The node at each place.
  private(set) var nodes: [Int32] = []
  /// The place of each node.
  private(set) var slots: [Int32] = []

  init() {}

  /// `cpu` and `memory` are what each node has to give.
  init(cpu: [Int], memory: [Int]) {
    let order = cpu.indices.sorted { (cpu[$0], memory[$0], $0) < (cpu[$1], memory[$1], $1) }
    nodes = order.map { Int32($0) }
    slots = [Int32](repeating: 0, count: order.count)
    for (slot, node) in order.enumerated() {
      slots[node] = Int32(slot)
      if let last = runs.last, last.cpu == cpu[node], last.memory == memory[node] {
        runs[runs.count - 1].slots = last.slots.lowerBound..<slot + 1
      } else {
        runs.append(Run(slots: slot..<slot + 1, cpu: cpu[node], memory: memory[node]))
      }
    }
  }
}
