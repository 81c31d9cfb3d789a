import HCLParser
import JobSpec

/// One job on its way through the scheduler: what its groups share, and the plan as it grows.
struct JobPlanner {
  let job: Job
  /// The job's number in the state.
  let number: Int
  /// The number this version has, or would have, among the job's versions in the state.
  let version: Int
  /// The same as the registered version, in everything that counts.
  let isUnchanged: Bool
  let candidates: Candidates
  let keptScores: Int
  let explainsFailures: Bool
  /// The best node may be found without looking at all nodes each time.
  private(set) var usesRanking: Bool
  var plan: Plan
  /// For each group of the job what its instances ask for.
  private(set) var requests: [PlacementRequest]
  /// The groups' numbers in the state.
  let groups: [Int]
  var filter: NodeFilter
  /// Made when a group's first instance is placed: the order decides on the weights of spreads.
  var placers: [GroupPlacer?]
  private var spreadWeights = 0
  /// The network block of the group evaluated last that has one; see `inheritNetworkNeed`.
  private var lastNetwork: (need: RequestedNetwork, group: String)?
  var lowestBoost = -1.0
  /// For each group the counters of its first failed attempt.
  var failures: [PlacementFailure?]
  /// How many instances of each group have been pushed out.
  private var preempted: [PreemptionCandidate.GroupKey: Int] = [:]
  /// In nanoseconds since 1970; nil where every delay counts as over.
  let now: Int?
  /// The canaries placed by this plan, by group.
  var canaries: [Int: Set<Int>] = [:]
  /// What was done to the state so far, to undo it for questions.
  var journal: [Change] = []

  enum Change {
    case placed(Int)
    case removed(Int)
    /// Ended, though it took no room any more.
    case ended(Int)
    /// Updated in place; the number and the priority of the version it ran before.
    case updated(Int, from: Int, priority: Int)
  }

  init(
    _ job: Job, in state: inout ClusterState, keptScores: Int, explainsFailures: Bool, usesRanking: Bool = true,
    isIdeal: Bool = false, now: Int? = nil
  ) {
    self.job = job
    self.now = now
    self.keptScores = keptScores
    self.explainsFailures = explainsFailures
    let namespace = job.namespace ?? "default"
    number = state.job(namespace: namespace, id: job.id)
    state.resolveVersions(ofJob: number)
    // A job that is the same as the registered one keeps its version, so that all that runs is up to date.
    let registered = state.versions[number].last
    isUnchanged =
      registered.map {
        $0.job.withoutServerFields == job.withoutServerFields && ($0.job.stop ?? false) == (job.stop ?? false)
      } ?? false
    version = max(0, state.versions[number].count - (isUnchanged ? 1 : 0))
    var plan = Plan(
      jobID: job.id, jobName: job.name.isEmpty ? job.id : job.name, namespace: namespace, jobKind: JobKind(job))
    plan.jobModifyIndex = registered?.modifyIndex ?? 0
    self.plan = plan
    let traits = state.snapshot.settings.traits
    requests = job.groups.map { PlacementRequest($0, of: job, traits: traits) }
    // A target of nothing gets the lowest boost met so far, which hangs on all nodes looked at before.
    // All targets of a group without instances are such; one that failed may still be placed anew.
    let hasEmptyTarget = zip(job.groups, requests).contains { group, request in
      request.spreads.contains { spread in
        spread.targets.contains { $0.percent == 0 } || (!spread.targets.isEmpty && (group.count ?? 1) <= 0)
      }
    }
    self.usesRanking = usesRanking && !hasEmptyTarget
    groups = job.groups.map { state.group($0.name) }
    candidates = state.candidates(
      datacenters: requests.first?.datacenters ?? ["*"], pool: requests.first?.nodePool ?? "default")
    filter = NodeFilter()
    filter.isIdeal = isIdeal
    placers = [GroupPlacer?](repeating: nil, count: requests.count)
    failures = [PlacementFailure?](repeating: nil, count: requests.count)
  }

  /// To be called before a group's instance is tried anywhere. The network that was asked for last stays in force for
  /// groups without a network block, in the order in which groups are tried (scheduler.md 3.5): a group of which nothing
  /// is to be placed leaves nothing behind.
  mutating func inheritNetworkNeed(ofGroup index: Int) {
    if let own = requests[index].network {
      lastNetwork = (own, requests[index].group)
      return
    }
    guard !filter.isIdeal, let last = lastNetwork,
      requests[index].networkNeedOrigin != last.group || requests[index].networkNeed != last.need
    else { return }
    requests[index].networkNeed = last.need
    requests[index].networkNeedOrigin = last.group
    filter.forgetChecks(ofGroup: groups[index])
    placers[index]?.changeNetworkNeed(to: requests[index])
  }

  /// The counters of an attempt before it begins.
  var freshMetrics: PlacementMetrics {
    var metrics = PlacementMetrics()
    metrics.nodesInPool = candidates.nodes.count
    metrics.nodesAvailable = candidates.byDatacenter
    return metrics
  }

  /// Does something with the placer of a group, made first where there is none.
  mutating func withPlacer<Answer>(
    ofGroup index: Int, in state: inout ClusterState,
    _ body: (inout GroupPlacer, inout NodeFilter, inout Double, inout ClusterState) -> Answer
  ) -> Answer {
    var placer = takePlacer(ofGroup: index, in: &state)
    defer { placers[index] = placer }
    return body(&placer, &filter, &lowestBoost, &state)
  }

  /// The placer of a group, made where there is none. Taken out, not copied: it holds arrays over all nodes. Whoever
  /// takes it puts it back.
  mutating func takePlacer(ofGroup index: Int, in state: inout ClusterState) -> GroupPlacer {
    var placer =
      placers[index].take()
      ?? GroupPlacer(
        requests[index], job: number, group: groups[index], in: &state, spreadWeights: &spreadWeights)
    placer.alreadyPreempted = preempted
    placer.scorer.spreadWeights = spreadWeights
    return placer
  }

  /// Counts a failed attempt: the first of a group with all its counters, each further one as a repeat.
  mutating func fail(group index: Int, instance: Int, metrics: PlacementMetrics, in state: ClusterState) {
    // A system job waits for each node on its own, so what it has not looked at yet is not in its list.
    if plan.jobKind.runsOnEveryNode, plan.blocked == nil { plan.blocked = blockedEvaluation(in: state) }
    if failures[index] != nil {
      repeatFailure(group: index)
      return
    }
    var metrics = metrics
    metrics.countShortage(of: requests[index])
    var failure = PlacementFailure(
      group: requests[index].group, metrics: metrics, request: requests[index], firstIndex: instance)
    // System jobs are explained at the end, when it is known which nodes have none.
    if explainsFailures, !plan.jobKind.runsOnEveryNode {
      failure.explanation = explanation(
        ofGroup: index, instance: instance, counted: placers[index]?.countedReasons ?? [:], in: state)
    }
    failures[index] = failure
  }

  /// Why a group's instances have no place; of the nodes that are not `placed`.
  func explanation(
    ofGroup index: Int, instance: Int, counted: [Int: String], placed: [Int] = [], in state: ClusterState
  ) -> Explanation {
    ExplanationBuilder(
      requests[index], job: number, group: groups[index], instance: instance, counted: counted, placed: placed,
      in: state
    ).explanation()
  }

  /// Counts an instance that is not tried any more after the first of its group has failed.
  mutating func repeatFailure(group index: Int, times: Int = 1) {
    guard let earlier = failures[index]?.metrics.coalescedFailures else { return }
    failures[index]?.metrics.coalescedFailures = LifecyclePeak.sum(earlier, times)
    failures[index]?.metrics.countShortage(of: requests[index], times: times)
  }

  /// Records an instance that has found its place.
  mutating func place(
    _ selection: GroupPlacer.Selection, group index: Int, instance: Int, metrics: PlacementMetrics,
    in state: inout ClusterState
  ) -> Placement {
    let request = requests[index]
    var placement = Placement(
      job: plan.jobKind.runsOnEveryNode ? plan.jobName : plan.jobID, group: request.group, index: instance,
      on: state.snapshot.nodes[selection.node], selection)
    placement.isOvercommitted = selection.isOvercommitted
    if keptScores > 0 { placement.metrics = metrics }
    for victim in selection.victims {
      placement.preempted.append(state.preemptedAllocation(victim))
      let live = state.allocations[victim]
      preempted[.init(job: live.job, group: live.group), default: 0] += 1
      remove(victim, as: .evicted, in: &state)
    }
    let placed = state.place(
      selection.allotment, job: number, group: groups[index], node: selection.node, instance: instance,
      priority: request.priority, version: version)
    journal.append(.placed(placed))
    placers[index]?.scorer.note(1, onNode: selection.node)
    return placement
  }

  /// Ends an allocation for good.
  mutating func remove(_ allocation: Int, as end: LiveAllocation.End, in state: inout ClusterState) {
    journal.append(state.allocations[allocation].isLive ? .removed(allocation) : .ended(allocation))
    state.remove(allocation)
    state.setEnd(of: allocation, to: end)
  }

  /// The state as it was before this job.
  func stateBefore(_ state: ClusterState) -> ClusterState {
    var before = state
    for change in journal.reversed() {
      switch change {
      case .placed(let number): before.remove(number)
      case .removed(let number):
        before.setEnd(of: number, to: nil)
        before.revive(number)
      case .ended(let number): before.setEnd(of: number, to: nil)
      case .updated(let number, let version, let priority):
        before.setVersion(of: number, to: version)
        before.setPriority(of: number, to: priority)
      }
    }
    return before
  }

  /// Adds to each explanation what would help.
  mutating func findRemedies(in state: ClusterState) {
    guard failures.contains(where: { $0?.explanation != nil }) else { return }
    let before = stateBefore(state)
    for index in failures.indices {
      guard let failure = failures[index], let explanation = failure.explanation else { continue }
      let placed = plan.placements.count { $0.group.utf8.elementsEqual(failure.group.utf8) }
      var search = RemedySearch(
        job: job, group: index, request: failure.request, explanation: explanation, before: before, placed: placed,
        wanted: placed + failure.count)
      search.now = now
      let found = search.remedies()
      failures[index]?.explanation?.remedies = found.remedies
      failures[index]?.explanation?.triedRemedies = found.tried
    }
  }

  /// Says what the plan came to, once everything has been tried.
  mutating func finish(in state: inout ClusterState) {
    if !isUnchanged {
      let registered = state.versions[number].last
      state.register(
        job, version: registered.map { ($0.version ?? 0) &+ 1 } ?? 0,
        modifyIndex: registered.map { $0.modifyIndex > 0 ? $0.modifyIndex &+ 1 : 0 } ?? 0)
    }
    if let now, let launch = job.nextLaunch(after: now) { plan.nextLaunch = (launch, now) }
    if plan.createsDeployment { state.canaries[number] = canaries }
    for index in failures.indices { failures[index]?.noteSilence() }
    noteEmptiness(in: state)
    plan.failures = failures.compactMap { $0 }
    if explainsFailures { plan.remarks += cautions(in: state) }
    if !plan.failures.isEmpty {
      if plan.blocked == nil, !plan.jobKind.runsOnEveryNode || plan.failures.contains(where: \.waitsForRoom) {
        plan.blocked = blockedEvaluation(in: state)
      }
      for text in plan.failures.flatMap({ $0.explanation?.until ?? [] })
      where plan.blocked?.until.contains(text) == false {
        plan.blocked?.until.append(text)
      }
      plan.status = plan.placements.isEmpty && plan.updates.isEmpty ? .blocked : .partial
    } else if plan.placements.isEmpty, plan.updates.isEmpty, plan.stops.isEmpty {
      plan.status = .unchanged
    } else {
      plan.status = .placed
    }
  }

  /// A job of every node that no node takes part in has nothing to place, and so nothing fails.
  private mutating func noteEmptiness(in state: ClusterState) {
    guard explainsFailures, plan.jobKind.runsOnEveryNode, candidates.nodes.isEmpty, !state.snapshot.nodes.isEmpty,
      let request = requests.first, failures.allSatisfy({ $0 == nil })
    else { return }
    let builder = ExplanationBuilder(request, job: number, group: groups[0], instance: 0, counted: [:], in: state)
    plan.remarks = ["nothing is placed: the job has no node to run on"] + builder.silentFindings().map(\.summary)
  }

  /// What would wait: by classes, unless some constraint keeps classes from answering for their nodes.
  private func blockedEvaluation(in state: ClusterState) -> Plan.BlockedEvaluation {
    var evaluation = Plan.BlockedEvaluation()
    if !requests.contains(where: \.escapesClasses) {
      let classes = filter.classEligibility(in: state)
      evaluation.classes = classes.map {
        .init(exampleNode: state.snapshot.nodes[$0.node].name, isEligible: $0.isFit)
      }
    } else {
      evaluation.escapesClasses = true
    }
    return evaluation
  }
}
