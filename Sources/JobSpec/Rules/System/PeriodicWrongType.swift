import HCLParser

struct PeriodicWrongType: ValidationRule {
  let facts = RuleFacts(
    "periodic-wrong-type", .server, covers: [23], finds: "a periodic job that never ends",
    because: "Each launch of a periodic job has to come to an end, so its type is \"batch\" or \"sysbatch\".",
    failing: .jobPart("periodic {\n  crons = [\"@daily\"]\n}"),
    passing: .jobPart("type = \"batch\"\n\nperiodic {\n  crons = [\"@daily\"]\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let periodic = checked.job.periodic, periodic.enabled != false, checked.type != "batch",
      checked.type != "sysbatch"
    else { return }
    report(
      "a \(checked.type) job cannot be periodic", at: periodic.headerRange,
      help: checked.job.wrote(\.type) ? "use type = \"batch\"" : "add type = \"batch\"; without it the job is a service"
    )
  }
}

struct ParameterizedWrongType: ValidationRule {
  let facts = RuleFacts(
    "parameterized-wrong-type", .server, covers: [24], finds: "a parameterized job that never ends",
    because: "Each dispatch of a parameterized job has to come to an end, so its type is \"batch\" or \"sysbatch\".",
    failing: .jobPart("parameterized {\n  payload = \"required\"\n}"),
    passing: .jobPart("type = \"batch\"\n\nparameterized {\n  payload = \"required\"\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let parameterized = checked.job.parameterized, !checked.job.dispatched, checked.type != "batch",
      checked.type != "sysbatch"
    else { return }
    report(
      "a \(checked.type) job cannot be parameterized", at: parameterized.headerRange,
      help: checked.job.wrote(\.type) ? "use type = \"batch\"" : "add type = \"batch\"; without it the job is a service"
    )
  }
}
