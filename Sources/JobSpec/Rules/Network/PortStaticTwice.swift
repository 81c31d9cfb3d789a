import HCLParser

struct PortStaticTwice: ValidationRule {
  let facts = RuleFacts(
    "port-static-twice", .server, covers: [107], finds: "a static port asked for twice in one group",
    because: """
      A static port is a port of the node, and each can be had once per host network. The tasks of a group share the \
      ports, so a second request of the same number could never be met.
      """,
    failing: .groupPart(
      "network {\n  port \"http\" {\n    static = 8080\n  }\n  port \"admin\" {\n    static = 8080\n  }\n}"),
    passing: .groupPart(
      "network {\n  port \"http\" {\n    static = 8080\n  }\n  port \"admin\" {\n    static = 8081\n  }\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.groups {
      let networks = placed.allNetworks
      guard networks.reduce(0, { $0 + $1.ports.count(where: \.isStatic) }) > 1 else { continue }
      let ports = networks.flatMap(\.portsInOrder).filter { $0.isStatic && !$0.ignoreCollision }
      var seen = FirstSeen<Network.Port>()
      for port in ports {
        guard let first = seen.first(named: "\(port.static) \(port.hostNetwork)", orRemember: port) else { continue }
        let network = port.hostNetwork == "default" ? "" : " on host network \"\(port.hostNetwork)\""
        report(
          "static port \(port.static) is taken by port \"\(first.label)\"\(network)", at: port.range(of: \.static),
          related: [.init("port \"\(first.label)\" has it", first.range(of: \.static))])
      }
    }
  }
}
