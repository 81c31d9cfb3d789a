import HCLParser

struct UpdateUnknownHealthCheck: ValidationRule {
  static let kinds = ["checks", "task_states", "manual"]

  let facts = RuleFacts(
    "update-unknown-health-check", .server, covers: [49, 60], finds: "a way of judging health that does not exist",
    because: "During an update an allocation is healthy by its checks, by its tasks running, or when somebody says so.",
    failing: .groupPart("update {\n  health_check = \"hope\"\n}"),
    passing: .groupPart("update {\n  health_check = \"checks\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for update in checked.updates {
      guard let kind = update.healthCheck, !UpdateUnknownHealthCheck.kinds.contains(kind) else {
        continue
      }
      report.unknown(kind, "health check", of: UpdateUnknownHealthCheck.kinds, at: update.range(of: \.healthCheck))
    }
  }
}

extension CheckedGroups {
  /// The groups' update policies, where the job's type allows them.
  var updates: [UpdatePolicy] {
    type == "batch" || type == "sysbatch" ? [] : groups.compactMap(\.group.update)
  }
}

struct UpdateNegative: ValidationRule {
  let facts = RuleFacts(
    "update-negative", .server, covers: [61, 62, 64, 65, 66, 69],
    finds: "numbers and times of an update block that are too small",
    because: "Counts and times of an update cannot be negative, and the stagger and the healthy deadline are above 0.",
    failing: .groupPart("update {\n  max_parallel = -1\n}"), passing: .groupPart("update {\n  max_parallel = 1\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for update in checked.updates {
      if let count = update.maxParallel, count < 0 {
        report("max_parallel is negative: \(count)", at: update.range(of: \.maxParallel))
      }
      if let count = update.canary, count < 0 { report("canary is negative: \(count)", at: update.range(of: \.canary)) }
      if let time = update.minHealthyTime, time < .zero {
        report("min_healthy_time is negative: \(time)", at: update.range(of: \.minHealthyTime))
      }
      if let time = update.healthyDeadline, time <= .zero {
        report("healthy_deadline is not above 0: \(time)", at: update.range(of: \.healthyDeadline))
      }
      if let time = update.progressDeadline, time < .zero {
        report("progress_deadline is negative: \(time)", at: update.range(of: \.progressDeadline))
      }
      if let time = update.stagger, time <= .zero {
        report("stagger is not above 0: \(time)", at: update.range(of: \.stagger))
      }
    }
  }
}

struct UpdatePromoteWithoutCanary: ValidationRule {
  let facts = RuleFacts(
    "update-promote-without-canary", .server, covers: [63], finds: "auto_promote without canaries",
    because: "Only canaries are promoted; without one there is nothing to do by itself.",
    failing: .groupPart("update {\n  auto_promote = true\n}"),
    passing: .groupPart("update {\n  canary       = 1\n  auto_promote = true\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for update in checked.updates where update.autoPromote == true && (update.canary ?? 0) == 0 {
      report(
        "auto_promote needs canaries", at: update.range(of: \.autoPromote),
        help: "add canary = 1, or remove auto_promote")
    }
  }
}

struct UpdateDeadlines: ValidationRule {
  let facts = RuleFacts(
    "update-deadlines", .server, covers: [67, 68], finds: "deadlines of an update in the wrong order",
    because: """
      An allocation stays healthy for min_healthy_time, becomes so within healthy_deadline, and the whole update makes \
      progress within progress_deadline: each has to be shorter than the next, or no update could succeed.
      """,
    failing: .groupPart("update {\n  healthy_deadline  = \"15m\"\n  progress_deadline = \"10m\"\n}"),
    passing: .groupPart("update {\n  healthy_deadline  = \"5m\"\n  progress_deadline = \"10m\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for update in checked.updates {
      guard let least = update.minHealthyTime, let healthy = update.healthyDeadline,
        let progress = update.progressDeadline
      else { continue }
      if least >= healthy, healthy > .zero {
        let isWritten = update.wrote(\.minHealthyTime)
        report(
          "min_healthy_time, \(least), is not below healthy_deadline, \(healthy)",
          at: isWritten ? update.range(of: \.minHealthyTime) : update.range(of: \.healthyDeadline),
          detail: hint(
            update.wrote(\.minHealthyTime), "min_healthy_time", update.wrote(\.healthyDeadline), "healthy_deadline"),
          related: isWritten && update.wrote(\.healthyDeadline)
            ? [.init("healthy_deadline", update.range(of: \.healthyDeadline))] : [])
      }
      if progress > .zero, healthy >= progress {
        let isWritten = update.wrote(\.healthyDeadline)
        report(
          "healthy_deadline, \(healthy), is not below progress_deadline, \(progress)",
          at: isWritten ? update.range(of: \.healthyDeadline) : update.range(of: \.progressDeadline),
          detail: hint(
            update.wrote(\.healthyDeadline), "healthy_deadline", update.wrote(\.progressDeadline), "progress_deadline"),
          related: isWritten && update.wrote(\.progressDeadline)
            ? [.init("progress_deadline", update.range(of: \.progressDeadline))] : [])
      }
    }
  }

  /// Says which of two values is a default.
  private func hint(_ wroteFirst: Bool, _ first: String, _ wroteSecond: Bool, _ second: String) -> String {
    if !wroteFirst, wroteSecond { return "\(first) is not set; the value is its default." }
    if wroteFirst, !wroteSecond { return "\(second) is not set; the value is its default." }
    return ""
  }
}

struct UpdatePromoteSomeGroups: ValidationRule {
  let facts = RuleFacts(
    "update-promote-some-groups", .server, .warning, covers: [275], finds: "auto_promote in some groups of a job only",
    because:
      "A deployment is promoted as a whole: it waits for a person unless every group with canaries has auto_promote.",
    failing: .job(
      "group \"web\" {\n  update {\n    canary       = 1\n    auto_promote = true\n  }\n\n  task \"server\" {\n    driver = \"docker\"\n  }\n}\n\ngroup \"api\" {\n  update {\n    canary = 1\n  }\n\n  task \"server\" {\n    driver = \"docker\"\n  }\n}"
    ),
    passing: .job(
      "group \"web\" {\n  update {\n    canary       = 1\n    auto_promote = true\n  }\n\n  task \"server\" {\n    driver = \"docker\"\n  }\n}\n\ngroup \"api\" {\n  update {\n    canary       = 1\n    auto_promote = true\n  }\n\n  task \"server\" {\n    driver = \"docker\"\n  }\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    let groups = checked.job.groups.filter { $0.update != nil }
    let promoting = groups.first { $0.update?.autoPromote == true }
    // A group without canaries stands in nobody's way.
    let waiting = groups.first { $0.update?.autoPromote != true && ($0.update?.canary ?? 0) > 0 }
    guard let promoting, let waiting, let update = waiting.update, let other = promoting.update else { return }
    report(
      "group \"\(waiting.name)\" does not promote its canaries by itself, so no group does",
      at: update.wrote(\.autoPromote) ? update.range(of: \.autoPromote) : update.headerRange,
      related: [.init("group \"\(promoting.name)\" would", other.range(of: \.autoPromote))],
      help: "use auto_promote in all groups with canaries, or in none")
  }
}

struct UpdateParallelAboveCount: ValidationRule {
  let facts = RuleFacts(
    "update-parallel-above-count", .server, .warning, covers: [276],
    finds: "more parallel updates than the group has instances",
    because: "With max_parallel above the count a destructive update replaces all instances at the same time.",
    failing: .groupPart("count = 2\n\nupdate {\n  max_parallel = 5\n}"),
    passing: .groupPart("count = 2\n\nupdate {\n  max_parallel = 1\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      guard let update = placed.group.update, let parallel = update.maxParallel, let count = placed.group.count,
        count > 1,
        parallel > count
      else { continue }
      report(
        "max_parallel, \(parallel), is above the count of group \"\(placed.group.name)\", \(count)",
        at: update.range(of: \.maxParallel), detail: "A destructive update would replace all instances at once.",
        related: placed.group.wrote(\.count) ? [.init("the count", placed.group.range(of: \.count))] : [])
    }
  }
}
