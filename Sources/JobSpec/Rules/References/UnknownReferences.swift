import HCLParser

struct ReferenceUnknownRoot: ValidationRule {
  static let roots = ["var", "local", "node", "attr", "meta", "env", "device", "secret"]
  /// Names of other tools' languages.
  static let foreign: [String: String] = [
    "vars": "var", "variable": "var", "variables": "var", "locals": "local", "each": "", "self": "", "path": "",
    "data": "", "module": "", "count": "", "terraform": "",
  ]

  let facts = RuleFacts(
    "reference-unknown-root", .advice, .warning, finds: "a reference to something that nobody defines",
    because: """
      What is no variable and no local stays in the text as written, for the client to replace: ${node.…}, ${attr.…}, \
      ${meta.…}, ${env["…"]}, ${NOMAD_…}. The client knows no other names with a dot, so the text would stay as it is.
      """,
    failing: .taskPart("env {\n  IMAGE = \"${vars.image}\"\n}"),
    passing: .file(
      "variable \"image\" {\n  default = \"shop/web:1.4\"\n}\n\njob \"shop\" {\n  group \"web\" {\n    task \"server\" {\n      driver = \"docker\"\n\n      env {\n        IMAGE = \"${var.image}\"\n      }\n    }\n  }\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for found in checked.references {
      let root = found.root
      // A name without a dot may be a shell variable that is meant to stay.
      guard !found.traversal.steps.isEmpty, !ReferenceUnknownRoot.roots.contains(root), !root.hasPrefix("NOMAD_") else {
        continue
      }
      // "unique.x" and the like are read by services of the server.
      if ["JOB", "TASKGROUP", "TASK", "BASE", "unique"].contains(root) { continue }
      if found.isInside("template"), found.attribute.name == "data" { continue }
      // Of the sides of a comparison another rule speaks.
      if ["constraint", "affinity", "spread"].contains(where: found.isInside) { continue }
      let isKey = checked.tree.map { found.isKey(in: $0) } ?? false
      let attribute = NodeTarget.attribute(meantBy: found.path)
      let nearest =
        ReferenceUnknownRoot.foreign[root] ?? NameSuggestion.nearest(to: root, among: ReferenceUnknownRoot.roots) ?? ""
      report(
        "nothing is called \"\(root)\"", at: found.traversal.rootRange,
        detail: "The text stays \"${\(found.path)}\" when the task runs.",
        help: isKey
          ? "a key with dots stands in quotes: \"\(found.path)\""
          : attribute.map { "did you mean \"${\($0)}\"?" } ?? (nearest.isEmpty ? nil : "did you mean \"\(nearest)\"?"))
    }
  }
}

extension ReferenceWalk.Found {
  /// Whether the reference is a key of a map: `{ a.b = 1 }`.
  fileprivate func isKey(in tree: SyntaxTree) -> Bool {
    let end = traversal.range.end
    guard end <= tree.source.count else { return false }
    let rest = tree.source.bytes[end...].drop { $0 == 0x20 || $0 == 0x09 }
    return rest.first == UInt8(ascii: "=") && rest.dropFirst().first != UInt8(ascii: "=")
  }
}

struct ReferenceUnknownNodeField: ValidationRule {
  static let fields = ["unique.id", "unique.name", "datacenter", "class", "pool", "region"]

  let facts = RuleFacts(
    "reference-unknown-node-field", .advice, .warning, finds: "a field of the node that does not exist",
    because:
      "A node has ${node.unique.id}, ${node.unique.name}, ${node.datacenter}, ${node.class}, ${node.pool} and, for tasks, ${node.region}.",
    failing: .jobPart("constraint {\n  attribute = \"${node.name}\"\n  value     = \"n1\"\n}"),
    passing: .jobPart("constraint {\n  attribute = \"${node.unique.name}\"\n  value     = \"n1\"\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for found in checked.references where found.root == "node" && !found.traversal.steps.isEmpty {
      let field = String(found.path.dropFirst("node.".count))
      if ReferenceUnknownNodeField.fields.contains(field) { continue }
      if found.isInside("template"), found.attribute.name == "data" { continue }
      let nearest =
        ReferenceUnknownNodeField.fields.first { $0.hasSuffix(".\(field)") }
        ?? NameSuggestion.nearest(to: field, among: ReferenceUnknownNodeField.fields)
      report(
        "a node has no \"\(field)\"", at: found.traversal.range,
        help: nearest.map { "did you mean \"${node.\($0)}\"?" } ?? "facts about the node are in ${attr.…} and ${meta.…}"
      )
    }
  }
}

struct ReferenceUnknownVariable: ValidationRule {
  let facts = RuleFacts(
    "reference-unknown-variable", .advice, .warning, finds: "a misspelled NOMAD_ variable",
    because: "Nomad sets a fixed set of variables; a misspelled one is not replaced.",
    failing: .taskPart("env {\n  ID = \"${NOMAD_ALOC_ID}\"\n}"),
    passing: .taskPart("env {\n  ID = \"${NOMAD_ALLOC_ID}\"\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    let prefixes = RuntimeVariables.portPrefixes + RuntimeVariables.upstreamPrefixes + ["NOMAD_META_"]
    for found in checked.references where found.root.hasPrefix("NOMAD_") {
      let name = found.root
      if RuntimeVariables.known.contains(name) || prefixes.contains(where: { name.hasPrefix($0) }) { continue }
      // Tasks may set variables of their own by such names; only a near miss is told.
      guard let nearest = NameSuggestion.nearest(to: name, among: RuntimeVariables.known) else { continue }
      report("Nomad sets no variable \"\(name)\"", at: found.traversal.rootRange, help: "did you mean \"\(nearest)\"?")
    }
  }
}

struct ReferenceUnknownPort: ValidationRule {
  let facts = RuleFacts(
    "reference-unknown-port", .advice, .warning, finds: "a variable of a port that the group does not have",
    because:
      "For each port of the group Nomad sets NOMAD_PORT_label, NOMAD_ADDR_label and so on. For other labels it sets nothing.",
    failing: .group(
      "network {\n  port \"http\" {}\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  env {\n    PORT = \"${NOMAD_PORT_htpp}\"\n  }\n}"
    ),
    passing: .group(
      "network {\n  port \"http\" {}\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  env {\n    PORT = \"${NOMAD_PORT_http}\"\n  }\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    var groups = FirstSeen<TaskGroup>()
    for group in checked.job.groups { _ = groups.first(named: group.name, orRemember: group) }
    for found in checked.references {
      guard let name = found.label(of: "group"), let group = groups[name] else { continue }
      look(at: found.root, found.traversal.rootRange, in: group, &report)
    }
  }

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    guard let tree = checked.tree else { return }
    for placed in checked.tasks {
      for template in placed.task.templates where template.wrote(\.data) {
        let range = template.range(of: \.data)
        // A text from elsewhere has no place of its own here.
        guard range.source == tree.source.id else { continue }
        for (variable, offset) in RuntimeVariables.names(in: tree.source.bytes(in: range)) {
          look(
            at: variable, SourceRange(offset, offset + variable.utf8.count, source: range.source), in: placed.group,
            &report)
        }
      }
    }
  }

  private func look(at variable: String, _ range: SourceRange, in group: TaskGroup, _ report: inout RuleReporter) {
    guard let label = RuntimeVariables.suffix(of: variable, after: RuntimeVariables.portPrefixes) else { return }
    let labels = group.runtimePortNames
    let isKnown = labels.contains { $0.isSame(as: label) || RuntimeVariables.cleaned($0).isSame(as: label) }
    guard !isKnown else { return }
    let declared = (group.networks + group.tasks.flatMap { $0.resources?.networks ?? [] }).declaredLabels
    let nearest = NameSuggestion.nearest(to: label, among: declared.map(RuntimeVariables.cleaned))
    report(
      "group \"\(group.name)\" has no port \"\(label)\", so \"\(variable)\" is not set", at: range,
      detail: declared.isEmpty ? "The group declares no port." : "Declared: \(declared.quotedList).",
      help: nearest.map { "did you mean \"\(variable.dropLast(label.count))\($0)\"?" })
  }
}

struct ReferenceUnknownUpstream: ValidationRule {
  let facts = RuleFacts(
    "reference-unknown-upstream", .advice, .warning, finds: "a variable of an upstream that the group does not have",
    because: "For each upstream Nomad sets NOMAD_UPSTREAM_ADDR_name and so on. For other names it sets nothing.",
    failing: .taskPart("env {\n  DB = \"${NOMAD_UPSTREAM_ADDR_db}\"\n}"),
    passing: .group(
      "network {\n  mode = \"bridge\"\n}\n\nservice {\n  name = \"web\"\n  port = \"80\"\n\n  connect {\n    sidecar_service {\n      proxy {\n        upstreams {\n          destination_name = \"db\"\n          local_bind_port  = 5432\n        }\n      }\n    }\n  }\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  env {\n    DB = \"${NOMAD_UPSTREAM_ADDR_db}\"\n  }\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for found in checked.references {
      guard let upstream = RuntimeVariables.suffix(of: found.root, after: RuntimeVariables.upstreamPrefixes),
        let name = found.label(of: "group"), let group = checked.job.groups.first(where: { $0.name.isSame(as: name) })
      else { continue }
      let names = group.services.flatMap { $0.connect?.sidecarService?.proxy?.upstreams ?? [] }.map(\.destinationName)
      if names.contains(where: {
        $0.isInterpolated || RuntimeVariables.cleaned($0).isSame(as: RuntimeVariables.cleaned(upstream))
      }) {
        continue
      }
      report(
        "group \"\(name)\" has no upstream \"\(upstream)\", so \"\(found.root)\" is not set",
        at: found.traversal.rootRange,
        help: NameSuggestion.nearest(to: upstream, among: names).map { "did you mean \"\($0)\"?" })
    }
  }
}

struct ReferenceUnknownSecret: ValidationRule {
  let facts = RuleFacts(
    "reference-unknown-secret", .advice, .warning, finds: "a reference to a secret that the task does not have",
    because: "${secret.name.key} is replaced by a secret that a secret block of the task, group or job fetches.",
    failing: .taskPart("env {\n  PASSWORD = \"${secret.db.password}\"\n}"),
    passing: .taskPart(
      "secret \"db\" {\n  provider = \"vault\"\n  path     = \"secret/data/db\"\n}\n\nenv {\n  PASSWORD = \"${secret.db.password}\"\n}"
    ))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for found in checked.references where found.root == "secret" {
      guard let secret = found.member, let group = found.label(of: "group"), let name = found.label(of: "task"),
        let task = checked.job.groups.first(where: { $0.name.isSame(as: group) })?.tasks.first(where: {
          $0.name.isSame(as: name)
        })
      else { continue }
      let names = task.secrets.map(\.name)
      if names.contains(where: { $0.isSame(as: secret) }) { continue }
      report(
        "task \"\(name)\" has no secret \"\(secret)\"", at: found.traversal.range,
        help: NameSuggestion.nearest(to: secret, among: names).map { "did you mean \"\($0)\"?" })
    }
  }
}
