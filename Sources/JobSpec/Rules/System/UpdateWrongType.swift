import HCLParser

struct UpdateWrongType: ValidationRule {
  let facts = RuleFacts(
    "update-wrong-type", .server, covers: [48], finds: "an update block in a batch or sysbatch job",
    because:
      "Only service and system jobs are updated in steps; a batch job's new version simply replaces the old one.",
    failing: .jobPart("type = \"batch\"\n\nupdate {\n  max_parallel = 2\n}"), passing: .jobPart("type = \"batch\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard checked.type == "batch" || checked.type == "sysbatch" else { return }
    for placed in checked.groups {
      guard let update = placed.group.update else { continue }
      report(
        "a \(checked.type) job cannot have an update block", at: update.headerRange,
        help: "remove the block, or make the job a service")
    }
  }
}

struct MigrateWrongType: ValidationRule {
  let facts = RuleFacts(
    "migrate-wrong-type", .server, covers: [50], finds: "a migrate block in a job that is no service",
    because: "Only the allocations of service jobs are migrated step by step when their node is drained.",
    failing: .jobPart("type = \"batch\"\n\nmigrate {\n  max_parallel = 1\n}"), passing: .jobPart("type = \"batch\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard checked.type != "service" else { return }
    for placed in checked.groups {
      guard let migrate = placed.group.migrate else { continue }
      report("a \(checked.type) job cannot have a migrate block", at: migrate.headerRange, help: "remove the block")
    }
  }
}
