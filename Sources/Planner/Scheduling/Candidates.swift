/// The nodes a job may run on at all: ready, eligible, not draining, in its pool and datacenters (scheduler.md 2.1).
///
/// All others are dropped without a word by the real scheduler; an explanation says why.
struct Candidates: Sendable {
  /// Places in the snapshot, ascending.
  private(set) var nodes: [Int] = []
  /// For each node of the snapshot whether it is a candidate.
  private(set) var isCandidate: [Bool]
  /// Candidates by datacenter.
  private(set) var byDatacenter: [String: Int] = [:]

  init(datacenters: [String], pool: String, in snapshot: ClusterSnapshot) {
    isCandidate = [Bool](repeating: false, count: snapshot.nodes.count)
    let patterns = datacenters.map { Array($0.utf8) }
    // Nodes of one datacenter follow one another: the last answer mostly serves.
    var last: (datacenter: String, matches: Bool)?
    for (number, node) in snapshot.nodes.enumerated() {
      guard node.isReady, node.isEligible, !node.isDraining else { continue }
      guard Candidates.pool(node.pool, matches: pool) else { continue }
      let matches: Bool
      if let last, last.datacenter.utf8.elementsEqual(node.datacenter.utf8) {
        matches = last.matches
      } else {
        matches = patterns.contains { Candidates.matches(Array(node.datacenter.utf8), pattern: $0) }
        last = (node.datacenter, matches)
      }
      guard matches else { continue }
      nodes.append(number)
      isCandidate[number] = true
      byDatacenter[node.datacenter, default: 0] += 1
    }
  }

  /// True where jobs of a pool may use a node: every pool's for `all`.
  static func pool(_ nodePool: String, matches pool: String) -> Bool {
    pool.utf8.elementsEqual("all".utf8) || nodePool.utf8.elementsEqual(pool.utf8)
  }

  /// True where a datacenter's name fits the job's list.
  static func datacenter(_ name: String, matches patterns: [String]) -> Bool {
    patterns.contains { matches(Array(name.utf8), pattern: Array($0.utf8)) }
  }

  /// `*` stands for any run of characters, an empty one too; everything else for itself.
  private static func matches(_ text: [UInt8], pattern: [UInt8]) -> Bool {
    let star = UInt8(ascii: "*")
    var position = 0
    var next = 0
    var retry: (position: Int, next: Int)?
    while position < text.count {
      if next < pattern.count, pattern[next] == star {
        retry = (position, next)
        next += 1
      } else if next < pattern.count, pattern[next] == text[position] {
        position += 1
        next += 1
      } else if let (start, at) = retry {
        position = start + 1
        next = at + 1
        retry = (start + 1, at)
      } else {
        return false
      }
    }
    while next < pattern.count, pattern[next] == star { next += 1 }
    return next == pattern.count
  }
}
