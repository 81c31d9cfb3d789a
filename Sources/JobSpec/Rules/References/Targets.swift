import HCLParser

struct ReferenceInHostNetwork: ValidationRule {
  let facts = RuleFacts(
    "reference-in-host-network", .advice, .warning, finds: "a host_network that no node can resolve",
    because:
      "The name of a host network is resolved on the node, from ${node.…}, ${attr.…} or ${meta.…}. Variables of tasks are not known there.",
    failing: .groupPart("network {\n  port \"http\" {\n    host_network = \"${NOMAD_DC}\"\n  }\n}"),
    passing: .groupPart("network {\n  port \"http\" {\n    host_network = \"${meta.network}\"\n  }\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for (network, _) in checked.networks {
      for port in network.ports where port.hostNetwork.isInterpolated {
        guard let problem = NodeTarget.problem(in: port.hostNetwork) else { continue }
        report("host network \"\(port.hostNetwork)\" \(problem)", at: port.range(of: \.hostNetwork))
      }
    }
  }
}

struct ConstraintMalformedTarget: ValidationRule {
  let facts = RuleFacts(
    "constraint-malformed-target", .advice, .warning, covers: [261], until: NomadRelease(1, 11, 2),
    finds: "a side of a constraint, affinity or spread that no node can resolve",
    because: """
      A side that is a reference as a whole is looked up on the node: ${node.…}, ${attr.…}, ${meta.…}. A reference \
      inside a longer text is not replaced, and variables of tasks are not known when a node is chosen. Since 1.11.2 the \
      server refuses what it cannot resolve.
      """,
    failing: .jobPart("constraint {\n  attribute = \"${meta.rack}-${meta.row}\"\n  value     = \"r1-2\"\n}"),
    passing: .jobPart("constraint {\n  attribute = \"${meta.rack}\"\n  value     = \"r1\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) { NodeTarget.look(at: checked, &report) }
}

struct ConstraintUnresolvableTarget: ValidationRule {
  let facts = RuleFacts(
    "constraint-unresolvable-target", .server, .warning, covers: [261], since: NomadRelease(1, 11, 2),
    needsTarget: true,
    finds: "a side of a constraint, affinity or spread that no node can resolve, for a release that looks",
    because: """
      Since 1.11.2 the server refuses references that no node can resolve. It is a warning here, because the documents \
      do not say exactly which forms it knows.
      """,
    failing: .jobPart("constraint {\n  attribute = \"${meta.rack}-${meta.row}\"\n  value     = \"r1-2\"\n}"),
    passing: .jobPart("constraint {\n  attribute = \"${meta.rack}\"\n  value     = \"r1\"\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) { NodeTarget.look(at: checked, &report) }
}

/// A text that is resolved on a node. `reference/scheduler.md` section 3.2.
enum NodeTarget {
  /// Reports each side of a comparison that no node can resolve.
  static func look(at checked: CheckedGroups, _ report: inout RuleReporter) {
    let affinities = checked.affinities.map(TargetComparison.init)
    for comparison in checked.constraints.map(TargetComparison.init) + affinities {
      look(at: comparison.attribute, comparison.attributeRange, &report)
      if comparison.comparison != "regexp" { look(at: comparison.value, comparison.valueRange, &report) }
    }
    for spread in checked.spreads { look(at: spread.attribute, spread.range(of: \.attribute), &report) }
  }

  private static func look(at text: String, _ range: SourceRange, _ report: inout RuleReporter) {
    guard text.isInterpolated, let problem = NodeTarget.problem(in: text) else { return }
    report(
      "\"\(text)\" \(problem)", at: range,
      help: attribute(meantBy: String(text.dropFirst(2).dropLast())).map { "did you mean \"${\($0)}\"?" })
  }

  /// The attribute of a node that a name without its beginning "attr" speaks of: `cpu.arch`.
  static func attribute(meantBy name: String) -> String? {
    let roots = [
      "consul", "cpu", "driver", "kernel", "memory", "network", "nomad", "numa", "os", "platform", "plugins", "storage",
      "unique", "vault",
    ]
    let parts = name.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1)
    guard parts.count == 2, !name.isInterpolated, roots.contains(String(decoding: parts[0], as: UTF8.self)) else {
      return nil
    }
    return "attr.\(name)"
  }

  /// What keeps a text with a reference in it from being resolved.
  static func problem(in text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.starts(with: "${".utf8), bytes.last == UInt8(ascii: "}"),
      !bytes.dropFirst(2).dropLast().contains(UInt8(ascii: "}"))
    else { return "has a reference inside a longer text, where it is not replaced" }
    let name = String(decoding: bytes.dropFirst(2).dropLast(), as: UTF8.self)
    let fields = ["node.unique.id", "node.unique.name", "node.datacenter", "node.class", "node.pool"]
    if fields.contains(name) || name.hasPrefix("attr.") || name.hasPrefix("meta.") { return nil }
    // Of a node's unknown fields another rule speaks.
    if name.hasPrefix("node."), name != "node.region" { return nil }
    if name.hasPrefix("NOMAD_") || name.hasPrefix("env[") {
      return "is a variable of a running task, and is not known when a node is chosen"
    }
    return "cannot be resolved on a node: only node, attr and meta are known there"
  }
}
