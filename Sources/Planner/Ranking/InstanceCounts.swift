/// How many live instances of a group stand on each node.
///
/// A group of few instances holds a short list, others an array over all nodes.
struct InstanceCounts: Sendable {
  private var few: [(node: Int32, count: Int32)] = []
  private var all: [Int32] = []
  private let nodeCount: Int
  private static let bound = 8

  init(nodeCount: Int) { self.nodeCount = nodeCount }

  subscript(node: Int) -> Int {
    if !all.isEmpty { return Int(all[node]) }
    for entry in few where entry.node == node { return Int(entry.count) }
    return 0
  }

  mutating func add(_ change: Int, onNode node: Int) {
    if all.isEmpty {
      if let index = few.firstIndex(where: { $0.node == node }) {
        few[index].count += Int32(change)
        return
      }
      if few.count < Self.bound {
        few.append((Int32(node), Int32(change)))
        return
      }
      all = [Int32](repeating: 0, count: nodeCount)
      for entry in few { all[Int(entry.node)] = entry.count }
      few = []
    }
    all[node] += Int32(change)
  }
}
