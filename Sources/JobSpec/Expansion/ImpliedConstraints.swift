import HCLParser

extension JobExpansion {
  /// Adds what a group silently asks of a node because of what it uses. `reference/scheduler.md` section 3.9.
  static func addImpliedConstraints(to group: inout TaskGroup, for release: NomadRelease) {
    addVaultConstraint(to: &group)
    addSignalConstraint(to: &group)
    addServiceConstraints(to: &group, for: release)
    if release >= NomadRelease(1, 8) { addNetworkPluginConstraints(to: &group) }
  }

  private static func addVaultConstraint(to group: inout TaskGroup) {
    guard let vault = group.tasks.lazy.compactMap(\.vault).first else { return }
    group.addUnlessTargeted(Constraint("${attr.vault.version}", "semver", ">= 0.6.1", addedBy: vault.origin))
  }

  private static func addSignalConstraint(to group: inout TaskGroup) {
    var signals: Set<String> = []
    var cause: Origin?
    func add(_ signal: String?, _ origin: Origin) {
      guard let signal, !signal.isEmpty else { return }
      signals.insert(signal)
      cause = cause ?? origin
    }
    for task in group.tasks {
      add(task.killSignal, task.origin)
      if let vault = task.vault, vault.changeMode == "signal" { add(vault.changeSignal, vault.origin) }
      for template in task.templates where template.changeMode == "signal" {
        add(template.changeSignal, template.origin)
      }
    }
    guard let cause else { return }
    let list = signals.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: ",")
    group.addUnlessPresent(Constraint("${attr.os.signals}", "set_contains", list, addedBy: cause))
  }

  private static func addServiceConstraints(to group: inout TaskGroup, for release: NomadRelease) {
    let services = group.services + group.tasks.flatMap(\.services)
    if let native = services.first(where: { $0.provider == "nomad" }) {
      group.addUnlessPresent(Constraint("${attr.nomad.service_discovery}", "=", "true", addedBy: native.origin))
    }
    if let checked = services.first(where: { $0.provider == "nomad" && !$0.checks.isEmpty }) {
      group.addUnlessPresent(Constraint("${attr.nomad.version}", "semver", ">= 1.4.0", addedBy: checked.origin))
    }
    if let consul = services.first(where: { $0.provider == "consul" }) {
      let least = release >= NomadRelease(1, 7) ? ">= 1.8.0" : ">= 1.7.0"
      group.addUnlessTargeted(Constraint("${attr.consul.version}", "semver", least, addedBy: consul.origin))
    }
  }

  /// Since 1.8 a node must have told which CNI plugins it has before a group gets a bridge there.
  private static func addNetworkPluginConstraints(to group: inout TaskGroup) {
    if let network = group.networks.first(where: { $0.mode == "bridge" }) {
      for plugin in ["bridge", "firewall", "host-local", "loopback", "portmap"] {
        group.addUnlessPresent(
          Constraint("${attr.plugins.cni.version.\(plugin)}", "semver", ">= 0.4.0", addedBy: network.origin))
      }
    }
    let transparent = group.services.lazy.compactMap { $0.connect?.sidecarService?.proxy?.transparentProxy }.first
    if let transparent {
      group.addUnlessPresent(
        Constraint("${attr.plugins.cni.version.consul-cni}", "semver", ">= 1.4.2", addedBy: transparent.origin))
      group.addUnlessPresent(Constraint("${attr.nomad.version}", "semver", ">= 1.8.0-dev", addedBy: transparent.origin))
    }
  }
}

extension TaskGroup {
  /// Adds a constraint unless the group has the same one.
  fileprivate mutating func addUnlessPresent(_ constraint: Constraint) {
    if !constraints.contains(constraint) { constraints.append(constraint) }
  }

  /// Adds a constraint unless the group has one on the same attribute: that one is the user's better knowledge.
  fileprivate mutating func addUnlessTargeted(_ constraint: Constraint) {
    if !constraints.contains(where: { $0.attribute == constraint.attribute }) { constraints.append(constraint) }
  }
}
