import HCLParser

struct MigrateMalformed: ValidationRule {
  let facts = RuleFacts(
    "migrate-malformed", .server, covers: [51, 70, 71, 72, 73, 74],
    finds: "a migrate block whose values do not go together",
    because: """
      When a node is drained its allocations move in steps: health is judged by checks or task states, and an allocation \
      has to stay healthy for a time within its deadline.
      """,
    failing: .groupPart("migrate {\n  min_healthy_time = \"10m\"\n  healthy_deadline = \"5m\"\n}"),
    passing: .groupPart("migrate {\n  min_healthy_time = \"10s\"\n  healthy_deadline = \"5m\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard checked.type == "service" else { return }
    for migrate in checked.groups.compactMap(\.group.migrate) {
      let parallel = migrate.maxParallel ?? 1
      if parallel < 0 { report("max_parallel is negative: \(parallel)", at: migrate.range(of: \.maxParallel)) }
      let kind = migrate.healthCheck ?? "checks"
      if !["checks", "task_states"].contains(kind), !(kind.isEmpty && parallel == 0) {
        report.unknown(
          kind, "health check of a migration", of: ["checks", "task_states"], at: migrate.range(of: \.healthCheck))
      }
      let least = migrate.minHealthyTime ?? .zero
      let deadline = migrate.healthyDeadline ?? .zero
      if least < .zero { report("min_healthy_time is negative: \(least)", at: migrate.range(of: \.minHealthyTime)) }
      if deadline < .zero {
        report("healthy_deadline is negative: \(deadline)", at: migrate.range(of: \.healthyDeadline))
      }
      if least > deadline, deadline >= .zero {
        report(
          "min_healthy_time, \(least), is above healthy_deadline, \(deadline)",
          at: migrate.wrote(\.minHealthyTime)
            ? migrate.range(of: \.minHealthyTime) : migrate.range(of: \.healthyDeadline),
          detail: migrate.wrote(\.minHealthyTime) && migrate.wrote(\.healthyDeadline)
            ? ""
            : "\(migrate.wrote(\.minHealthyTime) ? "healthy_deadline" : "min_healthy_time") is not set; the value is its default."
        )
      }
    }
  }
}
