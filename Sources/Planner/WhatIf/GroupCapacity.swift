public import JobSpec

/// How many more instances of a group fit beside what a cluster holds, where they would go, and what stops the next.
public struct GroupCapacity: Sendable {
  /// The task group's name.
  public var group: String
  /// How many the job wants.
  public var wanted: Int
  /// How many run already.
  public var running: Int
  /// Further instances, in the order they were placed.
  public var placements: [Placement] = []
  /// What stops the next one; nil where the search ended at its limit.
  public var obstacle: PlacementFailure?
  /// True for jobs that run once on each node: there is no more room than there are nodes.
  public var isOncePerNode = false

  /// How many more fit; at least this many where the limit was reached.
  public var more: Int { placements.count }
  /// True where the search ended at its limit, so that more may fit.
  public var isLimited = false
  /// True where all instances that the job wants have a place or run.
  public var suffices: Bool { isOncePerNode || running + more >= wanted }

  /// Some further instances, by what their nodes have in common.
  public struct Share: Sendable, Hashable {
    /// The fact they share, such as a datacenter; empty where their nodes have none.
    public var name: String
    /// How many nodes take some.
    public var nodes: Int
    /// How many of the further instances these nodes take together.
    public var instances: Int
  }

  /// The further instances by a fact of their nodes, the most first, equal ones by name.
  public func shares(by fact: (Node) -> String, in state: ClusterState) -> [Share] {
    var shares: [String: (nodes: Set<Int>, instances: Int)] = [:]
    for placement in placements where state.nodes.indices.contains(placement.node) {
      shares[fact(state.nodes[placement.node]), default: ([], 0)].nodes.insert(placement.node)
      shares[fact(state.nodes[placement.node]), default: ([], 0)].instances += 1
    }
    return shares.map { Share(name: $0.key, nodes: $0.value.nodes.count, instances: $0.value.instances) }
      .sorted {
        $0.instances != $1.instances
          ? $0.instances > $1.instances : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
      }
  }
}

extension Scheduler {
  /// How many more instances of each group fit, each group for itself, nothing being pushed out for them.
  ///
  /// They are placed one after another, as planning would place them, until one finds no place or `limit` is reached.
  /// The state stays as it is.
  public func capacity(of job: ValidatedJob, on state: ClusterState, limit: Int = 1000) -> [GroupCapacity] {
    job.job.groups.indices.map { index in
      var state = state
      var planner = JobPlanner(job.job, in: &state, keptScores: 0, explainsFailures: true)
      return planner.capacity(ofGroup: index, limit: limit, in: &state)
    }
  }
}

extension JobPlanner {
  fileprivate mutating func capacity(ofGroup index: Int, limit: Int, in state: inout ClusterState) -> GroupCapacity {
    let running = (runningInstances(in: state)[groups[index]] ?? []).filter { !$0.isTerminal }
    var capacity = GroupCapacity(
      group: requests[index].group, wanted: requests[index].count, running: running.count)
    if plan.jobKind.runsOnEveryNode {
      fillEveryNode(&capacity, index, running, limit, in: &state)
    } else {
      fill(&capacity, index, running, limit, in: &state)
    }
    capacity.obstacle = failures[index]
    // There is no one to wait: these instances are only imagined.
    capacity.obstacle?.explanation?.until = []
    return capacity
  }

  private mutating func fill(
    _ capacity: inout GroupCapacity, _ index: Int, _ running: [RunningInstance], _ limit: Int,
    in state: inout ClusterState
  ) {
    let taken = Set(running.map(\.index))
    let bound = VolumeBound(requests[index])
    var instance = 0
    while capacity.placements.count < limit {
      if let bound, running.count + capacity.placements.count >= bound.users {
        failures[index] = bound.failure(of: requests[index], instance: instance)
        return
      }
      while taken.contains(instance) { instance += 1 }
      var metrics = freshMetrics
      guard let found = selectAny(instance, group: index, &metrics, in: &state) else {
        fail(group: index, instance: instance, metrics: metrics, in: state)
        return
      }
      capacity.placements.append(place(found, group: index, instance: instance, metrics: metrics, in: &state))
      instance += 1
    }
    capacity.isLimited = true
  }

  private mutating func fillEveryNode(
    _ capacity: inout GroupCapacity, _ index: Int, _ running: [RunningInstance], _ limit: Int,
    in state: inout ClusterState
  ) {
    capacity.isOncePerNode = true
    let occupied = Set(running.map(\.node))
    var refused = false
    var counted: [Int: String] = [:]
    for node in candidates.nodes where !occupied.contains(node) {
      if capacity.placements.count >= limit {
        capacity.isLimited = true
        break
      }
      var metrics = freshMetrics
      if let found = select(0, among: [node], group: index, &metrics, in: &state) {
        capacity.placements.append(place(found, group: index, instance: 0, metrics: metrics, in: &state))
      } else {
        refused = true
        counted[node] = placers[index]?.countedReasons[node]
        if failures[index] == nil {
          failures[index] = PlacementFailure(
            group: requests[index].group, metrics: metrics, request: requests[index], firstIndex: 0)
        } else {
          repeatFailure(group: index)
        }
      }
    }
    guard refused else { return }
    let placed = capacity.placements.map(\.node) + occupied.filter { $0 >= 0 }
    let explanation = explanation(ofGroup: index, instance: 0, counted: counted, placed: placed, in: state)
    failures[index]?.explanation = explanation
  }

  /// The best of all candidates, by their ranking where that can tell.
  private mutating func selectAny(
    _ instance: Int, group index: Int, _ metrics: inout PlacementMetrics, in state: inout ClusterState
  ) -> GroupPlacer.Selection? {
    let candidates = candidates
    let attempt = GroupPlacer.Attempt(instance: instance, keepsReasons: true)
    let ranked = withPlacer(ofGroup: index, in: &state) { placer, filter, _, state in
      placer.selectByRanking(attempt, among: candidates, filter: &filter, in: &state)
    }
    return ranked ?? select(instance, among: candidates.nodes, group: index, &metrics, in: &state)
  }

  private mutating func select(
    _ instance: Int, among nodes: [Int], group index: Int, _ metrics: inout PlacementMetrics,
    in state: inout ClusterState
  ) -> GroupPlacer.Selection? {
    let attempt = GroupPlacer.Attempt(instance: instance, keepsReasons: true)
    return withPlacer(ofGroup: index, in: &state) { placer, filter, boost, state in
      placer.select(
        attempt, among: nodes, filter: &filter, lowestBoost: &boost, metrics: &metrics, in: &state)
    }
  }
}
