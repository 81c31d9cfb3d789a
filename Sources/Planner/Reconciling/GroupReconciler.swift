public import HCLParser
public import JobSpec

/// What is wanted of a group against what runs, for service and batch jobs. `reference/scheduler.md` section 1.5.
///
/// Pure: what a change of the job does to an instance is asked of the caller, who also knows whether the instance still
/// fits where it is. No deployment is known offline, so none is running: everything that runs counts as settled.
public struct GroupReconciler: Sendable {
  /// Nil where the job has the group no more.
  private let group: TaskGroup?
  private let name: String
  private let isBatch: Bool
  private let count: Int
  /// In nanoseconds since 1970; nil where the plan has no clock.
  private let now: Int?

  public init(_ group: TaskGroup, jobKind: JobKind, now: Int? = nil) {
    self.group = group
    name = group.name
    isBatch = jobKind == .batch
    count = max(0, group.count ?? 1)
    self.now = now
  }

  /// For a group the job has no more, or of a job that is to be stopped.
  public init(removed name: String) {
    group = nil
    self.name = name
    isBatch = false
    count = 0
    now = nil
  }

  /// The instances of one group by what becomes of them.
  private struct Split {
    var untainted: [RunningInstance] = []
    var migrating: [RunningInstance] = []
    var lost: [RunningInstance] = []
    var rescheduled: [RunningInstance] = []
    var ignored: [RunningInstance] = []
  }

  /// `change` tells what the new version does to an instance: nothing, an update in place, or a replacement.
  public func reconcile(_ instances: [RunningInstance], change: (RunningInstance) -> ChangeKind)
    -> GroupReconciliation
  {
    var result = GroupReconciliation(group: name)
    let all = instances.sorted(by: RunningInstance.inOrder)
    guard let group else {
      for instance in all where !instance.isTerminal { stopUnneeded(instance, in: &result) }
      return result
    }
    var split = split(all, group)
    var numbers = NameNumbers(
      split.untainted + split.migrating + split.rescheduled + split.lost, count: count)
    for instance in split.lost {
      result.stops.append(.init(instance: instance, reason: StopReason.lost, clientStatus: "lost"))
    }
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
    let isCanarying = wantCanaries(destructive, group, &numbers, in: &result)
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

  private func stopUnneeded(_ instance: RunningInstance, in result: inout GroupReconciliation) {
    if instance.condition == .gone || instance.condition == .down {
      result.stops.append(.init(instance: instance, reason: StopReason.lost, clientStatus: "lost"))
    } else {
      result.stops.append(.init(instance: instance, reason: StopReason.notNeeded))
    }
    result.updates.stop += 1
  }
}

// MARK: - Splitting

extension GroupReconciler {
  private func split(_ all: [RunningInstance], _ group: TaskGroup) -> Split {
    var split = Split()
    let outlivesContact = group.maxClientDisconnect != nil || group.disconnect?.lostAfter != nil
    for instance in all {
      // Ended instances of an older version say nothing of the new one.
      if isBatch, instance.isTerminal, instance.isOfOlderVersion {
        split.ignored.append(instance)
        continue
      }
      if !instance.isTerminal {
        if instance.condition == .disconnected {
          // One that is allowed to outlive the loss of contact is replaced and not stopped.
          if outlivesContact, instance.clientStatus == "running" { continue }
          split.lost.append(instance)
          continue
        }
        if instance.wantsMigration {
          split.migrating.append(instance)
          continue
        }
        if instance.clientStatus == "unknown" {
          split.ignored.append(instance)
          continue
        }
        if instance.condition == .gone || instance.condition == .down {
          split.lost.append(instance)
          continue
        }
      }
      sort(instance, group, into: &split)
    }
    return split
  }

  /// Instances that stay where they are, unless they have ended in a way that asks for a new one.
  private func sort(_ instance: RunningInstance, _ group: TaskGroup, into split: inout Split) {
    if isBatch {
      if instance.isServerTerminal, instance.isEvicted || !instance.ranSuccessfully { return }
    } else {
      if instance.isServerTerminal || instance.clientStatus == "complete" || instance.clientStatus == "lost" { return }
    }
    guard instance.clientStatus == "failed" else {
      split.untainted.append(instance)
      return
    }
    if instance.isReplaced { return }
    switch RescheduleDecision.decide(instance, group.reschedule, now: now) {
    case .now: split.rescheduled.append(instance)
    case .later, .never: split.untainted.append(instance)
    }
  }

  /// Stops what is beyond the count: leaving ones before staying ones, high numbers before low ones.
  private func stopSurplus(_ split: inout Split, _ numbers: inout NameNumbers, in result: inout GroupReconciliation) {
    var surplus = split.untainted.count + split.migrating.count - count
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
      }
      instances = kept
    }
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
    result.updates.stop = result.stops.count
  }
}

// MARK: - Placing

extension GroupReconciler {
  /// Adds canaries where the new version asks for them; true where nothing else may change until they are promoted.
  private func wantCanaries(
    _ destructive: [RunningInstance], _ group: TaskGroup, _ numbers: inout NameNumbers,
    in result: inout GroupReconciliation
  ) -> Bool {
    let canaries = group.update?.canary ?? 0
    guard !isBatch, canaries > 0, !destructive.isEmpty else { return false }
    for number in numbers.nextForCanaries(canaries, canaries: [], replaced: destructive) {
      result.placements.append(.init(index: number, cause: .canary, previous: nil))
    }
    result.updates.canary = canaries
    return true
  }

  private func place(
    _ split: Split, _ destructive: [RunningInstance], isCanarying: Bool, _ group: TaskGroup,
    _ numbers: inout NameNumbers, in result: inout GroupReconciliation
  ) {
    var placements = split.rescheduled.map {
      GroupReconciliation.Wanted(index: $0.index, cause: .rescheduled, previous: $0)
    }
    var existing = split.untainted.count + split.migrating.count + placements.count
    for instance in split.lost where existing < count {
      placements.append(.init(index: instance.index, cause: .lost, previous: instance))
      existing += 1
    }
    // While canaries are tried, only what broke is replaced.
    let missing = isCanarying ? 0 : max(0, count - existing)
    if missing > 0 { result.missing = numbers.next(missing) }
    result.placements += placements
    result.updates.place = placements.count + missing
    for instance in split.rescheduled {
      result.stops.append(.init(instance: instance, reason: StopReason.rescheduled))
    }
    result.updates.stop += split.rescheduled.count

    let budget = isCanarying ? 0 : max(0, self.budget(destructive, split.migrating, group) - result.updates.place)
    result.destructive = Array(destructive.prefix(budget))
    result.updates.destructiveUpdate = result.destructive.count
    result.ignored += destructive.dropFirst(budget)
  }

  /// How many instances may be replaced in one step.
  private func budget(_ destructive: [RunningInstance], _ migrating: [RunningInstance], _ group: TaskGroup) -> Int {
    let atOnce = updateLimit(group)
    return atOnce == 0 || (destructive.isEmpty && migrating.isEmpty) ? count : atOnce
  }

  /// How many instances are updated at once; 0 for all.
  private func updateLimit(_ group: TaskGroup) -> Int {
    // Batch jobs have no rolling update.
    isBatch ? 0 : max(0, group.update?.maxParallel ?? 0)
  }

  private func createsDeployment(
    _ all: [RunningInstance], _ destructive: [RunningInstance], _ group: TaskGroup, _ result: GroupReconciliation
  ) -> Bool {
    guard !isBatch, updateLimit(group) > 0, count > 0 else { return false }
    return !all.contains(where: \.isCurrent) || !destructive.isEmpty || !result.inPlace.isEmpty
  }
}
