import HCLParser

struct CheckRestartConflict: ValidationRule {
  let facts = RuleFacts(
    "check-restart-conflict", .server, covers: [147, 148],
    finds: "a check_restart block that \"on_update\" contradicts",
    because: """
      A check that is ignored during updates cannot restart its task, and one whose warnings are ignored during updates \
      may restart it only with ignore_warnings.
      """,
    failing: .check("type = \"tcp\"\non_update = \"ignore\"\n\ncheck_restart {\n  limit = 3\n}\n"),
    passing: .check("type = \"tcp\"\n\ncheck_restart {\n  limit = 3\n}\n"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks {
      guard let restart = placed.check.checkRestart else { continue }
      if placed.check.onUpdate == "ignore" {
        report(
          "a check with on_update \"ignore\" cannot restart its task", at: restart.headerRange,
          related: [.init("ignored because of this", placed.check.range(of: \.onUpdate))], help: "remove one of the two"
        )
      } else if placed.check.onUpdate == "ignore_warnings", !restart.ignoreWarnings {
        report(
          "with on_update \"ignore_warnings\" the check_restart block has to ignore warnings too",
          at: restart.headerRange, help: "add ignore_warnings = true to it")
      }
    }
  }
}

struct CheckRestartNegative: ValidationRule {
  let facts = RuleFacts(
    "check-restart-negative", .server, covers: [149, 150],
    finds: "a negative limit or grace in a check_restart block",
    because: "The limit counts failures, the grace is a time; neither can be below 0.",
    failing: .check("type = \"tcp\"\n\ncheck_restart {\n  limit = -1\n}\n"),
    passing: .check("type = \"tcp\"\n\ncheck_restart {\n  limit = 3\n}\n"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks {
      guard let restart = placed.check.checkRestart else { continue }
      if restart.limit < 0 { report("the limit \(restart.limit) is negative", at: restart.range(of: \.limit)) }
      if let grace = restart.grace, grace < .zero {
        report("the grace \(grace) is negative", at: restart.range(of: \.grace))
      }
    }
  }
}
