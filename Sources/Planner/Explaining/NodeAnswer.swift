public import JobSpec

/// Why a node does or does not get instances of a group: the answer to `--why-not`.
public struct NodeAnswer: Sendable {
  /// The node asked about.
  public var nodeName: String
  /// The group of the job that the answer is for.
  public var group: String
  /// Why the scheduler does not look at the node; empty for candidates.
  public var standing: [NodeStanding]
  /// What kept the first instance off it; empty where it would take one.
  public var rejections: [Rejection]
  /// What Nomad counts it under, where that is not the true reason.
  public var counted: String?
  /// Its score for the first instance, where it would take one.
  public var score: NodeScore?
  /// The node that won, and its score.
  public var winner: (name: String, score: NodeScore)?
  /// How many nodes would take the first instance, and which place this one has among them.
  public var rank: (place: Int, count: Int)?
  /// How many new instances of the group it gets.
  public var placed: Int
  /// How many new instances the group gets in all.
  public var placedInAll: Int
  /// What keeps one more instance off it once everything is placed.
  public var afterwards: [Rejection]
}

extension Scheduler {
  /// Asks about the node at a place of the snapshot, for one group of a job or for all; empty where there is no such
  /// node or group. The state stays as it is.
  public func whyNot(_ number: Int, group: String? = nil, job: ValidatedJob, on state: ClusterState) -> [NodeAnswer] {
    let nodes = state.snapshot.nodes
    guard nodes.indices.contains(number) else { return [] }
    var after = state
    var silent = self
    silent.explainsFailures = false
    let plan = silent.plan(job, on: &after)
    var before = state
    var planner = JobPlanner(
      job.job, in: &before, keptScores: nodes.count, explainsFailures: true)
    return job.job.groups.indices.compactMap { index in
      let name = job.job.groups[index].name
      if let group, !group.utf8.elementsEqual(name.utf8) { return nil }
      let placed = plan.placements.filter { $0.group.utf8.elementsEqual(name.utf8) }
      return planner.answer(node: number, group: index, placed: placed, before: before, after: after)
    }
  }
}

extension JobPlanner {
  /// What is to be said of a node: how it stood before anything was placed, and how it stands afterwards.
  mutating func answer(
    node: Int, group index: Int, placed: [Placement], before: ClusterState, after: ClusterState
  ) -> NodeAnswer {
    var before = before
    var metrics = freshMetrics
    let attempt = GroupPlacer.Attempt(instance: 0, keptScores: keptScores, keepsReasons: true)
    let nodes = candidates.nodes
    let found = withPlacer(ofGroup: index, in: &before) { placer, filter, boost, state in
      placer.select(
        attempt, among: nodes, filter: &filter, lowestBoost: &boost, metrics: &metrics, in: &state)
    }
    func outcome(in state: ClusterState) -> NodeOutcome? {
      ExplanationBuilder(
        requests[index], job: number, group: groups[index], instance: 0,
        counted: placers[index]?.countedReasons ?? [:], only: node, in: state
      ).outcomes.first
    }
    let first = outcome(in: before)
    let scores = metrics.scores
    let place = scores.firstIndex { $0.node == node }
    var answer = NodeAnswer(
      nodeName: before.snapshot.nodes[node].name, group: requests[index].group, standing: first?.standing ?? [],
      rejections: first?.rejections ?? [], counted: first?.counted, placed: placed.count { $0.node == node },
      placedInAll: placed.count, afterwards: outcome(in: after)?.rejections ?? [])
    answer.score = place.map { scores[$0] }
    answer.rank = place.map { ($0 + 1, scores.count) }
    answer.winner = found.map { (before.snapshot.nodes[$0.node].name, $0.score.named(node: $0.node)) }
    return answer
  }
}
