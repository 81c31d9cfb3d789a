import HCLParser

struct FieldNewerThanTarget: ValidationRule {
  let facts = RuleFacts(
    "field-newer-than-target", .server, needsTarget: true,
    finds: "a key or block that the target release does not know",
    because: """
      A release refuses files with keys it does not know. --target-version, or target_version in the settings, says \
      which release the jobs are for.
      """,
    failing: .groupPart("disconnect {\n  lost_after = \"1h\"\n}"), passing: .groupPart("max_client_disconnect = \"1h\"")
  )

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let target = checked.target else { return }
    var reported: [SourceRange] = []
    for field in checked.fields {
      // What stands in an unknown block need not be told again.
      if reported.contains(where: { $0.contains(field.nameRange.start) }) { continue }
      guard let text = field.facts.since, let since = NomadRelease(text), target < since else { continue }
      if let range = field.blockRange { reported.append(range) }
      report(
        "\"\(field.facts.name)\" is known since \(since), and the job is meant for \(target)", at: field.nameRange,
        detail: field.facts.summary)
    }
  }
}

struct FieldDeprecated: ValidationRule {
  /// Fields of which other rules say more.
  private static let elsewhere: Set<String> = [
    "resources.disk", "resources.iops", "network.mbits", "network.reserved_ports", "periodic.cron",
    "template.vault_grace",
    "vault.policies",
  ]

  let facts = RuleFacts(
    "field-deprecated", .advice, .warning, covers: [284, 286], finds: "a key that another has replaced",
    because: """
      The keys max_client_disconnect, stop_after_client_disconnect and prevent_reschedule_on_lost became the disconnect block in \
      1.8 and have no effect since 1.10; logs.enabled never had one, and became disabled.
      """,
    failing: .groupPart("max_client_disconnect = \"1h\""), passing: .groupPart("disconnect {\n  lost_after = \"1h\"\n}")
  )

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for field in checked.fields {
      guard let deprecation = field.facts.deprecation,
        !FieldDeprecated.elsewhere.contains("\(field.owner).\(field.facts.name)")
      else { continue }
      let since = NomadRelease(deprecation.since)
      if let target = checked.target, let since, target < since { continue }
      report(
        "\"\(field.facts.name)\" is deprecated" + (since.map { " since \($0)" } ?? ""), at: field.nameRange,
        detail: deprecation.effect.sentence, help: deprecation.replacement.map { "use \($0)" },
        fixes: checked.tree.flatMap { FieldDeprecated.fix(of: field, checked.target, in: $0) }.map { [$0] } ?? [])
    }
  }

  private static func fix(of field: FieldWalk.Found, _ target: NomadRelease?, in tree: SyntaxTree) -> Fix? {
    guard let attribute = field.attribute else { return nil }
    let value = tree.source.text(in: attribute.value.range)
    if field.owner == "logs", field.facts.name == "enabled", attribute.value.kind == .bool(true) {
      return .removingAttribute(at: attribute.nameRange, in: tree)
    }
    let names = ["max_client_disconnect": "lost_after", "stop_after_client_disconnect": "stop_on_client_after"]
    guard let name = names[field.facts.name], field.body.blocks(ofType: "disconnect").isEmpty,
      field.body.attributes.count(where: { names[$0.name] != nil || $0.name == "prevent_reschedule_on_lost" }) == 1
    else { return nil }
    let indent = tree.indentation(of: attribute.range)
    let block = "disconnect {\n\(indent)  \(name) = \(value)\n\(indent)}"
    // Before 1.8 the block is unknown.
    return Fix(
      "replace \"\(attribute.name)\" by a disconnect block", edits: [TextEdit(attribute.range, block)],
      isSafe: target.map { $0 >= NomadRelease(1, 8) } ?? false)
  }
}

struct VaultPoliciesUseless: ValidationRule {
  let facts = RuleFacts(
    "vault-policies-useless", .advice, .warning, covers: [285], since: NomadRelease(1, 10), needsTarget: true,
    finds: "policies in a vault block for a release that ignores them",
    because:
      "Since 1.10 tasks log in to Vault with their workload identity: a role gives the policies, and the key has no effect.",
    failing: .taskPart("vault {\n  policies = [\"shop\"]\n}"), passing: .taskPart("vault {\n  role = \"shop\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for vault in checked.tasks.compactMap(\.task.vault) where !(vault.policies ?? []).isEmpty {
      report("\"policies\" has no effect since 1.10", at: vault.nameRange(of: \.policies), help: "use \"role\"")
    }
  }
}

struct LegacySpelling: ValidationRule {
  let facts = RuleFacts(
    "legacy-spelling", .advice, .info, covers: [287], finds: "an old way of writing that still works",
    because: """
      A task directly under the job becomes a group of its name, "variables" declares variables without types, and \
      "reserved_ports" is the API's name for static ports, dropped where the network has a port block. All three are \
      kept for old files.
      """,
    failing: .job("task \"server\" {\n  driver = \"docker\"\n}"),
    passing: .job("group \"server\" {\n  task \"server\" {\n    driver = \"docker\"\n  }\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    guard let tree = checked.tree else { return }
    for block in tree.root.blocks(ofType: "variables") {
      report("\"variables\" is an old form", at: block.headerRange, help: "declare each with variable \"name\" { … }")
    }
    for task in tree.root.blocks(ofType: "job").flatMap({ $0.body.blocks(ofType: "task") }) {
      report(
        "a task directly under the job is an old form", at: task.headerRange, help: "put it into a group of its name")
    }
    for field in checked.fields where field.facts.name == "reserved_ports" && field.owner == "network" {
      report("\"reserved_ports\" is an old form", at: field.nameRange, help: "use port \"label\" { static = … }")
    }
  }
}

extension SyntaxTree {
  /// The blanks before the first character of the line on which a range begins.
  func indentation(of range: SourceRange) -> String {
    var start = min(range.start, source.count)
    while start > 0, source.bytes[start - 1] != 0x0A { start -= 1 }
    return String(decoding: source.bytes[start...].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
  }
}
