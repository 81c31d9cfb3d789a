import HCLParser

struct CheckHTTPPath: ValidationRule {
  let facts = RuleFacts(
    "check-http-path", .server, covers: [138, 139, 140],
    finds: "an http check without a path, or with one that is none",
    because: "An http check asks for a path at the service's own address, so the path is relative: \"/health\".",
    failing: .check("type = \"http\""), passing: .check("type = \"http\"\npath = \"/health\""))

  func check(_ checked: CheckedGroups, _ report: inout RuleReporter) {
    for placed in checked.checks where placed.check.type.lowercased() == "http" {
      if placed.check.path.isEmpty {
        report(
          "the http check has no path", at: placed.check.range(of: \.path),
          help: "add \"path\", for example \"/health\"")
      } else if URLReference.isAbsolute(placed.check.path) {
        report(
          "the path of an http check cannot be a whole URL", at: placed.check.range(of: \.path),
          help: "give the path only; address and port are those of the service")
      } else if let problem = URLReference.problem(in: placed.check.path) {
        report("\"\(placed.check.path)\" is no path of a URL: \(problem)", at: placed.check.range(of: \.path))
      }
    }
  }
}
