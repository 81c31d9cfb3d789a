import HCLParser

struct SystemReschedule: ValidationRule {
  let facts = RuleFacts(
    "system-reschedule", .server, covers: [45], finds: "a reschedule policy in a system job",
    because: "An allocation of a system job belongs to its node; when it fails it is restarted there, never elsewhere.",
    failing: .jobPart("type = \"system\"\n\nreschedule {\n  attempts = 3\n}"), passing: .jobPart("type = \"system\""))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard checked.isSystem else { return }
    for group in checked.job.groups {
      guard let policy = group.reschedule else { continue }
      report(
        "a system job cannot have a reschedule policy", at: policy.headerRange,
        help: "use a restart block; system allocations stay on their node")
    }
  }
}

struct SysbatchReschedule: ValidationRule {
  let facts = RuleFacts(
    "sysbatch-reschedule", .advice, .warning, covers: [257],
    finds: "a reschedule policy in a sysbatch job",
    because: """
      An allocation of a sysbatch job belongs to its node and is never rescheduled. Releases before 1.11 ignore the \
      block; later ones refuse the job.
      """,
    failing: .jobPart("type = \"sysbatch\"\n\nreschedule {\n  attempts  = 0\n  unlimited = false\n}"),
    passing: .jobPart("type = \"sysbatch\""))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard checked.type == "sysbatch" else { return }
    for group in checked.job.groups {
      guard let policy = group.reschedule else { continue }
      report(
        "a sysbatch job is never rescheduled", at: policy.headerRange,
        detail: "Nomad ignores the block; since 1.11 it refuses the job.", help: "remove the block")
    }
  }
}
