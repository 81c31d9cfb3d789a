import HCLParser
import JobSpec

/// The instances of one group by what becomes of them (scheduler.md 1.5, steps 4 and 5).
struct InstanceSplit {
  var untainted: [RunningInstance] = []
  var migrating: [RunningInstance] = []
  var lost: [RunningInstance] = []
  var rescheduled: [RunningInstance] = []
  var ignored: [RunningInstance] = []
  /// Out of sight, and not to be replaced: they count as existing.
  var unreachable = 0
  /// Of an instance that came back and what took over from it, the one that goes.
  var reconnectingStopped: [RunningInstance] = []
  var later: [GroupReconciliation.Later] = []

  /// What a group says of instances that fail or drop out of sight.
  struct Rules {
    let reschedule: ReschedulePolicy?
    let isBatch: Bool
    /// The deployment that goes on.
    let deployment: Deployment?
    let now: Int?
    /// How long instances may be out of sight before they are lost, in nanoseconds; nil where not at all.
    let lostAfter: Int?
    let replacesDisconnected: Bool
    /// Which one stays when an instance comes back.
    let strategy: String

    init(_ group: TaskGroup, isBatch: Bool, deployment: Deployment?, now: Int?) {
      reschedule = group.reschedule
      self.isBatch = isBatch
      self.deployment = deployment
      self.now = now
      lostAfter = (group.disconnect?.lostAfter ?? group.maxClientDisconnect).map { Int(clamping: $0.nanoseconds) }
      replacesDisconnected = group.disconnect?.replace ?? true
      strategy = group.disconnect?.reconcile ?? "best_score"
    }

    func isExpired(_ instance: RunningInstance) -> Bool {
      guard let now, let lostAfter, instance.unknownSince > 0 else { return false }
      let (end, overflow) = instance.unknownSince.addingReportingOverflow(lostAfter)
      return !overflow && end <= now
    }
  }

  mutating func sort(_ instances: [RunningInstance], by rules: Rules) {
    var reconnecting: [RunningInstance] = []
    for instance in instances where !sortByNode(instance, rules, &reconnecting) { stay(instance, rules) }
    if !reconnecting.isEmpty { reconcile(reconnecting, with: instances, rules) }
  }

  /// Sorts an instance by what has become of its node; false where it stays for the time being. The first of the
  /// table's lines that fits decides.
  private mutating func sortByNode(
    _ instance: RunningInstance, _ rules: Rules, _ reconnecting: inout [RunningInstance]
  ) -> Bool {
    let canOutlive = rules.lostAfter != nil
    if canOutlive, instance.needsReconnect, !instance.isServerTerminal, instance.clientStatus == "failed" {
      reconnecting.append(instance)
      return true
    }
    if instance.condition == .disconnected, !instance.isTerminal {
      if !canOutlive || instance.clientStatus == "pending" {
        lost.append(instance)
        return true
      }
      if instance.clientStatus == "running" {
        // It goes on out of sight, and another takes its place.
        if !rules.replacesDisconnected {
          ignored.append(instance)
          unreachable += 1
        }
        return true
      }
    }
    if instance.condition == .usable || instance.condition == .draining, instance.needsReconnect, !instance.isTerminal {
      if rules.isExpired(instance) { lost.append(instance) } else { reconnecting.append(instance) }
      return true
    }
    if instance.isTerminal { return false }
    if instance.wantsMigration {
      migrating.append(instance)
      return true
    }
    if instance.clientStatus == "unknown" {
      if rules.isExpired(instance) {
        lost.append(instance)
      } else {
        ignored.append(instance)
        if canOutlive, !rules.replacesDisconnected { unreachable += 1 }
      }
      return true
    }
    if instance.condition == .gone || instance.condition == .down {
      lost.append(instance)
      return true
    }
    return false
  }

  /// An instance that stays where it is, unless it has ended in a way that asks for a new one.
  private mutating func stay(_ instance: RunningInstance, _ rules: Rules) {
    if rules.isBatch {
      if instance.isServerTerminal, instance.isEvicted || !instance.ranSuccessfully { return }
    } else {
      if instance.isServerTerminal || instance.clientStatus == "complete" || instance.clientStatus == "lost" { return }
    }
    guard instance.clientStatus == "failed" else {
      untainted.append(instance)
      return
    }
    if instance.isReplaced { return }
    // While a deployment goes on, its own watcher says what is tried again.
    if let deployment = rules.deployment, deployment.status.isActive, !instance.isMarkedForReschedule,
      !instance.forcesReschedule, instance.deploymentID.utf8.elementsEqual(deployment.id.utf8)
    {
      untainted.append(instance)
      return
    }
    switch RescheduleDecision.decide(instance, rules.reschedule, now: rules.now) {
    case .now: rescheduled.append(instance)
    case .later(let due):
      later.append(.init(instance: instance, due: due))
      untainted.append(instance)
    case .never: untainted.append(instance)
    }
  }

  /// Instances that are back: of each and what has taken over from it one stays.
  private mutating func reconcile(_ reconnecting: [RunningInstance], with all: [RunningInstance], _ rules: Rules) {
    for original in reconnecting {
      let replacements = all.filter { other in
        other.number != original.number && !other.isTerminal && !other.needsReconnect
          && other.name.utf8.elementsEqual(original.name.utf8)
      }
      let isOutdated = replacements.contains { $0.isCurrent } && !original.isCurrent
      if original.clientStatus == "failed" || isOutdated
        || (!replacements.isEmpty && rules.strategy == "keep_replacement")
      {
        reconnectingStopped.append(original)
        continue
      }
      // The best score cannot be told here, and the longest runner is the one that was there first.
      for replacement in replacements {
        untainted.removeAll { $0.number == replacement.number }
        if !reconnectingStopped.contains(where: { $0.number == replacement.number }) {
          reconnectingStopped.append(replacement)
        }
      }
      untainted.append(original)
    }
    untainted.sort(by: RunningInstance.inOrder)
  }
}
