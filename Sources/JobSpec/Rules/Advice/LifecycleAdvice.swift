import HCLParser

struct GroupWithoutMainTask: ValidationRule {
  let facts = RuleFacts(
    "group-without-main-task", .advice, .info, finds: "a group in which every task has a lifecycle hook",
    because:
      "Hooks place a task before, beside or after the main tasks. Without a main task there is nothing to come before.",
    failing: .group("task \"server\" {\n  driver = \"docker\"\n\n  lifecycle {\n    hook = \"prestart\"\n  }\n}"),
    passing: .group("task \"server\" {\n  driver = \"docker\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      let own = placed.group.tasks.filter { $0.kind.isEmpty || $0.kind.hasPrefix("connect-native") }
      guard !own.isEmpty, placed.group.tasks.allSatisfy({ $0.lifecycle != nil }) else { continue }
      report(
        "group \"\(placed.group.name)\" has no main task", at: placed.group.labelRange(),
        related: own.compactMap { task in
          task.lifecycle.map { .init("task \"\(task.name)\" has a hook", $0.headerRange) }
        },
        help: "a task without a lifecycle block is a main task")
    }
  }
}

struct LifecycleUselessSidecar: ValidationRule {
  let facts = RuleFacts(
    "lifecycle-useless-sidecar", .advice, .warning, finds: "a sidecar that runs after the main tasks",
    because: "A sidecar runs beside the main tasks; with the hook \"poststop\" these have ended already.",
    failing: .group(
      "task \"server\" {\n  driver = \"docker\"\n}\n\ntask \"clean\" {\n  driver = \"docker\"\n\n  lifecycle {\n    hook    = \"poststop\"\n    sidecar = true\n  }\n}"
    ),
    passing: .group(
      "task \"server\" {\n  driver = \"docker\"\n}\n\ntask \"clean\" {\n  driver = \"docker\"\n\n  lifecycle {\n    hook = \"poststop\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for lifecycle in checked.tasks.compactMap(\.task.lifecycle)
    where lifecycle.hook == "poststop" && lifecycle.sidecar {
      report(
        "a poststop task cannot be a sidecar", at: lifecycle.range(of: \.sidecar),
        related: [.init("the hook", lifecycle.range(of: \.hook))])
    }
  }
}

struct LeaderWithLifecycle: ValidationRule {
  let facts = RuleFacts(
    "leader-with-lifecycle", .advice, .warning, finds: "a leader that ends before the main tasks start",
    because: "When the leader ends all other tasks are stopped. A prestart task that is no sidecar ends first.",
    failing: .group(
      "task \"server\" {\n  driver = \"docker\"\n}\n\ntask \"init\" {\n  driver = \"docker\"\n  leader = true\n\n  lifecycle {\n    hook = \"prestart\"\n  }\n}"
    ),
    passing: .group(
      "task \"server\" {\n  driver = \"docker\"\n  leader = true\n}\n\ntask \"init\" {\n  driver = \"docker\"\n\n  lifecycle {\n    hook = \"prestart\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks where placed.task.leader {
      guard let lifecycle = placed.task.lifecycle, !lifecycle.sidecar else { continue }
      report(
        "task \"\(placed.task.name)\" leads and is not a main task", at: placed.task.range(of: \.leader),
        related: [.init("its hook", lifecycle.range(of: \.hook))], help: "let a main task lead")
    }
  }
}

struct DriverUnknown: ValidationRule {
  static let drivers = ["docker", "exec", "exec2", "java", "podman", "qemu", "raw_exec"]

  let facts = RuleFacts(
    "driver-unknown", .advice, .warning, finds: "a driver that is one letter away from a known one",
    because: "Drivers may come from plugins, so any name is accepted; a misspelled one is found on no node.",
    failing: .task("driver = \"dokcer\""), passing: .task("driver = \"docker\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      guard !placed.task.driver.isEmpty, !placed.task.driver.isInterpolated,
        !DriverUnknown.drivers.contains(placed.task.driver)
      else {
        continue
      }
      let folded = placed.task.driver.lowercased().replacingEach("-", with: "_")
      let nearest =
        DriverUnknown.drivers.first { $0 == folded || $0.replacingEach("_", with: "") == folded }
        ?? NameSuggestion.nearest(to: placed.task.driver, among: DriverUnknown.drivers)
      guard let nearest, folded == nearest || placed.task.driver.utf8.count >= 4 else { continue }
      report(
        "no driver of Nomad is called \"\(placed.task.driver)\"", at: placed.task.range(of: \.driver),
        help: "did you mean \"\(nearest)\"?")
    }
  }
}
