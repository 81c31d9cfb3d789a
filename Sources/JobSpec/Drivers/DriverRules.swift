import HCLParser

extension RuleList {
  /// What drivers refuse on the client, after the server has taken the job: advice, since the server looks at none of it.
  static let drivers: [any ValidationRule] = [
    DriverRule(
      "driver-unknown-key", .error, finds: "a key in \"config\" that the task's driver does not have",
      because: "The server does not look into \"config\". The driver does, when the task starts, and fails the task.",
      failing: "driver = \"docker\"\n\nconfig {\n  image  = \"shop/web:1.4\"\n  comand = \"serve\"\n}",
      passing: "driver = \"docker\"\n\nconfig {\n  image   = \"shop/web:1.4\"\n  command = \"serve\"\n}"),
    DriverRule(
      "driver-missing-key", .error, finds: "a task without what its driver needs",
      because: "A driver that does not know what to run fails the task as soon as it starts.",
      failing: "driver = \"docker\"\n\nconfig {\n  command = \"serve\"\n}",
      passing: "driver = \"docker\"\n\nconfig {\n  image   = \"shop/web:1.4\"\n  command = \"serve\"\n}"),
    DriverRule(
      "driver-wrong-type", .error, finds: "a value in \"config\" of a kind that the driver does not take",
      because: "Texts, numbers and bools convert into each other; lists and maps do not. The driver fails the task.",
      failing: "driver = \"docker\"\n\nconfig {\n  image = \"shop/web:1.4\"\n  args  = \"-v\"\n}",
      passing: "driver = \"docker\"\n\nconfig {\n  image = \"shop/web:1.4\"\n  args  = [\"-v\"]\n}"),
    DriverRule(
      "driver-unknown-word", .error, finds: "a word that a key in \"config\" does not take",
      because: "Where a driver knows a few words only, any other one fails the task.",
      failing: "driver = \"exec\"\n\nconfig {\n  command  = \"/bin/serve\"\n  pid_mode = \"hots\"\n}",
      passing: "driver = \"exec\"\n\nconfig {\n  command  = \"/bin/serve\"\n  pid_mode = \"host\"\n}"),
    DriverRule(
      "driver-repeated-block", .error, finds: "a block in \"config\" that may stand there once, given twice",
      because: "The driver does not know which of them counts, and fails the task.",
      failing:
        "driver = \"docker\"\n\nconfig {\n  image = \"shop/web:1.4\"\n\n  auth {\n    username = \"a\"\n  }\n\n  auth {\n    password = \"b\"\n  }\n}",
      passing:
        "driver = \"docker\"\n\nconfig {\n  image = \"shop/web:1.4\"\n\n  auth {\n    username = \"a\"\n    password = \"b\"\n  }\n}"
    ),
    DriverRule(
      "driver-exclusive-keys", .error, finds: "keys in \"config\" that exclude each other",
      because: "The driver takes one or the other, and fails the task where both are given.",
      failing:
        "driver = \"raw_exec\"\n\nconfig {\n  command            = \"/bin/serve\"\n  cgroup_v1_override = { memory = \"shop\" }\n  cgroup_v2_override = \"shop.slice\"\n}",
      passing:
        "driver = \"raw_exec\"\n\nconfig {\n  command            = \"/bin/serve\"\n  cgroup_v2_override = \"shop.slice\"\n}"
    ),
    DriverRule(
      "driver-useless-key", .warning, finds: "a key in \"config\" that has no effect without another",
      because: "It was probably meant to go with the other one, which is not there.",
      failing: "driver = \"docker\"\n\nconfig {\n  image         = \"shop/web:1.4\"\n  volume_driver = \"pxd\"\n}",
      passing:
        "driver = \"docker\"\n\nconfig {\n  image         = \"shop/web:1.4\"\n  volumes       = [\"shop:/data\"]\n  volume_driver = \"pxd\"\n}"
    ),
    DriverRule(
      "driver-deprecated-key", .warning, finds: "a key in \"config\" that another has replaced",
      because: "It still works, and may stop working with a later release of the driver.",
      failing:
        "driver = \"docker\"\n\nconfig {\n  image = \"shop/web:1.4\"\n\n  port_map {\n    http = 8080\n  }\n}",
      passing: "driver = \"docker\"\n\nconfig {\n  image = \"shop/web:1.4\"\n  ports = [\"http\"]\n}"),
  ]
}

/// Passes on one kind of finding of `DriverConfigChecker`.
struct DriverRule: ValidationRule {
  let facts: RuleFacts

  /// The examples are the bodies of a task.
  init(
    _ id: RuleID, _ severity: Diagnostic.Severity, finds summary: String, because explanation: String,
    failing: String, passing: String
  ) {
    facts = RuleFacts(
      id, .advice, severity, finds: summary, because: explanation, failing: .task(failing), passing: .task(passing))
  }

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for found in checked.driverFindings where found.rule == facts.id {
      report(
        found.summary, at: found.range, detail: found.detail, annotation: found.annotation, related: found.related,
        help: found.help, fixes: found.fixes)
    }
  }
}
