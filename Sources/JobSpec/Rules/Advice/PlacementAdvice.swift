import HCLParser

struct ConstraintContradiction: ValidationRule {
  let facts = RuleFacts(
    "constraint-contradiction", .advice, .warning, finds: "two constraints that no node can meet together",
    because: "All constraints of job, group and tasks hold for each allocation; one attribute cannot equal two values.",
    failing: .jobPart(
      "constraint {\n  attribute = \"${node.class}\"\n  value     = \"fast\"\n}\n\nconstraint {\n  attribute = \"${node.class}\"\n  value     = \"small\"\n}"
    ),
    passing: .jobPart(
      "constraint {\n  attribute = \"${node.class}\"\n  operator  = \"regexp\"\n  value     = \"^(fast|small)$\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      let constraints = (checked.job.constraints + placed.group.constraints + placed.group.tasks.flatMap(\.constraints))
        .filter { ["=", "==", "is"].contains($0.operator) && $0.attribute.isInterpolated && !$0.value.isInterpolated }
      for (index, constraint) in constraints.enumerated() {
        let other = constraints[..<index].first {
          $0.attribute.isSame(as: constraint.attribute) && !$0.value.isSame(as: constraint.value)
        }
        guard let other else { continue }
        report(
          "no node has both \"\(constraint.value)\" and \"\(other.value)\" as its \(constraint.attribute)",
          at: constraint.range(of: \.value), related: [.init("the other value", other.range(of: \.value))],
          help: "use operator regexp to allow several values")
      }
    }
  }
}

struct ConstraintRepeated: ValidationRule {
  let facts = RuleFacts(
    "constraint-repeated", .advice, .info, finds: "a constraint that says what an outer one says already",
    because: "The constraints of the job hold for every group, and those of a group for every task.",
    failing: .job(
      "constraint {\n  attribute = \"${node.class}\"\n  value     = \"fast\"\n}\n\ngroup \"web\" {\n  constraint {\n    attribute = \"${node.class}\"\n    value     = \"fast\"\n  }\n\n  task \"server\" {\n    driver = \"docker\"\n  }\n}"
    ),
    passing: .jobPart("constraint {\n  attribute = \"${node.class}\"\n  value     = \"fast\"\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for group in checked.job.groups {
      look(at: group.constraints, below: checked.job.constraints, checked, &report)
      for task in group.tasks {
        look(at: task.constraints, below: checked.job.constraints + group.constraints, checked, &report)
      }
    }
    look(at: checked.job.constraints, below: [], checked, &report)
  }

  private func look(
    at constraints: [Constraint], below outer: [Constraint], _ checked: CheckedJob, _ report: inout RuleReporter
  ) {
    for (index, constraint) in constraints.enumerated() where !constraint.origin.entries.isEmpty {
      // distinct_hosts means something else on each level.
      if constraint.operator.hasPrefix("distinct_") { continue }
      guard let other = (outer + constraints[..<index]).first(where: { $0 == constraint && !$0.origin.entries.isEmpty })
      else { continue }
      report(
        "the constraint says what another one says already", at: constraint.headerRange,
        related: [.init("the other one", other.headerRange)], help: "remove it",
        fixes: checked.tree.flatMap { Fix.removingBlock(at: constraint.headerRange, in: $0, isSafe: true) }.map { [$0] }
          ?? [])
    }
  }
}

struct ConstraintDistinctHostsOff: ValidationRule {
  let facts = RuleFacts(
    "constraint-distinct-hosts-off", .advice, .info, finds: "distinct_hosts = false",
    because:
      "The constraint has an effect only when it is true; false is what holds without it, and does not undo an outer one.",
    failing: .groupPart("constraint {\n  operator = \"distinct_hosts\"\n  value    = \"false\"\n}"),
    passing: .groupPart("constraint {\n  operator = \"distinct_hosts\"\n  value    = \"true\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for constraint in checked.constraints where constraint.operator == "distinct_hosts" {
      guard ["false", "0", "f", "F", "FALSE", "False"].contains(constraint.value) else { continue }
      report(
        "distinct_hosts = false says nothing", at: constraint.headerRange, help: "remove the block",
        fixes: checked.tree.flatMap { Fix.removingBlock(at: constraint.headerRange, in: $0, isSafe: true) }.map { [$0] }
          ?? [])
    }
  }
}

struct ConstraintIgnoredKey: ValidationRule {
  static let keys = ["set_contains_all", "set_contains_any", "is_set", "is_not_set"]

  let facts = RuleFacts(
    "constraint-ignored-key", .advice, .warning, covers: [288],
    finds: "a short form of a constraint that Nomad ignores",
    because: """
      The decoder accepts the keys set_contains_all, set_contains_any, is_set and is_not_set in a constraint and forgets \
      them; the operators of the same names work.
      """,
    failing: .jobPart(
      "constraint {\n  attribute        = \"${attr.driver.list}\"\n  value            = \"docker\"\n  set_contains_any = \"docker,podman\"\n}"
    ),
    passing: .jobPart(
      "constraint {\n  attribute = \"${attr.driver.list}\"\n  operator  = \"set_contains_any\"\n  value     = \"docker,podman\"\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let tree = checked.tree else { return }
    for block in tree.allBlocks where block.type == "constraint" {
      for attribute in block.body.attributes where ConstraintIgnoredKey.keys.contains(attribute.name) {
        report(
          "Nomad ignores \"\(attribute.name)\" in a constraint", at: attribute.nameRange,
          help: "write operator = \"\(attribute.name)\"")
      }
    }
  }
}

struct DatacenterPattern: ValidationRule {
  let facts = RuleFacts(
    "datacenter-pattern", .advice, .warning, finds: "a datacenter with signs of a pattern that Nomad does not have",
    because: "In the names of datacenters only \"*\" is special. A question mark or brackets stand for themselves.",
    failing: .jobPart("datacenters = [\"dc?\"]"), passing: .jobPart("datacenters = [\"dc*\"]"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for (index, name) in (checked.job.datacenters ?? []).enumerated() where !name.isInterpolated {
      guard name.utf8.contains(where: { "?[]{}".utf8.contains($0) }) else { continue }
      report(
        "only \"*\" is special in the name of a datacenter", at: checked.job.range(of: \.datacenters, item: index),
        detail: "\"\(name)\" matches a datacenter of exactly that name.")
    }
  }
}

struct SpreadOneDatacenter: ValidationRule {
  let facts = RuleFacts(
    "spread-one-datacenter", .advice, .info, finds: "a spread over datacenters in a job that runs in one",
    because: "There is nothing to spread over when only one datacenter will do.",
    failing: .jobPart("datacenters = [\"dc1\"]\n\nspread {\n  attribute = \"${node.datacenter}\"\n}"),
    passing: .jobPart("datacenters = [\"dc1\", \"dc2\"]\n\nspread {\n  attribute = \"${node.datacenter}\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    let job = checked.job
    guard let datacenters = job.datacenters, datacenters.count == 1, !datacenters[0].utf8.contains(UInt8(ascii: "*")),
      !datacenters[0].isInterpolated
    else { return }
    for spread in checked.spreads where spread.attribute == "${node.datacenter}" {
      report(
        "the job runs in one datacenter, so this spread has no effect", at: spread.range(of: \.attribute),
        related: [.init("the datacenter", job.range(of: \.datacenters))])
    }
  }
}

struct SpreadTargetZero: ValidationRule {
  let facts = RuleFacts(
    "spread-target-zero", .advice, .warning, finds: "a spread target without a share",
    because:
      "A target of 0 percent, which is what a target without \"percent\" gets, tells the scheduler to avoid that value.",
    failing: .jobPart("spread {\n  attribute = \"${node.datacenter}\"\n\n  target \"dc1\" {}\n}"),
    passing: .jobPart("spread {\n  attribute = \"${node.datacenter}\"\n\n  target \"dc1\" {\n    percent = 60\n  }\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for target in checked.spreads.flatMap(\.targets) where target.percent == 0 && !target.wrote(\.percent) {
      report("target \"\(target.value)\" has no share", at: target.headerRange, help: "add \"percent\"")
    }
  }
}

struct ScalingFixed: ValidationRule {
  let facts = RuleFacts(
    "scaling-fixed", .advice, .info, finds: "a scaling block that allows one count only",
    because: "With \"min\" and \"max\" the same there is nothing to scale.",
    failing: .groupPart("count = 2\n\nscaling {\n  min = 2\n  max = 2\n}"),
    passing: .groupPart("count = 2\n\nscaling {\n  min = 2\n  max = 6\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for scaling in checked.groups.compactMap(\.group.scaling) where scaling.enabled != false {
      guard let least = scaling.min, let most = scaling.max, least == most, scaling.wrote(\.min) else { continue }
      report("scaling allows the count \(most) only", at: scaling.headerRange)
    }
  }
}
