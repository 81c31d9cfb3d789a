public import HCLParser
public import JobSpec

/// What is wanted of a group against what runs, for service and batch jobs. `reference/scheduler.md` section 1.5.
///
/// Pure: what a change of the job does to an instance is asked of the caller, who also knows whether the instance still
/// fits where it is, and what is known of deployments.
public struct GroupReconciler: Sendable {
  /// Nil where the job has the group no more, or is to be stopped as a whole.
  private let group: TaskGroup?
  private let name: String
  private let isBatch: Bool
  private let stopsJob: Bool
  private let count: Int
  private let deployment: DeploymentStanding
  /// Of too many instances failed ones go first; the baseline makes no difference.
  private let stopsFailedFirst: Bool
  /// In nanoseconds since 1970; nil where the plan has no clock.
  private let now: Int?

  public init(
    _ group: TaskGroup, jobKind: JobKind, now: Int? = nil, deployment: DeploymentStanding = .none,
    stopsFailedFirst: Bool = false
  ) {
    self.stopsFailedFirst = stopsFailedFirst
    self.group = group
    name = group.name
    isBatch = jobKind == .batch
    stopsJob = false
    count = max(0, group.count ?? 1)
    self.deployment = deployment
    self.now = now
  }

  private init(name: String, stopsJob: Bool) {
    group = nil
    self.name = name
    self.stopsJob = stopsJob
    isBatch = false
    count = 0
    deployment = .none
    stopsFailedFirst = false
    now = nil
  }

  /// For a group the job has no more.
  public init(removed name: String) { self.init(name: name, stopsJob: false) }

  /// For a group of a job that is to be stopped as a whole.
  public init(ofStoppedJob name: String) { self.init(name: name, stopsJob: true) }

  /// `change` tells what the new version does to an instance: nothing, an update in place, or a replacement.
  public func reconcile(_ instances: [RunningInstance], change: (RunningInstance) -> ChangeKind)
    -> GroupReconciliation
  {
    var result = GroupReconciliation(group: name)
    var all = instances.sorted(by: RunningInstance.inOrder)
    guard let group else {
      for instance in all { stopUnneeded(instance, in: &result) }
      return result
    }
    var split = InstanceSplit()
    // Ended instances of an older version of a batch job say nothing of the new one.
    if isBatch {
      split.ignored = all.filter { $0.isTerminal && $0.isOfOlderVersion }
      all.removeAll { $0.isTerminal && $0.isOfOlderVersion }
    }
    stopCanaries(&all, in: &result)
    split.sort(all, by: InstanceSplit.Rules(group, isBatch: isBatch, deployment: deployment.current, now: now))
    for instance in split.reconnectingStopped {
      result.stops.append(.init(instance: instance, reason: StopReason.reconnected))
    }
    result.updates.stop += split.reconnectingStopped.count
    result.later = split.later

    var numbers = NameNumbers(
      split.untainted + split.migrating + split.rescheduled + split.lost, count: count)
    for instance in split.lost {
      result.stops.append(.init(instance: instance, reason: StopReason.lost, clientStatus: "lost"))
    }
    result.updates.stop += split.lost.count
    stopSurplus(&split, &numbers, in: &result)

    var destructive: [RunningInstance] = []
    for instance in split.untainted {
      switch instance.isCurrent ? .none : change(instance) {
      case .destructive: destructive.append(instance)
      case .inPlace where !instance.isTerminal: result.inPlace.append(instance)
      case .inPlace, .none: result.ignored.append(instance)
      }
    }
    result.updates.inPlaceUpdate = result.inPlace.count
    let present = all.count { deployment.canaries.contains($0.number) }
    let isCanarying = wantCanaries(destructive, group, present: present, &numbers, in: &result)
    place(split, destructive, isCanarying: isCanarying, group, &numbers, in: &result)
    for instance in split.migrating {
      result.stops.append(.init(instance: instance, reason: StopReason.migrating))
      result.migrations.append(.init(index: instance.index, cause: .migrated, previous: instance))
    }
    result.updates.migrate = split.migrating.count
    result.ignored += split.ignored
    result.updates.ignore = result.ignored.count
    result.createsDeployment = createsDeployment(all, destructive, group, result)
    return result
  }

  /// Of a group that is gone everything counts as stopped, of a stopped job only what has not ended; but only what
  /// goes on can be stopped.
  private func stopUnneeded(_ instance: RunningInstance, in result: inout GroupReconciliation) {
    if stopsJob, instance.isTerminal { return }
    result.updates.stop += 1
    guard !instance.isTerminal else { return }
    if instance.condition == .gone || instance.condition == .down {
      result.stops.append(.init(instance: instance, reason: StopReason.lost, clientStatus: "lost"))
    } else {
      result.stops.append(.init(instance: instance, reason: StopReason.notNeeded))
    }
  }
}

// MARK: - Stopping

extension GroupReconciler {
  /// Takes out canaries that have no future: those of older deployments, and those on nodes that lose what they have.
  private func stopCanaries(_ all: inout [RunningInstance], in result: inout GroupReconciliation) {
    guard !deployment.staleCanaries.isEmpty || !deployment.canaries.isEmpty else { return }
    var kept: [RunningInstance] = []
    for instance in all {
      if deployment.staleCanaries.contains(instance.number) {
        // One that was stopped with its deployment needs no stop again.
        if !instance.isServerTerminal { result.updates.stop += 1 }
        if !instance.isTerminal { result.stops.append(.init(instance: instance, reason: StopReason.notNeeded)) }
        continue
      }
      if deployment.canaries.contains(instance.number), !instance.isTerminal {
        // Counted nowhere: the deployment places another.
        if instance.wantsMigration {
          result.stops.append(.init(instance: instance, reason: StopReason.migrating))
          continue
        }
        if instance.condition == .gone || instance.condition == .down {
          result.stops.append(.init(instance: instance, reason: StopReason.lost, clientStatus: "lost"))
          continue
        }
      }
      kept.append(instance)
    }
    all = kept
  }

  /// Stops what is beyond the count: doubles of promoted canaries, then leaving ones before staying ones, high numbers
  /// before low ones.
  private func stopSurplus(
    _ split: inout InstanceSplit, _ numbers: inout NameNumbers, in result: inout GroupReconciliation
  ) {
    let canaries = deployment.canaries
    let isCanarying = deployment.isCanarying(name)
    let hidden = isCanarying ? split.untainted.filter { canaries.contains($0.number) } : []
    if isCanarying { split.untainted.removeAll { canaries.contains($0.number) } }
    defer { split.untainted = (split.untainted + hidden).sorted(by: RunningInstance.inOrder) }
    var surplus = split.untainted.count + split.migrating.count - count
    var stopped = 0
    func stop(_ instances: inout [RunningInstance], _ isChosen: (RunningInstance) -> Bool) {
      var kept: [RunningInstance] = []
      for instance in instances {
        guard surplus > 0, isChosen(instance) else {
          kept.append(instance)
          continue
        }
        result.stops.append(.init(instance: instance, reason: StopReason.notNeeded))
        numbers.free(instance.index)
        surplus -= 1
        stopped += 1
      }
      instances = kept
    }
    if surplus > 0, !isCanarying, !canaries.isEmpty {
      let doubled = Set(split.untainted.filter { canaries.contains($0.number) }.map(\.index))
      stop(&split.untainted) { doubled.contains($0.index) && !canaries.contains($0.number) }
    }
    if surplus > 0, stopsFailedFirst { stop(&split.untainted) { $0.clientStatus == "failed" } }
    if surplus > 0, !split.migrating.isEmpty {
      var migrating = NameNumbers(split.migrating, count: count)
      let highest = migrating.takeHighest(surplus)
      stop(&split.migrating) { highest.contains($0.index) }
    }
    if surplus > 0 {
      let highest = numbers.takeHighest(surplus)
      stop(&split.untainted) { highest.contains($0.index) }
    }
    if surplus > 0 { stop(&split.untainted) { _ in true } }
    result.updates.stop += stopped
  }
}

// MARK: - Placing

extension GroupReconciler {
  /// Adds canaries where the new version asks for them; true where nothing else may change until they are promoted.
  private func wantCanaries(
    _ destructive: [RunningInstance], _ group: TaskGroup, present: Int, _ numbers: inout NameNumbers,
    in result: inout GroupReconciliation
  ) -> Bool {
    let wanted = group.update?.canary ?? 0
    guard !isBatch, wanted > present, !destructive.isEmpty, !deployment.isPromoted(name) else {
      return deployment.isCanarying(name)
    }
    guard !deployment.isPaused, !deployment.isFailed else { return true }
    let missing = wanted - present
    for number in numbers.nextForCanaries(missing, taken: canaryIndexes(result), replaced: destructive) {
      result.placements.append(.init(index: number, cause: .canary, previous: nil))
    }
    result.updates.canary = missing
    return true
  }

  /// The numbers in the names of the canaries that are there.
  private func canaryIndexes(_ result: GroupReconciliation) -> Set<Int> {
    Set((result.ignored + result.inPlace).filter { deployment.canaries.contains($0.number) }.map(\.index))
  }

  private func place(
    _ split: InstanceSplit, _ destructive: [RunningInstance], isCanarying: Bool, _ group: TaskGroup,
    _ numbers: inout NameNumbers, in result: inout GroupReconciliation
  ) {
    var placements = split.rescheduled.map {
      GroupReconciliation.Wanted(index: $0.index, cause: .rescheduled, previous: $0)
    }
    let staying =
      isCanarying ? split.untainted.count { !deployment.canaries.contains($0.number) } : split.untainted.count
    var existing = staying + split.migrating.count + split.unreachable + placements.count
    for instance in split.lost where existing < count {
      placements.append(.init(index: instance.index, cause: .lost, previous: instance))
      existing += 1
    }
    // While canaries are tried, and while a deployment waits or has failed, only what broke is replaced.
    let isReady = !isCanarying && !deployment.isPaused && !deployment.isFailed
    let missing = isReady ? max(0, count - existing) : 0
    if missing > 0 { result.missing = numbers.next(missing) }
    result.placements += placements
    result.updates.place = placements.count + missing
    for instance in split.rescheduled {
      result.stops.append(.init(instance: instance, reason: StopReason.rescheduled))
    }
    result.updates.stop += split.rescheduled.count

    let budget =
      isReady ? max(0, self.budget(split, destructive, group) - result.updates.place) : 0
    result.destructive = Array(destructive.prefix(budget))
    result.updates.destructiveUpdate = result.destructive.count
    result.ignored += destructive.dropFirst(budget)
  }

  /// How many instances may be replaced in one step.
  private func budget(_ split: InstanceSplit, _ destructive: [RunningInstance], _ group: TaskGroup) -> Int {
    let atOnce = updateLimit(group)
    if atOnce == 0 || (destructive.isEmpty && split.migrating.isEmpty) { return count }
    guard let current = deployment.current else { return atOnce }
    // What the deployment has placed and is not found good yet counts against it; a bad one stops everything.
    var left = atOnce
    for instance in split.untainted where instance.deploymentID.utf8.elementsEqual(current.id.utf8) {
      switch instance.isHealthy {
      case false: return 0
      case nil: left -= 1
      case true: break
      }
    }
    return max(0, left)
  }

  /// How many instances are updated at once; 0 for all.
  private func updateLimit(_ group: TaskGroup) -> Int {
    // Batch jobs have no rolling update.
    isBatch ? 0 : max(0, group.update?.maxParallel ?? 0)
  }

  private func createsDeployment(
    _ all: [RunningInstance], _ destructive: [RunningInstance], _ group: TaskGroup, _ result: GroupReconciliation
  ) -> Bool {
    guard !isBatch, updateLimit(group) > 0, count > 0, deployment.current == nil else { return false }
    return !all.contains(where: \.isCurrent) || !destructive.isEmpty || !result.inPlace.isEmpty
  }
}
