/// Why the instances of one group have no place: what Nomad's counters do not say.
///
/// Speaks of the moment at which the first of them failed.
public struct Explanation: Sendable {
  /// Every node of the snapshot, in its order.
  public var nodes: [NodeOutcome] = []
  /// Equal reasons folded into one, those of most nodes first; then the nodes that were not considered.
  public var findings: [Finding] = []
  /// The nodes that lack least, at most three.
  public var nearest: [NearestMiss] = []
  /// Single changes that would place more instances, each tried out; the best first.
  public var remedies: [Remedy] = []
  /// How many changes were tried out; nil where none was looked for.
  public var triedRemedies: Int?
  /// Where the counters mislead, the truth.
  public var notes: [String] = []
  /// What would end the wait for a place: `a node with network "cni/prod" joins`.
  public var until: [String] = []

  /// One line for all: what most nodes lack.
  public var summary: String { findings.first?.summary ?? "no node takes it" }
}

/// What became of one node.
public struct NodeOutcome: Sendable {
  /// Its place in the snapshot.
  public var node: Int
  /// Its name in the snapshot, which need not be unique.
  public var name: String
  /// Why the scheduler does not look at it at all; empty for candidates.
  public var standing: [NodeStanding]
  /// All that keeps the instance off it, the decisive reason first. Told for nodes that are not considered too.
  public var rejections: [Rejection]
  /// What Nomad counts the node under, where that is not the true reason.
  public var counted: String?

  /// The scheduler looks at it: ready, eligible, not draining, in the job's datacenters and pool (scheduler.md 2.1).
  public var isCandidate: Bool { standing.isEmpty }
  /// How many things would have to change.
  public var obstacles: Int { standing.count + rejections.count }
}

/// Several nodes with one reason.
public struct Finding: Sendable {
  /// What was looked at: a stage of the scheduler, or `eligibility`, `datacenter`, `node pool`.
  public var stage: String
  /// Nomad's own words, where it has any for this.
  public var reason: String
  /// One sentence: what is asked for and how many nodes have it.
  public var summary: String
  /// What the nodes have instead, who holds what is taken; one line each.
  public var details: [String] = []
  /// The nodes, by their places in the snapshot.
  public var nodes: [Int]
  /// The lines of the job file that ask for it.
  public var causes: [Rejection.Cause] = []
  /// `did you mean "cni/dev"?`
  public var help: String?
  /// True for nodes the scheduler never looks at.
  public var isSilent = false
}

/// A node that lacks little, and what.
public struct NearestMiss: Sendable {
  /// Its place in the snapshot.
  public var node: Int
  /// Its name in the snapshot, which need not be unique.
  public var name: String
  /// What keeps the instance off it, in words.
  public var lacks: [String]
}
