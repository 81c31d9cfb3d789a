import HCLParser

struct PortOutOfRange: ValidationRule {
  let facts = RuleFacts(
    "port-out-of-range", .server, covers: [108], finds: "a static port above 65535",
    because: "Ports are numbers from 1 to 65535.",
    failing: .groupPart("network {\n  port \"http\" {\n    static = 80800\n  }\n}"),
    passing: .groupPart("network {\n  port \"http\" {\n    static = 8080\n  }\n}"))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for (network, _) in checked.networks {
      for port in network.ports where port.static > 65535 {
        report("\(port.static) is no port: ports end at 65535", at: port.range(of: \.static))
      }
    }
  }
}
