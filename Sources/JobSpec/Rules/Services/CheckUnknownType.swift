import HCLParser

struct CheckUnknownType: ValidationRule {
  let facts = RuleFacts(
    "check-unknown-type", .server, covers: [137], finds: "a check type that the provider does not have",
    because: "Consul runs checks of type grpc, http, script and tcp; Nomad's own services have http and tcp.",
    failing: .check("type = \"udp\""), passing: .check("type = \"tcp\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks {
      let types: [String]
      switch placed.service.provider {
      case "consul": types = ["grpc", "http", "script", "tcp"]
      case "nomad": types = ["http", "tcp"]
      default: continue
      }
      guard !types.contains(placed.check.type.lowercased()) else { continue }
      report.unknown(
        placed.check.type, "check type of provider \"\(placed.service.provider)\"", of: types,
        at: placed.check.range(of: \.type))
    }
  }
}
