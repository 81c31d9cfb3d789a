import HCLParser

struct SystemReschedule: ValidationRule {
  let facts = RuleFacts(
    "system-reschedule", .server, covers: [45], finds: "a reschedule policy in a system job",
    because: "An allocation of a system job belongs to its node; when it fails it is restarted there, never elsewhere.",
    failing: .jobPart("type = \"system\"\n\nreschedule {\n  attempts = 3\n}"), passing: .jobPart("type = \"system\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard checked.isSystem else { return }
    for placed in checked.groups {
      guard let policy = placed.group.reschedule else { continue }
      report(
        "a system job cannot have a reschedule policy", at: policy.headerRange,
        help: "use a restart block; system allocations stay on their node")
    }
  }
}

struct SysbatchReschedule: ValidationRule {
  let facts = RuleFacts(
    "sysbatch-reschedule", .server, covers: [257], since: NomadRelease(1, 11), needsTarget: true,
    finds: "a reschedule policy in a sysbatch job, for a release that refuses it",
    because: """
      An allocation of a sysbatch job belongs to its node and is never rescheduled. Releases before 1.11 ignore the \
      block; later ones refuse the job.
      """,
    failing: .jobPart("type = \"sysbatch\"\n\nreschedule {\n  attempts = 0\n}"),
    passing: .jobPart("type = \"sysbatch\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for policy in checked.sysbatchReschedules {
      report("a sysbatch job cannot have a reschedule policy", at: policy.headerRange, help: "remove the block")
    }
  }
}

struct SysbatchRescheduleIgnored: ValidationRule {
  let facts = RuleFacts(
    "sysbatch-reschedule-ignored", .advice, .warning, covers: [257], until: NomadRelease(1, 11),
    finds: "a reschedule policy in a sysbatch job",
    because:
      "An allocation of a sysbatch job belongs to its node: the policy has no effect, and since 1.11 the server refuses it.",
    failing: .jobPart("type = \"sysbatch\"\n\nreschedule {\n  attempts = 0\n}"),
    passing: .jobPart("type = \"sysbatch\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for policy in checked.sysbatchReschedules {
      report(
        "a sysbatch job is never rescheduled", at: policy.headerRange,
        detail: "Nomad ignores the block; since 1.11 it refuses the job.",
        help: "remove the block",
        fixes: checked.tree.flatMap { Fix.removingBlock(at: policy.headerRange, in: $0, isSafe: true) }.map { [$0] }
          ?? [])
    }
  }
}

extension CheckedGroups {
  /// The reschedule policies of a sysbatch job.
  fileprivate var sysbatchReschedules: [ReschedulePolicy] {
    type == "sysbatch" ? groups.compactMap(\.group.reschedule) : []
  }
}
