import HCLParser

struct TemplateChangeMode: ValidationRule {
  static let modes = ["noop", "restart", "signal", "script"]

  let facts = RuleFacts(
    "template-change-mode", .server, covers: [219, 220, 221, 222],
    finds: "a change mode of a template that does not exist or lacks what it needs",
    because: """
      When a template changes, the task is restarted, gets a signal, runs a script, or nothing happens. A signal has to \
      be named and cannot bring new environment variables; a script has to be given.
      """,
    failing: .taskPart("template {\n  data        = \"x\"\n  destination = \"local/x\"\n  change_mode = \"reload\"\n}"),
    passing: .taskPart(
      "template {\n  data          = \"x\"\n  destination   = \"local/x\"\n  change_mode   = \"signal\"\n  change_signal = \"SIGHUP\"\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.templates {
      let mode = placed.template.changeMode ?? "restart"
      let place = placed.template.range(of: \.changeMode)
      switch mode {
      case "noop", "restart": break
      case "signal":
        if (placed.template.changeSignal ?? "").isEmpty {
          report(
            "change mode \"signal\" needs a signal", at: placed.template.range(of: \.changeSignal),
            help: "add \"change_signal\"")
        }
        if placed.template.env == true {
          report(
            "a signal cannot bring new environment variables to a task", at: place,
            related: [.init("the template is read as environment variables", placed.template.range(of: \.env))],
            help: "use change_mode = \"restart\"")
        }
      case "script":
        if let script = placed.template.changeScript {
          if (script.command ?? "").isEmpty {
            report("the change script has no command", at: script.range(of: \.command))
          }
        } else {
          report("change mode \"script\" needs a change_script block", at: place)
        }
      default:
        report.unknown(mode, "change mode of a template", of: TemplateChangeMode.modes, at: place)
      }
    }
  }
}

struct VaultPolicies: ValidationRule {
  let facts = RuleFacts(
    "vault-policies", .server, covers: [226], finds: "a vault block without policies, or with the root policy",
    because: """
      A task's Vault token has the policies the block names, never "root". Since 1.7 a task with a workload identity \
      needs none, and since 1.10 policies have no effect.
      """,
    failing: .taskPart("vault {\n  policies = [\"root\"]\n}"), passing: .taskPart("vault {\n  policies = [\"shop\"]\n}")
  )

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    let hasIdentities = checked.target.map { $0 >= NomadRelease(1, 7) } ?? false
    for vault in checked.tasks.compactMap(\.task.vault) {
      let policies = vault.policies ?? []
      // A role is of the newer way, with workload identities.
      if policies.isEmpty, !hasIdentities, vault.role.isEmpty {
        report(
          "the vault block has no policies", at: vault.range(of: \.policies),
          detail: "Since 1.7 they are optional; --target-version says which release counts.", help: "add \"policies\"")
      }
      for (index, policy) in policies.enumerated() where policy == "root" {
        report("a task cannot have the \"root\" policy", at: vault.range(of: \.policies, item: index))
      }
    }
  }
}

struct VaultChangeMode: ValidationRule {
  static let modes = ["noop", "restart", "signal"]

  let facts = RuleFacts(
    "vault-change-mode", .server, covers: [227], finds: "a change mode of a vault block that does not exist",
    because: "When the Vault token changes, the task is restarted, gets a signal, or nothing happens.",
    failing: .taskPart("vault {\n  policies    = [\"shop\"]\n  change_mode = \"reload\"\n}"),
    passing: .taskPart("vault {\n  policies    = [\"shop\"]\n  change_mode = \"restart\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for vault in checked.tasks.compactMap(\.task.vault) {
      guard let mode = vault.changeMode else { continue }
      if !VaultChangeMode.modes.contains(mode) {
        report.unknown(
          mode, "change mode of a vault block", of: VaultChangeMode.modes, at: vault.range(of: \.changeMode))
      } else if mode == "signal", (vault.changeSignal ?? "").isEmpty {
        report(
          "change mode \"signal\" needs a signal", at: vault.range(of: \.changeSignal), help: "add \"change_signal\"")
      }
    }
  }
}

struct IdentityChangeMode: ValidationRule {
  let facts = RuleFacts(
    "identity-change-mode", .server, covers: [267], since: NomadRelease(1, 7),
    finds: "a change mode of an identity that does not exist",
    because: "When an identity is renewed, the task is restarted, gets a signal, or nothing happens.",
    failing: .taskPart(
      "identity {\n  name        = \"shop\"\n  aud         = [\"shop\"]\n  change_mode = \"reload\"\n}"),
    passing: .taskPart(
      "identity {\n  name        = \"shop\"\n  aud         = [\"shop\"]\n  change_mode = \"restart\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      for identity in placed.task.allIdentities {
        let mode = identity.changeMode
        if mode.isEmpty { continue }
        if !VaultChangeMode.modes.contains(mode) {
          report.unknown(
            mode, "change mode of an identity", of: VaultChangeMode.modes, at: identity.range(of: \.changeMode))
        } else if mode == "signal", identity.changeSignal.isEmpty {
          report(
            "change mode \"signal\" needs a signal", at: identity.range(of: \.changeMode), help: "add \"change_signal\""
          )
        }
      }
    }
  }
}

extension Task {
  /// The default identity, where one is written, and the others.
  var allIdentities: [Identity] { [identity].compactMap { $0 } + identities }
}

struct IdentityDuplicate: ValidationRule {
  let facts = RuleFacts(
    "identity-duplicate", .server, covers: [266], since: NomadRelease(1, 7),
    finds: "two identities of a task that share a name",
    because: "Each identity of a task has a name of its own; the one without a name is the default one.",
    failing: .taskPart(
      "identity {\n  name = \"shop\"\n  aud  = [\"a\"]\n}\n\nidentity {\n  name = \"shop\"\n  aud  = [\"b\"]\n}"),
    passing: .taskPart(
      "identity {\n  name = \"shop\"\n  aud  = [\"a\"]\n}\n\nidentity {\n  name = \"stock\"\n  aud  = [\"b\"]\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      let identities = placed.task.allIdentities
      for (index, identity) in identities.enumerated() {
        let name = identity.name.isEmpty ? "default" : identity.name
        let first = identities[..<index].first { ($0.name.isEmpty ? "default" : $0.name).isSame(as: name) }
        guard let first else { continue }
        report(
          "identity \"\(name)\" is declared twice in task \"\(placed.task.name)\"", at: identity.range(of: \.name),
          related: [.init("first declared here", first.range(of: \.name))])
      }
    }
  }
}
