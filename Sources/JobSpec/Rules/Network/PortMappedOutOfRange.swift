import HCLParser

struct PortMappedOutOfRange: ValidationRule {
  let facts = RuleFacts(
    "port-mapped-out-of-range", .server, covers: [109, 110], finds: "a port mapped to a number that is none",
    because: """
      "to" is the port inside the group's network namespace: 1 to 65535, 0 for the same number as on the host, or -1 for \
      the same number as whatever host port is chosen.
      """,
    failing: .groupPart("network {\n  mode = \"bridge\"\n  port \"http\" {\n    to = 80800\n  }\n}"),
    passing: .groupPart("network {\n  mode = \"bridge\"\n  port \"http\" {\n    to = 8080\n  }\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for network in checked.groups.flatMap(\.group.networks) {
      for port in network.ports {
        if port.to > 65535 {
          report("port \"\(port.label)\" is mapped to \(port.to): ports end at 65535", at: port.range(of: \.to))
        } else if port.to < -1 {
          report(
            "port \"\(port.label)\" is mapped to a negative number: \(port.to)", at: port.range(of: \.to),
            help: "-1 means \"the same as the host port\"; other negative numbers mean nothing")
        }
      }
    }
  }
}
