import HCLParser
import JobSpec

/// Service and batch jobs: a wanted number of instances for each group.
extension JobPlanner {
  /// A placement that is due.
  struct Due {
    var group: Int
    var index: Int
    /// The one it takes over from.
    var previous: RunningInstance?
    /// The old instance goes only if the new one finds a place.
    var isDestructive = false
    var isCanary = false

    init(group: Int, index: Int, previous: RunningInstance? = nil, isDestructive: Bool = false) {
      self.group = group
      self.index = index
      self.previous = previous
      self.isDestructive = isDestructive
    }

    init(_ wanted: GroupReconciliation.Wanted, group: Int) {
      self.init(group: group, index: wanted.index, previous: wanted.previous)
      isCanary = wanted.cause == .canary
    }

    /// Nodes where earlier tries failed: they count less.
    var penalizedNodes: [String] { previous?.nodesOfFailures ?? [] }
  }

  private enum Step {
    case one(Due)
    case new(group: Int, numbers: Range<Int>)
  }

  /// New instances with numbers in a row. After the first without a place the others are only counted.
  private mutating func placeNew(_ numbers: Range<Int>, group index: Int, in state: inout ClusterState) {
    for number in placeByRanking(numbers, group: index, in: &state)..<numbers.upperBound {
      if failures[index] != nil {
        repeatFailure(group: index, times: numbers.upperBound - number)
        return
      }
      place(Due(group: index, index: number), in: &state)
    }
  }

  /// Places new instances one after another as long as the ranking of the nodes tells where; nothing is counted and
  /// nothing but the placement is made for each. Returns the first number that is still without a place.
  private mutating func placeByRanking(_ numbers: Range<Int>, group index: Int, in state: inout ClusterState) -> Int {
    guard usesRanking, failures[index] == nil, keptScores == 0, !numbers.isEmpty else { return numbers.lowerBound }
    inheritNetworkNeed(ofGroup: index)
    var placer = takePlacer(ofGroup: index, in: &state)
    defer { placers[index] = placer }
    let request = requests[index]
    var number = numbers.lowerBound
    if plan.placements.isEmpty { plan.placements.reserveCapacity(min(numbers.count, 1 << 16)) }
    while number < numbers.upperBound,
      let found = placer.selectByRanking(
        GroupPlacer.Attempt(instance: number), among: candidates, filter: &filter, in: &state)
    {
      plan.placements.append(
        Placement(
          job: plan.jobID, group: request.group, index: number, on: state.snapshot.nodes[found.node], found))
      journal.append(
        .placed(
          state.place(
            found.allotment, job: self.number, group: groups[index], node: found.node, instance: number,
            priority: request.priority, version: version)))
      placer.scorer.note(1, onNode: found.node)
      number += 1
    }
    return number
  }

  mutating func planInstances(in state: inout ClusterState) {
    var due: [Due] = []
    var later: [Step] = []
    var running = runningInstances(in: state)
    var stops: [GroupReconciliation.Stop] = []
    for index in requests.indices {
      let instances = running.removeValue(forKey: groups[index]) ?? []
      let standing = deploymentStanding(ofGroup: index, in: state)
      let reconciler =
        job.stop == true
        ? GroupReconciler(ofStoppedJob: job.groups[index].name)
        : GroupReconciler(
          job.groups[index], jobKind: plan.jobKind, now: now, deployment: standing,
          stopsFailedFirst: state.snapshot.settings.traits.stopsFailedFirst)
      let outcome = reconciler.reconcile(instances) { change(of: $0, group: index, in: &state) }
      note(outcome)
      stops += outcome.stops
      for instance in outcome.inPlace { updateInPlace(instance, in: &state) }
      due += outcome.destructive.map { Due(group: index, index: $0.index, previous: $0, isDestructive: true) }
      later += outcome.placements.map { .one(Due($0, group: index)) }
      later += outcome.missing.map { .new(group: index, numbers: $0) }
      later += outcome.migrations.map { .one(Due($0, group: index)) }
    }
    // Groups the job has no more, in the order of their names.
    let removed = running.sorted {
      state.jobs.group($0.key).utf8.lexicographicallyPrecedes(state.jobs.group($1.key).utf8)
    }
    for (group, instances) in removed {
      let name = state.jobs.group(group)
      let reconciler = job.stop == true ? GroupReconciler(ofStoppedJob: name) : GroupReconciler(removed: name)
      let outcome = reconciler.reconcile(instances) { _ in .none }
      note(outcome)
      stops += outcome.stops
    }
    for stop in stops {
      plan.stops.append(self.stop(stop.instance, reason: stop.reason, clientStatus: stop.clientStatus))
      take(stop.instance, as: stop.clientStatus.isEmpty ? .stopped : .lost, in: &state)
    }
    // Replacements first: each frees its place before it is placed anew.
    for one in due { place(one, in: &state) }
    for step in later {
      switch step {
      case .one(let due): place(due, in: &state)
      case .new(let group, let numbers): placeNew(numbers, group: group, in: &state)
      }
    }
    countPreemptions()
  }

  private mutating func note(_ outcome: GroupReconciliation) {
    plan.desiredUpdates.append(Plan.GroupUpdates(outcome.group, outcome.updates))
    if outcome.createsDeployment { plan.createsDeployment = true }
    plan.delayed += outcome.later.map {
      Plan.Delayed(group: outcome.group, name: $0.instance.name, due: $0.due)
    }
  }

  mutating func updateInPlace(_ instance: RunningInstance, in state: inout ClusterState) {
    plan.updates.append(update(instance, in: state))
    let live = state.allocations[instance.number]
    journal.append(.updated(instance.number, from: live.version, priority: live.priority))
    state.setPriority(of: instance.number, to: job.priority ?? 50)
    state.setVersion(of: instance.number, to: version)
  }

  /// Takes an instance off its node.
  mutating func take(
    _ instance: RunningInstance, as end: LiveAllocation.End = .stopped, in state: inout ClusterState
  ) {
    let tookRoom = state.allocations[instance.number].isLive
    remove(instance.number, as: end, in: &state)
    guard tookRoom, instance.node >= 0,
      let index = requests.firstIndex(where: { $0.group.utf8.elementsEqual(instance.group.utf8) })
    else { return }
    placers[index]?.scorer.note(-1, onNode: instance.node)
  }

  /// Puts back an instance whose replacement has found no place.
  private mutating func putBack(_ instance: RunningInstance, group index: Int, in state: inout ClusterState) {
    state.setEnd(of: instance.number, to: nil)
    guard case .removed = journal.removeLast() else { return }
    state.revive(instance.number)
    if instance.node >= 0 { placers[index]?.scorer.note(1, onNode: instance.node) }
  }

  mutating func countPreemptions() {
    let preempting = plan.placements.filter { !$0.preempted.isEmpty }
    for position in plan.desiredUpdates.indices where !preempting.isEmpty {
      let group = plan.desiredUpdates[position].group
      plan.desiredUpdates[position].updates.preemptions = preempting.filter { $0.group.utf8.elementsEqual(group.utf8) }
        .reduce(0) { $0 + $1.preempted.count }
    }
  }

  /// Looks for a place for one instance; records it, or the failure.
  private mutating func place(_ due: Due, in state: inout ClusterState) {
    let index = due.group
    if failures[index] != nil {
      repeatFailure(group: index)
      return
    }
    if due.isDestructive, let previous = due.previous { take(previous, in: &state) }
    var metrics = freshMetrics
    let selection = select(due, metrics: &metrics, in: &state)
    guard let selection else {
      fail(group: index, instance: due.index, metrics: metrics, in: state)
      if due.isDestructive, let previous = due.previous { putBack(previous, group: index, in: &state) }
      return
    }
    if due.isDestructive, let previous = due.previous {
      plan.stops.append(stop(previous, reason: StopReason.updating))
    }
    var placement = place(selection, group: index, instance: due.index, metrics: metrics, in: &state)
    placement.previousAllocation = due.previous?.id
    placement.isCanary = due.isCanary
    if due.isCanary { canaries[groups[index], default: []].insert(state.allocations.count - 1) }
    plan.placements.append(placement)
  }

  private mutating func select(
    _ due: Due, metrics: inout PlacementMetrics, in state: inout ClusterState
  ) -> GroupPlacer.Selection? {
    let index = due.group
    inheritNetworkNeed(ofGroup: index)
    let nodes = candidates.nodes
    var attempt = GroupPlacer.Attempt(
      instance: due.index, penalizedNodes: due.penalizedNodes.compactMap { state.node(withID: $0) },
      keptScores: keptScores, keepsReasons: explainsFailures)
    let preempts = state.snapshot.settings.allowsPreemption(by: plan.jobKind)
    var preferred: Int?
    if requests[index].prefersPreviousNode, let node = due.previous?.node, node >= 0, candidates.isCandidate[node] {
      preferred = node
    }
    let fresh = freshMetrics
    var counters = metrics
    let usesRanking = self.usesRanking && preferred == nil
    let candidates = candidates
    let selection = withPlacer(ofGroup: index, in: &state) { placer, filter, boost, state in
      if usesRanking,
        let found = placer.selectByRanking(attempt, among: candidates, filter: &filter, in: &state)
      {
        return found as GroupPlacer.Selection?
      }
      if let preferred {
        // A sticky disk calls its successor back: the old node is tried alone first.
        if let found = placer.select(
          attempt, among: [preferred], filter: &filter, lowestBoost: &boost, metrics: &counters, in: &state)
        {
          return found
        }
        counters = fresh
      }
      if let found = placer.select(
        attempt, among: nodes, filter: &filter, lowestBoost: &boost, metrics: &counters, in: &state)
      {
        return found
      }
      guard preempts else { return nil }
      // The second pass counts anew, and it remembers the classes of the first (scheduler.md 6.9).
      counters = fresh
      attempt.allowsPreemption = true
      if let preferred {
        if let found = placer.select(
          attempt, among: [preferred], filter: &filter, lowestBoost: &boost, metrics: &counters, in: &state)
        {
          return found
        }
        counters = fresh
      }
      return placer.select(
        attempt, among: nodes, filter: &filter, lowestBoost: &boost, metrics: &counters, in: &state)
    }
    metrics = counters
    return selection
  }
}
