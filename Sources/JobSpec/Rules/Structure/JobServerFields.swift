import HCLParser

struct JobServerFields: ValidationRule {
  let facts = RuleFacts(
    "job-server-fields", .server, covers: [27, 29], finds: "a job that carries what only a dispatch may carry",
    because: """
      A payload and the mark of a dispatched job are set by the server when a parameterized job is dispatched. A job \
      file in JSON that was read back from a server may still hold them.
      """,
    failing: .file(
      "{\"Job\": {\"ID\": \"shop\", \"Name\": \"shop\", \"Type\": \"batch\", \"Dispatched\": true, \"TaskGroups\": [{\"Name\": \"web\", \"Tasks\": [{\"Name\": \"server\", \"Driver\": \"docker\"}]}]}}"
    ),
    passing: .file(
      "{\"Job\": {\"ID\": \"shop\", \"Name\": \"shop\", \"Type\": \"batch\", \"TaskGroups\": [{\"Name\": \"web\", \"Tasks\": [{\"Name\": \"server\", \"Driver\": \"docker\"}]}]}}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    let job = checked.job
    if job.dispatched {
      report(
        "a job cannot be submitted as dispatched already", at: job.range(of: \.dispatched),
        help: "remove \"Dispatched\"")
    }
    if let payload = job.payload, !payload.isEmpty {
      report(
        "a job cannot be submitted with a payload", at: job.range(of: \.payload), help: "give the payload at dispatch")
    }
  }
}
