import HCLParser

/// A job's id names it everywhere: in URLs, in allocation names, on the command line.
struct JobMalformedID: ValidationRule {
  let facts = RuleFacts(
    "job-malformed-id", .server, covers: [2, 3, 4],
    finds: "a job id that is empty, or has a space or a null character in it",
    because: """
      The id stands in the address of every request about the job and in the names of its allocations. The server \
      refuses ids that are empty or hold a space or a null character.
      """,
    failing: .file(
      "job \"web shop\" {\n  group \"web\" {\n    task \"server\" {\n      driver = \"docker\"\n    }\n  }\n}"),
    passing: .file(
      "job \"web-shop\" {\n  group \"web\" {\n    task \"server\" {\n      driver = \"docker\"\n    }\n  }\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    let job = checked.job
    let place = job.wrote(\.id) ? job.range(of: \.id) : job.labelRange()
    if job.id.isEmpty {
      report("the job has no id", at: place, help: "the job's label is its id, unless \"id\" gives another")
    }
    if job.id.utf8.contains(0x20) {
      let name = job.id.split(separator: " ").joined(separator: "-")
      report("the job id \"\(job.id)\" has a space in it", at: place, help: "write \"\(name)\"")
    }
    if job.id.utf8.contains(0) { report("the job id has a null character in it", at: place) }
  }
}
