import HCLParser

struct ActionMalformed: ValidationRule {
  let facts = RuleFacts(
    "action-malformed", .server, covers: [265], since: NomadRelease(1, 7),
    finds: "an action whose name is not usable or not its own",
    because: "An action is called by its name: letters, digits and dashes, at most 128, unique in the task.",
    failing: .taskPart("action \"clear cache\" {\n  command = \"/bin/clear\"\n}"),
    passing: .taskPart("action \"clear-cache\" {\n  command = \"/bin/clear\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      for (index, action) in placed.task.actions.enumerated() {
        let name = action.name.utf8
        if name.count > 128 {
          report("the name of an action has \(name.count) characters; at most 128 are allowed", at: action.labelRange())
        } else if name.isEmpty
          || !name.allSatisfy({ $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") })
        {
          report(
            name.isEmpty
              ? "the action has no name" : "\"\(action.name)\" cannot be the name of an action",
            at: action.labelRange(),
            detail: "A name has 1 to 128 letters, digits and dashes.")
        }
        if let first = placed.task.actions[..<index].first(where: { $0.name.isSame(as: action.name) }) {
          report(
            "action \"\(action.name)\" is declared twice in task \"\(placed.task.name)\"", at: action.labelRange(),
            related: [.init("first declared here", first.labelRange())])
        }
      }
    }
  }
}

struct LinkIncomplete: ValidationRule {
  let facts = RuleFacts(
    "ui-link-incomplete", .server, covers: [270], since: NomadRelease(1, 8),
    finds: "a link of the web UI without a label or an address",
    because: "A link is shown by its label and leads to its address; it needs both.",
    failing: .jobPart("ui {\n  link {\n    label = \"Runbook\"\n  }\n}"),
    passing: .jobPart("ui {\n  link {\n    label = \"Runbook\"\n    url   = \"https://example.com/runbook\"\n  }\n}"))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for link in checked.job.ui?.links ?? [] {
      if link.label.isEmpty { report("the link has no label", at: link.range(of: \.label), help: "add \"label\"") }
      if link.url.isEmpty { report("the link has no address", at: link.range(of: \.url), help: "add \"url\"") }
    }
  }
}

struct SecretIncomplete: ValidationRule {
  let facts = RuleFacts(
    "secret-incomplete", .server, covers: [271], since: NomadRelease(1, 11),
    finds: "a secret that lacks its provider or path, or has keys its provider does not take",
    because: """
      A secret is fetched from a path of a provider. "config" is for the providers nomad and vault, "env" for plugins.
      """,
    failing: .taskPart("secret \"db\" {\n  provider = \"vault\"\n}"),
    passing: .taskPart("secret \"db\" {\n  provider = \"vault\"\n  path     = \"secret/data/db\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for secret in checked.tasks.flatMap(\.task.secrets) {
      if secret.provider.isEmpty {
        report("secret \"\(secret.name)\" has no provider", at: secret.range(of: \.provider))
      }
      if secret.path.isEmpty { report("secret \"\(secret.name)\" has no path", at: secret.range(of: \.path)) }
      if secret.provider.isEmpty || secret.provider.isInterpolated { continue }
      let isBuiltIn = secret.provider == "nomad" || secret.provider == "vault"
      if !isBuiltIn, let config = secret.config, !config.members.isEmpty {
        report("the provider \"\(secret.provider)\" takes no config", at: secret.nameRange(of: \.config))
      }
      if isBuiltIn, let env = secret.env, !env.isEmpty {
        report("the provider \"\(secret.provider)\" takes no env", at: secret.nameRange(of: \.env))
      }
    }
  }
}

struct ClusterNeedsEnterprise: ValidationRule {
  let facts = RuleFacts(
    "cluster-needs-enterprise", .server, .warning, covers: [273], since: NomadRelease(1, 7),
    finds: "a Consul or Vault cluster other than the default one",
    because: "Only Nomad Enterprise knows several Consul or Vault clusters; other servers refuse the job.",
    failing: .taskPart("vault {\n  policies = [\"shop\"]\n  cluster  = \"west\"\n}"),
    passing: .taskPart("vault {\n  policies = [\"shop\"]\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      look(at: placed.group.consul?.cluster, placed.group.consul.map { $0.range(of: \.cluster) }, &report)
    }
    for placed in checked.tasks {
      look(at: placed.task.consul?.cluster, placed.task.consul.map { $0.range(of: \.cluster) }, &report)
      look(at: placed.task.vault?.cluster, placed.task.vault.map { $0.range(of: \.cluster) }, &report)
    }
    for placed in checked.services where !placed.service.cluster.isEmpty {
      look(at: placed.service.cluster, placed.service.range(of: \.cluster), &report)
    }
  }

  private func look(at cluster: String?, _ range: SourceRange?, _ report: inout RuleReporter) {
    guard let cluster, let range, !cluster.isEmpty, cluster != "default" else { return }
    report("cluster \"\(cluster)\" needs Nomad Enterprise", at: range, detail: "Other servers refuse the job.")
  }
}
