import HCLParser

// The policies that a job hands to its groups and a group to its tasks: first the outer block's values, over them the
// inner block's, then the defaults for what neither set. `reference/jobspec.md` section 6.

extension UpdatePolicy {
  mutating func fillDefaults() {
    stagger = stagger ?? .seconds(30)
    maxParallel = maxParallel ?? 1
    healthCheck = healthCheck ?? "checks"
    minHealthyTime = minHealthyTime ?? .seconds(10)
    healthyDeadline = healthyDeadline ?? .minutes(5)
    progressDeadline = progressDeadline ?? .minutes(10)
    canary = canary ?? 0
    autoRevert = autoRevert ?? false
    autoPromote = autoPromote ?? false
  }

  /// Whether nothing is set to anything but zero: such a block is not handed on.
  var isEmpty: Bool {
    (stagger ?? .zero) == .zero && (maxParallel ?? 0) == 0 && (healthCheck ?? "").isEmpty
      && (minHealthyTime ?? .zero) == .zero && (healthyDeadline ?? .zero) == .zero
      && (progressDeadline ?? .zero) == .zero && (canary ?? 0) == 0 && autoRevert != true && autoPromote != true
  }
}

extension MigratePolicy {
  mutating func fillDefaults() {
    maxParallel = maxParallel ?? 1
    healthCheck = healthCheck ?? "checks"
    minHealthyTime = minHealthyTime ?? .seconds(10)
    healthyDeadline = healthyDeadline ?? .minutes(5)
  }
}

extension RestartPolicy {
  mutating func fillDefaults(forType type: String) {
    let isLong = type == "service" || type == "system"
    attempts = attempts ?? (isLong ? 2 : 3)
    interval = interval ?? (isLong ? .minutes(30) : .hours(24))
    delay = delay ?? .seconds(15)
    mode = mode ?? "fail"
    renderTemplates = renderTemplates ?? false
  }
}

extension ReschedulePolicy {
  mutating func fillDefaults(forType type: String) {
    let isService = type == "service"
    let isBatch = type == "batch"
    attempts = attempts ?? (isBatch ? 1 : 0)
    interval = interval ?? (isBatch ? .hours(24) : .zero)
    delay = delay ?? (isService ? .seconds(30) : isBatch ? .seconds(5) : .zero)
    delayFunction = delayFunction ?? (isService ? "exponential" : isBatch ? "constant" : "")
    maxDelay = maxDelay ?? (isService ? .hours(1) : .zero)
    unlimited = unlimited ?? isService
  }
}

extension DisconnectPolicy {
  mutating func fillDefaults() {
    replace = replace ?? true
    if (reconcile ?? "").isEmpty { reconcile = "best_score" }
  }
}
