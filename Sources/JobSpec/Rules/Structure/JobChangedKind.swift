import HCLParser

struct JobChangedKind: ValidationRule {
  let facts = RuleFacts(
    "job-changed-kind", .server, covers: [30, 31, 32, 33],
    finds: "a new version of a job that is of another kind than the registered one",
    because: """
      The type of a job, and whether it is periodic or parameterized, cannot change from one version to the next. Stop \
      and purge the old job, or give the new one another id.
      """,
    failing: .jobPart("type = \"batch\""), passing: .jobPart("type = \"service\""))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let old = checked.running else { return }
    let job = checked.job
    let help = "stop and purge the registered job first, or give this one another id"
    let oldType = old.type ?? "service"
    if oldType != checked.type {
      report(
        "job \"\(job.id)\" runs as \"\(oldType)\" and cannot become \"\(checked.type)\"", at: job.range(of: \.type),
        help: help)
    }
    change(
      "periodic", from: old.periodic != nil, to: job.periodic != nil,
      job.periodic?.headerRange ?? job.headerRange, help, &report)
    change(
      "parameterized", from: old.parameterized != nil, to: job.parameterized != nil,
      job.parameterized?.headerRange ?? job.headerRange, help, &report)
    if old.dispatched != job.dispatched, old.dispatched {
      report("a dispatched job cannot be replaced by one that is not", at: job.headerRange)
    }
  }

  private func change(
    _ kind: String, from old: Bool, to new: Bool, _ range: SourceRange, _ help: String, _ report: inout RuleReporter
  ) {
    guard old != new else { return }
    report(new ? "a registered job cannot become \(kind)" : "a \(kind) job cannot stop being so", at: range, help: help)
  }
}
