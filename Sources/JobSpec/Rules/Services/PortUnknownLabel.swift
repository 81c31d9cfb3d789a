import HCLParser

struct PortUnknownLabel: ValidationRule {
  let facts = RuleFacts(
    "port-unknown-label", .server, covers: [132],
    finds: "a service of a task that refers to a port nobody declared",
    because: """
      A service of a task, or a check of it, names a port by the label it has in the group's network. The server refuses \
      a label that does not exist there. Where address_mode is "driver" a number will do.
      """,
    failing: .group(
      "network {\n  port \"http\" {\n    to = 8080\n  }\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  service {\n    name = \"web\"\n    port = \"htpp\"\n  }\n}"
    ),
    passing: .group(
      "network {\n  port \"http\" {\n    to = 8080\n  }\n}\n\ntask \"server\" {\n  driver = \"docker\"\n\n  service {\n    name = \"web\"\n    port = \"http\"\n  }\n}"
    ))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.services {
      guard let owner = placed.owner else { continue }
      // The server looks at the first network of the group only.
      let networks = placed.group.networks.prefix(1) + (owner.task.resources?.networks ?? [])
      let labels = networks.flatMap(\.portsInOrder).map(\.label)
      let declared = Array(networks).declaredLabels
      let isNumberFine = placed.service.addressMode == "driver" && Int(placed.service.port) != nil
      if !isNumberFine {
        look(
          for: placed.service.port, at: placed.service.range(of: \.port), in: labels, declared, placed.group, &report)
      }
      for check in placed.service.checks where check.needsPort && !check.port.isEmpty && Int(check.port) == nil {
        look(for: check.port, at: check.range(of: \.port), in: labels, declared, placed.group, &report)
      }
    }
  }

  private func look(
    for label: String, at range: SourceRange, in labels: [String], _ declared: [String], _ group: TaskGroup,
    _ report: inout RuleReporter
  ) {
    guard !label.isEmpty, !labels.contains(where: { $0.isSame(as: label) }) else { return }
    if Int(label) != nil {
      report(
        "port \"\(label)\" is no label of group \"\(group.name)\"", at: range,
        detail: "A service of a task may give a number only with address_mode \"driver\".",
        help: "declare a port in the group's network and name its label")
      return
    }
    let nearest = NameSuggestion.nearest(to: label, among: declared)
    report(
      "port \"\(label)\" is not declared in group \"\(group.name)\"", at: range,
      detail: declared.isEmpty ? "The group declares no port." : "Declared: \(declared.quotedList).",
      help: nearest.map { "did you mean \"\($0)\"?" } ?? "declare it in the group's network")
  }
}

extension Service.Check {
  /// Whether checks of this type connect to a port.
  var needsPort: Bool { ["tcp", "http", "grpc"].contains(type.lowercased()) }
}
