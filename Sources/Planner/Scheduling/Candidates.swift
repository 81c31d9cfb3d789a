/// The nodes a job may run on at all: ready, eligible, not draining, in its pool and datacenters (scheduler.md 2.1).
///
/// All others are dropped without a word by the real scheduler; an explanation says why.
struct Candidates: Sendable {
  /// Places in the snapshot, ascending.
  private(set) var nodes: [Int] = []
  /// For each node of the snapshot whether it is a candidate.
  private(set) var isCandidate: [Bool]
  /// The first candidate of each class, ascending.
  private(set) var firstOfClass: [Int] = []
  /// Candidates by datacenter.
  private(set) var byDatacenter: [String: Int] = [:]

  init(datacenters: [String], pool: String, _ facts: NodeFacts, classes: NodeClasses) {
    isCandidate = [Bool](repeating: false, count: facts.isUsable.count)
    let fitsDatacenter = facts.datacenters.texts.map { Candidates.datacenter($0, matches: datacenters) }
    let fitsPool = facts.pools.texts.map { Candidates.pool($0, matches: pool) }
    var counts = [Int](repeating: 0, count: fitsDatacenter.count)
    for node in isCandidate.indices where facts.isUsable[node] {
      let datacenter = Int(facts.datacenterOf[node])
      guard fitsDatacenter[datacenter], fitsPool[Int(facts.poolOf[node])] else { continue }
      nodes.append(node)
      isCandidate[node] = true
      counts[datacenter] += 1
    }
    var isSeen = [Bool](repeating: false, count: classes.count)
    for node in nodes where !isSeen[classes.ofNode[node]] {
      isSeen[classes.ofNode[node]] = true
      firstOfClass.append(node)
    }
    for (name, count) in zip(facts.datacenters.texts, counts) where count > 0 { byDatacenter[name] = count }
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
