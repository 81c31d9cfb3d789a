import HCLParser

struct UpdateDeadlineBeforeCheck: ValidationRule {
  let facts = RuleFacts(
    "update-deadline-before-check", .advice, .warning, finds: "a healthy deadline that comes before a check could pass",
    because: """
      An allocation is healthy once its checks pass and stay so for min_healthy_time. A check first runs after up to one \
      interval; if that and min_healthy_time go beyond healthy_deadline, updates fail.
      """,
    failing: .groupPart(
      "network {\n  port \"http\" {}\n}\n\nupdate {\n  min_healthy_time = \"10s\"\n  healthy_deadline = \"30s\"\n}\n\nservice {\n  name = \"web\"\n  port = \"http\"\n\n  check {\n    type     = \"tcp\"\n    interval = \"1m\"\n    timeout  = \"2s\"\n  }\n}"
    ),
    passing: .groupPart(
      "network {\n  port \"http\" {}\n}\n\nupdate {\n  min_healthy_time = \"10s\"\n  healthy_deadline = \"5m\"\n}\n\nservice {\n  name = \"web\"\n  port = \"http\"\n\n  check {\n    type     = \"tcp\"\n    interval = \"1m\"\n    timeout  = \"2s\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard checked.type == "service" else { return }
    for placed in checked.groups {
      guard let update = placed.group.update, (update.maxParallel ?? 0) > 0, update.healthCheck == "checks",
        let deadline = update.healthyDeadline, let least = update.minHealthyTime, least < deadline
      else { continue }
      for check in (placed.group.services + placed.group.tasks.flatMap(\.services)).flatMap(\.checks) {
        if check.initialStatus == "passing" || check.onUpdate == "ignore" { continue }
        guard check.interval + least > deadline else { continue }
        report(
          "the check runs every \(check.interval), too late to be healthy for \(least) within \(deadline)",
          at: check.range(of: \.interval), related: [.init("healthy_deadline", update.range(of: \.healthyDeadline))],
          help: "shorten the interval, or raise healthy_deadline")
      }
    }
  }
}

struct UpdateManualPromotion: ValidationRule {
  let facts = RuleFacts(
    "update-manual-promotion", .advice, .warning, finds: "auto_promote where health is set by hand",
    because:
      "Canaries are promoted by themselves once they are healthy, and with health_check \"manual\" they never are by themselves.",
    failing: .groupPart("update {\n  canary       = 1\n  auto_promote = true\n  health_check = \"manual\"\n}"),
    passing: .groupPart("update {\n  canary       = 1\n  auto_promote = true\n  health_check = \"checks\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for update in checked.updates where update.autoPromote == true && update.healthCheck == "manual" {
      report(
        "auto_promote never happens while health is set by hand", at: update.range(of: \.autoPromote),
        related: [.init("health is set by hand", update.range(of: \.healthCheck))])
    }
  }
}

struct UpdateWithoutDeployment: ValidationRule {
  let facts = RuleFacts(
    "update-without-deployment", .advice, .warning,
    finds: "an update block whose keys have no effect because max_parallel is 0",
    because:
      "With max_parallel = 0 there are no deployments: all instances are replaced at once, without canaries, health checks or reverting.",
    failing: .groupPart("update {\n  max_parallel = 0\n  auto_revert  = true\n}"),
    passing: .groupPart("update {\n  max_parallel = 1\n  auto_revert  = true\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard checked.type == "service" else { return }
    for update in checked.updates where update.maxParallel == 0 {
      let useless: [(name: String, isGiven: Bool, range: SourceRange)] = [
        ("canary", (update.canary ?? 0) > 0, update.range(of: \.canary)),
        ("auto_revert", update.autoRevert == true, update.range(of: \.autoRevert)),
        ("auto_promote", update.autoPromote == true, update.range(of: \.autoPromote)),
      ]
      for key in useless where key.isGiven {
        report(
          "\"\(key.name)\" has no effect with max_parallel = 0", at: key.range,
          related: [.init("switches deployments off", update.range(of: \.maxParallel))])
      }
    }
  }
}

struct UpdateCanaryStaticPort: ValidationRule {
  let facts = RuleFacts(
    "update-canary-static-port", .advice, .info, finds: "canaries in a group with a static port",
    because: """
      A canary runs beside the old instances and needs the same port, so it needs a node where no instance runs. On a \
      cluster with as many fitting nodes as instances an update never starts.
      """,
    failing: .groupPart("network {\n  port \"http\" {\n    static = 8080\n  }\n}\n\nupdate {\n  canary = 1\n}"),
    passing: .groupPart(
      "network {\n  port \"http\" {}\n}\n\nupdate {\n  canary = 1\n}\n\nservice {\n  name = \"web\"\n  port = \"http\"\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard checked.type == "service" else { return }
    for placed in checked.groups {
      guard let update = placed.group.update, let canaries = update.canary, canaries > 0,
        let port = placed.group.networks.first?.reservedPorts.first(where: { $0.isStatic && !$0.ignoreCollision })
      else { continue }
      report(
        "\(canaries == 1 ? "a canary needs" : "\(canaries) canaries need") port \(port.static) on a node where no instance runs",
        at: update.range(of: \.canary), related: [.init("the static port", port.range(of: \.static))],
        help: "make sure there are more nodes than instances, or use a dynamic port")
    }
  }
}

struct RestartInTask: ValidationRule {
  let facts = RuleFacts(
    "restart-in-task", .advice, .warning, finds: "a task's own restart policy that contradicts itself",
    because: """
      The server checks the restart policies of groups only. In a task's own policy an unknown mode counts as "delay", \
      and attempts that do not fit into the interval never use the limit up.
      """,
    failing: .taskPart(
      "restart {\n  attempts = 10\n  delay    = \"30s\"\n  interval = \"1m\"\n  mode     = \"fail\"\n}"),
    passing: .taskPart("restart {\n  attempts = 2\n  delay    = \"30s\"\n  interval = \"1m\"\n  mode     = \"fail\"\n}")
  )

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    // The server adds tasks behind the written ones.
    let pairs = zip(checked.job.groups, checked.written.groups).flatMap { zip($0.tasks, $1.tasks) }
    for (task, written) in pairs where written.restart != nil {
      guard let restart = task.restart, let attempts = restart.attempts, let delay = restart.delay,
        let interval = restart.interval
      else { continue }
      if let mode = restart.mode, !RestartMalformed.modes.contains(mode), !mode.isInterpolated {
        report.unknown(mode, "restart mode", of: RestartMalformed.modes, at: restart.range(of: \.mode))
      }
      guard attempts > 0, delay * attempts > interval else { continue }
      report(
        "\(attempts) attempts with a delay of \(delay) take \(delay * attempts), and the interval is \(interval)",
        at: restart.wrote(\.attempts) ? restart.range(of: \.attempts) : restart.headerRange,
        help: "allow fewer attempts, a shorter delay or a longer interval")
    }
  }
}
