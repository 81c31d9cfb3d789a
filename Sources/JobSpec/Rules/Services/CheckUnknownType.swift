import HCLParser

struct CheckUnknownType: ValidationRule {
  let facts = RuleFacts(
    "check-unknown-type", .server, covers: [137], finds: "a check type that the provider does not have",
    because: "Consul runs checks of type grpc, http, script and tcp; Nomad's own services have http and tcp.",
    failing: .check("type = \"udp\""), passing: .check("type = \"tcp\""))

  func check(_ checked: CheckedJob, _ report: inout RuleReporter) {
    for (check, placed) in checked.checks {
      let types: [String]
      switch placed.service.provider {
      case "consul": types = ["grpc", "http", "script", "tcp"]
      case "nomad": types = ["http", "tcp"]
      default: continue
      }
      guard !types.contains(check.type.lowercased()) else { continue }
      report.unknown(
        check.type, "check type of provider \"\(placed.service.provider)\"", of: types, at: check.range(of: \.type))
    }
  }
}
