import HCLParser

/// The name of a job or of a group of it.
struct NameMalformed: ValidationRule {
  let facts = RuleFacts(
    "name-malformed", .server, covers: [5, 6, 17, 34],
    finds: "a name of a job or group that is empty or has a null character in it",
    because: "Names stand in allocation names, service names and file paths; the server refuses those it cannot use.",
    failing: .job("group \"\" {\n  task \"server\" {\n    driver = \"docker\"\n  }\n}"),
    passing: .job("group \"web\" {\n  task \"server\" {\n    driver = \"docker\"\n  }\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    let job = checked.job
    // A name that is not given is the id; one that is given stays as it is, even if nothing stands in it.
    if checked.written.name.isEmpty, checked.written.wrote(\.name) {
      report("the job has an empty name", at: job.range(of: \.name), help: "without the key the name is the job's id")
    }
    if job.name.utf8.contains(0) { report("the job's name has a null character in it", at: job.range(of: \.name)) }
  }

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      if placed.group.name.isEmpty { report("a group has an empty name", at: placed.group.labelRange()) }
      if placed.group.name.utf8.contains(0) {
        report("the name of a group has a null character in it", at: placed.group.labelRange())
      }
    }
  }
}
