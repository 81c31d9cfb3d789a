/// Scores nodes for the instances of one group: the parts of the reference by name, and their mean.
///
/// Holds what is worked out once per group, and follows the group's own placements as they happen. The order in which
/// the parts are summed is the reference's, so that equal inputs give equal sums (scheduler.md 6.1).
struct NodeScorer: Sendable {
  private let runsOnEveryNode: Bool
  private let groupCount: Int
  /// For each node the share of affinities that hold, or nil where the group has none.
  private let affinities: [Double]?
  private let hasDeviceAffinities: Bool
  /// Live instances of the group on each node.
  private var instances: InstanceCounts
  private(set) var spreads: [NodeSpread] = []
  /// The sum of the weights of all spreads met so far. It grows with each group of the job, and counts for those before
  /// it too, as in the reference (scheduler.md 6.4).
  var spreadWeights = 0

  /// A spread and the number of its attribute's value on each node, −1 where a node lacks the attribute.
  struct NodeSpread: Sendable {
    var tally: SpreadTally
    var values: [Int32]

    func value(ofNode node: Int) -> Int? { values[node] < 0 ? nil : Int(values[node]) }
  }

  init(
    _ request: PlacementRequest, affinities: [Double]?, spreads: [NodeSpread],
    instances: InstanceCounts
  ) {
    runsOnEveryNode = request.jobKind.runsOnEveryNode
    groupCount = max(1, request.count)
    self.affinities = runsOnEveryNode ? nil : affinities
    self.spreads = runsOnEveryNode ? [] : spreads
    self.instances = instances
    hasDeviceAffinities = request.devices.contains { !$0.affinities.isEmpty }
  }

  /// Follows a placement (+1) or the end (−1) of an instance of the group.
  mutating func note(_ change: Int, onNode node: Int) {
    instances.add(change, onNode: node)
    for index in spreads.indices {
      let value = spreads[index].value(ofNode: node)
      spreads[index].tally.add(change, on: value)
    }
  }

  /// True where a node can have a score above its fit, spreads left out.
  var hasAffinities: Bool { affinities != nil }

  /// The sum of the scores that count, spreads left out, and how many they are: in a node's plain circumstances.
  func sumWithoutSpreads(fit: Double, node: Int) -> (sum: Double, count: Double) {
    var sum = fit
    var count = 1.0
    if instances[node] > 0 {
      sum += antiAffinity(node)
      count += 1
    }
    if let affinity = affinities?[node], affinity != 0 {
      sum += affinity
      count += 1
    }
    return (sum, count)
  }

  /// What stands beside the fit in a node's score.
  struct Circumstances {
    var isPenalized = false
    /// The share of device affinities met, where any are asked for.
    var devices: Double?
    /// The priorities of what would be pushed out; empty for nothing.
    var preemptedPriorities: [Int] = []
  }

  /// The mean of the scores that count. `lowestBoost` is the lowest spread boost so far in this plan.
  func total(fit: Double, node: Int, circumstances: Circumstances, lowestBoost: inout Double) -> Double {
    if runsOnEveryNode, circumstances.devices == nil { return fit }
    var sum = fit
    var count = 1.0
    if let devices = circumstances.devices {
      sum += devices
      count += 1
    }
    if !runsOnEveryNode {
      if instances[node] > 0 {
        sum += antiAffinity(node)
        count += 1
      }
      if circumstances.isPenalized {
        sum += -1
        count += 1
      }
      if let affinity = affinities?[node], affinity != 0 {
        sum += affinity
        count += 1
      }
      let boost = spreadBoost(node, lowest: &lowestBoost)
      if boost != 0 {
        sum += boost
        count += 1
      }
      if !circumstances.preemptedPriorities.isEmpty {
        sum += PreemptionScore.score(of: circumstances.preemptedPriorities)
        count += 1
      }
    }
    return sum / count
  }

  /// The same in parts. `lowestBoost` is what it was when the node was looked at.
  func score(fit: Double, node: Int, circumstances: Circumstances, lowestBoost: Double) -> Parts {
    var parts = Parts(fit: fit)
    parts.devices = circumstances.devices
    parts.isForEveryNode = runsOnEveryNode
    if !runsOnEveryNode {
      if instances[node] > 0 { parts.antiAffinity = antiAffinity(node) }
      parts.isPenalized = circumstances.isPenalized
      parts.affinity = affinities?[node] ?? 0
      parts.hasAffinities = affinities != nil
      var lowest = lowestBoost
      parts.boost = spreadBoost(node, lowest: &lowest)
      if !circumstances.preemptedPriorities.isEmpty {
        parts.preemption = PreemptionScore.score(of: circumstances.preemptedPriorities)
      }
    }
    var again = lowestBoost
    parts.total = total(fit: fit, node: node, circumstances: circumstances, lowestBoost: &again)
    return parts
  }

  private func antiAffinity(_ node: Int) -> Double { -Double(instances[node] + 1) / Double(groupCount) }

  func spreadBoost(_ node: Int, lowest: inout Double) -> Double {
    var sum = 0.0
    for spread in spreads {
      sum += spread.tally.boost(on: spread.value(ofNode: node), weightSum: spreadWeights, lowest: &lowest)
    }
    return sum
  }
}
