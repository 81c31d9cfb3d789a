import HCLParser

struct TemplateMissingSource: ValidationRule {
  let facts = RuleFacts(
    "template-missing-source", .server, covers: [216], finds: "a template without a text",
    because: "A template is written in the job (\"data\") or read from a file (\"source\").",
    failing: .taskPart("template {\n  destination = \"local/app.conf\"\n}"),
    passing: .taskPart("template {\n  data        = \"port = 80\"\n  destination = \"local/app.conf\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.templates where (placed.template.source ?? "").isEmpty && (placed.template.data ?? "").isEmpty
    {
      report(
        "the template has neither \"data\" nor \"source\"",
        at: placed.template.wrote(\.data) ? placed.template.range(of: \.data) : placed.template.range(of: \.source))
    }
  }
}

struct TemplateMissingDestination: ValidationRule {
  let facts = RuleFacts(
    "template-missing-destination", .server, covers: [217], finds: "a template without a destination",
    because: "The destination is the file the template is rendered to.",
    failing: .taskPart("template {\n  data = \"port = 80\"\n}"),
    passing: .taskPart("template {\n  data        = \"port = 80\"\n  destination = \"local/app.conf\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.templates where (placed.template.destination ?? "").isEmpty {
      report(
        "the template has no destination", at: placed.template.range(of: \.destination), help: "add \"destination\"")
    }
  }
}

struct TemplateDuplicateDestination: ValidationRule {
  let facts = RuleFacts(
    "template-duplicate-destination", .server, covers: [196], finds: "two templates of a task with one destination",
    because: "The second template would overwrite what the first one wrote.",
    failing: .taskPart(
      "template {\n  data        = \"a\"\n  destination = \"local/app.conf\"\n}\n\ntemplate {\n  data        = \"b\"\n  destination = \"local/app.conf\"\n}"
    ),
    passing: .taskPart(
      "template {\n  data        = \"a\"\n  destination = \"local/app.conf\"\n}\n\ntemplate {\n  data        = \"b\"\n  destination = \"local/more.conf\"\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      guard placed.task.templates.count > 1 else { continue }
      var seen = FirstSeen<PlacedTemplate>()
      for each in placed.templates {
        guard let path = each.template.destination, !path.isEmpty,
          let first = seen.first(named: path, orRemember: each)
        else { continue }
        report(
          "two templates are rendered to \"\(path)\"", at: each.template.range(of: \.destination),
          related: [.init("the first one", first.template.range(of: \.destination))])
      }
    }
  }
}

struct TemplateEscapes: ValidationRule {
  let facts = RuleFacts(
    "template-escapes-allocation", .server, covers: [218],
    finds: "a template whose destination lies outside the allocation",
    because: "Templates are rendered into the allocation's own folder; a path that leads out of it is refused.",
    failing: .taskPart("template {\n  data        = \"x\"\n  destination = \"../../../etc/passwd\"\n}"),
    passing: .taskPart("template {\n  data        = \"x\"\n  destination = \"local/passwd\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.templates {
      guard let path = placed.template.destination, !path.isEmpty,
        AllocationPath.escapes(path, from: ["task"])
      else { continue }
      report(
        "\"\(path)\" leads out of the allocation's folder", at: placed.template.range(of: \.destination),
        detail: AllocationPath.hint)
    }
  }
}

struct TemplateMalformedPermissions: ValidationRule {
  let facts = RuleFacts(
    "template-malformed-permissions", .server, covers: [224],
    finds: "permissions of a template that are no octal number",
    because: "The permissions are the file's mode in octal digits: \"0644\".",
    failing: .taskPart(
      "template {\n  data        = \"x\"\n  destination = \"local/x\"\n  perms       = \"rw-r--r--\"\n}"),
    passing: .taskPart("template {\n  data        = \"x\"\n  destination = \"local/x\"\n  perms       = \"0644\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.templates {
      guard let text = placed.template.perms, !text.isEmpty else { continue }
      let isOctal = text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "7") }
      if isOctal, let mode = Int(text, radix: 8), mode < 1 << 12 { continue }
      report(
        "\"\(text)\" is no file mode", at: placed.template.range(of: \.perms),
        help: "write it in octal digits, for example \"0644\"")
    }
  }
}

struct TemplateWait: ValidationRule {
  let facts = RuleFacts(
    "template-wait", .server, covers: [225], finds: "a template that waits longer at least than at most",
    because: "A change is rendered after it was quiet for \"min\", and after \"max\" at the latest.",
    failing: .taskPart(
      "template {\n  data        = \"x\"\n  destination = \"local/x\"\n\n  wait {\n    min = \"1m\"\n    max = \"10s\"\n  }\n}"
    ),
    passing: .taskPart(
      "template {\n  data        = \"x\"\n  destination = \"local/x\"\n\n  wait {\n    min = \"10s\"\n    max = \"1m\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for wait in checked.templates.compactMap(\.template.wait) {
      guard let least = wait.min, let most = wait.max, least > most else { continue }
      report(
        "the wait is at least \(least) and at most \(most)", at: wait.range(of: \.min),
        related: [.init("max", wait.range(of: \.max))])
    }
  }
}
