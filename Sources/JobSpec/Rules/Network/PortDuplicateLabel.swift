import HCLParser

struct PortDuplicateLabel: ValidationRule {
  let facts = RuleFacts(
    "port-duplicate-label", .server, covers: [56, 106], finds: "two ports of a group that share a label",
    because: """
      Services, checks and the NOMAD_PORT_ variables know a port by its label, so it has to be unique in the group: over \
      all its networks, and an old network of a task may not repeat it either.
      """,
    failing: .groupPart("network {\n  port \"http\" {\n    to = 8080\n  }\n  port \"http\" {\n    to = 9090\n  }\n}"),
    passing: .groupPart("network {\n  port \"http\" {\n    to = 8080\n  }\n  port \"metrics\" {\n    to = 9090\n  }\n}")
  )

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      guard placed.allNetworks.flatMap(\.ports).map(\.label).hasRepetition else { continue }
      let ports = placed.group.networks.flatMap(\.portsInOrder)
      var seen = FirstSeen<Network.Port>()
      var repeated = ports.compactMap { port in seen.first(named: port.label, orRemember: port).map { (port, $0) } }
      // Two tasks may use one label in their own networks: their variables carry the task's name.
      for task in placed.group.tasks {
        var seenInTask = seen
        repeated += (task.resources?.networks ?? []).flatMap(\.portsInOrder).compactMap { port in
          seenInTask.first(named: port.label, orRemember: port).map { (port, $0) }
        }
      }
      for (port, first) in repeated {
        report(
          "port \"\(port.label)\" is declared twice in group \"\(placed.group.name)\"", at: port.labelRange(),
          related: [.init("first declared here", first.labelRange())], help: "give one of them another label")
      }
    }
  }
}

extension Network {
  /// The ports as they stand in the file.
  var portsInOrder: [Port] {
    // Ports made in code have no place and keep their order.
    ports.enumerated().sorted { ($0.element.headerRange, $0.offset) < ($1.element.headerRange, $1.offset) }.map(
      \.element)
  }
}

extension [Network] {
  /// The labels of ports that the file declares; those that the server adds for proxies are not among them.
  var declaredLabels: [String] {
    flatMap(\.portsInOrder).filter { !$0.origin.labels.isEmpty || $0.origin.header == nil }.map(\.label)
  }
}
