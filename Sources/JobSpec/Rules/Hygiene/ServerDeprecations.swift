import HCLParser

struct NetworkMbits: ValidationRule {
  let facts = RuleFacts(
    "network-mbits", .server, .warning, covers: [277], finds: "the old key \"mbits\" in a group's network",
    because: "Bandwidth is not reserved since 0.12; the key has no effect.",
    failing: .groupPart("network {\n  mbits = 10\n}"), passing: .groupPart("network {\n  port \"http\" {}\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      guard let network = placed.group.networks.first, let mbits = network.mbits, mbits > 0 else { continue }
      let place = network.nameRange(of: \.mbits)
      report(
        "\"mbits\" has no effect since 0.12", at: place, help: "remove it",
        fixes: checked.tree.flatMap { Fix.removingAttribute(at: place, in: $0) }.map { [$0] } ?? [])
    }
  }
}

struct ResourcesIOPS: ValidationRule {
  let facts = RuleFacts(
    "resources-iops", .server, .warning, covers: [278], finds: "the old key \"iops\"",
    because: "Disk operations are not reserved since 0.9; the key has no effect.",
    failing: .taskPart("resources {\n  cpu  = 100\n  iops = 50\n}"), passing: .taskPart("resources {\n  cpu = 100\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for resources in checked.tasks.compactMap(\.task.resources) {
      guard let iops = resources.iops, iops > 0 else { continue }
      let place = resources.nameRange(of: \.iops)
      report(
        "\"iops\" has no effect since 0.9", at: place, help: "remove it",
        fixes: checked.tree.flatMap { Fix.removingAttribute(at: place, in: $0) }.map { [$0] } ?? [])
    }
  }
}

struct NetworkInTask: ValidationRule {
  let facts = RuleFacts(
    "network-in-task", .server, .warning, covers: [279], finds: "a network block in a task's resources",
    because:
      "Networks belong to the group since 0.12, where all tasks share them. A task's own network still works, in host mode only.",
    failing: .taskPart("resources {\n  network {\n    port \"http\" {}\n  }\n}"),
    passing: .groupPart("network {\n  port \"http\" {}\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.tasks {
      for network in placed.task.resources?.networks ?? [] {
        report(
          "a network belongs to the group, not to a task", at: network.headerRange,
          help: "move it into group \"\(placed.group.name)\"",
          fixes: checked.tree.flatMap { NetworkInTask.move(network, of: placed.task, to: placed.group, in: $0) }.map {
            [$0]
          } ?? [])
      }
    }
  }

  /// Moves the block to the top of the group. Not safe: the ports' variables and addresses may change.
  private static func move(_ network: Network, of task: Task, to group: TaskGroup, in tree: SyntaxTree) -> Fix? {
    guard group.networks.isEmpty, group.tasks.flatMap({ $0.resources?.networks ?? [] }).count == 1,
      let block = tree.block(at: network.headerRange), let outer = tree.block(at: group.headerRange),
      outer.type == "group"
    else { return nil }
    return Fix(
      "move the network into group \"\(group.name)\"",
      edits: [
        TextEdit(
          .empty(at: outer.openBraceRange.end, source: tree.source.id),
          "\n" + tree.reindented(block.range, dropping: ["mbits"], in: block.body, by: "    ") + "\n"),
        TextEdit(tree.wholeLines(of: block.range), ""),
      ], isSafe: false)
  }
}

struct TemplateVaultGrace: ValidationRule {
  let facts = RuleFacts(
    "template-vault-grace", .server, .warning, covers: [280], finds: "the old key \"vault_grace\"",
    because: "Templates renew their secrets by themselves since 0.11; the key has no effect.",
    failing: .taskPart("template {\n  data        = \"x\"\n  destination = \"local/x\"\n  vault_grace = \"15s\"\n}"),
    passing: .taskPart("template {\n  data        = \"x\"\n  destination = \"local/x\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.templates {
      guard let grace = placed.template.vaultGrace, grace != .zero else { continue }
      let place = placed.template.nameRange(of: \.vaultGrace)
      report(
        "\"vault_grace\" has no effect since 0.11", at: place, help: "remove it",
        fixes: checked.tree.flatMap { Fix.removingAttribute(at: place, in: $0) }.map { [$0] } ?? [])
    }
  }
}
