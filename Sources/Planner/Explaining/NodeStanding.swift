/// Why the scheduler does not look at a node at all. Nomad drops such nodes without a word.
public enum NodeStanding: Sendable, Hashable {
  /// Its status: `down`, `initializing`, `disconnected`.
  case notReady(String)
  case draining
  case ineligible
  case otherDatacenter(String)
  case otherPool(String)

  /// All that keeps a job from looking at a node; empty for candidates.
  static func obstacles(_ node: Node, datacenters: [String], pool: String) -> [NodeStanding] {
    var found: [NodeStanding] = []
    if !node.isReady { found.append(.notReady(node.status)) }
    if node.isDraining { found.append(.draining) }
    if !node.isEligible, !node.isDraining { found.append(.ineligible) }
    if !Candidates.datacenter(node.datacenter, matches: datacenters) { found.append(.otherDatacenter(node.datacenter)) }
    if !Candidates.pool(node.pool, matches: pool) { found.append(.otherPool(node.pool)) }
    return found
  }

  /// The stage's name in reports.
  public var stage: String {
    switch self {
    case .notReady, .draining, .ineligible: "eligibility"
    case .otherDatacenter: "datacenter"
    case .otherPool: "node pool"
    }
  }

  /// What the node is: `is down`.
  public var text: String { "is \(state)" }

  /// The same without the verb.
  var state: String {
    switch self {
    case .notReady(let status): status == "down" || status == "disconnected" ? status : "\"\(status)\""
    case .draining: "draining"
    case .ineligible: "marked as ineligible"
    case .otherDatacenter(let name): "in datacenter \"\(name)\""
    case .otherPool(let name): "in node pool \"\(name)\""
    }
  }

  /// What may happen to the node that would make it a candidate; nil where only the job can change that.
  var change: String? {
    switch self {
    case .notReady: "is ready again"
    case .draining: "stops draining"
    case .ineligible: "is marked as eligible"
    case .otherDatacenter, .otherPool: nil
    }
  }
}
