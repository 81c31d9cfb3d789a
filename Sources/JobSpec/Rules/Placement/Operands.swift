import HCLParser

struct ConstraintMalformedPattern: ValidationRule {
  let facts = RuleFacts(
    "constraint-malformed-pattern", .server, covers: [238, 245], finds: "a regexp that does not compile",
    because: "Patterns are written in RE2, as Go has it: no look-around and no back references.",
    failing: .jobPart(
      "constraint {\n  attribute = \"${node.class}\"\n  operator  = \"regexp\"\n  value     = \"(fast|small\"\n}"),
    passing: .jobPart(
      "constraint {\n  attribute = \"${node.class}\"\n  operator  = \"regexp\"\n  value     = \"(fast|small)\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for comparison in checked.comparisons where comparison.comparison == "regexp" {
      guard let problem = RegularExpression.problem(in: comparison.value) else { continue }
      report("the regular expression cannot be read: \(problem)", at: comparison.valueRange)
    }
  }
}

struct ConstraintMalformedVersion: ValidationRule {
  let facts = RuleFacts(
    "constraint-malformed-version", .server, covers: [239, 240, 245], finds: "a version constraint that cannot be read",
    because: """
      A version constraint is a list of terms with commas between them, each an operator (=, !=, <, <=, >, >= and, for \
      "version" only, ~>) and a version: ">= 1.2, < 2".
      """,
    failing: .jobPart(
      "constraint {\n  attribute = \"${attr.nomad.version}\"\n  operator  = \"version\"\n  value     = \"newest\"\n}"),
    passing: .jobPart(
      "constraint {\n  attribute = \"${attr.nomad.version}\"\n  operator  = \"version\"\n  value     = \">= 1.6\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    var good: TargetComparison?
    for comparison in checked.comparisons {
      let flavour: VersionConstraint.Flavour
      switch comparison.comparison {
      case "version": flavour = .version
      case "semver": flavour = .semver
      default: continue
      }
      // The constraints that the server adds are the same in many groups.
      if let good, good.comparison == comparison.comparison, good.value.isSame(as: comparison.value) { continue }
      guard let term = VersionConstraint.malformedTerm(in: comparison.value, flavour: flavour) else {
        good = comparison
        continue
      }
      let isPessimistic = flavour == .semver && term.hasPrefix("~>")
      report(
        term.isEmpty
          ? "a term of the version constraint is empty"
          : "\"\(term)\" is no term of a \(comparison.comparison) constraint", at: comparison.valueRange,
        detail: term.isInterpolated ? "The server reads it before a node is chosen, and replaces no references." : "",
        help: isPessimistic
          ? "\"semver\" has no ~>; use operator \"version\""
          : flavour == .semver ? "write it like \">= 1.2.0, < 2.0.0\"" : "write it like \">= 1.2, < 2\"")
    }
  }
}

struct ConstraintDistinctCount: ValidationRule {
  let facts = RuleFacts(
    "constraint-distinct-count", .server, covers: [241], finds: "a distinct_property whose value is no count",
    because:
      "The value says how many allocations may share one value of the property: a whole number from 1, 1 without it.",
    failing: .jobPart("constraint {\n  distinct_property = \"${meta.rack}\"\n  value             = \"two\"\n}"),
    passing: .jobPart("constraint {\n  distinct_property = \"${meta.rack}\"\n  value             = \"2\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    // Where the operator is refused as such, its value does not matter.
    for constraint in checked.constraints where constraint.operator == "distinct_property" {
      let comparison = TargetComparison(constraint)
      if comparison.value.isEmpty { continue }
      // Go reads the number without a plus sign or blanks.
      let digits = comparison.value.utf8
      let isNumber = !digits.isEmpty && digits.allSatisfy(\.isDigit)
      if let count = UInt64(comparison.value), isNumber, count >= 1 { continue }
      report(
        "\"\(comparison.value)\" is no count of allocations", at: comparison.valueRange,
        help: "give a whole number of at least 1, or leave \"value\" out")
    }
  }
}

struct ConstraintDistinctInTask: ValidationRule {
  let facts = RuleFacts(
    "constraint-distinct-in-task", .server, covers: [194],
    finds: "distinct_hosts or distinct_property in a task",
    because: "Allocations are placed, not single tasks, so how they are kept apart is said by the group or the job.",
    failing: .taskPart("constraint {\n  distinct_hosts = true\n}"),
    passing: .groupPart("constraint {\n  distinct_hosts = true\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      for constraint in placed.task.constraints {
        let comparison = constraint.operator
        guard comparison == "distinct_hosts" || comparison == "distinct_property"
        else { continue }
        report(
          "a task cannot have a constraint with \(comparison)", at: constraint.headerRange,
          help: "move it into group \"\(placed.group.name)\"")
      }
    }
  }
}

struct DeviceConstraint: ValidationRule {
  let facts = RuleFacts(
    "device-constraint-distinct", .server, covers: [211],
    finds: "distinct_hosts or distinct_property in a device block",
    because: "The constraints of a device choose among the devices of a node; nothing there could be distinct.",
    failing: .taskPart(
      "resources {\n  device \"nvidia/gpu\" {\n    constraint {\n      operator = \"distinct_hosts\"\n      value    = \"true\"\n    }\n  }\n}"
    ),
    passing: .taskPart(
      "resources {\n  device \"nvidia/gpu\" {\n    constraint {\n      attribute = \"${device.attr.memory}\"\n      operator  = \">=\"\n      value     = \"8 GiB\"\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for constraint in checked.devices.flatMap(\.constraints) {
      let comparison = constraint.operator
      guard comparison == "distinct_hosts" || comparison == "distinct_property"
      else { continue }
      report("a device cannot have a constraint with \(comparison)", at: constraint.headerRange)
    }
  }
}
